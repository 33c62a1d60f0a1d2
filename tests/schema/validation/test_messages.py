"""Words for users are tested like code: each code has its sentence, in three languages, with all places filled."""

import ast
import string
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from schema.errors import DefinitionsError, WorkspaceError
from schema.grammar.words import LANGUAGES, Words
from schema.mistakes import Mistake
from schema.validation.fact_words import amount, name_of, page_words
from schema.validation.facts import Amount, Difference, PartsOf
from schema.validation.issue import Issue
from schema.validation.messages import error_message, message
from schema.values.display import Display
from tests.schema.validation.given import MESSAGES, catalogue, found, key, metric, number, point, share

ROOT = Path(__file__).parents[3]
RAISERS = {"Issue", "AnnalsError", "WorkspaceError", "OutputError", "ImportRefused", "Mistake", "_beside"}
SPEAKERS = {"sentence", "say", "wrong", "doubt", "unread"}
KNOWN = replace(catalogue(metric("staff", name=Words("员工总数", "員工總數", "Employees"))), messages=MESSAGES)


def texts_of(node):
    """Every text that an argument may be: a literal, or the branches of a choice between literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts_of(node.body)
        yield from texts_of(node.orelse)


def codes_in(path):
    """The codes that a source file raises or says by name."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in RAISERS:
            yield from (text for argument in node.args[:3] for text in texts_of(argument) if " " not in text)
        elif name in SPEAKERS and node.args:
            yield from texts_of(node.args[0])


def raised(folder):
    severities = {"error", "doubt", "work", ""}
    found = {code for path in sorted((ROOT / folder).rglob("*.py")) for code in codes_in(path)}
    return sorted(code for code in found - severities if code == code.lower() and not code.startswith("{"))


def named_in_validation():
    """Every literal in schema/validation that looks like a code of this package."""
    heads = {"unread", "value", "omission", "date", "since", "figure", "category", "metric", "slip", "change"}
    heads |= {"cumulative", "total", "rule", "published", "text"}
    for path in (ROOT / "schema" / "validation").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                head, dot, tail = node.value.partition(".")
                if dot and head in heads and tail.replace(".", "").replace("_", "").isalnum():
                    yield node.value


@pytest.fixture(scope="module")
def check_codes():
    return {*raised("schema/validation"), *named_in_validation()}


def test_a_code_of_the_checks_has_its_sentence(check_codes):
    assert len(check_codes) > 60
    assert sorted(check_codes - set(MESSAGES)) == []


def test_a_code_of_the_checks_is_named_in_a_test_of_the_checks(check_codes):
    files = (path for path in Path(__file__).parent.rglob("test_*.py") if path != Path(__file__))
    tests = "".join(path.read_text("utf-8") for path in files)
    assert [code for code in sorted(check_codes) if f'"{code}"' not in tests] == []


def test_the_scan_finds_the_codes_that_we_know_of(check_codes):
    known = {"missing", "blank", "slip.copied", "text.wildcard", "contradiction.figure", "unread.unit"}
    assert sorted(known - check_codes) == []


def test_words_before_a_number_stand_without_a_blank_in_chinese():
    known = replace(catalogue(number("waste", "t")), messages=MESSAGES)
    data = [point("waste@2021", "0.3"), point("waste", "0.01", qualifier="less_than")]
    (issue,) = [i for i in found(known, data) if i.code == "change.apart"]
    assert "为不足 0.01 吨，2021 年为 0.3" in message(issue, known, "zh-Hans")


@pytest.mark.parametrize("power", [10, 100, 1000, 10000, 100000000])
@pytest.mark.parametrize("way", ["times", "part"])
def test_each_power_of_ten_has_its_words(way, power):
    assert f"slip.{way}.{power}" in MESSAGES


def places_of(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_a_sentence_stands_in_three_languages():
    assert len(MESSAGES) > 300
    assert [code for code, words in MESSAGES.items() if words.missing()] == []


def test_a_sentence_has_the_same_places_in_every_language():
    places = {code: [places_of(words.get(language)) for language in LANGUAGES] for code, words in MESSAGES.items()}
    assert {code: sets for code, sets in places.items() if not sets[0] == sets[1] == sets[2]} == {}


def test_a_sentence_ends_and_says_what_to_do(check_codes):
    said = {
        (code, language): MESSAGES[code].get(language)
        for code in sorted(check_codes & set(MESSAGES))
        for language in LANGUAGES
        if not code.startswith(("slip.", "rule.")) or code in ("slip.copied", "slip.swapped")
    }
    assert len(said) > 200
    assert [key for key, sentence in said.items() if sentence.rstrip()[-1] not in "。."] == []
    short = [key for key, sentence in said.items() if sentence.count("." if key[1] == "en" else "。") < 2]
    assert short == []


def test_a_key_is_named_as_people_say_it():
    at = key("staff:gender=male")
    assert name_of(at, KNOWN, "zh-Hans") == "2022 年员工总数（男）"
    assert name_of(at, KNOWN, "en") == "Employees (男, 2022)"
    assert name_of(key("staff@2021"), KNOWN, "zh-Hant") == "2021 年員工總數"


def test_a_message_says_what_where_and_what_to_do():
    issue = Issue("total.differs", "error", key("staff"),
                  {"total": Amount(Decimal(12345)), "sum": Amount(Decimal(12300)), "difference": Difference(Decimal(-45)),
                   "parts": PartsOf(breakdowns=("gender",))})  # fmt: skip
    assert message(issue, KNOWN, "zh-Hans") == (
        "2022 年员工总数的合计为 12,345 人，按性别相加为 12,300 人，相差 45 人。请核对合计和各分项。"
    )
    assert message(issue, KNOWN, "en") == (
        "Employees (2022): the total is 12,345 people, but the parts by 性别 add up to 12,300 people, "
        "a difference of 45 people. Check the total and its parts."
    )


def test_a_blank_parts_latin_from_chinese():
    issue = Issue("text.blank", "doubt", facts={"report": "csr", "slot": "a", "section": "绿色"}, place="csr a")
    assert message(issue, KNOWN, "zh-Hans").startswith("csr 还缺“a”的文字")


def test_an_issue_without_a_sentence_still_says_where():
    assert message(Issue("gone", "doubt", key("staff")), KNOWN, "en") == "Employees (2022): gone"


@pytest.mark.parametrize(
    ("value", "display", "shown"),
    [
        ("1200000", "万", "120万人"),
        ("1234567", "万", "123.4567万人"),
        ("1234567", "亿 0.0", "1,234,567人"),
        ("36600", "百万 0.0", "36,600人"),
        ("12.3456789012345", "0.00", "12.35人"),
        ("12", "0.00", "12.00人"),
    ],
)
def test_an_amount_keeps_the_digits_that_tell_it_apart(value, display, shown):
    assert amount(Display(metric(display=display), KNOWN, "zh-Hans"), Decimal(value)) == shown


def test_a_percentage_and_an_unknown_unit_are_shown_too():
    assert amount(Display(share(), KNOWN, "en"), Decimal("93.6")) == "93.6%"
    assert amount(Display(number(), KNOWN, "en"), Decimal("3")) == "3.00 m³"


def test_pages_are_worded():
    assert page_words("esg-2021 p. 77", "zh-Hans") == "esg-2021 第 77 页"
    assert page_words("pp. 11-12", "zh-Hant") == "第 11-12 頁"
    assert page_words("p. 5", "en") == "p. 5"


def test_an_expected_trouble_is_said_with_its_path():
    told = error_message(WorkspaceError("workspace.missing", path="a.annals"), MESSAGES, "en")
    assert told == "There is no workspace at a.annals. Check the path, or make a new workspace."


def test_mistakes_in_definitions_are_listed_with_file_line_and_words():
    mistake = Mistake("m.yaml", 7, "definition.unknown_unit", {"name": "tt", "near": "t"})
    told = error_message(DefinitionsError((mistake,)), MESSAGES, "en")
    assert "m.yaml:7: There is no unit “tt”. Did you mean “t”?" in told


def test_a_trouble_without_a_sentence_still_says_its_code():
    assert error_message(WorkspaceError("gone", path="a"), {}, "en") == "gone path=a"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (0, ""), (1, " (The same at 1 more: metrics!F3.)"),
        (7, " (The same at 7 more: metrics!F3, metrics!F4, metrics!F5, metrics!F6, metrics!F7, metrics!F8 ….)"),
    ],
)  # fmt: skip
def test_the_same_mistake_in_many_places_is_told_once_with_where_else(more, told):
    same = [
        Mistake("metrics", row, "definition.unknown_unit", {"name": "kw", "near": "kwh"}, "F")
        for row in range(2, 3 + more)
    ]
    other = Mistake("metrics", 3, "definition.unknown_unit", {"name": "tt", "near": "t"}, "F")
    said = error_message(DefinitionsError((*same, other)), MESSAGES, "en").splitlines()
    first, second = (line for line in said if line.startswith("metrics!"))
    assert first.startswith("metrics!F2: ")
    assert "kw" in first
    assert first.endswith(told)
    assert second.startswith("metrics!F3: ")

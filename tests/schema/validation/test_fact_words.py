"""Each type of fact and each kind of code in the words of each language."""

from dataclasses import replace
from decimal import Decimal

import pytest

from schema.catalogue.definitions import RecordColumn, RecordType
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.validation.fact_words import FactWords, name_of, page_words
from schema.validation.facts import Amount, AmountAt, Coded, Difference, Excerpt, Percent, PrintedAt, SourceNote
from schema.validation.issue import Issue
from tests.factories import words
from tests.schema.validation.given import MESSAGES, catalogue, key, metric, number

CASE = RecordType(
    "case",
    Words("案例", "案例", "Case"),
    (RecordColumn("people", Words("人数", "人數", "People"), "integer", "person"),),
)
PHRASES = {
    "break.unit": Words("单位", "單位", "unit"),
    "word.language.zhhans": Words("简体中文", "簡體中文", "Simplified Chinese"),
    "omission.legal": Words("法律禁止", "法律禁止", "Legal prohibitions"),
}
KNOWN = replace(catalogue(metric(), number(display="0.0")), records={"case": CASE}, messages=MESSAGES, phrases=PHRASES)
GAS = key("gas")


def told(fact, language, at: Key | None = GAS):
    return FactWords.of(Issue("c", "doubt", at), KNOWN, language).say(fact)


@pytest.mark.parametrize(
    ("fact", "chinese", "english"),
    [
        ("x", "x", "x"),
        (3, "3", "3"),
        (Decimal("1E+3"), "1000", "1000"),
        (Words("甲", "甲", "A"), "甲", "A"),
        (GAS, "2022 年<gas>", "<gas> (2022)"),
        (Amount(Decimal(12), "over"), "超过12立方米", "over 12 m³"),
        (Difference(Decimal(-12)), "12.0立方米", "12.0 m³"),
        (AmountAt(key("staff"), Decimal(3)), "2022 年<staff>：3人", "<staff> (2022): 3 people"),
        (AmountAt(key("gone"), Decimal(3)), "2022 年gone：3", "gone (2022): 3"),
        (Percent(Decimal("12.34")), "+12.3%", "+12.3%"),
        (Percent(Decimal("30"), limit=True), "30%", "30%"),
        (PrintedAt("esg", "p. 7"), "esg 第 7 页", "esg p. 7"),
        (PrintedAt("esg", ""), "esg", "esg"),
        (SourceNote(""), "", ""),
        (Excerpt(tuple("aab")), "a / b", "a / b"),
        (("a", "b"), "a、b", "a, b"),
        ((AmountAt(GAS, Decimal(1)), "b"), "2022 年<gas>：1.0立方米；b", "<gas> (2022): 1.0 m³; b"),
    ],
)
def test_each_type_of_fact_has_its_words(fact, chinese, english):
    assert told(fact, "zh-Hans") == chinese
    assert told(fact, "en") == english


def test_without_a_metric_an_amount_is_its_number():
    assert told(Amount(Decimal("12.50")), "en", None) == told(Amount(Decimal("12.5")), "en", key("gone")) == "12.5"


@pytest.mark.parametrize(
    ("code", "chinese", "english"),
    [
        (Coded("breakdown", "gender"), "性别", "性别"),
        (Coded("record type", "case"), "案例", "Case"),
        (Coded("unit", "m3"), "立方米", "m³"),
        (Coded("unit", "gone"), "gone", "gone"),
        (Coded("definition change", "unit"), "单位", "unit"),
        (Coded("language", "zh-Hans"), "简体中文", "Simplified Chinese"),
        (Coded("language", "en"), "en", "en"),
        (Coded("omission", "legal"), "法律禁止", "Legal prohibitions"),
        (Coded("category", "gender=male"), "男", "男"),
        (Coded("column", "case.people"), "人数", "People"),
        (Coded("column", "case.gone"), "", ""),
        (Coded("column", "gone.people"), "", ""),
        (Coded("rule", "gone"), "gone", "gone"),
        (Coded("slip", "slip.gone"), "slip.gone", "slip.gone"),
    ],
)
def test_each_kind_of_code_has_its_words_and_one_that_is_not_known_stays(code, chinese, english):
    assert told(code, "zh-Hans") == chinese
    assert told(code, "en") == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_and_a_source_are_said_in_the_sentences_of_the_program(language):
    assert told(Coded("slip", "slip.sign"), language) == MESSAGES["slip.sign"].best(language)
    assert page_words("esg p. 7", language) in told(SourceNote("esg p. 7"), language)
    assert told(SourceNote("x"), language).startswith(" ") is (language == "en")


def test_a_breakdown_stands_inside_an_english_sentence():
    named = replace(KNOWN, breakdowns={"g": replace(KNOWN.breakdowns["gender"], name=words("Gender"))})
    told_in = {n: FactWords.of(Issue("c", "doubt"), named, n).say(Coded("breakdown", "g")) for n in ("en", "zh-Hans")}
    assert told_in == {"en": "gender", "zh-Hans": "Gender"}


def test_a_records_number_is_named_by_type_id_and_column():
    number_of = RecordKey("case", "trees").number("people")
    assert name_of(number_of, KNOWN, "en") == "Case trees: People"
    assert name_of(number_of, KNOWN, "zh-Hans") == "案例“trees”的人数"
    assert name_of(number_of, KNOWN, "zh-Hant") == "案例“trees”的人數"
    assert name_of(key("staff:gender=male"), KNOWN, "en") == "<staff> (男, 2022)"


def test_an_excerpt_has_six_names_and_says_how_many_more_there_are():
    assert told(Excerpt(tuple("abcdef")), "en") == "a / b / c / d / e / f"
    assert told(Excerpt(tuple("abcdefgh")), "en") == "a / b / c / d / e / f … +2"


@pytest.mark.parametrize(
    ("value", "other", "said"),
    [
        ("100.0000000001", "100", "100.0000000001 m³; 100.0 m³"),
        ("99.99999999996", "100", "99.99999999996 m³; 100.0 m³"),
        ("100.123456789", "100", "100.1 m³; 100.0 m³"),
        ("100.12", "100.1", "100.12 m³; 100.1 m³"),
        ("100", "100", "100.0 m³; 100.0 m³"),
    ],
)
def test_two_amounts_that_differ_are_told_so_finely_that_they_do(value, other, said):
    facts = {"value": Amount(Decimal(value)), "maximum": Amount(Decimal(other))}
    known = FactWords.of(Issue("c", "error", GAS, facts), KNOWN, "en")
    assert "; ".join(map(known.say, facts.values())) == said


@pytest.mark.parametrize(
    ("language", "said"), [("zh-Hans", "35.8 个百分点"), ("zh-Hant", "35.8 個百分點"), ("en", "35.8 percentage points")]
)
def test_two_percentages_differ_by_percentage_points(definitions, language, said):
    issue = Issue("c", "doubt", Key("workforce.minority.share", 2022))
    words = FactWords.of(issue, definitions.catalogue, language)
    assert words.say(Difference(Decimal("-35.8"))) == said

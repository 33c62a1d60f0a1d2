"""Issues by their causes: what shares a line, in which order, and with which words."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES, Words
from schema.moment import Moment
from schema.validation.causes import DOUBTS, FOLDINGS, RANKS, causes, counted, rank_of
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.validation.messages import cause_message, message
from schema.values.subject import TextAt
from tests.factories import shipped_messages
from tests.schema.validation.given import catalogue, metric, number

KNOWN = replace(catalogue(metric(), number("oil"), number("power")), messages=shipped_messages())


def doubt(code, name="gas", year=2022, **facts):
    return Issue(code, "doubt", Key(name, year), facts)


def text(code, slot, report="r", **facts):
    facts = {"report": report, "section": Words(slot), **facts}
    return Issue(code, "doubt", facts=facts, subject=TextAt(report, slot, "en"), report=report)


def test_what_blocks_comes_first_then_contradictions_then_values_then_gaps_then_definitions_then_the_worklist():
    listed = [
        Issue("statement.link", "work"), doubt("metric.assumed"), doubt("blank"), doubt("change.large"),
        doubt("contradiction.print"), Issue("missing", "error", Key("gas", 2022)),
    ]  # fmt: skip
    found = causes(listed)
    assert [cause.issues[0] for cause in found] == list(reversed(listed))
    assert [cause.rank for cause in found] == list(RANKS)
    assert counted(found) == (1, 4)


def test_any_kind_of_contradiction_goes_before_what_only_looks_wrong():
    assert rank_of(doubt("contradiction.of.any.kind")) == "contradiction"
    assert rank_of(doubt("published.differs")) == "contradiction"
    assert rank_of(doubt("published.inputs")) == "value"
    assert rank_of(doubt("a.new.check")) == "value"


def test_doubts_of_one_rank_keep_the_order_of_their_first_issues():
    listed = doubt("blank", "oil"), text("text.blank", "a"), doubt("blank", "power"), text("text.blank", "b")
    assert [cause.code for cause in causes(listed)] == ["blank", "text.blank"]


def test_values_that_wait_for_an_answer_of_their_own_stand_alone():
    assert [cause.folded for cause in causes([doubt("change.large"), doubt("change.large", "oil")])] == [False, False]


def test_values_that_are_missing_share_a_line_for_each_year():
    found = causes([doubt("blank"), doubt("blank", "oil"), doubt("blank", "oil", 2021)])
    assert [len(cause.issues) for cause in found] == [2, 1]
    assert cause_message(found[0], KNOWN, "zh-Hans").startswith("2022 年有 2 项数值还没有填：")
    assert cause_message(found[1], KNOWN, "zh-Hans") == message(found[1].issues[0], KNOWN, "zh-Hans")


def test_texts_share_a_line_for_each_report_and_language():
    english, hant = Coded("language", "en"), Coded("language", "zh-Hant")
    listed = [
        text("text.language", "a", tongue=english), text("text.language", "b", tongue=english),
        text("text.language", "a", tongue=hant), text("text.language", "a", "other", tongue=english),
    ]  # fmt: skip
    assert [len(cause.issues) for cause in causes(listed)] == [2, 1, 1]


def test_slips_of_one_kind_in_one_year_share_a_line():
    ten, thousand = Coded("slip", "slip.times.10"), Coded("slip", "slip.times.1000")
    listed = [doubt("change.slip", slip=ten), doubt("change.slip", "oil", slip=ten)]
    listed += [doubt("change.slip", "power", slip=thousand), doubt("change.slip", "oil", 2021, slip=ten)]
    assert [len(cause.issues) for cause in causes(listed)] == [2, 1, 1]
    assert "2 项" in cause_message(causes(listed)[0], KNOWN, "zh-Hans")


@pytest.mark.parametrize("code", ["change.far", "value.unlike", "slip.copied"])
def test_a_line_names_the_year_of_its_values_not_the_one_they_are_held_against(code):
    listed = [doubt(code, metric, year=2020) for metric in ("gas", "oil")]
    (cause,) = causes(listed)
    assert cause_message(cause, KNOWN, "zh-Hans").startswith(f"{listed[0].key.period} 年")


def test_an_error_and_a_doubt_of_one_code_are_two_causes():
    assert len(causes([doubt("blank"), Issue("blank", "error", Key("oil", 2022))])) == 2


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(FOLDINGS))
def test_each_line_of_several_counts_and_names_them(code, language):
    facts = {
        "report": "r", "section": Words("节"), "title": Words("题"), "disclosure": "A1", "since": "r0", "year": 2021,
        "department": Words("部"), "subject": Words("项"),
        "tongue": Coded("language", "en"), "following": Coded("language", "zh-Hans"), "slip": Coded("slip", "slip.times.10"),
    }  # fmt: skip
    issues = [Issue(code, "doubt", Key(name, 2022), facts, report="r") for name in ("gas", "oil")]
    (cause,) = causes(issues)
    words = cause_message(cause, KNOWN, language)
    assert "2" in words
    assert "{" not in words
    assert len(words) > 15


def test_each_family_of_codes_that_the_checks_know_has_its_rank():
    sources = Path(__file__).parents[3] / "schema" / "validation"
    said = "\n".join(path.read_text("utf-8") for path in sources.rglob("*.py"))
    codes = set(re.findall(r'Issue\(\s*f?"([a-z_]+(?:\.[a-z_]+)+)', said))
    assert len(codes) > 40
    assert sorted(code for code in codes if code.partition(".")[0] not in {*DOUBTS, "folded"}) == []


def test_the_samples_have_few_lines_and_one_is_for_all_definitions(definitions, sample_snapshot):
    found = Moment(definitions, sample_snapshot).causes()
    assert len(found) <= 30
    assert all(cause.severity != "error" for cause in found)
    assumed = [cause for cause in found if cause.code == "metric.assumed"]
    assert len(assumed) == 1
    assert found[-1].rank == "definition"
    assert found[0].issues[0].key == Key("users.mau", 2021)


def test_what_is_unapproved_shares_a_line_for_each_department_of_a_report():
    listed = [
        doubt("request.unapproved", name, department=who)
        for name, who in (("gas", "hr"), ("oil", "hr"), ("power", "it"))
    ]
    assert [len(cause.issues) for cause in causes(listed)] == [2, 1]

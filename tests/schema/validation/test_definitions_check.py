"""Open points of the definitions."""

from dataclasses import replace

import pytest

from schema.catalogue.assumptions import printed_definition
from schema.grammar.words import LANGUAGES, NO_WORDS, Words
from schema.validation.check import check
from schema.validation.messages import message
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests.factories import words
from tests.schema.validation.given import catalogue, codes, definitions, found, metric, number, point, shown

DATA = [point("staff", "3")]


def test_a_placed_metric_without_a_definition_is_an_open_point():
    assert codes(definitions(catalogue(metric(definition=NO_WORDS)), "staff"), DATA) == ["metric.undefined"]
    assert codes(definitions(catalogue(metric()), "staff"), DATA) == []


def test_a_metric_whose_name_says_all_needs_no_definition():
    plain = metric(definition=NO_WORDS, self_explanatory=True)
    assert codes(definitions(catalogue(plain), "staff"), DATA) == []


def test_an_assumed_definition_waits_for_a_yes_and_is_not_for_readers():
    assumed = metric(definition=words("全年在册人数。"), assumed=True)
    (issue,) = found(definitions(catalogue(assumed), "staff"), DATA)
    assert (issue.code, issue.severity, shown(issue, "definition")) == ("metric.assumed", "doubt", "全年在册人数")
    assert printed_definition(assumed, "zh-Hans") == ""


def test_a_definition_confirmed_in_one_language_says_where_it_still_waits():
    half = metric(
        definition=Words("全年在册人数。", "全年在冊人數。", "Staff"), assumed=True, confirmed_in=("zh-Hans",)
    )
    (issue,) = found(definitions(catalogue(half), "staff"), DATA)
    assert (issue.code, issue.severity) == ("metric.half_confirmed", "doubt")
    assert shown(issue, "tongue") == "zh-Hant en"


def test_a_metric_that_no_report_places_needs_no_definition():
    assert codes(definitions(catalogue(metric(definition=NO_WORDS))), DATA) == []


def test_a_formula_is_definition_enough():
    known = catalogue(metric(), number("twice", formula="[staff] + [staff]", definition=NO_WORDS))
    assert codes(definitions(known, "twice"), DATA) == []


def test_a_definition_that_repeats_the_name_is_an_open_point():
    known = catalogue(metric(name=words("员工总数"), definition=words("员工总数。")))
    assert codes(definitions(known, "staff"), DATA) == ["metric.repeats_name"]


@pytest.fixture
def worded(program):
    """Definitions of a company that words two sentences otherwise, one of them with a place that nobody fills."""
    own = {"metric.unknown": Words(en="{where} is gone"), "workspace.empty": Words(en="{why}?")}
    known = replace(catalogue(metric()), messages=program.in_force("messages", own), phrases=program.phrases)
    return definitions(known, "staff")


def test_a_wording_whose_places_do_not_fit_is_named_once_with_the_places_that_do(worded):
    issues = check(worded, Snapshot(), Figures(worded.catalogue, Snapshot()))
    unfit = [issue for issue in issues if issue.code == "wording.unfit"]
    assert [(issue.severity, issue.place, issue.facts["places"]) for issue in unfit] == [
        ("doubt", "workspace.empty", "{path}")
    ]
    assert [message(unfit[0], worded.catalogue, language) for language in LANGUAGES] == [
        "公司对用语 workspace.empty 的英文改写“{why}?”含有程序无法填写的占位，因此仍用程序自带的用语。"
        "请重新改写，不用其他占位，可用的有：{path}。",
        "公司對用語 workspace.empty 的英文改寫「{why}?」含有程式無法填寫的佔位，因此仍用程式自帶的用語。"
        "請重新改寫，不用其他佔位，可用的有：{path}。",
        "The company's own English wording of workspace.empty, “{why}?”, has places that the program cannot fill, "
        "so the program's wording is used. Word it anew without such places; there are these: {path}.",
    ]

"""Disclosures that a printed index leaves open, and explanations that a framework does not take."""

import re
from dataclasses import replace

import pytest

from schema.catalogue.definitions import MANDATORY, Disclosure, Framework
from schema.catalogue.outline import Definitions, IndexBlock, Outline, Section, TextBlock
from schema.grammar.words import LANGUAGES, Explanation
from schema.validation.indices import check_indices
from schema.validation.issue import IndexAt
from schema.validation.messages import message
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests.factories import shipped_messages, small_catalogue, words
from tests.schema.validation.given import catalogue, definitions, key, number, point, shown, snapshot, sound

GRI = Framework(
    "gri",
    words("GRI"),
    (Disclosure("2-1", "2-1", words("组织"), kind=MANDATORY), Disclosure("2-6", "2-6", words("活动"))),
)


def issues(style, basis, reasons, framework=GRI, answers=()):
    catalogue = replace(small_catalogue(), frameworks={"gri": framework})
    block = IndexBlock("index.gri", "gri", style, basis=basis)
    blocks = (TextBlock("lead", "lead"), block)
    section = Section("index", 1, words("索引"), blocks, disclosures={"gri": tuple(answers)})
    explanations = {"gri": {code: Explanation("说明", reason=reason) for code, reason in reasons.items()}}
    outline = Outline("r-2022", 2022, "zh-Hans", words("报告"), (section,), ("gri",), explanations=explanations)
    definitions = Definitions(catalogue, {"r-2022": outline})
    data = Snapshot(texts={("r-2022", "lead", "zh-Hans"): "字"})
    return sound(check_indices(definitions, outline, Figures(catalogue, data)), catalogue)


def codes(style, basis, reasons):
    refused = [issue for issue in issues(style, basis, reasons) if issue.code != "index.open"]
    return [(issue.code, issue.severity, shown(issue, "disclosure")) for issue in refused]


def left_open(*how, **more):
    return [shown(issue, "disclosure") for issue in issues(*how, {}, **more) if issue.code == "index.open"]


@pytest.mark.parametrize("style", ["codes", "pages"])
def test_an_index_that_lists_everything_leaves_open_what_nothing_answers(style):
    every = replace(GRI, every=True)
    assert left_open(style, "reference", framework=every) == ["2-1", "2-6"]
    assert left_open(style, "reference", framework=every, answers=["2-6"]) == ["2-1"]
    assert left_open(style, "reference") == []


def test_in_accordance_what_is_mandatory_is_left_open_where_nothing_answers():
    assert left_open("content", "accordance") == ["2-1"]
    assert left_open("content", "accordance", answers=["2-1"]) == []
    assert left_open("content", "reference") == []


@pytest.mark.parametrize("style", ["reverse", "goals"])
def test_an_index_by_sections_or_goals_lists_no_open_disclosure(style):
    assert left_open(style, "accordance", framework=replace(GRI, every=True)) == []


def test_an_open_disclosure_is_said_in_each_language():
    (issue, *_) = issues("codes", "reference", {}, framework=replace(GRI, every=True))
    catalogue = replace(small_catalogue(), frameworks={"gri": GRI}, messages=shipped_messages())
    for language in LANGUAGES:
        assert {"GRI", "2-1", "r-2022"} <= set(re.findall(r"[\w-]+", message(issue, catalogue, language)))


@pytest.mark.parametrize("style", ["pages", "content"])
def test_no_explanation_stands_for_what_must_be_disclosed(style):
    assert codes(style, "reference", {"2-1": "legal"}) == [("index.mandatory", "error", "2-1")]


def test_in_accordance_an_omission_needs_one_of_the_four_reasons():
    assert codes("content", "accordance", {"2-6": ""}) == [("index.reason", "error", "2-6")]
    assert codes("content", "accordance", {"2-6": "confidential"}) == []


def test_elsewhere_words_are_enough():
    assert codes("content", "reference", {"2-6": ""}) == []
    assert codes("pages", "accordance", {"2-6": ""}) == []


def test_what_must_be_disclosed_takes_no_omission_of_its_values():
    energy = number("energy", disclosures={"gri": ("2-1",)})
    whole = definitions(replace(catalogue(energy), frameworks={"gri": GRI}), "energy")
    outline = whole.outlines["report"]
    index = IndexBlock("index.gri", "gri", "content", basis="accordance")
    outline = replace(outline, chapters=(*outline.chapters, Section("index", 1, words("索引"), (index,))))
    whole = replace(whole, outlines={"report": outline})

    def found(*data):
        issues = check_indices(whole, outline, Figures(whole.catalogue, snapshot(data)))
        return [(issue.code, issue.severity, issue.facts.get("names")) for issue in sound(issues, whole.catalogue)]

    left = point("energy", None, omission="legal", footnote="禁令")
    assert found(left) == [("index.omitted", "error", (key("energy"),))]
    assert found() == [("index.open", "doubt", None)]
    assert found(point("energy", "4")) == []


def test_an_explanation_that_waits_to_be_confirmed_is_not_told_as_open_too():
    whole = definitions(replace(catalogue(), frameworks={"gri": replace(GRI, every=True)}))
    index = IndexBlock("index.gri", "gri", "pages")
    outline = replace(
        whole.outlines["report"],
        chapters=(Section("index", 1, words("索引"), (index,)),),
        explanations={"gri": {"2-6": Explanation("说明")}},
        unconfirmed={"gri": ("2-6",)},
    )
    whole = replace(whole, outlines={"report": outline})
    issues = check_indices(whole, outline, Figures(whole.catalogue, Snapshot()))
    assert [shown(issue, "disclosure") for issue in issues] == ["2-1"]


def test_an_issue_stands_at_its_disclosure():
    found = [issue for issue in issues("content", "accordance", {}) if issue.code == "index.open"]
    assert [issue.at for issue in found] == [IndexAt("r-2022", "gri", "2-1")]

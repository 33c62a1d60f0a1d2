"""Explanations that a framework does not take."""

from dataclasses import replace

import pytest

from schema.catalogue.definitions import MANDATORY, Disclosure, Framework
from schema.catalogue.outline import IndexBlock, Outline, Section
from schema.grammar.words import Explanation
from schema.validation.indices import check_indices
from tests.factories import small_catalogue, words
from tests.schema.validation.given import shown

GRI = Framework(
    "gri",
    words("GRI"),
    (Disclosure("2-1", "2-1", words("组织"), kind=MANDATORY), Disclosure("2-6", "2-6", words("活动"))),
)


def codes(style, basis, reasons):
    catalogue = replace(small_catalogue(), frameworks={"gri": GRI})
    section = Section("index", 1, words("索引"), (IndexBlock("index.gri", "gri", style, basis=basis),))
    explanations = {"gri": {code: Explanation("说明", reason=reason) for code, reason in reasons.items()}}
    outline = Outline("r-2022", 2022, "zh-Hans", words("报告"), (section,), ("gri",), explanations=explanations)
    return [(issue.code, issue.severity, shown(issue, "disclosure")) for issue in check_indices(catalogue, outline)]


@pytest.mark.parametrize("style", ["pages", "content"])
def test_no_explanation_stands_for_what_must_be_disclosed(style):
    assert codes(style, "reference", {"2-1": "legal"}) == [("index.mandatory", "error", "2-1")]


def test_in_accordance_an_omission_needs_one_of_the_four_reasons():
    assert codes("content", "accordance", {"2-6": ""}) == [("index.reason", "error", "2-6")]
    assert codes("content", "accordance", {"2-6": "confidential"}) == []


def test_elsewhere_words_are_enough():
    assert codes("content", "reference", {"2-6": ""}) == []
    assert codes("pages", "accordance", {"2-6": ""}) == []

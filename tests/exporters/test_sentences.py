"""Numbers in the sentences of the sample: nothing is said twice, and one thing is one."""

from __future__ import annotations

import re

import pytest

from exporters.assembly.assembly import Assembly
from exporters.assembly.linked_text import inlines, plain_words
from schema.catalogue.definitions import Catalogue
from schema.grammar.english_units import of_one
from schema.grammar.words import LANGUAGES
from schema.moment import Moment

CHINESE = {
    "two words of degree": r"[达達]到?(?:超过|超過|近|约|約)|(?:超过|超過|逾)(?:近|约|約)|(?:约|約|近)(?:超过|超過|近|约|約)",
    "a unit twice": r"\d\s?人(?:员工|員工)|\d\s?([个個家间間名项項场場次])\1",
    "respectively of nothing": r"(?:分别|分別)[为為]?\s?0",
}


def english(catalogue: Catalogue) -> dict[str, str]:
    """What an English sentence is searched for."""
    units = {unit.name.en for unit in catalogue.units.values()}
    many = "|".join(sorted(re.escape(unit) for unit in units if of_one(unit) != unit))
    degree = "over|nearly|about|around"
    return {
        "two words of degree": rf"\b(?:{degree}) (?:{degree})\b",
        "one of many": rf"(?<![\d.,/–-])1 (?:{many})\b",
        "the verb between a thing and its unit": r"\b(?:is|are|was|were) (?:over |nearly |about )?[\d,.]+ units?\b",
        "respectively of nothing": r"\b0(?: \w+)?, 0(?: \w+)? and 0(?: \w+)? respectively",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_has_no_sentence_that_a_number_bends(sample_definitions, sample_snapshot, language):
    moment, faults = Moment(sample_definitions, sample_snapshot), []
    patterns = english(sample_definitions.catalogue) if language == "en" else CHINESE
    for code, outline in sample_definitions.outlines.items():
        assembly = Assembly(moment, outline, language)
        for (report, slot, tongue), text in sample_snapshot.texts.items():
            if (report, tongue) == (code, language):
                words = plain_words(inlines(assembly, text))
                faults += [
                    f"{name}: {code} {slot}: …{words[max(0, found.start() - 20) : found.end() + 10]}…"
                    for name, pattern in patterns.items()
                    for found in re.finditer(pattern, words)
                ]
    assert not faults


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("companies", "company"), ("people", "person"), ("person-times", "person-time"), ("class hours", "class hour"),
        ("hours per person", "hour per person"), ("courses", "course"), ("classes", "class"), ("MWh per person",) * 2,
        ("s", "s"), ("kWh", "kWh"), ("RMB", "RMB"), ("m²", "m²"), ("series", "series"), ("", ""),
    ],
)  # fmt: skip
def test_a_unit_behind_one_is_said_in_the_singular(many, one):
    assert of_one(many) == one

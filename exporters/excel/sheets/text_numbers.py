"""The second part of a chapter's sheet: numbers that stand in its texts and records, and not above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.spots import DataPlan, Line
from exporters.facts import Fact
from schema.catalogue.outline import Section
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key


def facts_by_chapter(facts: Sequence[Fact], chapters: Sequence[Section]) -> dict[str, list[Fact]]:
    """Return what each chapter prints, by its code."""
    chapter_of = {section.code: chapter.code for chapter in chapters for section in chapter.walk()}
    printed: dict[str, list[Fact]] = {chapter.code: [] for chapter in chapters}
    for fact in facts:
        for code in dict.fromkeys(chapter_of[stand.section] for stand in fact.stands if stand.section in chapter_of):
            printed[code].append(fact)
    return printed


def fact_lines(context: Context, sheet: DataPlan, printed: Sequence[Fact]) -> Iterator[Line]:
    """Yield a line for each number that the draft's chapter prints and the first part does not show."""
    own = [fact for fact in printed if _is_shown(context, fact)]
    above = {key for line in sheet.lines for key in line.keys} if own else set[Key]()
    facts: dict[Key, Fact] = {}
    for fact in own:
        if fact.key not in above:
            facts.setdefault(fact.key, fact)
    if facts:
        yield Line("facts", context.say("sheet.facts"))
    for key, fact in facts.items():
        metric = metric_of(context.catalogue, key.metric)
        own = (key,) if key.metric in context.catalogue.metrics else ()  # a record's numbers stand on its own sheet
        yield Line("fact", fact.name, metric=metric, keys=own, fact=fact)


def _is_shown(context: Context, fact: Fact) -> bool:
    """A year of a table that has no data is no number."""
    return fact.state != "omission" or context.figures.value(fact.key).kind != "missing"

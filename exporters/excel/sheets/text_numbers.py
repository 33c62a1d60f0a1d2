"""The second part of a chapter's sheet: numbers that stand in its texts and records, and not above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.excel.sheets.context import Context
from exporters.excel.sheets.spots import DataPlan, Line
from exporters.facts import Fact
from schema.catalogue.number_format import SHARE, tells_value
from schema.catalogue.outline import Section
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import value_key


def facts_by_chapter(facts: Sequence[Fact], chapters: Sequence[Section]) -> dict[str, list[Fact]]:
    """Return what each chapter prints, by its code."""
    chapter_of = {section.code: chapter.code for chapter in chapters for section in chapter.walk()}
    printed: dict[str, list[Fact]] = {chapter.code: [] for chapter in chapters}
    for fact in facts:
        for code in dict.fromkeys(chapter_of[stand.section] for stand in fact.stands if stand.section in chapter_of):
            printed[code].append(fact)
    return printed


def fact_lines(context: Context, sheet: DataPlan, printed: Sequence[Fact]) -> Iterator[Line]:
    """Yield a line for each number that the draft's chapter prints and the first part does not show in its format."""
    above = {value_key(key.canonical(), line.format) for line in sheet.lines for key in line.keys}
    if len(context.years) > 1:
        year, rows = context.outline.year, [line.keys for line in sheet.lines if line.keys]
        above |= {key for keys in rows if (key := sheet.change_key(replace(keys[-1], period=year)))}
    facts = [fact for fact in printed if is_shown(context, fact) and fact.word_key not in above]
    if facts:
        yield Line("facts", context.say("sheet.facts"))
    titles = {section.code: section.title.best(context.language) for section in context.outline.walk()}
    for fact in facts:
        metric, title = metric_of(context.catalogue, fact.key.metric), titles.get(fact.stands[0].section, "")
        own = (fact.key,) if fact.key.metric in context.catalogue.metrics and tells_value(fact.format) else ()
        other = "review.share" if SHARE in fact.format else "review.change"
        name = fact.name if tells_value(fact.format) else context.say(other, name=fact.name)
        yield Line("fact", name, metric=metric, keys=own, fact=fact, format=fact.format, section=title)


def is_shown(context: Context, fact: Fact) -> bool:
    """A year of a table that has no data is no number."""
    return fact.state != "omission" or context.figures.value(fact.key).kind != "missing"

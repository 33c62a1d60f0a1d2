"""Years that do not count the same in the data sheets: a mark in the cell's number format, the note in its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.assembly.footnotes import restated_sentence
from exporters.excel.sheets.context import Context
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Metric
from schema.values.figures import Result
from schema.values.restatements import restatements_of


def marked(context: Context, cell: Cell, result: Result) -> Cell:
    """Return a value's cell with the mark of years that are not comparable with the report's own; mostly as it is."""
    year = context.outline.year
    if result.value is None or "|" not in cell.style:
        return cell
    if not context.figures.breaks(result.key.metric, result.key.period, year):
        return cell
    return replace(cell, style=f'{cell.style}"{context.say("break.mark")}"')


def notes(context: Context, metric: Metric, results: Sequence[Result]) -> Iterator[str]:
    """Yield what is to be said of a row: since when it counts something else, and what earlier reports printed."""
    years = [result.key.period for result in results if result.value is not None]
    for one in context.figures.breaks(metric.code, min(years), context.outline.year) if years else ():
        name = context.name(metric)
        if one.metric.code != metric.code:
            name = context.say("break.input", name=name, input=context.name(one.metric))
        what, note = context.say(f"break.{one.change.what}"), one.change.note.best(context.language)
        sentence = context.say("break.note", name=name, since=str(one.change.since), what=what, note=note)
        yield f"{context.say('break.mark')} {sentence}"
    outlines = context.definitions.outlines
    for result in results:
        for stated in restatements_of(context.figures, outlines, context.outline, result.key):
            words = restated_sentence(stated, context.catalogue, context.language)
            yield context.say("note.year", year=str(result.key.period), text=words)

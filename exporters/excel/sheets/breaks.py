"""Years that do not count the same in the data sheets: a mark in the cell's number format, the note in its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.assembly.breaks import break_words, is_marked
from exporters.assembly.footnotes import restated_words
from exporters.excel.sheets.context import Context
from exporters.excel.workbook import Cell
from schema.catalogue.definitions import Metric
from schema.values.figures import Result


def marked(context: Context, cell: Cell, result: Result) -> Cell:
    """Return a value's cell with the mark of years that are not comparable with the report's own; mostly as it is."""
    if result.value is None or "|" not in cell.style or not is_marked(context.assembly, result.key):
        return cell
    return replace(cell, style=f'{cell.style}"{context.say("break.mark")}"')


def notes(context: Context, metric: Metric, results: Sequence[Result]) -> Iterator[str]:
    """Yield what is to be said of a row: since when it counts something else, and what earlier reports printed."""
    years = [result.key.period for result in results if result.value is not None]
    for change in context.figures.breaks(metric.code, min(years), context.outline.year) if years else ():
        yield f"{context.say('break.mark')} {break_words(context.assembly, metric, change)}"
    for result in results if context.snapshot.restatements else ():
        for words in restated_words(context.assembly, result.key):
            yield context.say("note.year", year=context.assembly.bare_period(result.key), text=words)

"""What is said beside the values of a row: footnotes and sources, internal notes, with their year where it matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from exporters.excel.sheets.context import Context
from schema.validation.comparison_words import untold_words
from schema.values.datapoint import DataPoint
from schema.values.display import Display
from schema.values.figures import Result


def note_of(context: Context, results: Sequence[Result]) -> str:
    """Return what is to be said about a row's values, newest year first; the year is named where it is not alone."""
    return _by_year(context, results, lambda result: _said_of(context, result))


def internal_of(context: Context, results: Sequence[Result]) -> str:
    """Return the internal notes of a row's values, in the same way."""
    return _by_year(context, results, lambda result: _internal_words(context, result))


def _internal_words(context: Context, result: Result) -> str:
    return context.quoted(internal(result.point).rstrip("。.;；")) if result.point else ""


def internal(point: DataPoint) -> str:
    """Return what nobody outside reads: the note, once it is known to be one."""
    return "" if point.unsorted else point.note


def _by_year(context: Context, results: Sequence[Result], words: Callable[[Result], str]) -> str:
    said = [(result.key.period, words(result)) for result in reversed(results)]
    notes = [(year, text) for year, text in said if text]
    if len(results) == 1 or (len(notes) == 1 and notes[0][0] == results[-1].key.period):
        return notes[0][1] if notes else ""
    spans = [_span([year for year, _ in same], text) for text, same in groupby(notes, key=lambda note: note[1])]
    if len(spans) == 1 and len(notes) == len(results):
        return spans[0][1]
    return "\n".join(context.say("note.year", year=years, text=text) for years, text in spans)


def _said_of(context: Context, result: Result) -> str:
    if result.value is None and (department := context.assembly.withheld(result.key)):
        return context.say("word.pending", department=department)
    if result.computed is not None:
        metric = context.catalogue.metrics[result.key.metric]
        told = context.assembly.moment.told.value(result.key)
        display = Display(metric, context.catalogue, context.language)
        shown = context.say("not.comparable")
        if told.value is not None:
            shown = display.show(told.value, told.qualifier, with_unit=True)
        return context.say("note.published", report=context.outline.code, value=shown)
    if result.untold:
        return untold_words(result, context.figures, context.language)
    return _note(context, result.point) if result.point else ""


def _span(years: Sequence[int], text: str) -> tuple[str, str]:
    """Return neighbouring years (newest first) with the same note as one span."""
    return (f"{years[-1]}–{years[0]}" if len(years) > 1 else str(years[0])), text


def _note(context: Context, point: DataPoint) -> str:
    said = (_printed(point), bool(point.unread), point.estimated, point.method, point.as_of, point.since, point.source)
    words = context.memory.notes.get(said)
    if words is None:
        words = context.memory.notes[said] = _note_words(context, point)
    return words


def _printed(point: DataPoint) -> str:
    """Return the footnote; a note that is not sorted yet goes on being printed where it always was."""
    return point.footnote or (point.note if point.unsorted else "")


def _note_words(context: Context, point: DataPoint) -> str:
    parts = [context.quoted(_printed(point))]
    if point.unread:
        parts.append(context.say("note.unread"))
    if point.estimated:
        parts.append(context.say("note.estimated"))
    facts = (
        ("method", context.quoted(point.method)),
        ("as.of", point.as_of),
        ("since", str(point.since or "")),
        ("source", point.source),
    )
    parts += [context.say(f"note.{code}", text=text) for code, text in facts if text]
    return context.assembly.punctuation.semicolon.join(part.rstrip("。.;；") for part in parts if part)

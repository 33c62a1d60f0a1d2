"""Years that do not count the same: the mark at a value, the note below its table or chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.assembly.assembly import Assembly
from exporters.content import Inlines, Text
from schema.catalogue.definitions import Metric
from schema.grammar.reference import Key
from schema.values.definition_breaks import Break

Series = Iterable[tuple[Metric, Iterable[int]]]


def is_marked(assembly: Assembly, key: Key) -> bool:
    """Whether a value of an earlier year is not comparable with the report's own."""
    figures = assembly.figures
    return bool(figures.breaks(key.metric, key.period, assembly.outline.year)) and figures.value(key).value is not None


def mark(assembly: Assembly, key: Key) -> Inlines:
    """Return the mark of a value that is not comparable with the report's own year; mostly nothing."""
    return (Text(assembly.say("break.mark")),) if is_marked(assembly, key) else ()


def notes(assembly: Assembly, series: Series, *, marked: bool) -> tuple[Inlines, ...]:
    """Return one line for each break between the years shown of each metric; `marked` lines explain a mark."""
    lines: dict[str, None] = {}
    for metric, years in series:
        shown = sorted(years)
        for change in assembly.figures.breaks(metric.code, shown[0], shown[-1]) if shown else ():
            lines[break_words(assembly, metric, change)] = None
    sign = assembly.say("break.mark") + " " if marked and lines else ""
    return tuple((Text(sign + line),) for line in lines)


def break_words(assembly: Assembly, metric: Metric, change: Break) -> str:
    """Return since when a metric counts something else, and how."""
    name = assembly.words(metric.name)
    if change.metric.code != metric.code:
        name = assembly.say("break.input", name=name, input=assembly.words(change.metric.name))
    what, remark = assembly.say(f"break.{change.change.what}"), assembly.words(change.change.note)
    return assembly.say("break.note", name=name, since=str(change.change.since), what=what, note=remark)


def shown_years(assembly: Assembly, keys: Iterable[Key]) -> Iterator[int]:
    """Yield the years of the keys that have a value."""
    yield from (key.period for key in keys if assembly.figures.value(key).value is not None)

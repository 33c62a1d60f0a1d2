"""Years that do not count the same: the mark at a value, the note below its table or chart, the place of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.assembly.desk import Desk
from exporters.content import Inlines, LinkedNumber, Text
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Section
from schema.grammar.reference import Key, value_key
from schema.values.definition_breaks import Break


def mark(desk: Desk, key: Key) -> Inlines:
    """Return the mark of a value of an earlier year that is not comparable with the report's own; mostly nothing."""
    found = desk.figures.value(key).value is not None and desk.figures.breaks(key.metric, key.period, desk.outline.year)
    return (Text(desk.say("break.mark")),) if found else ()


def notes(desk: Desk, series: Iterable[tuple[Metric, Iterable[int]]], *, marked: bool) -> tuple[Inlines, ...]:
    """Return one line for each break between the years shown of each metric; `marked` lines explain a mark."""
    lines: dict[str, None] = {}
    for metric, years in series:
        shown = sorted(years)
        for one in desk.figures.breaks(metric.code, shown[0], shown[-1]) if shown else ():
            lines[break_words(desk, metric, one)] = None
    sign = desk.say("break.mark") + " " if marked and lines else ""
    return tuple((Text(sign + line),) for line in lines)


def break_words(desk: Desk, metric: Metric, found: Break) -> str:
    """Return since when a metric counts something else, and how."""
    name = desk.words(metric.name)
    if found.metric.code != metric.code:
        name = desk.say("break.input", name=name, input=desk.words(found.metric.name))
    what, note = desk.say(f"break.{found.change.what}"), desk.words(found.change.note)
    return desk.say("break.note", name=name, since=str(found.change.since), what=what, note=note)


def no_comparison(desk: Desk, key: Key, format_text: str) -> LinkedNumber | None:
    """Return what stands for a change on last year across a break, or None where the years can be compared."""
    found = desk.figures.breaks(key.metric, key.period - 1, key.period)
    if not found:
        return None
    reference, text = key.canonical(), desk.say("word.not.comparable")
    remark = desk.say("word.ask.comparable", note=desk.words(found[-1].change.note))
    identity = value_key(reference, format_text)
    return LinkedNumber(reference, format_text, identity, "", text, "", desk.name(key), "omission", remark)


def ask_to_reword(desk: Desk, key: Key, metric: Metric, section: Section) -> None:
    """Note among the open points that a sentence compares what cannot be compared."""
    change = desk.figures.breaks(key.metric, key.period - 1, key.period)[-1].change
    places = {"name": desk.name(key), "since": str(change.since), "what": desk.say(f"break.{change.what}")}
    desk.open(section, desk.say("word.open.comparable", **places), desk.asks(metric))


def shown_years(desk: Desk, keys: Iterable[Key]) -> Iterator[int]:
    """Yield the years of the keys that have a value."""
    yield from (key.period for key in keys if desk.figures.value(key).value is not None)

"""The history of a report's numbers in words: what stood there, what stands there since, who changed it and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exporters.assembly.assembly import Assembly
from exporters.assembly.data_rows import Trails
from schema.grammar.reference import Key, RecordKey
from schema.values.datapoint import DataPoint, HistoryEntry, Record
from schema.values.display import Display
from schema.values.kept_things import kept_at
from schema.values.omissions import OMISSIONS
from schema.values.records import name_in, show_plain

_DETAILS = ("footnote", "note", "method", "source", "as_of")


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """An entry of the history about a value, or about the numbers of a record; `old`, `new` are empty for nothing."""

    entry: HistoryEntry
    reference: str
    name: str
    old: str
    new: str


def history_lines(assembly: Assembly, trails: Trails) -> tuple[HistoryLine, ...]:
    """Return the entries in their order; those that touched no number of a record are left out."""
    lines = (line for at, entries in trails.items() for line in _lines(assembly, at, entries))
    return tuple(sorted(lines, key=lambda line: line.entry.number))


def _lines(assembly: Assembly, at: Key | RecordKey, entries: Sequence[HistoryEntry]) -> Iterator[HistoryLine]:
    kept, reference = kept_at(at), at.canonical()
    for entry in entries:
        old, new = (kept.thing_of(at, state) for state in (entry.old, entry.new))
        if isinstance(at, Key):
            name, before, after = f"{assembly.name(at)} {at.period}", _point(assembly, old), _point(assembly, new)
        else:
            name = _record_name(assembly, at, new or old)
            before, after = _changed(_numbers(assembly, old), _numbers(assembly, new))
        if before or after:
            yield HistoryLine(entry, reference, name, before, after)


def _point(assembly: Assembly, point: DataPoint | None) -> str:
    """Return what was typed at a value, with what was noted beside it."""
    if point is None:
        return ""
    metric, omission = assembly.catalogue.metrics.get(point.key.metric), OMISSIONS.get(point.omission)
    shown = assembly.say(omission.phrase) if omission else point.unread or point.typed
    if point.value is not None and metric is not None:
        display = Display(metric, assembly.catalogue, assembly.language)
        shown = display.show(point.value, point.qualifier, with_unit=True)
    details = (getattr(point, name) for name in _DETAILS)
    estimated = assembly.say("note.estimated") if point.estimated else ""
    return " · ".join(filter(None, (shown, estimated, *details)))


def _record_name(assembly: Assembly, at: RecordKey, record: Record | None) -> str:
    kind = assembly.catalogue.records.get(at.type)
    return name_in(record, kind, assembly.language) if record is not None and kind is not None else at.canonical()


def _numbers(assembly: Assembly, record: Record | None) -> Mapping[str, str]:
    """Return the numbers of a record by the names of their columns."""
    kind = assembly.catalogue.records.get(record.key.type) if record is not None else None
    if record is None or kind is None:
        return {}
    numeric = (column for column in kind.columns if column.numeric)
    told = ((column, show_plain(record.field(column.code), column, assembly.language)) for column in numeric)
    return {assembly.words(column.name): text for column, text in told if text}


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[str, str]:
    """Return both sides with nothing but what is different."""
    names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
    before, after = ("\n".join(f"{name}: {side[name]}" for name in names if name in side) for side in (old, new))
    return before, after

"""What of a report departments were asked for and nobody has approved: what a draft marks, or leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from schema.grammar.reference import Key, RecordKey, category_parts, parse_record
from schema.validation.contents import ItemAt
from schema.validation.issue import ListAt
from schema.validation.shares import Share
from schema.values.datapoint import Record, Snapshot
from schema.values.figures import Figures
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class Pending:
    """The departments that were asked, by what is not approved: values, texts by slots, records, lists with some."""

    values: Mapping[Key, str] = field(default_factory=dict[Key, str])
    slots: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    records: Mapping[RecordKey, str] = field(default_factory=dict[RecordKey, str])
    lists: Mapping[str, str] = field(default_factory=dict[str, str])

    def __bool__(self) -> bool:
        return bool(self.values or self.slots or self.records or self.lists)

    def departments(self, key: Key, figures: Figures) -> tuple[str, ...]:
        """Return who was asked for what a value says and nobody has approved: for itself, or for what it follows from.

        A figure and a total that is computed take from others; a total that somebody typed stands for itself.
        """
        if not self:
            return ()
        return tuple(dict.fromkeys(self._of(key, figures, set())))

    def _of(self, key: Key, figures: Figures, seen: set[Key]) -> Iterator[str]:
        if key in seen:
            return
        seen.add(key)
        if key in self.values:
            yield self.values[key]
            return
        address = parse_record(key.metric)
        if address is not None:
            yield from (self.records[address[0]] for _ in range(address[0] in self.records))
            return
        result = figures.value(key)
        for below in (*result.inputs, *result.missing):
            yield from self._of(below, figures, seen)
        if result.kind == "missing" and not result.missing:
            yield from self._parts(key)

    def _parts(self, key: Key) -> Iterator[str]:
        """Yield who was asked for the parts of a total that is not there."""
        fixed = set(category_parts(key.category))
        for part, department in self.values.items():
            if replace(part, category=key.category) == key and fixed < set(category_parts(part.category)):
                yield department


NOTHING = Pending()


def pending_of(shares: Iterable[Share], rows: Mapping[str, tuple[Record, ...]]) -> Pending:
    """Return what is not approved in the shares that were asked for; `rows` are the report's records by their lists."""
    values, slots = dict[Key, str](), dict[tuple[str, str], str]()
    records, lists = dict[RecordKey, str](), dict[str, str]()
    for at, department in _unapproved(shares):
        match at:
            case Key():
                values[at] = department
            case TextAt():
                slots[at.report, at.slot] = department
            case ListAt():
                if at.block in rows:
                    lists[at.block] = department
                    records |= {record.key: department for record in rows[at.block]}
    return Pending(values, slots, records, lists)


def standing(pending: Pending, figures: Figures) -> Pending:
    """Return what of it is there at all: nothing else has to be left out."""
    texts = {place[:2] for place, text in figures.snapshot.texts.items() if text.strip()}
    values = {key: owner for key, owner in pending.values.items() if figures.value(key).kind != "missing"}
    slots = {place: owner for place, owner in pending.slots.items() if place in texts}
    return replace(pending, values=values, slots=slots)


def _unapproved(shares: Iterable[Share]) -> Iterator[tuple[ItemAt, str]]:
    for share in shares:
        if share.request is not None:
            yield from ((item.at, share.department) for item in share.items if item.state != "approved")


def without(snapshot: Snapshot, pending: Pending) -> Snapshot:
    """Return a snapshot without what is not approved; the words of a text go in every language."""
    return replace(
        snapshot,
        points={key: point for key, point in snapshot.points.items() if key not in pending.values},
        texts={place: text for place, text in snapshot.texts.items() if place[:2] not in pending.slots},
        records={key: record for key, record in snapshot.records.items() if key not in pending.records},
    )

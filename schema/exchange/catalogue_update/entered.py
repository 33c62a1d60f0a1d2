"""What people have entered under the entries of a catalogue: it keeps them, and what its numbers mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from schema.catalogue.definitions import BLOCK, Catalogue
from schema.exchange.catalogue_update.entries import Id
from schema.exchange.catalogue_update.fields import InEntry
from schema.grammar.reference import Key
from schema.values.datapoint import Snapshot

_Cut = tuple[str, frozenset[str]]  # a metric and the breakdowns of a category of it


@dataclass(frozen=True, slots=True)
class Entered:
    """The entries (by the names they have in the workbook's sheets) and the cuts under which there is anything."""

    entries: frozenset[Id]
    cuts: frozenset[_Cut]

    @classmethod
    def of(cls, snapshot: Snapshot, catalogue: Catalogue) -> Entered:
        """Find what a snapshot's values, evidence, records and texts stand under."""
        keys = {*snapshot.points, *(one.key for one in snapshot.published), *(key for _, key in snapshot.restatements)}
        entries = {*_of_keys(keys, catalogue), *_of_records(snapshot), *_of_texts(snapshot)}
        return cls(frozenset(entries), frozenset((key.metric, _breakdowns(key)) for key in keys if key.category))

    def under(self, entry: Id) -> InEntry:
        """Return what there is under one entry."""
        return InEntry(entry in self.entries, partial(self._item, entry))

    def _item(self, entry: Id, field: str, item: str) -> bool:
        test = _ITEMS.get((entry[0], field))
        return test is not None and test(self, entry, item)

    def has_cut(self, entry: Id, crossing: str) -> bool:
        """Whether there are values of a metric in a crossing."""
        return (entry[1], frozenset(part.strip() for part in crossing.split("+"))) in self.cuts

    def adds_up(self, entry: Id, axis: str) -> bool:
        """Whether there are values of a metric along a breakdown."""
        return any(metric == entry[1] and axis in breakdowns for metric, breakdowns in self.cuts)


# Lists whose items are kept while something stands under them.
_ITEMS: Mapping[tuple[str, str], Callable[[Entered, Id, str], bool]] = {
    ("metrics", "crossings"): Entered.has_cut,
    ("metrics", "sum_over"): Entered.adds_up,
}


def _breakdowns(key: Key) -> frozenset[str]:
    return frozenset(part.partition("=")[0] for part in key.category.split(";"))


def _of_keys(keys: set[Key], catalogue: Catalogue) -> Iterator[Id]:
    for key in keys:
        yield "metrics", key.metric
        if metric := catalogue.metrics.get(key.metric):
            yield "units", metric.unit
        for category in filter(None, key.category.split(";")):
            breakdown, _, member = category.partition("=")
            yield "breakdowns", breakdown, ""
            yield "breakdowns", breakdown, member


def _of_records(snapshot: Snapshot) -> Iterator[Id]:
    for record in snapshot.records.values():
        kind = record.key.type
        yield "records", kind, "", ""
        yield "outlines", record.report
        for column, field in record.fields.items():
            if column == BLOCK:
                yield "blocks", record.report, field.typed
            else:
                yield "records", kind, column, ""
                yield "records", kind, column, field.typed


def _of_texts(snapshot: Snapshot) -> Iterator[Id]:
    for report, slot, _ in snapshot.texts:
        yield "outlines", report
        yield "blocks", report, slot
        # Caption and alternative text of a picture are slots of their own.
        yield "blocks", report, slot.rpartition(".")[0]

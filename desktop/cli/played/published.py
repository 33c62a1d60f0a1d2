"""What the sample's report published, and what of it is left to be answered by departments in the play."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from schema.catalogue.outline import Definitions, Outline
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Key, RecordKey
from schema.moment import Moment
from schema.sample import sample_changes
from schema.validation.issue import ListAt
from schema.validation.shares import Share, shares_of
from schema.values.changes import Change, overlay
from schema.values.datapoint import DataPoint, PublishedValue, Record, SlotText, Snapshot
from schema.values.holders import Holders
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt

EDITORIAL = "csr"  # the editor's own department: its words are there when the year begins


@dataclass(frozen=True)
class Published:
    """The sample as it was published, and the `departments` that answer anew what they own in one report.

    Those that fill in forms (`plain`) write no words with links in them: what has some is there.
    """

    definitions: Definitions
    changes: tuple[Change, ...]
    report: str
    departments: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()

    @cached_property
    def moment(self) -> Moment:
        """The sample whole."""
        return Moment(self.definitions, overlay(Snapshot(), self.changes))

    @property
    def snapshot(self) -> Snapshot:
        """What the sample holds."""
        return self.moment.snapshot

    @property
    def outline(self) -> Outline:
        """The report's outline."""
        return self.moment.outline(self.report)

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        """What each department owns in the report, nothing of it checked."""
        return shares_of(self.moment.contents(self.report), self.definitions)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        """All departments that own something in the report."""
        return tuple(code for code in self.shares if code)

    @property
    def playing(self) -> tuple[str, ...]:
        """The departments that answer anew: all owners where none is named."""
        return self.departments or self.owners

    def points(self, department: str) -> tuple[DataPoint, ...]:
        """Return the year's values that a department owns, in the order of the sample."""
        return tuple(point for point in self.snapshot.points.values() if self._owner(point.key) == department)

    def asked(self, department: str) -> tuple[Key, ...]:
        """Return the values that are asked of a department."""
        return tuple(i.at for i in self.shares[department].items if isinstance(i.at, Key))

    def texts(self, department: str) -> tuple[TextAt, ...]:
        """Return the texts that a department writes anew: those that name no values."""
        if department == EDITORIAL:
            return ()
        own = [i.at for i in self.shares[department].items if isinstance(i.at, TextAt)]
        return tuple(at for at in own if not any(linked_codes(self.text(at, at.language))))

    def text(self, at: TextAt, language: str) -> str:
        """Return the published words of a text in a language."""
        return self.snapshot.texts.get((at.report, at.slot, language), "")

    def lists(self, department: str) -> Mapping[str, tuple[Record, ...]]:
        """Return the records that a department writes anew by their blocks, where the whole list can be."""
        if department == EDITORIAL:
            return {}
        rows = rows_by_block(self.outline, self.snapshot)
        own = [i.at for i in self.shares[department].items if isinstance(i.at, ListAt)]
        blocks = [at.block for at in own if all(self._is_typed(row, department) for row in rows[at.block])]
        return {block: rows[block] for block in blocks}

    def beginning(self) -> tuple[Change, ...]:
        """Return what is there before the year is asked for."""
        words = {at.slot for department in self.playing for at in self.texts(department)}
        records = {r.key for d in self.playing for rows in self.lists(d).values() for r in rows}
        return tuple(change for change in self.changes if not self._is_new(change, words, records))

    def _is_new(self, change: Change, slots: Collection[str], records: Collection[RecordKey]) -> bool:
        match change.after:
            case DataPoint(key=key):
                return self._owner(key) in self.playing
            case PublishedValue(report=report, key=key):
                return report == self.report and key.period == self.outline.year
            case SlotText(report=report, slot=slot):
                return report == self.report and slot in slots
            case Record(key=key):
                return key in records
            case _:
                return False

    def _owner(self, key: Key) -> str:
        """Return the department whose value of the year it is; empty of another year."""
        return self._by_key.get(key, "")

    @cached_property
    def _by_key(self) -> Mapping[Key, str]:
        holders, year = Holders(self.definitions), self.outline.year
        asked = {key: department for department in self.owners for key in self.asked(department)}
        points = [key for key in self.snapshot.points if key.period == year]
        return {key: asked.get(key) or min(holders.of(key), default=EDITORIAL) for key in points}

    def _is_typed(self, record: Record, department: str) -> bool:
        """Whether a record can be typed in alone: it has no picture, and names no numbers but its own."""
        columns = {column.code: column for column in self.definitions.catalogue.records[record.key.type].columns}
        pictured = any(code in columns and columns[code].traits.pictured for code in record.fields)
        words = "".join(field.words.get(self.outline.language) for field in record.fields.values())
        own = "" if department in self.plain else record.key.canonical()
        return not pictured and all(own and code.startswith(own) for code in linked_codes(words))


def linked_codes(text: str) -> Iterator[str]:
    """Yield the codes of the numbers that a text names."""
    yield from (piece.reference.code for piece in parse_linked(text) if isinstance(piece, LinkedNumber))


def read_published(
    resources: Path, definitions: Definitions, report: str, departments: Iterable[str] = (), plain: Iterable[str] = ()
) -> Published:  # fmt: skip
    """Read the sample's folder."""
    changes = tuple(sample_changes(resources / "sample", definitions.catalogue))
    return Published(definitions, changes, report, tuple(departments), tuple(plain))

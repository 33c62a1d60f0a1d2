"""Which kept things go with a department's share, and which stay at home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from schema.exchange.packs.cut_definitions import CutShare, Whole
from schema.exchange.packs.share_evidence import ShareEvidence
from schema.exchange.packs.share_words import linked_codes, share_records, share_texts
from schema.grammar.reference import Key, parse_record
from schema.validation.approvals import read_approvable
from schema.validation.contents import ItemAt
from schema.validation.issue import FieldAt, ListAt
from schema.validation.shares import asked_items
from schema.values.datapoint import Attachment, Record, SlotText
from schema.values.evidence import Evidence
from schema.values.follow_ups import all_follow_ups
from schema.values.kept_requests import APPROVALS
from schema.values.kept_things import Thing
from schema.values.kept_values import REMARKS
from schema.values.people import Person, people_of
from schema.values.questions import questions_of
from schema.values.requests import Request
from schema.values.subject import TextAt


def share_things(whole: Whole, share: CutShare, request: Request) -> tuple[Thing, ...]:
    """Return everything that a department is given with its request: what it has said before, and nothing of others.

    Values of earlier years and printed ones of the metrics that it is asked for, of its figures what was printed; words
    and records of this report and the last, with the evidence of both; answers to doubts, reasons, approvals,
    questions and follow-up marks that stand at these.
    """
    taking = _Taking(whole, share)
    said = (*taking.remarks(), *taking.approvals(), *taking.questions(), *taking.follow_ups())
    return (request, *taking.people(), *taking.values(), *taking.words, *taking.files(), *said)


class _Taking:
    """Asked for one share of one moment."""

    def __init__(self, whole: Whole, share: CutShare) -> None:
        self._share, self._snapshot = share, whole.snapshot
        items = asked_items(whole.contents(share.present.outline.code))
        theirs = {item.at for item in items if item.owner != share.department}
        # Of a metric that several are asked for, each gets what it is asked for itself, in whichever year.
        self._theirs = frozenset(_any_year(at) for at in theirs if isinstance(at, Key))
        # Of an entity that only others are asked about, not even the breakdowns that no report places.
        own = {_at_entity(item.at) for item in items if item.owner == share.department}
        self._elsewhere = {_at_entity(at) for at in theirs if isinstance(at, Key) and at.entity} - own
        self._texts = tuple(text for cut in share.cuts for text in share_texts(cut, self._snapshot))
        self._records = tuple(record for cut in share.cuts for record in share_records(cut, self._snapshot))
        self._places = {TextAt(text.report, text.slot, text.language) for text in self._texts}
        self._keys = {record.key for record in self._records}
        self._lists = {ListAt(cut.outline.code, block) for cut in share.cuts for block in cut.lists}

    def people(self) -> Iterator[Person]:
        """Yield the department's people, as contacts: nobody is kept out of a workspace of one's own."""
        for person in people_of(self._snapshot):
            if person.department == self._share.department:
                yield replace(person, role="contact")

    def values(self) -> Iterator[Thing]:
        """Yield values, what was printed of them, and why that is no longer so."""
        yield from (point for key, point in self._snapshot.points.items() if self._is_own(key))
        yield from (printed for printed in self._snapshot.published if self._is_own(printed.key))
        yield from (stated for (_, key), stated in self._snapshot.restatements.items() if self._is_own(key))

    @property
    def words(self) -> tuple[SlotText | Record, ...]:
        """The texts and the records."""
        return (*self._texts, *self._records, *self._linked())

    def files(self) -> tuple[Evidence | Attachment, ...]:
        """Return the evidence, its files, and the pictures that stand in texts and records."""
        return ShareEvidence(self._share, self._snapshot, self._is_own, self._keys).things(self._pictures())

    def remarks(self) -> Iterator[Thing]:
        """Yield the answers to doubts about what goes with the share."""
        remarks = REMARKS.place.all(self._snapshot).values()
        return (remark for remark in remarks if self._stands_here(remark.subject))

    def approvals(self) -> Iterator[Thing]:
        """Yield the approvals of what goes with the share."""
        approvals, report = APPROVALS.place.all(self._snapshot).values(), self._share.present.outline.code
        return (one for one in approvals if one.report == report and self._stands_here(one.subject))

    def questions(self) -> Iterator[Thing]:
        """Yield the questions about what goes with the share, with their answers."""
        report = self._share.present.outline.code
        return (one for one in questions_of(self._snapshot) if one.report == report and self._stands_here(one.subject))

    def follow_ups(self) -> Iterator[Thing]:
        """Yield the marks of what goes with the share."""
        return (one for one in all_follow_ups(self._snapshot).values() if self._stands_here(one.subject))

    def _is_own(self, key: Key) -> bool:
        others = _any_year(key) in self._theirs or _at_entity(key) in self._elsewhere
        return key.metric in self._share.valued and not others

    def _linked(self) -> Iterator[Record]:
        """Yield the other records to whose numbers the words link, with nothing in them and in no list.

        So that a link is told as one whose number is not here, not as one to nothing.
        """
        codes = linked_codes(self._share.cuts, self._snapshot)
        keys = {found[0] for code in codes if (found := parse_record(code)) is not None}
        return (Record(key, "", 0) for key in sorted(keys & self._snapshot.records.keys() - self._keys))

    def _pictures(self) -> Iterable[Attachment]:
        named = [text.text for text in self._texts if not text.language]
        named += [field.typed for record in self._records for field in record.fields.values()]
        known = self._snapshot.attachments
        return [known[name] for name in dict.fromkeys(named) if name in known]

    def _stands_here(self, subject: str) -> bool:
        at = read_approvable(subject)
        match at:
            case Key():
                return self._is_own(at)
            case TextAt():
                return at in self._places
            case ListAt():
                return at in self._lists
            case FieldAt():
                return at.record in self._keys
            case None:
                record = read_approvable(subject.rpartition(".")[0])  # a column of a record
                return isinstance(record, FieldAt) and record.record in self._keys


def _at_entity(at: ItemAt) -> tuple[str, str]:
    return (at.metric, at.entity) if isinstance(at, Key) else ("", "")


def _any_year(key: Key) -> tuple[str, str, str, str]:
    return key.metric, key.entity, key.category, key.span

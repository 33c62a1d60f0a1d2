"""Which departments own what stands at a subject, over all reports: whose contacts may change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from typing import Self, assert_never

from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import Block, Definitions, Outline, placements, records_block
from schema.catalogue.owners import owners
from schema.grammar.reference import Key, RecordKey, parse_reference
from schema.values.datapoint import Record
from schema.values.evidence import EvidenceAt
from schema.values.follow_ups import FollowUpAt
from schema.values.freezes import FreezeAt
from schema.values.kept_things import Subject, Thing, owner_of, parse_subject
from schema.values.questions import QuestionAt
from schema.values.record_places import home
from schema.values.subject import (
    AnswerAt,
    ApprovalAt,
    AttachmentAt,
    DefinitionsAt,
    MergeAt,
    PackOriginAt,
    PersonAt,
    PublishedAt,
    RemarkAt,
    RequestAt,
    RestatementAt,
    TextAt,
)
from schema.values.verdicts import VerdictAt

NOBODY: frozenset[str] = frozenset()


class Holders:
    """The owners by the one rule of owners, in each report that asks for a thing; definitions never change under it.

    A value belongs to those whom the reports of its year ask for it, else whom any report asks, else to the
    department of its metric.
    """

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions
        self._metrics: dict[str, dict[int, set[str]]] = {}
        self._lists: dict[tuple[str, str], str] = {}
        self._records: Mapping[RecordKey, Record] = {}
        for outline in definitions.outlines.values():
            for block, owner in _owned(outline, definitions):
                self._take(outline, block, owner)

    def knowing(self, records: Mapping[RecordKey, Record]) -> Self:
        """Return the same where these records stand: what is said of a record belongs to the list that it is in."""
        other = copy(self)
        other._records = records
        return other

    def of(self, subject: Subject, *things: Thing | None) -> frozenset[str]:
        """Return the departments that own a subject; of a record the `things` that stand there say which list."""
        match subject:
            case Key():
                return self._of_value(subject)
            case RecordKey():
                return self._of_record(subject, things)
            case TextAt():
                return _one(owner_of(subject, self._definitions))
            case PublishedAt() | RestatementAt():
                return self._of_value(subject.key)
            case RemarkAt() | EvidenceAt() | QuestionAt() | FollowUpAt():
                return self._of_text(subject.subject)
            case RequestAt():
                return _one(subject.department)
            case (
                AnswerAt() | AttachmentAt() | PersonAt() | ApprovalAt() | PackOriginAt() | MergeAt() | FreezeAt()
                | VerdictAt() | DefinitionsAt()
            ):  # fmt: skip
                return NOBODY
            case _:
                assert_never(subject)

    def _of_value(self, key: Key) -> frozenset[str]:
        entity = self._definitions.catalogue.entity(key.entity) if key.entity else None
        if entity is not None and entity.department:
            return _one(entity.department)
        by_year = self._metrics.get(key.metric)
        if by_year is None:
            return _one(owner_of(key, self._definitions))
        return frozenset(by_year.get(key.period) or set[str]().union(*by_year.values())) - {""}

    def _of_record(self, key: RecordKey, things: tuple[Thing | None, ...]) -> frozenset[str]:
        homes = {self._home(thing) for thing in things if isinstance(thing, Record)}
        if not homes and (record := self._records.get(key)) is not None:
            homes = {self._home(record)}
        if not homes:
            return _one(owner_of(key, self._definitions))
        return homes.pop() if len(homes) == 1 else NOBODY  # from one department's list to another's: the editor's

    def _home(self, record: Record) -> frozenset[str]:
        outline = self._definitions.outlines.get(record.report)
        block = home(outline, record) if outline else ""
        return _one(self._lists.get((record.report, block)) or owner_of(record.key, self._definitions))

    def of_item(self, subject: str) -> frozenset[str]:
        """Return the departments that own an item by its canonical text: a value, a text, a list of records."""
        return self._of_text(subject)

    def _of_text(self, text: str) -> frozenset[str]:
        """Return the owners of what doubts, evidence, questions, marks stand at: a value, a text, a record, a list."""
        head, _, rest = text.partition("/")
        if head == "list":
            report, _, block = rest.rpartition("/")
            return _one(self._lists.get((report, block), ""))
        subject = parse_subject(text) or parse_subject(text.rpartition(".")[0])
        return self.of(subject) if isinstance(subject, Key | TextAt | RecordKey) else NOBODY

    def _take(self, outline: Outline, block: Block, owner: Mapping[str, str]) -> None:
        for code, department in owner.items():
            if listing := records_block(block):
                self._lists[outline.code, listing.id] = department
            else:
                self._metrics.setdefault(code, {}).setdefault(outline.year, set()).add(department)


def _owned(outline: Outline, definitions: Definitions) -> Iterator[tuple[Block, Mapping[str, str]]]:
    """Yield the blocks of a report with the owner of each metric or record type that they ask for, by its code."""
    known, catalogue = owners(outline), definitions.catalogue
    inputs = Inputs(catalogue.metrics)
    for section in outline.walk():
        for block in section.blocks:
            own, placed = known[section.code], dict[str, str]()
            if listing := records_block(block):
                kind = catalogue.records.get(listing.type)
                placed[listing.type] = own.of(kind.department if kind else "", block.department)
            for reference in filter(None, (parse_reference(row.reference) for row in placements(block))):
                metric = catalogue.metrics.get(reference.code)
                if metric is not None:
                    placed[metric.code] = own.of(metric.department, block.department)
                    for code in inputs.of(metric.code):
                        placed.setdefault(code, inputs.owner(code, placed[metric.code]))
            yield block, placed


def _one(department: str) -> frozenset[str]:
    return frozenset({department}) if department else NOBODY

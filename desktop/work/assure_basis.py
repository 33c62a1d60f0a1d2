"""What an assurance pack is made from: a report's numbers in scope, as they stand or as they were frozen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.work.freezes import moment_of_freeze
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.trail import trail_of
from exporters.assembly.data_rows import DataRow, data_rows, last_entries, stored_at
from exporters.assembly.document import build_document
from schema.errors import AnnalsError
from schema.grammar.reference import Key, canonical_text
from schema.mistakes import near
from schema.moment import Moment
from schema.values.evidence import Evidence, evidence_by_subject, evidence_of, proved_text
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Scope:
    """What is assured: a report, of it certain numbers only where `only` names some; as it was frozen under a name.

    With `sections` (codes) only what stands in one of them.
    """

    report: str
    only: tuple[str, ...] = ()
    freeze: str = ""
    language: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Basis:
    """The state that a pack is made from: the number and the head of the history, and all that follows."""

    moment: Moment
    number: int
    head: str
    rows: tuple[DataRow, ...]
    language: str

    @property
    def keys(self) -> tuple[Key, ...]:
        """The numbers in scope, and what they are computed from, each once."""
        keys = dict.fromkeys(row.fact.key for row in self.rows)
        for key in list(keys):
            keys |= dict.fromkeys(self.moment.figures.value(key).inputs)
        return tuple(keys)


def basis_of(workspace: Workspace, scope: Scope) -> Basis:
    """Return what a pack is made from. AnnalsError cli.unknown_report, assure.unknown, freeze.…"""
    report = scope.report
    moment = moment_of_freeze(workspace, scope.freeze, report) if scope.freeze else moment_of(workspace)
    need_report(moment.definitions, scope.report)
    replay = workspace.replay
    number = moment.freeze.number if moment.freeze else replay.number
    language = scope.language or moment.outline(scope.report).language
    document = build_document(moment, scope.report, language)
    last = last_entries(trail_of(workspace, number)({stored_at(fact.key) for fact in document.facts}))
    rows = _chosen(_within(data_rows(moment, document, last), scope.sections), scope.only)
    return Basis(moment, number, replay.hash_at(number), rows, language)


def _within(rows: tuple[DataRow, ...], sections: Sequence[str]) -> tuple[DataRow, ...]:
    """Return the rows of numbers that stand in one of these sections; all where none is named."""
    if not sections:
        return rows
    return tuple(row for row in rows if any(stand.section in sections for stand in row.fact.stands))


def _chosen(rows: tuple[DataRow, ...], only: Sequence[str]) -> tuple[DataRow, ...]:
    """Return the rows of the named references, or of every one of a metric; all where none is named."""
    if not only:
        return rows
    known = {name for row in rows for name in (row.fact.key.canonical(), row.fact.key.metric)}
    names = {name if name in known else canonical_text(name) or name for name in only}
    for name in names - known:
        raise AnnalsError("assure.unknown", reference=name, near=near(name, known) or "")
    return tuple(row for row in rows if names & {row.fact.key.canonical(), row.fact.key.metric})


def evidence_in(basis: Basis, report: str) -> tuple[Evidence, ...]:
    """Return the evidence in scope: of the numbers and their inputs, and of the report's texts and records."""
    snapshot = basis.moment.snapshot
    found = {one: None for key in basis.keys for one in evidence_of(snapshot, proved_text(stored_at(key)))}
    for subject, own in evidence_by_subject(snapshot).items():
        if subject.startswith(f"text/{report}/"):
            found |= dict.fromkeys(own)
    return tuple(found)

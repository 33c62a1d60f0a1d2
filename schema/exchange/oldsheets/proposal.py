"""One old file from its sheets to what may be taken: the draft that a person confirms, and its outcome."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from schema.catalogue.definitions import Catalogue
from schema.catalogue.number_format import split_unit
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.answers import ColumnMap, Identity
from schema.exchange.oldsheets.column import Table
from schema.exchange.oldsheets.entities import EntityNames
from schema.exchange.oldsheets.evidence import Evidence
from schema.exchange.oldsheets.file_kind import BOOKS, Kind
from schema.exchange.oldsheets.intake import Options, Outcome, Take, Taker
from schema.exchange.oldsheets.matching import Matcher, Proposal
from schema.exchange.oldsheets.names import Names, Target
from schema.exchange.oldsheets.source import Rows, SourceRow, identify
from schema.exchange.oldsheets.tables import Tables
from schema.grammar.words import LANGUAGES
from schema.validation.issue import Issue
from schema.values.decimal_marks import DecimalMark
from schema.values.figures import Figures

_NOT_AS_NAMED = {("page", True): "old.is_page", ("text", True): "old.is_text", ("book", False): "old.is_book"}
_NO_FORMATS = (".xls", ".xlsb", ".ods")


@dataclass(frozen=True, slots=True)
class OldFile:
    """The sheets of a file as they were read; `encoding` is that of a text file, else empty.

    `continental` says that semicolons part its columns; `decimal` which sign parts its decimals, as a person has said.
    `kind` is what it is, whatever it is called (None: as it is called); `newer` that it is a workbook which tells all
    that is to be seen.
    """

    name: str
    sheets: tuple[PlainSheet, ...]
    encoding: str = ""
    continental: bool = False
    decimal: DecimalMark | Literal[""] = ""
    kind: Kind | None = None
    newer: bool = False


def _dated(catalogue: Catalogue) -> frozenset[str]:
    """Return what the metrics are called whose values are days."""
    named = (metric for metric in catalogue.metrics.values() if metric.traits.dated)
    return frozenset(name for m in named for name in (m.code, *map(m.name.get, LANGUAGES)) if name)


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a file and their rows, headings included, with what is wrong with them."""

    file: OldFile
    tables: tuple[Table, ...]
    rows: tuple[SourceRow, ...]
    issues: tuple[Issue, ...]
    known: ColumnMap = field(default_factory=ColumnMap)


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposal per row, and the person's answers: a target, or None for a row that is left out."""

    found: Found
    proposals: tuple[Proposal, ...]
    answers: Mapping[Identity, Target | None] = field(default_factory=dict[Identity, "Target | None"])
    open: frozenset[Identity] = frozenset()

    def target(self, proposal: Proposal) -> Target | None:
        """Return what a row is taken as, or None where it is not taken."""
        identity = proposal.row.identity
        if identity in self.answers:
            return self.answers[identity]
        if identity in self.open or not proposal.sure or proposal.best is None:
            return None
        return proposal.best.target

    def chosen(self) -> list[tuple[Proposal, Target]]:
        """Return the rows that are taken."""
        pairs = ((proposal, self.target(proposal)) for proposal in self.proposals)
        return [(proposal, target) for proposal, target in pairs if target is not None]

    def blocked(self) -> list[tuple[Proposal, Target]]:
        """Return the rows that wait for nothing but a unit that can be read; kept as written where asked for."""
        return [
            (proposal, proposal.best.target)
            for proposal in self.proposals
            if proposal.blocked and proposal.best is not None and proposal.row.identity not in self.answers
            and proposal.row.identity not in self.open
        ]  # fmt: skip

    def answered(self) -> dict[Identity, bool]:
        """Return yes and no by row, as far as a person has said so."""
        return {identity: target is not None for identity, target in self.answers.items()}


class Drafter:
    """Makes drafts against one state of the workspace; the names are counted once for all files."""

    def __init__(self, definitions: Definitions, figures: Figures, language: str) -> None:
        """`language` is that of the values' words."""
        self._catalogue = definitions.catalogue
        self._entities = EntityNames.of(definitions.catalogue)
        self._figures = figures
        self._language = language
        self._matcher = Matcher(Names(definitions), Evidence(definitions.catalogue, figures))

    def draft(self, found: Found, known: ColumnMap) -> Draft:
        """Match the rows of a file; answers of the map stand."""
        return Draft(found, self._matcher.match(found.rows, known.rows, known.kept), known.rows, known.open)

    def outcome(self, draft: Draft, options: Options) -> Outcome:
        """Return what the rows that are taken bring, with every issue of the file."""
        taker = Taker(draft.found.file.name, self._catalogue, self._figures, self._language, options)
        kept = draft.blocked() if options.keep_unreadable else []
        outcome = taker.take([*draft.chosen(), *kept])
        waiting = [proposal for proposal in draft.proposals if proposal not in [kept_one for kept_one, _ in kept]]
        left = tuple(issue for proposal in waiting if (issue := self._left(draft, proposal)))
        return Outcome(outcome.takes, (*draft.found.issues, *outcome.issues, *left))

    def preview(self, draft: Draft, proposal: Proposal, options: Options) -> tuple[Take, ...]:
        """Return what a row would bring as what it is taken for, else as its best candidate."""
        target = draft.target(proposal) or (proposal.best.target if proposal.best else None)
        if target is None:
            return ()
        taker = Taker(draft.found.file.name, self._catalogue, self._figures, self._language, options)
        return taker.take([(proposal, target)]).takes

    def _left(self, draft: Draft, proposal: Proposal) -> Issue | None:
        """Say which row is not taken, unless a person left it out."""
        row, best = proposal.row, proposal.best
        if row.identity in draft.answers or draft.target(proposal) is not None:
            return None
        if proposal.part:
            return Issue("old.not_whole", "error", None, {"name": row.code or row.name}, row.place)
        if best is None:
            return Issue("old.unmatched", "doubt", None, {"name": row.written}, row.place)
        near = best.target.words(self._catalogue, self._language)
        params = {"name": row.written, "near": near, "reference": best.target.reference()}
        if proposal.clash:
            params["units"] = " / ".join(f"“{unit}”" for unit in proposal.clash)
            return Issue("old.near_units", "doubt", None, params, row.place)
        code = "old.near" if best.fits else "old.near_unit"
        return Issue(code, "doubt", None, {**params, "as_unit": row.unit}, row.place)

    def find(self, file: OldFile, known: ColumnMap) -> Found:
        """Return the tables of a file and their rows; no table at all is an error."""
        units = self._catalogue.units

        def is_unit(text: str) -> bool:
            return bool(text) and split_unit(known.unit(text), units) is not None

        tables = Tables(file.name, known, is_unit, self._entities, _dated(self._catalogue))
        issues = list(_about(file))
        found = [table for sheet in file.sheets for table in tables.of(sheet)]
        if all(table.candidate for table in found):
            issues.append(Issue("old.no_table", "error", None, {"file": file.name}, file.name))
        else:
            issues.extend(tables.headless(file.sheets))
        rows = Rows(file.name, is_unit, known, self._entities)
        readable = [table for table in found if not table.candidate]
        read = identify([row for number, table in enumerate(readable) for row in rows.read(table, number)])
        contradicted = [_unit_issue(row, known) for row in read if _contradicts(row, known, is_unit)]
        issues = [*issues, *tables.issues, *rows.issues, *contradicted]
        return Found(file, tuple(found), tuple(_with_unit(row, known) for row in read), tuple(issues), known)


def _with_unit(row: SourceRow, known: ColumnMap) -> SourceRow:
    """Take a person's answer about the unit where the sheet gives none, an unknown one, or two."""
    unit = known.row_units.get(row.identity, "")
    return replace(row, unit=unit, units=(unit,)) if unit else row


def _contradicts(row: SourceRow, known: ColumnMap, is_unit: Callable[[str], bool]) -> bool:
    """Whether a map says one unit, perhaps of last year's sheet, and the row plainly another."""
    unit = known.row_units.get(row.identity, "")
    return bool(unit) and len(row.units) == 1 and row.unit != unit and is_unit(row.unit)


def _unit_issue(row: SourceRow, known: ColumnMap) -> Issue:
    facts = {"name": row.written, "unit": row.unit, "other": known.row_units[row.identity]}
    return Issue("old.unit_map", "error", None, facts, row.place)


def _about(file: OldFile) -> list[Issue]:
    found: list[Issue] = []
    if file.encoding not in ("", "UTF-8"):
        found.append(Issue("old.encoding", "doubt", None, {"encoding": file.encoding}, file.name))
    if told := _NOT_AS_NAMED.get((str(file.kind), file.name.lower().endswith(BOOKS))):
        found.append(Issue(told, "doubt", None, {"file": file.name}, file.name))
    elif file.newer and file.name.lower().endswith(".xls"):
        found.append(Issue("old.is_newer", "doubt", None, {"file": file.name}, file.name))
    elif file.kind in ("book", None) and file.name.lower().endswith(_NO_FORMATS):
        found.append(Issue("old.no_formats", "doubt", None, {"file": file.name}, file.name))
    hidden = [sheet.title for sheet in file.sheets if sheet.hidden]
    return [*found, *(Issue("old.hidden_sheet", "doubt", None, {"name": title}, file.name) for title in hidden)]

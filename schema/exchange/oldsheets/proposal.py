"""One old file from its sheets to what may be taken: the draft that a person confirms, and its outcome."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from schema.catalogue.number_format import split_unit
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.column_map import ColumnMap
from schema.exchange.oldsheets.evidence import Evidence
from schema.exchange.oldsheets.grid import Grid
from schema.exchange.oldsheets.intake import Options, Outcome, Take, Taker
from schema.exchange.oldsheets.layout import Layout, Table
from schema.exchange.oldsheets.matching import Matcher, Proposal, unit_names
from schema.exchange.oldsheets.names import Names, Target
from schema.exchange.oldsheets.source import Identity, Rows, SourceRow, identify
from schema.validation.issue import Issue
from schema.values.decimal_marks import DecimalMark
from schema.values.figures import Figures

_NO_FORMATS = (".xls", ".xlsb", ".ods")


@dataclass(frozen=True, slots=True)
class OldFile:
    """The sheets of a file as they were read; `encoding` is that of a text file, else empty.

    `continental` says that semicolons part its columns; `decimal` which sign parts its decimals, as a person has said.
    """

    name: str
    sheets: tuple[PlainSheet, ...]
    encoding: str = ""
    continental: bool = False
    decimal: DecimalMark | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The tables of a file and their rows, headings included, with what is wrong with them."""

    file: OldFile
    tables: tuple[Table, ...]
    rows: tuple[SourceRow, ...]
    issues: tuple[Issue, ...]


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

    def answered(self) -> dict[Identity, bool]:
        """Return yes and no by row, as far as a person has said so."""
        return {identity: target is not None for identity, target in self.answers.items()}


class Drafter:
    """Makes drafts against one state of the workspace; the names are counted once for all files."""

    def __init__(self, definitions: Definitions, figures: Figures, language: str) -> None:
        """`language` is that of the values' words."""
        self._catalogue = definitions.catalogue
        self._figures = figures
        self._language = language
        self._matcher = Matcher(Names(definitions), Evidence(definitions.catalogue, figures))

    def draft(self, found: Found, known: ColumnMap) -> Draft:
        """Match the rows of a file; answers of the map stand."""
        return Draft(found, self._matcher.match(found.rows, known.rows), known.rows, known.open)

    def outcome(self, draft: Draft, options: Options) -> Outcome:
        """Return what the rows that are taken bring, with every issue of the file."""
        taker = Taker(draft.found.file.name, self._catalogue, self._figures, self._language, options)
        outcome = taker.take(draft.chosen())
        left = tuple(issue for proposal in draft.proposals if (issue := self._left(draft, proposal)))
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
        code = "old.near" if best.fits else "old.near_unit"
        return Issue(code, "doubt", None, {**params, "as_unit": row.unit}, row.place)

    def find(self, file: OldFile, known: ColumnMap) -> Found:
        """Return the tables of a file and their rows; no table at all is an error."""
        units = self._catalogue.units
        layout = Layout(file.name, known.columns, unit_names(self._catalogue))
        rows = Rows(file.name, lambda text: bool(text) and split_unit(text, units) is not None)
        tables, issues = list[Table](), list(_about(file))
        for sheet in file.sheets:
            found = _tables(layout, sheet)
            tables.extend(found)
            filled = any(text.strip() for row in sheet.rows for text in row)
            if not found and filled and not sheet.hidden and sheet.title:
                issues.append(Issue("old.no_head", "doubt", None, {"name": sheet.title}, file.name))
        if not tables:
            issues.append(Issue("old.no_table", "error", None, {"file": file.name}, file.name))
        read = tuple(row for number, table in enumerate(tables) for row in rows.read(table, number))
        return Found(file, tuple(tables), identify(read), (*issues, *layout.issues, *rows.issues))


def _about(file: OldFile) -> list[Issue]:
    found: list[Issue] = []
    if file.encoding not in ("", "UTF-8"):
        found.append(Issue("old.encoding", "doubt", None, {"encoding": file.encoding}, file.name))
    if file.name.lower().endswith(_NO_FORMATS):
        found.append(Issue("old.no_formats", "doubt", None, {"file": file.name}, file.name))
    hidden = [sheet.title for sheet in file.sheets if sheet.hidden]
    return [*found, *(Issue("old.hidden_sheet", "doubt", None, {"name": title}, file.name) for title in hidden)]


def _tables(layout: Layout, sheet: PlainSheet) -> Sequence[Table]:
    """Return the tables of a sheet; years that stand below each other are read as if they stood side by side."""
    if sheet.hidden:
        return ()
    if found := layout.tables(Grid(sheet)):
        return found
    turned = layout.tables(Grid(sheet, turned=True))
    return turned if any(len(table.years()) > 1 for table in turned) else ()

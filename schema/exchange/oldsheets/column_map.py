"""The column map: a table that an editor reads and writes in Excel, and that serves again for next year's sheet.

kind,name,under,category,nth,meaning,take,how,unit,value,near,place

A row of kind `column` says what a head means, one of kind `row` what a row is (a reference) and whether it is taken.
The columns after `take` are for people and are not read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schema.catalogue.definitions import Catalogue
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.heads import MEANINGS
from schema.exchange.oldsheets.layout import Table
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.names import Target, members
from schema.exchange.oldsheets.source import Identity
from schema.grammar.reference import parse_reference
from schema.mistakes import near
from schema.validation.issue import Issue

COLUMNS = ("kind", "name", "under", "category", "nth", "meaning", "take", "how", "unit", "value", "near", "place")
_NEEDED = ("kind", "name", "meaning", "take")
# A spreadsheet program would take such a text for a formula; the apostrophe that prevents it is taken off again.
_FORMULA = ("=", "+", "-", "@")
_YES, _NO = ("yes", "y", "1", "true", "是", "√", "✓"), ("no", "n", "0", "false", "否", "")


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What a person has answered: meanings by head; targets by row, None where the row is left out.

    `open` are the rows that stand in the map without a yes.
    """

    columns: Mapping[str, str] = field(default_factory=dict[str, str])
    rows: Mapping[Identity, Target | None] = field(default_factory=dict[Identity, "Target | None"])
    open: frozenset[Identity] = frozenset()


def read_map(sheet: PlainSheet, file: str, catalogue: Catalogue) -> tuple[ColumnMap, tuple[Issue, ...]]:
    """Read a map; the issues name every line that cannot be understood, and then it is not to be used."""
    head = [text.strip().lower() for text in sheet.rows[0]] if sheet.rows else []
    missing = [name for name in _NEEDED if name not in head]
    if missing:
        params = {"column": ", ".join(missing), "near": ", ".join(filter(None, head)) or "-"}
        return ColumnMap(), (Issue("old.map_columns", "error", None, params, file),)
    reader = _Reader(file, catalogue)
    for number, row in enumerate(sheet.rows[1:], start=2):
        if any(text.strip() for text in row):
            reader.read(f"{file}:{number}", {n: _bare(t.strip()) for n, t in zip(head, row, strict=False)})
    return ColumnMap(reader.columns, reader.rows, frozenset(reader.open)), tuple(reader.issues)


class _Reader:
    def __init__(self, file: str, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.columns: dict[str, str] = {}
        self.rows: dict[Identity, Target | None] = {}
        self.open: set[Identity] = set()
        self.issues: list[Issue] = []

    def read(self, place: str, cells: Mapping[str, str]) -> None:
        kind, meaning = cells.get("kind", "").lower(), cells.get("meaning", "")
        if kind == "column":
            self._column(place, cells, meaning.lower())
        elif kind == "row":
            self._row(place, cells, meaning)
        else:
            self._wrong("old.map_kind", place, name=kind or "-")

    def _column(self, place: str, cells: Mapping[str, str], meaning: str) -> None:
        if meaning and not (meaning in MEANINGS or (meaning.isdigit() and len(meaning) == 4)):
            self._wrong("old.map_meaning", place, name=meaning, near=", ".join(MEANINGS))
        elif meaning:
            self.columns[cells.get("name", "")] = meaning

    def _row(self, place: str, cells: Mapping[str, str], meaning: str) -> None:
        nth, take = cells.get("nth") or "1", cells.get("take", "").lower()
        if not nth.isdigit():
            self._wrong("old.map_nth", place, text=nth)
            return
        identity = (cells.get("under", ""), cells.get("name", ""), cells.get("category", ""), int(nth))
        if identity in self.rows or identity in self.open:
            self._wrong("old.map_twice", place, name=identity[1])
        elif take not in _YES + _NO:
            self._wrong("old.map_take", place, text=take)
        elif take in _YES and (target := self._target(place, meaning)):
            self.rows[identity] = target
        elif take and take in _NO:
            self.rows[identity] = None
        elif not take:
            self.open.add(identity)

    def _target(self, place: str, meaning: str) -> Target | None:
        reference = parse_reference(meaning)
        metric = self._catalogue.metrics.get(reference.code) if reference else None
        if reference is None or metric is None:
            guess = near(meaning.partition(":")[0], self._catalogue.metrics) or "-"
            self._wrong("figures.unknown_metric", place, name=meaning or "-", near=guess)
            return None
        if reference.year or reference.offset or reference.entity:
            self._wrong("old.map_reference", place, name=meaning)
            return None
        known = [category for category, _ in members(metric, self._catalogue)]
        if reference.category and reference.category not in known:
            guess = near(reference.category, known) or "-"
            self._wrong("figures.unknown_category", place, name=reference.category, near=guess)
            return None
        return Target(reference.code, reference.category)

    def _wrong(self, code: str, place: str, **params: str) -> None:
        self.issues.append(Issue(code, "error", None, params, place))


def write_map(tables: Sequence[Table], proposals: Sequence[Proposal], taken: Mapping[Identity, bool]) -> str:
    """Return the proposals as the text of a map: what is sure is to be taken, what is near waits for a yes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    lines = [*_column_lines(tables), *(_row_line(proposal, taken) for proposal in proposals)]
    writer.writerows([_guarded(cell) for cell in line] for line in lines)
    return text.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _column_lines(tables: Sequence[Table]) -> Iterator[list[str]]:
    seen: set[str] = set()
    for table in tables:
        for column in table.columns:
            if column.head and column.head not in seen:
                seen.add(column.head)
                meaning = str(column.year) if column.meaning == "year" else column.meaning
                yield ["column", column.head, "", "", "", meaning, "", "", column.unit, "", "", table.grid.title]


def _row_line(proposal: Proposal, taken: Mapping[Identity, bool]) -> list[str]:
    row, best = proposal.row, proposal.best
    under, written, category, nth = row.identity
    # An answer of an earlier map is kept, also a no.
    answer = {True: "yes", False: "no"}.get(taken[row.identity]) if row.identity in taken else None
    take = answer or ("yes" if proposal.sure else "")
    newest = row.cells[-1]
    others = " | ".join(candidate.target.reference() for candidate in proposal.candidates[1:5])
    how = f"{best.how} {best.score:.2f}" if best else "none"
    meaning = best.target.reference() if best else ""
    value = f"{newest.year}: {newest.text}"
    times = str(nth) if nth > 1 else ""
    return ["row", written, under, category, times, meaning, take, how, row.unit, value, others, row.place]

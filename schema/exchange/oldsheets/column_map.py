"""The column map: a table that an editor reads and writes in Excel, and that serves again for next year's sheet.

kind,name,under,category,nth,meaning,take,how,unit,value,near,place

A line of kind `column` says what a head means, one of kind `row` what a row is (a reference) and whether it is taken,
`unit` what an unknown word of a unit means, `fiscal` by which calendar year a year over two of them is called. `unit`
holds for the values of a column, or for a row where the sheet itself states no unit or two. `how`, `value`, `near` and
`place` are for people and are not read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.number_format import near_units, split_unit
from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap, Fiscal, Identity
from schema.exchange.oldsheets.column import Column, ColumnName, Table
from schema.exchange.oldsheets.heads import MEANINGS
from schema.exchange.oldsheets.layout import head_name
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.names import Target, members
from schema.exchange.oldsheets.proposal import Draft
from schema.grammar.reference import parse_reference
from schema.mistakes import near
from schema.validation.issue import Issue

COLUMNS = ("kind", "name", "under", "category", "nth", "meaning", "take", "how", "unit", "value", "near", "place")
_NEEDED = ("kind", "name", "meaning", "take")
# A spreadsheet program would take such a text for a formula; the apostrophe that prevents it is taken off again.
_FORMULA = ("=", "+", "-", "@")
_TIME = re.compile(r"(?:19|20)\d\d(?:h[12]|q[1-4]|m(?:0[1-9]|1[0-2]))?")
_FISCAL: Mapping[str, Fiscal] = {"end": "end", "start": "start", "后": "end", "前": "start"}
_YES, _NO = ("yes", "y", "1", "true", "是", "√", "✓"), ("no", "n", "0", "false", "否", "")


def read_map(sheet: PlainSheet, file: str, catalogue: Catalogue) -> tuple[ColumnMap, tuple[Issue, ...]]:
    """Read a map; the issues name every line that cannot be understood, and then it is not to be used."""
    head = [text.strip().lower() for text in sheet.rows[0]] if sheet.rows else []
    missing = [name for name in _NEEDED if name not in head]
    if missing:
        params = {"column": ", ".join(missing), "near": ", ".join(filter(None, head))}
        return ColumnMap(), (Issue("old.map_columns", "error", None, params, file),)
    reader = _Reader(file, catalogue)
    for number, row in enumerate(sheet.rows[1:], start=2):
        if any(text.strip() for text in row):
            reader.read(f"{file}:{number}", {n: _bare(t.strip()) for n, t in zip(head, row, strict=False)})
    return reader.answers(), tuple(reader.issues)


class _Reader:
    def __init__(self, file: str, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._columns: dict[ColumnName, ColumnAnswer] = {}
        self._rows: dict[Identity, Target | None] = {}
        self._open: set[Identity] = set()
        self._row_units: dict[Identity, str] = {}
        self._units: dict[str, str] = {}
        self._fiscal: Fiscal = ""
        self.issues: list[Issue] = []

    def answers(self) -> ColumnMap:
        """Return all that was answered."""
        rows = (self._columns, self._rows, frozenset(self._open), self._row_units)
        return ColumnMap(*rows, self._units, self._fiscal)

    def read(self, place: str, cells: Mapping[str, str]) -> None:
        kind, meaning = cells.get("kind", "").lower(), cells.get("meaning", "")
        match kind:
            case "column":
                self._column(place, cells, meaning.lower())
            case "row":
                self._row(place, cells, meaning)
            case "unit":
                self._unit(place, cells.get("name", ""), meaning)
            case "fiscal":
                self._rule(place, meaning.lower())
            case _:
                self._wrong("old.map_kind", place, name=kind)

    def _column(self, place: str, cells: Mapping[str, str], meaning: str) -> None:
        nth, unit = cells.get("nth") or "0", cells.get("unit", "")
        if meaning and not (meaning in MEANINGS or _TIME.fullmatch(meaning)):
            self._wrong("old.map_meaning", place, name=meaning, near=", ".join(MEANINGS))
        elif not nth.isdigit():
            self._wrong("old.map_nth", place, text=nth)
        elif meaning:
            known = unit if split_unit(unit, self._catalogue.units) else ""
            self._columns[cells.get("under", ""), cells.get("name", ""), int(nth)] = ColumnAnswer(meaning, known)

    def _unit(self, place: str, word: str, meaning: str) -> None:
        if meaning and split_unit(meaning, self._catalogue.units) is None:
            names = [unit.code for unit in self._catalogue.units.values()]
            self._wrong("old.map_unit", place, name=meaning, near=near(meaning, names) or "t, kWh, m3")
        elif meaning:
            self._units[word] = meaning

    def _rule(self, place: str, meaning: str) -> None:
        if meaning and meaning not in _FISCAL:
            self._wrong("old.map_fiscal", place, name=meaning)
        elif meaning:
            self._fiscal = _FISCAL[meaning]

    def _row(self, place: str, cells: Mapping[str, str], meaning: str) -> None:
        nth, take = cells.get("nth") or "1", cells.get("take", "").lower()
        if not nth.isdigit():
            self._wrong("old.map_nth", place, text=nth)
            return
        identity = (cells.get("under", ""), cells.get("name", ""), cells.get("category", ""), int(nth))
        if split_unit(unit := cells.get("unit", ""), self._catalogue.units):
            self._row_units[identity] = unit
        if identity in self._rows or identity in self._open:
            self._wrong("old.map_twice", place, name=identity[1])
        elif take not in _YES + _NO:
            self._wrong("old.map_take", place, text=take)
        elif take in _YES and (target := self._target(place, meaning)):
            self._rows[identity] = target
        elif take and take in _NO:
            self._rows[identity] = None
        elif not take:
            self._open.add(identity)

    def _target(self, place: str, meaning: str) -> Target | None:
        reference = parse_reference(meaning)
        metric = self._catalogue.metrics.get(reference.code) if reference else None
        if reference is None or metric is None:
            guess = near(meaning.partition(":")[0], self._catalogue.metrics)
            self._wrong("figures.unknown_metric" if meaning else "old.map_nothing", place, name=meaning, near=guess)
            return None
        if reference.year or reference.offset or reference.entity:
            self._wrong("old.map_reference", place, name=meaning)
            return None
        known = [category for category, _ in members(metric, self._catalogue)]
        if reference.category and reference.category not in known:
            guess = near(reference.category, known)
            self._wrong("figures.unknown_category", place, name=reference.category, near=guess)
            return None
        return Target(reference.code, reference.category)

    def _wrong(self, code: str, place: str, **params: str) -> None:
        self.issues.append(Issue(code, "error", None, params, place))


def write_map(draft: Draft, catalogue: Catalogue) -> str:
    """Return the proposals as the text of a map: what is sure is to be taken, what is near waits for a yes."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    lines = [*_head_lines(draft, catalogue), *(_row_line(proposal, draft) for proposal in draft.proposals)]
    writer.writerows([_guarded(cell) for cell in line] for line in lines)
    return text.getvalue()


def head_lines(draft: Draft, catalogue: Catalogue) -> tuple[Mapping[str, str], ...]:
    """Return the lines of a map that are not about rows, by column."""
    return tuple(dict(zip(COLUMNS, line, strict=True)) for line in _head_lines(draft, catalogue))


def _head_lines(draft: Draft, catalogue: Catalogue) -> Iterator[list[str]]:
    yield from _fiscal_lines(draft)
    yield from _column_lines(draft.found.tables)
    yield from _unit_lines(draft, catalogue)


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(_FORMULA) else cell


def _line(kind: str, name: str, **cells: str) -> list[str]:
    return [{"kind": kind, "name": name, **cells}.get(column, "") for column in COLUMNS]


def _fiscal_lines(draft: Draft) -> Iterator[list[str]]:
    """One answer for every year over two calendar years."""
    asked = next((issue for issue in draft.found.issues if issue.code == "old.fiscal"), None)
    if asked is not None or draft.found.known.fiscal:
        name, place = (str(asked.facts["name"]), asked.place) if asked else ("", "")
        yield _line("fiscal", name, meaning=draft.found.known.fiscal, how="?", near="end | start", place=place)


def _column_lines(tables: tuple[Table, ...]) -> Iterator[list[str]]:
    """A head that means the same everywhere stands here once."""
    meant: dict[str, set[str]] = {}
    for table in tables:
        for column in table.columns:
            meant.setdefault(head_name(column), set()).add(column.answer + column.asked)
    seen: set[tuple[str, str, str]] = set()
    for table in tables:
        for column in table.columns:
            name = head_name(column)
            several = len(meant[name]) > 1
            under, nth = (table.grid.title, str(column.nth)) if several else ("", "")
            if (under, name, nth) in seen or not _is_told(table, column):
                continue
            seen.add((under, name, nth))
            yield _column_line(table, column, name, (under, nth))


def _is_told(table: Table, column: Column) -> bool:
    filled = column.index >= 0 and any(table.grid.text(row, column.index) for row in range(table.first, table.end))
    return bool(column.head) or (filled and bool(column.meaning or column.asked or table.candidate))


def _column_line(table: Table, column: Column, name: str, at: tuple[str, str]) -> list[str]:
    rows = range(table.first, table.end)
    texts = (table.grid.text(row, column.index) for row in rows if column.index >= 0)
    # Years over two calendar years have one line for all of them.
    how = "fiscal" if column.asked == "old.fiscal" else "?" if column.asked else ""
    # What follows from the title is no answer: next year's sheet has another title.
    meaning, near = ("", column.answer) if column.derived else (column.answer, " | ".join(column.guess))
    return _line(
        "column", name, under=at[0], nth=at[1], meaning=meaning, how=how,
        unit=column.unit, value=next(filter(None, texts), ""), near=near, place=table.grid.title,
    )  # fmt: skip


def _unit_lines(draft: Draft, catalogue: Catalogue) -> Iterator[list[str]]:
    """Words that are no unit we know, with those that the metric could have; and the answers that there are."""
    known = draft.found.known.units
    for word, meaning in known.items():
        yield _line("unit", word, meaning=meaning)
    seen = set(known)
    for proposal in draft.proposals:
        word, best = proposal.row.unit, proposal.best
        if best is None or not word or word in seen or split_unit(word, catalogue.units):
            continue
        seen.add(word)
        own = catalogue.units[catalogue.metrics[best.target.metric].unit]
        names = " | ".join(near_units(word, catalogue.units, own))
        yield _line("unit", word, how="?", near=names, place=proposal.row.place)


def _row_line(proposal: Proposal, draft: Draft) -> list[str]:
    row, best, taken = proposal.row, proposal.best, draft.answered()
    under, written, category, nth = row.identity
    # An answer of an earlier map is kept, also a no.
    answer = {True: "yes", False: "no"}.get(taken[row.identity]) if row.identity in taken else None
    newest = row.cells[-1]
    return _line(
        "row", written, under=under, category=category, nth=str(nth) if nth > 1 else "",
        meaning=best.target.reference() if best else "", take=answer or ("yes" if proposal.sure else ""),
        how=f"{best.how} {best.score:.2f}" if best else "none",
        unit=" / ".join(proposal.clash) or row.unit, value=f"{newest.year}: {newest.text}",
        near=" | ".join(candidate.target.reference() for candidate in proposal.candidates[1:5]), place=row.place,
    )  # fmt: skip

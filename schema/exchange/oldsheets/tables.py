"""The tables of a file: found by their heads, understood column by column, with what has to be asked about them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from schema.exchange.catalogue_book.plain_sheet import PlainSheet
from schema.exchange.oldsheets.answers import ColumnMap
from schema.exchange.oldsheets.column import Table
from schema.exchange.oldsheets.column_questions import Questions
from schema.exchange.oldsheets.columns import Columns
from schema.exchange.oldsheets.entities import NOBODY, EntityNames
from schema.exchange.oldsheets.grid import Grid
from schema.exchange.oldsheets.layout import HeadRow, Layout, new_table
from schema.exchange.oldsheets.sheet_year import sheet_year
from schema.validation.issue import Issue


class Tables:
    """Finds the tables of one file; `issues` gathers what is wrong or uncertain about their heads."""

    def __init__(
        self, file: str, known: ColumnMap, is_unit: Callable[[str], bool], entities: EntityNames = NOBODY,
        dated: Collection[str] = (),
    ) -> None:  # fmt: skip
        """`known` are a person's answers; `is_unit` says whether a text is a unit that is known.

        `dated` are what metrics are called whose values are days: a row of them is no head.
        """
        self._file = file
        self._known = known
        self._is_unit = is_unit
        self._layout = Layout(known, dated)
        self._questions = Questions(file, entities)
        self._headless: list[str] = []

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was found so far."""
        return tuple(self._questions.issues)

    def of(self, sheet: PlainSheet) -> tuple[Table, ...]:
        """Return the tables of a sheet; years below each other are read as if they stood side by side.

        Where there is none, what could be one is returned as a candidate, so that it can be explained.
        """
        if sheet.hidden or not any(text.strip() for row in sheet.rows for text in row):
            return ()
        grid = Grid(sheet)
        if rows := self._layout.head_rows(grid):
            return tuple(self._tables(grid, rows))
        turned = Grid(sheet, turned=True)
        rows = self._layout.head_rows(turned)
        if any(sum(head.period is not None or 2 * head.total for head in row.heads) > 1 for row in rows):
            return tuple(self._tables(turned, rows))
        self._headless.append(sheet.title)
        candidate = self._layout.candidate(grid)
        return tuple(self._tables(grid, [candidate])) if candidate else ()

    def headless(self, sheets: Sequence[PlainSheet]) -> Iterator[Issue]:
        """Yield a doubt for each named sheet in which no table was found."""
        named = [sheet.title for sheet in sheets if sheet.title in self._headless and sheet.title]
        return (Issue("old.no_head", "doubt", None, {"name": title}, self._file) for title in named)

    def _tables(self, grid: Grid, rows: Sequence[HeadRow]) -> Iterator[Table]:
        ends = [row.head for row in rows[1:]]
        for row, end in zip(rows, [*ends, len(grid.rows)], strict=True):
            year = sheet_year(self._file, grid, row.head)
            read = Columns(row, end, self._known, year)
            table = new_table(row, end, read.read(self._is_unit))
            # What only looked like a table is one as soon as its columns have been explained.
            explained = bool(table.years()) and any(map(table.column, ("name", "code")))
            if row.candidate and not explained:
                yield table
            else:
                yield self._questions.ask(replace(table, candidate=False), read, year)

"""How each sheet of a form is set up: a hidden row of marks, title, what to do, heads, rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from exporters.charts.data import column_letter
from exporters.excel.forms.order import Column, heads_of, marks_of
from exporters.excel.sheets.layout import row_of
from exporters.excel.workbook import Cell, Choices, Hint, Row, Sheet
from schema.exchange.forms.layout import KEY

TALLEST = 400.0  # points: Excel's rows end at 409
FIRST = 5  # the first row below the heads


@dataclass(slots=True)
class Page:
    """A sheet while its rows are put together; `add` returns a row's number."""

    title: str
    columns: tuple[Column, ...]
    rows: list[Row] = field(default_factory=list[Row])
    choices: list[Choices] = field(default_factory=list[Choices])
    hints: list[Hint] = field(default_factory=list[Hint])

    def begin(self, heading: str, lead: str) -> None:
        """Write what stands above the rows."""
        blanks = [Cell(None, "")]
        self.rows.append(Row(marks_of(self.columns), hidden=True))
        self.rows.append(Row((*blanks, Cell(heading, "title")), 34))
        self.rows.append(Row((*blanks, Cell(lead, "key")), 20))
        self.rows.append(row_of(heads_of(self.columns), self.widths, 30))

    @property
    def widths(self) -> tuple[float, ...]:
        """Return the widths of all columns."""
        return tuple(column.width for column in self.columns)

    @property
    def next(self) -> int:
        """Return the number of the row that is added next."""
        return len(self.rows) + 1

    def add(self, cells: Sequence[Cell]) -> None:
        """Add a row as high as its texts need."""
        row = row_of(cells, self.widths)
        self.rows.append(Row(row.cells, min(TALLEST, row.height)))

    def band(self, words: str, look: str = "section") -> None:
        """Add a heading that runs over all columns."""
        self.rows.append(Row((Cell(None, ""), Cell(words, look), *(Cell(None, look) for _ in self.columns[2:])), 24))

    def letter(self, mark: str) -> str:
        """Return the letters of a column."""
        return column_letter(1 + next(n for n, column in enumerate(self.columns) if column.mark == mark))

    def over(self, mark: str) -> str:
        """Return all cells of a column below the heads."""
        letter = self.letter(mark)
        return f"{letter}{FIRST}:{letter}{max(FIRST, len(self.rows))}"

    def sheet(self, freeze: str, tab: str = "") -> Sheet:
        """Return the sheet."""
        hidden = tuple(column_letter(n) for n, column in enumerate(self.columns, 1) if column.mark == KEY)
        return Sheet(
            self.title, tuple(self.rows), self.widths, freeze, (FIRST - 1, FIRST - 1), tab=tab,
            choices=tuple(self.choices), hints=tuple(self.hints), hidden_columns=hidden, locked=True,
        )  # fmt: skip

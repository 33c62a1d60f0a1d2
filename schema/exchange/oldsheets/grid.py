"""A sheet as a grid of texts that knows the name of each cell, also when it was turned round."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile, zip_longest

from schema.exchange.catalogue_book.plain_sheet import PlainSheet, cell_place, letter
from schema.values.parse import clean_text


class Grid:
    """Rows and columns count from 0; `turned` says that the sheet's columns are rows here."""

    def __init__(self, sheet: PlainSheet, *, turned: bool = False) -> None:
        """Begin with the texts as they stand in the sheet."""
        self.title = sheet.title
        self.turned = turned
        rows = [tuple(map(clean_text, row)) for row in sheet.rows]
        # Lines above a table that lies on its side stand above it all the same.
        above = _titles(rows) if turned else 0
        self.titles = tuple(text for row in rows[:above] for text in row if text.strip())
        rows = [() if number < above else row for number, row in enumerate(rows)]
        self.rows = [tuple(row) for row in zip_longest(*rows, fillvalue="")] if turned else rows
        self._written = list(zip_longest(*sheet.rows, fillvalue="")) if turned else list(sheet.rows)
        self.width = max(map(len, self.rows), default=0)
        told = {"old.valueless": sheet.valueless, "old.faulty": sheet.faulty, "old.divided": sheet.divided}
        self._faults = {name: code for code, names in told.items() for name in names}
        hidden_rows = {number - 1 for number in sheet.hidden_rows}
        hidden_columns = {_column(name) for name in sheet.hidden_columns}
        self.hidden_rows, self.hidden_columns = (
            (hidden_columns, hidden_rows) if turned else (hidden_rows, hidden_columns)
        )
        self.merged = tuple(self._corners(name) for name in sheet.merged)

    def text(self, row: int, column: int) -> str:
        """Return the stripped text of a cell; empty outside of the sheet."""
        return self.raw(row, column).strip()

    def raw(self, row: int, column: int) -> str:
        """Return the text of a cell with the blanks that indent it."""
        line = self.rows[row] if 0 <= row < len(self.rows) else ()
        return line[column] if 0 <= column < len(line) else ""

    def written(self, row: int, column: int) -> str:
        """Return the text of a cell with whatever is in it, characters that nobody sees among them."""
        line = self._written[row] if 0 <= row < len(self._written) else ()
        return line[column] if 0 <= column < len(line) else ""

    def name(self, row: int, column: int) -> str:
        """Return the cell's name as the spreadsheet writes it (B12)."""
        row, column = (column, row) if self.turned else (row, column)
        return f"{letter(column)}{row + 1}"

    def number(self, row: int) -> str:
        """Return the row's number as the spreadsheet writes it; the column's letters where the sheet was turned."""
        return letter(row) if self.turned else str(row + 1)

    def heading(self, column: int) -> str:
        """Return the column's letters; the row's number where the sheet was turned."""
        return str(column + 1) if self.turned else letter(column)

    def fault(self, row: int, column: int) -> str:
        """Return the code of what is wrong with a cell's result, or an empty text."""
        return self._faults.get(self.name(row, column), "") if self._faults else ""

    def blank(self, row: int) -> bool:
        """Whether nothing stands in a row."""
        return not any(text.strip() for text in self.rows[row]) and not any(
            self.fault(row, column) for column in range(self.width)
        )

    def merged_down(self, row: int, column: int) -> str:
        """Return the text of the merged cell that covers a cell from above, or an empty text."""
        for top, left, bottom, right in self.merged:
            if top < row <= bottom and left <= column <= right:
                return self.text(top, left)
        return ""

    def _corners(self, name: str) -> tuple[int, int, int, int]:
        first, _, last = name.partition(":")
        (left, top), (right, bottom) = cell_place(first), cell_place(last or first)
        corners = top - 1, _column(left), bottom - 1, _column(right)
        return (corners[1], corners[0], corners[3], corners[2]) if self.turned else corners


def _titles(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows at the top hold no more than one text each."""
    filled = (sum(bool(text.strip()) for text in row) for row in rows)
    return sum(1 for _ in takewhile(lambda count: count < 2, filled))


def _column(letters: str) -> int:
    found = 0
    for one in letters:
        found = found * 26 + ord(one) - 64
    return found - 1

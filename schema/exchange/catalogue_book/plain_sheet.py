"""A workbook's sheets as plain rows of text, whoever read them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """Rows and cells from A1 on; `formulas` and `merged` name cells (F12) and ranges (A1:B2).

    `valueless` are formulas whose result the file does not hold, `faulty` cells with an Excel error (#DIV/0!);
    `texts` those that hold a number with a point or comma as text (None: the file knows nothing but text);
    `divided` numbers that are shown divided by a thousand or a million without a word that says so;
    `hidden` the whole sheet, `hidden_rows` by number, `hidden_columns` by letters.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    formulas: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    valueless: tuple[str, ...] = ()
    faulty: tuple[str, ...] = ()
    texts: tuple[str, ...] | None = None
    divided: tuple[str, ...] = ()
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()


def letter(column: int) -> str:
    """Return the letters of a column (0 = A)."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def cell_place(name: str) -> tuple[str, int]:
    """Return column letters and row of a cell's or range's name ($F$12, A1:B2)."""
    first = name.partition(":")[0].replace("$", "")
    letters = first.rstrip("0123456789")
    return letters, int(first[len(letters) :] or 1)

"""A block of cells on its way over the clipboard: tab-separated text and HTML tables, as Excel and WPS write them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from html import escape
from html.parser import HTMLParser

Block = tuple[tuple[str, ...], ...]
_MOST_SPAN = 1000  # what is merged wider than any sheet is a mistake of whoever wrote it


def read_block(text: str, html: str = "") -> Block:
    """Return the cells of what was copied: those of the one table in `html`, else of tab-separated `text`.

    Blanks around a cell go, line breaks within it are kept; empty rows at the end go.
    """
    tables = _tables(html) if "<table" in html.lower() else []
    return _trimmed(tables[0] if len(tables) == 1 else _tabbed(text))


def _trimmed(rows: Sequence[Sequence[str]]) -> Block:
    cells = [tuple(cell.strip() for cell in row) for row in rows]
    while cells and not any(cells[-1]):
        cells.pop()
    width = max((len(row) for row in cells), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in cells)


def _tabbed(text: str) -> list[list[str]]:
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if not plain.strip("\n"):
        return []
    try:
        return list(csv.reader(io.StringIO(plain, newline="\n"), delimiter="\t", strict=True))
    except csv.Error:  # a quotation mark that is none of a spreadsheet's: each line is a row as it stands
        return [line.split("\t") for line in plain.split("\n")]


class _Tables(HTMLParser):
    """Gathers the tables that stand in no other, merged cells as one cell and blanks."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[dict[int, str]]] = []
        self._cell: list[str] | None = None
        self._depth, self._full = 0, ""
        self._place, self._down = (0, 0), dict[int, int]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row, a cell, or break a line."""
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
                self._down = {}
        elif self._depth != 1:
            return
        elif tag == "tr":
            self._close()
            self._open_row()
        elif tag in ("td", "th") and self.tables[-1]:
            self._close()
            self._open_cell(dict(attrs))
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def _open_row(self) -> None:
        """Begin a row; what is merged from above takes its places in it."""
        self._down = {column: left - 1 for column, left in self._down.items() if left > 1}
        self.tables[-1].append(dict.fromkeys(self._down, ""))

    def _open_cell(self, attrs: dict[str, str | None]) -> None:
        row = self.tables[-1][-1]
        column = next(number for number in range(len(row) + 1) if number not in row)
        wide, high = _span(attrs.get("colspan")), _span(attrs.get("rowspan"))
        for further in range(column, column + wide):
            row[further] = ""
            if high > 1:
                self._down[further] = high
        self._cell, self._place = [], (len(self.tables[-1]) - 1, column)
        self._full = attrs.get("x:num") or ""

    def handle_endtag(self, tag: str) -> None:
        """Close a table, a row or a cell."""
        if tag == "table":
            if self._depth == 1:
                self._close()
            self._depth = max(0, self._depth - 1)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._close()

    def handle_data(self, data: str) -> None:
        """Take words of a cell; how the source is broken into lines means nothing."""
        if self._cell is not None:
            self._cell.append(" ".join(data.split()) if data.strip() else " ")

    def _close(self) -> None:
        if self._cell is None:
            return
        words = "".join(self._cell).strip()
        row, column = self._place
        # A column too narrow for its number is copied as hashes; the number itself stands beside.
        self.tables[-1][row][column] = self._full if self._full and not words.strip("#") else words
        self._cell = None


def _tables(html: str) -> list[list[list[str]]]:
    reader = _Tables()
    reader.feed(html)
    reader.close()
    return [
        [[row.get(column, "") for column in range(max(row, default=-1) + 1)] for row in table]
        for table in reader.tables
    ]


def _span(text: str | None) -> int:
    return min(int(text), _MOST_SPAN) if text and text.isascii() and text.isdigit() and int(text) else 1


def tabbed(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as tab-separated text."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\r\n").writerows(rows)
    return out.getvalue()


def html_table(rows: Sequence[Sequence[str]]) -> str:
    """Return cells as an HTML table; what is no number is marked as words, so that no sheet reads it as a formula."""
    lines = ("<tr>" + "".join(_html_cell(cell) for cell in row) + "</tr>" for row in rows)
    return f"<html><body><table>{''.join(lines)}</table></body></html>"


def _html_cell(text: str) -> str:
    bare = text.replace(",", "").replace(".", "", 1).removeprefix("-").removesuffix("%")
    if not text or (bare.isascii() and bare.isdigit()):
        return f"<td>{text}</td>"
    words = escape(text).replace("\n", "<br>")
    return f"<td style='mso-number-format:\"\\@\"'>{words}</td>"

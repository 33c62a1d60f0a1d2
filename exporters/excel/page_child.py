"""Run in a process of its own (schema.child): reads a web page or an XML table that bears the name of a workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from email import message_from_bytes
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from defusedxml.ElementTree import fromstring  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]

from schema.child import Answer
from schema.exchange.catalogue_book.plain_sheet import letter
from schema.exchange.oldsheets.text_encoding import read_text

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_SPREADSHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MOST_COLUMNS = 16_384


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return the tables as sheets, or why there are none."""
    try:
        sheets = list(_sheets(path.read_bytes(), ask["cells"]))
    except (ValueError, SyntaxError, LookupError):
        sheets = []
    return ({"sheets": sheets} if sheets else {"refused": "not_workbook"}), b""


def _sheets(data: bytes, most: int) -> Iterator[dict[str, Any]]:
    if data[:200].lstrip().lower().startswith(b"mime-version:"):
        for part in message_from_bytes(data).walk():
            content = part.get_payload(decode=True)
            if part.get_content_type() == "text/html" and isinstance(content, bytes):
                yield from _page(_text(content), most)
        return
    text = _text(data)
    if re.match(r"\s*<\?xml", text) or (_SPREADSHEET.strip("{}") in text[:4096] and "<html" not in text[:4096].lower()):
        yield from _xml(text, most)
    else:
        yield from _page(text, most)


def _text(data: bytes) -> str:
    """Decode as the page says, unless its bytes say otherwise."""
    named = _CHARSET.search(data[:2048])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        name = named[1].decode("ascii").lower()
        try:
            return data.decode({"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}.get(name, name))
        except (UnicodeDecodeError, LookupError):
            pass
    found = read_text(data)
    if found is None:
        raise ValueError("no text")
    return found[0]


def _page(text: str, most: int) -> Iterator[dict[str, Any]]:
    """All tables of a page below each other, with an empty row between: what belongs together stands together."""
    reader = _Tables(most)
    reader.feed(text)
    reader.close()
    if any(map(any, reader.cells.rows)):
        yield reader.cells.sheet("")


def _xml(text: str, most: int) -> Iterator[dict[str, Any]]:
    root = fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    for sheet in root.iter(f"{_SPREADSHEET}Worksheet"):
        cells = _Cells(most)
        for row in sheet.iter(f"{_SPREADSHEET}Row"):
            cells.row(int(row.get(f"{_SPREADSHEET}Index", 0)), hidden=row.get(f"{_SPREADSHEET}Hidden") == "1")
            for cell in row.iter(f"{_SPREADSHEET}Cell"):
                data = cell.find(f"{_SPREADSHEET}Data")
                words = "".join(data.itertext()) if data is not None else ""
                across, down = (int(cell.get(f"{_SPREADSHEET}{name}", 0)) + 1 for name in ("MergeAcross", "MergeDown"))
                cells.add(words, across, down, column=int(cell.get(f"{_SPREADSHEET}Index", 0)))
        yield cells.sheet(sheet.get(f"{_SPREADSHEET}Name", ""))


class _Cells:
    """A sheet that is filled row by row; cells that reach over others leave these empty."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = most
        self.rows: list[list[str]] = []
        self._covered: set[tuple[int, int]] = set()
        self._merged: list[str] = []
        self._hidden: list[int] = []

    def row(self, number: int = 0, *, hidden: bool = False) -> None:
        """Begin a row, the next or the one of this number."""
        for _ in range(max(number - len(self.rows), 0) if number else 1):
            self._pay(1)
            self.rows.append([])
        if hidden:
            self._hidden.append(len(self.rows))

    def add(self, text: str, across: int, down: int, column: int = 0) -> None:
        """Put a cell behind the last one, or into the column of this number."""
        row, at = len(self.rows) - 1, column - 1 if column else len(self.rows[-1])
        while not column and (row, at) in self._covered:
            at += 1
        across, down = min(max(across, 1), _MOST_COLUMNS), min(max(down, 1), 65_536)
        self._pay(max(0, at - len(self.rows[row])) + across * down)
        self.rows[row] += [""] * (at - len(self.rows[row])) + [" ".join(text.split())]
        if across * down > 1:
            self._covered |= {(row + y, at + x) for y in range(down) for x in range(across)}
            self._merged.append(f"{letter(at)}{row + 1}:{letter(at + across - 1)}{row + down}")
            self.rows[row] += [""] * (across - 1)

    def sheet(self, title: str) -> dict[str, Any]:
        """Return it as the reader of workbooks does."""
        return {"title": title, "rows": self.rows, "merged": self._merged, "hidden_rows": self._hidden}

    def _pay(self, cells: int) -> None:
        self._left -= cells
        if self._left < 0:
            raise MemoryError


class _Tables(HTMLParser):
    """Gathers the cells of all tables; a table within a cell is words of the cell."""

    def __init__(self, most: int) -> None:
        super().__init__(convert_charrefs=True)
        self.cells = _Cells(most)
        self._depth = 0
        self._words: list[str] | None = None
        self._span = (1, 1)
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in ("script", "style", "title"):
            self._silent = tag
        elif tag == "table":
            self._depth += 1
            if self._depth == 1 and self.cells.rows:
                self.cells.row()
        elif tag == "tr" and self._depth == 1:
            self._close()
            self.cells.row(hidden="display:none" in given.get("style", "").replace(" ", "").lower())
        elif tag in ("td", "th") and self._depth == 1:
            self._close()
            if not self.cells.rows:
                self.cells.row()
            self._words, self._span = [], (_whole(given.get("colspan")), _whole(given.get("rowspan")))
        elif tag == "br" and self._words is not None:
            self._words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        elif tag == "table":
            if self._depth == 1:
                self._close()
            self._depth = max(0, self._depth - 1)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._close()

    def handle_data(self, data: str) -> None:
        if self._words is not None and not self._silent:
            self._words.append(data)
        elif not self._depth and not self._silent and data.strip():
            self.cells.row()  # a line above a table may name its year
            self.cells.add(data, 1, 1)

    def close(self) -> None:
        super().close()
        self._close()

    def _close(self) -> None:
        if self._words is not None:
            self.cells.add("".join(self._words), *self._span)
            self._words = None


def _whole(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() else 1

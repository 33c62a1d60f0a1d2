"""The XML of a sheet's rows, written as text: openpyxl's objects per cell would cost six times as much.

This file alone decides how a value, a text or a formula with its cached result becomes a cell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from xml.sax.saxutils import escape

from exporters.charts.data import column_letter, quoted
from exporters.excel.workbook import Cell, Row, Sheet
from schema.grammar.decimals import has_double, plain

# What XML cannot hold at all; clean_text has dropped it at entry, file names and foreign texts may still carry it.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_FORMULA_LIKE = ("=", "+", "-", "@")
_QUOTE = {'"': "&quot;"}
LONGEST_TEXT = 32767

StyleOf = Callable[[str, bool], int]


class Strings:
    """The table of shared texts, in order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._count = 0

    def number(self, text: str) -> int:
        """Return the place of a text in the table, adding it."""
        self._count += 1
        return self._numbers.setdefault(text, len(self._numbers))

    def xml(self) -> bytes:
        """Return the part sharedStrings.xml."""
        items = "".join(f'<si><t xml:space="preserve">{_text(text)}</t></si>' for text in self._numbers)
        head = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'count="{self._count}" uniqueCount="{len(self._numbers)}">'
        )
        return (head + items + "</sst>").encode()


class Places:
    """Where the named cells of all sheets stand, and those of one sheet that lead somewhere."""

    def __init__(self) -> None:
        self._names: list[tuple[str, str]] = []
        self._links: list[str] = []

    def add(self, cell: Cell, prefix: str, letter: str, number: int) -> None:
        """Note a cell that has a name or leads somewhere."""
        if cell.name:
            self._names.append((cell.name, f"{prefix}!${letter}${number}"))
        if cell.link:
            self._links.append(f'<hyperlink ref="{letter}{number}" location="{escape(cell.link, _QUOTE)}"/>')

    def take_links(self) -> bytes:
        """Return the element hyperlinks of the sheet just gone through, or nothing where no cell leads anywhere."""
        links, self._links = self._links, []
        return f"<hyperlinks>{''.join(links)}</hyperlinks>".encode() if links else b""

    def names_xml(self) -> bytes:
        """Return the definedName elements of every named cell, sorted as Excel sorts them."""
        found = sorted(self._names)
        return "".join(f'<definedName name="{name}">{escape(at)}</definedName>' for name, at in found).encode()


def rows_xml(sheet: Sheet, strings: Strings, places: Places, style_of: StyleOf) -> bytes:
    """Return the element sheetData; `style_of(style, quoted)` gives the number of a cell format."""
    letters = [column_letter(n) for n in range(1, max((len(row.cells) for row in sheet.rows), default=0) + 1)]
    prefix = quoted(sheet.title)
    plain: dict[str, int] = {}
    parts = ["<sheetData>"]
    add = parts.append
    for number, row in enumerate(sheet.rows, 1):
        height = f' ht="{row.height:g}" customHeight="1"' if row.height else ""
        folded = f' outlineLevel="{row.level}" hidden="1"' if row.level else ' hidden="1"' if row.hidden else ""
        add(f'<row r="{number}"{height}{folded}>')
        for letter, cell in zip(letters, row.cells, strict=False):
            style = plain.get(cell.style)
            if style is None:
                style = plain[cell.style] = style_of(cell.style, False)
            value = _holdable(cell.value)
            if cell.formula is not None:
                add(_formula(f"{letter}{number}", style, cell.formula, value))
            elif value is None:
                add(f'<c r="{letter}{number}" s="{style}"/>')
            elif isinstance(value, str):
                if value.startswith(_FORMULA_LIKE):
                    style = style_of(cell.style, True)
                add(f'<c r="{letter}{number}" s="{style}" t="s"><v>{strings.number(value)}</v></c>')
            else:
                add(f'<c r="{letter}{number}" s="{style}"><v>{number_text(value)}</v></c>')
            if cell.name or cell.link:
                places.add(cell, prefix, letter, number)
        add("</row>")
    add("</sheetData>")
    return "".join(parts).encode()


def _holdable(value: Decimal | str | None) -> Decimal | str | None:
    """Return a number that no cell can hold as the text of its digits."""
    return plain(value) if isinstance(value, Decimal) and value.is_finite() and not has_double(value) else value


def number_text(value: Decimal) -> str:
    """Return a number as the file holds it: exact where a double is, else the nearest double."""
    if not value.is_finite():
        raise ValueError(f"not a number that a cell can hold: {value}")
    text = str(value)
    if len(text) < 16:
        return text
    return repr(float(value))


def dimension(rows: Sequence[Row]) -> str:
    """Return the range that the rows fill."""
    width = max((len(row.cells) for row in rows), default=0)
    return f"A1:{column_letter(max(width, 1))}{max(len(rows), 1)}"


def _formula(reference: str, style: int, formula: str, cached: Decimal | str | None) -> str:
    if isinstance(cached, Decimal):
        return f'<c r="{reference}" s="{style}"><f>{escape(formula)}</f><v>{number_text(cached)}</v></c>'
    return f'<c r="{reference}" s="{style}" t="str"><f>{escape(formula)}</f><v>{_text(cached or "")}</v></c>'


def _text(text: str) -> str:
    """Make a text fit for a cell: no illegal characters, Excel's own escapes kept as text, its longest length."""
    text = _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST_TEXT:
        text = text[: LONGEST_TEXT - 1] + "…"
    return escape(_ESCAPED.sub("_x005F_", text))

"""How cells look: each look by name, in the company's colours and the language's font."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, replace

from openpyxl import Workbook as Book
from openpyxl.cell import Cell as BookCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.styles.stylesheet import write_stylesheet  # pyright: ignore[reportUnknownVariableType]
from openpyxl.xml.functions import tostring

from exporters.charts.colours import colour_of, lighter

INK, GREY, RULE, STRONG_RULE = "1F2A33", "6B7680", "D5DADF", "8A959E"
INPUT, LINKED, WARN, ALERT, ASKED = "1F4FA3", "1E7145", "FFF4D6", "FDE3E1", "FFFAE8"
PENDING = "EFE7F6"


@dataclass(frozen=True, slots=True)
class Look:
    """One look; `fill` and `colour` are RRGGBB or `brand`, `tint`, `on_brand` (resolved for the company).

    An `open` cell of a locked sheet can be typed into.
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float = 10
    colour: str = INK
    fill: str = ""
    align: str = "left"
    vertical: str = "center"
    indent: int = 0
    wrap: bool = False
    bottom: str = ""
    top: str = ""
    open: bool = False


def _row(**changes: object) -> Look:
    return Look(bottom=RULE, **changes)  # pyright: ignore[reportArgumentType]


def _number(**changes: object) -> Look:
    """Numbers keep a little distance from the column to their right."""
    return _row(align="right", indent=1, **changes)


def _asked(**changes: object) -> Look:
    """A cell that somebody is asked to fill in."""
    return Look(bottom=RULE, fill=ASKED, open=True, **changes)  # pyright: ignore[reportArgumentType]


_PLAIN: Mapping[str, Look] = {
    "": Look(),
    "title": Look(bold=True, size=20, colour="brand"),
    "subtitle": Look(size=12, colour=GREY),
    "heading": Look(bold=True, size=13, colour="brand", bottom="brand"),
    "lead": Look(colour=GREY, wrap=True, vertical="top"),
    "head": Look(bold=True, colour="on_brand", fill="brand", wrap=True),
    "head.number": Look(bold=True, colour="on_brand", fill="brand", align="right", indent=1, wrap=True),
    "head.centre": Look(bold=True, colour="on_brand", fill="brand", align="center"),
    "section": Look(bold=True, size=11, colour="brand", fill="tint"),
    "group": Look(bold=True, colour=GREY, bottom=STRONG_RULE),
    "label": _row(wrap=True),
    "label.bold": _row(wrap=True, bold=True),
    "label.1": _row(wrap=True, indent=2, colour="3C4650"),
    "label.2": _row(wrap=True, indent=4, colour="3C4650"),
    "crossing": _row(indent=1, italic=True, colour=GREY),
    "label.total": Look(bold=True, indent=2, top=STRONG_RULE, bottom=RULE, wrap=True),
    "cell": Look(bottom=RULE),
    "text": _row(wrap=True, vertical="top"),
    "text.grey": _row(wrap=True, vertical="top", colour=GREY),
    "text.grey.open": Look(wrap=True, vertical="top", colour=GREY),
    "text.warn": _row(wrap=True, vertical="top", fill=WARN),
    "text.warn.open": Look(wrap=True, vertical="top", fill=WARN),
    "flat": _row(),
    "flat.grey": _row(colour=GREY, size=9),
    "code": _row(colour=GREY, size=9, wrap=True),
    "code.top": _row(colour=GREY, vertical="top", size=9, wrap=True),
    "text.open": Look(wrap=True, vertical="top"),
    "entry.open": Look(bold=True, wrap=True, vertical="top"),
    "centre": _row(align="center", vertical="top"),
    "centre.middle": _row(align="center", colour=GREY),
    "unit": _row(colour=GREY, wrap=True),
    "note": _row(colour=GREY, size=9, wrap=True),
    "input": _number(colour=INPUT),
    "figure": _number(),
    "figure.bold": _number(bold=True),
    "linked": _number(colour=LINKED),
    "linked.bold": _number(colour=LINKED, bold=True),
    "figure.top": _number(vertical="top"),
    "linked.top": _number(colour=LINKED, vertical="top"),
    "unit.top": _row(colour=GREY, wrap=True, vertical="top"),
    "total": Look(align="right", indent=1, bold=True, top=STRONG_RULE, bottom=RULE),
    "total.cell": Look(top=STRONG_RULE, bottom=RULE),
    "missing": _number(fill=WARN),
    "empty": _number(),
    "omission": _number(italic=True, colour=GREY),
    "unread": _number(fill=ALERT, wrap=True),
    "change": _number(colour=GREY),
    "link": _row(colour="0563C1", underline=True, wrap=True),
    "link.top": _row(colour="0563C1", underline=True, wrap=True, vertical="top"),
    "link.line": _row(colour="0563C1", underline=True),
    "link.plain": Look(colour="0563C1", underline=True),
    "error": _row(bold=True, colour="A4262C", fill=ALERT, align="center", vertical="top"),
    "ok": _row(bold=True, colour=LINKED, align="center", vertical="top"),
    "doubt": _row(bold=True, colour="8A5A00", fill=WARN, align="center", vertical="top"),
    "key": Look(colour=GREY, vertical="top"),
    "entry": _row(bold=True, vertical="top", wrap=True),
    "asked.number": _asked(align="right", indent=1, colour=INPUT),
    "asked.choice": _asked(wrap=True, colour=INPUT),
    "asked.text": _asked(wrap=True, colour=INPUT, vertical="top"),
    "asked.short": _asked(wrap=True, colour=INPUT),
    "free": Look(bottom=RULE, open=True, wrap=True, colour=GREY, size=9),
    "alert": _row(wrap=True, vertical="top", fill=ALERT),
    "alert.middle": _row(wrap=True, fill=ALERT, size=9),
    "step": Look(wrap=True, vertical="top", indent=1),
    "swatch.input": Look(colour=INPUT, align="center", bottom=RULE, top=RULE),
    "swatch.figure": Look(align="center", bottom=RULE, top=RULE),
    "swatch.linked": Look(colour=LINKED, align="center", bottom=RULE, top=RULE),
    "swatch.missing": Look(fill=WARN, align="center", bottom=RULE, top=RULE),
    "swatch.pending": Look(colour=INPUT, fill=PENDING, align="center", bottom=RULE, top=RULE),
}
_VALUED = ("input", "figure", "figure.bold", "linked", "linked.bold", "omission", "unread")
# What is not approved yet looks like what it is, on a ground of its own.
LOOKS: Mapping[str, Look] = {
    **_PLAIN, **{f"pending.{name}": replace(_PLAIN[name], fill=PENDING) for name in _VALUED},
}  # fmt: skip


class Looks:
    """Turns style texts (`look` or `look|number format`) into cell formats of one openpyxl workbook."""

    def __init__(self, book: Book, font: str, colours: tuple[str, ...]) -> None:
        self._book = book
        self._font = font
        brand = colour_of(colours[0]) if colours else "1F6F78"
        self._named = {"brand": brand, "tint": lighter(brand, 0.88), "on_brand": _ink_on(brand), "": ""}
        self._known: dict[tuple[str, bool], int] = {}
        page = book.create_sheet("looks")
        self._scratch = page.cell(1, 1)
        book.remove(page)  # the cell goes on being dressed; no sheet of the file

    def number(self, style: str, quoted: bool) -> int:
        """Return the number of the cell format; `quoted` marks text that begins like a formula."""
        found = self._known.get((style, quoted))
        if found is None:
            found = self._known[style, quoted] = self._add(style, quoted)
        return found

    def xml(self) -> bytes:
        """Return the part styles.xml with every format asked for so far."""
        return tostring(write_stylesheet(self._book))  # pyright: ignore

    def _add(self, style: str, quoted: bool) -> int:
        name, _, number_format = style.partition("|")
        cell = self._scratch
        assert isinstance(cell, BookCell)
        self._dress(cell, LOOKS[name])
        cell.number_format = number_format or "General"
        cell.protection = Protection(locked=not LOOKS[name].open)
        array: StyleArray = copy(cell._style)  # pyright: ignore
        array.quotePrefix = 1 if quoted else 0
        return self._book._cell_styles.add(array)  # pyright: ignore

    def _dress(self, cell: BookCell, look: Look) -> None:
        cell.font = Font(
            name=self._font,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            underline="single" if look.underline else None,
            color=self._colour(look.colour),
        )
        fill = self._colour(look.fill)
        cell.fill = PatternFill("solid", fgColor=fill) if fill else PatternFill()
        cell.border = Border(top=self._side(look.top), bottom=self._side(look.bottom))
        cell.alignment = Alignment(
            horizontal=look.align, vertical=look.vertical, indent=look.indent, wrap_text=look.wrap
        )

    def _colour(self, name: str) -> str:
        return self._named.get(name, name)

    def _side(self, name: str) -> Side:
        colour = self._colour(name)
        return Side(style="medium" if name == "brand" else "thin", color=colour) if colour else Side()


def _ink_on(colour: str) -> str:
    """Return white or ink, whichever reads better on the colour."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 165 else "FFFFFF"

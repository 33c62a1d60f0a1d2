"""Puts rows, texts and corrected parts into the package that openpyxl made."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from exporters.charts.xml import finish_xml

# Where cells have comments, openpyxl writes them (empty) so that it can number the comments.
_SHEET_DATA = re.compile(rb"<sheetData ?/>|<sheetData>.*?</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*" ?/>')
_NO_NAMES = re.compile(rb"<definedNames ?/>")
_IGNORED = 'formula="1" formulaRange="1" numberStoredAsText="1"'
_FONT = re.compile(rb"<font>(.*?)</font>", re.DOTALL)
_CHILD = re.compile(rb"<(\w+)[^>]*/>")
# The order that the standard asks for; openpyxl writes another, which strict readers report.
_FONT_ORDER = (b"b", b"i", b"strike", b"outline", b"shadow", b"u", b"vertAlign", b"sz", b"color", b"name", b"family")

_STRINGS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType='
    b'"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_STRINGS_LINK = (
    b'<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" '
    b'Target="sharedStrings.xml" Id="rIdStrings"/>'
)


@dataclass(frozen=True, slots=True)
class SheetXml:
    """What goes into a sheet's part: the element sheetData, the range that it fills, the element hyperlinks."""

    rows: bytes
    dimension: str
    links: bytes


@dataclass(frozen=True, slots=True)
class BookXml:
    """What is complete only after the last sheet: the parts of shared texts and styles, the elements definedName.

    As objects of openpyxl the names would take a kilobyte each.
    """

    strings: bytes
    styles: bytes
    names: bytes


def repack(
    shell: IO[bytes],
    target: Path | IO[bytes],
    sheets: Mapping[str, Callable[[], SheetXml]],
    rest: Callable[[], BookXml],
) -> None:
    """Copy openpyxl's package; `sheets` says what goes into which part, made one after the other to save memory."""
    with zipfile.ZipFile(shell) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, make in sheets.items():
            out.writestr(name, _fill(source.read(name), make()))
        book = rest()
        for name in source.namelist():
            if name not in sheets:
                out.writestr(name, _mend(name, source.read(name), book))
        out.writestr("xl/sharedStrings.xml", book.strings)


def _mend(name: str, part: bytes, book: BookXml) -> bytes:
    if name == "xl/workbook.xml":
        return _name(part, book.names)
    if name == "xl/styles.xml":
        return _FONT.sub(_order_font, book.styles)
    if name.startswith("xl/charts/chart"):
        return finish_xml(part)
    if name == "[Content_Types].xml":
        return part.replace(b"</Types>", _STRINGS_TYPE + b"</Types>")
    if name == "xl/_rels/workbook.xml.rels":
        return part.replace(b"</Relationships>", _STRINGS_LINK + b"</Relationships>")
    return part


def _name(part: bytes, names: bytes) -> bytes:
    if not names:
        return part
    if b"</definedNames>" in part:
        return part.replace(b"</definedNames>", names + b"</definedNames>", 1)
    part = _NO_NAMES.sub(b"", part)
    return part.replace(b"<calcPr", b"<definedNames>" + names + b"</definedNames><calcPr", 1)


def _fill(part: bytes, sheet: SheetXml) -> bytes:
    head, tail = _SHEET_DATA.split(part, maxsplit=1)
    head = _DIMENSION.sub(f'<dimension ref="{sheet.dimension}"/>'.encode(), head)
    tail = tail.replace(b"<printOptions", sheet.links + b"<printOptions", 1)
    # Years, codes and page numbers are texts on purpose; without this Excel marks each of them as suspicious.
    quiet = f'<ignoredErrors><ignoredError sqref="{sheet.dimension}" {_IGNORED}/></ignoredErrors>'.encode()
    place = next(mark for mark in (b"<drawing ", b"<legacyDrawing ", b"<tableParts", b"</worksheet>") if mark in tail)
    return head + sheet.rows + tail.replace(place, quiet + place, 1)


def _order_font(match: re.Match[bytes]) -> bytes:
    children = sorted(_CHILD.finditer(match[1]), key=lambda child: _rank(child[1]))
    return b"<font>" + b"".join(child[0] for child in children) + b"</font>"


def _rank(tag: bytes) -> int:
    return _FONT_ORDER.index(tag) if tag in _FONT_ORDER else len(_FONT_ORDER)

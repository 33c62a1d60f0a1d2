"""Run in a process of its own (schema.child): reads a form that came back, as rows of text.

What the package says of itself is held against limits first; then the cells are read without building anything of the
workbook but its values. Names, the time of saving and cells whose number format matters are taken from their parts.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from defusedxml.ElementTree import fromstring  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]
from python_calamine import CalamineError, PasswordError

from exporters.excel.book_child import PLAIN_LOOK, formats_of, letters_number, open_book, parts_of, shown
from schema.child import Answer
from schema.exchange.packs.zip_limits import ZIP_FAULTS, ZipRefused, need_zip, scan
from schema.garbage import collector_at_rest

_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MOST_NAMES = 200_000
# A form has some twenty columns, and thousands of rows at most: what lies far outside would cost memory for nothing.
_FAR = re.compile(rb' r="(?:[A-Z]{3}|[A-Z]{0,2}\d{6})')
# A formula's end, with the prefix that some programs write before every name.
_SOLVED = re.compile(rb"</(?:\w+:)?f>|<(?:\w+:)?f\b[^>]*/>")
_NO_RESULT = re.compile(rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>")
_OPENING = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_LONGEST_FORMULA = 40_000
_FAULTY = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)>")
_PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_RANGE = re.compile(r"'?(.+?)'?!\$?([A-Z]+)\$?(\d+)")
_MODIFIED = re.compile(rb"<(?:\w+:)?modified[^>]*>\s*([^<]{10,40}?)\s*<")

Place = tuple[int, int]
Look = tuple[str, int, int]
Looks = dict[Place, Look]


class _Refused(Exception):
    pass


@collector_at_rest()
def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return sheets, names and the time of saving; or why there are none: password, too_large, not_workbook."""
    try:
        return _read(path, ask), b""
    except PasswordError:
        return {"refused": "password"}, b""
    except _Refused as refused:
        return {"refused": str(refused)}, b""
    except ZipRefused as refused:
        reasons = {"locked": "password", "unpacked": "too_large", "members": "too_large", "ratio": "too_large"}
        return {"refused": reasons.get(refused.reason, "not_workbook")}, b""
    except (*ZIP_FAULTS, CalamineError, LookupError, ValueError, SyntaxError, OSError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        return {"refused": "password" if locked else "not_workbook"}, b""


def _read(path: Path, ask: Mapping[str, Any]) -> dict[str, Any]:
    data = path.read_bytes()
    facts: dict[str, Any] = {"sha256": hashlib.sha256(data).hexdigest(), "names": [], "modified": ""}
    looks: dict[str, Looks] = {}
    unsolved: dict[str, list[Place]] = {}
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise PasswordError
    else:
        need_zip(path)
        with zipfile.ZipFile(path) as archive:
            scan(archive, ask)
            if "xl/workbook.xml" in archive.namelist():
                facts |= _package(archive)
                _sheets_seen(archive, looks, unsolved)
    del data
    book = open_book(path)
    sheets = [meta.name for meta in book.sheets_metadata if "WorkSheet" in str(meta.typ)]
    facts["sheets"] = [
        {"title": name, "rows": _rows(book, name, looks.get(name, {}), ask), "unsolved": unsolved.get(name, [])}
        for name in sheets
    ]
    return facts


def _package(archive: zipfile.ZipFile) -> dict[str, Any]:
    names: list[tuple[str, str, int, int]] = []
    for element in fromstring(archive.read("xl/workbook.xml")).iter():
        found = _RANGE.fullmatch(element.text or "") if element.tag.endswith("}definedName") else None
        name = element.get("name", "")
        if found and name.startswith("v_") and len(names) < _MOST_NAMES:
            names.append((name, found[1].replace("''", "'"), int(found[3]), letters_number(found[2]) - 1))
    core = archive.read("docProps/core.xml") if "docProps/core.xml" in archive.namelist() else b""
    saved = _MODIFIED.search(core)
    return {"names": names, "modified": saved[1].decode("ascii", "replace") if saved else ""}


def _sheets_seen(archive: zipfile.ZipFile, looks: dict[str, Looks], unsolved: dict[str, list[Place]]) -> None:
    formats = formats_of(archive)
    # An indent makes no other number.
    told = {number: (words, 0, power) for number, (words, _, power) in enumerate(formats) if words or power}
    for title, name in parts_of(archive):
        part = archive.read(name)
        if _FAR.search(part):
            raise _Refused("too_large")
        if told:
            looks[title] = _looks(part, told)
        unsolved[title] = list(_places((*_unsolved(part), *(_FAULTY.findall(part) if b't="e"' in part else ()))))


def _unsolved(part: bytes) -> Iterable[bytes]:
    """Yield the attributes of cells that have a formula and no result; an empty text is a result, too."""
    for end in _SOLVED.finditer(part):
        if _NO_RESULT.match(part, end.end()):
            cells = _OPENING.findall(part, max(0, end.start() - _LONGEST_FORMULA), end.start())
            if cells and b't="str"' not in cells[-1]:
                yield cells[-1]


def _looks(part: bytes, told: Mapping[int, Look]) -> Looks:
    """Return what the number formats of a sheet's cells say beside the number, by cell."""
    found: Looks = {}
    styled = b"|".join(str(number).encode() for number in told)
    for cell in re.findall(rb'<(?:\w+:)?c\b([^>]*\bs="(?:' + styled + rb')"[^>]*)>', part):
        style, place = _STYLE.search(cell), _PLACE.search(cell)
        if style and place:
            found[int(place[2]), letters_number(place[1].decode())] = told[int(style[1])]
    return found


def _places(cells: Iterable[bytes]) -> Iterable[Place]:
    for attributes in cells:
        if place := _PLACE.search(attributes):
            yield int(place[2]), letters_number(place[1].decode()) - 1


def _rows(book: Any, name: str, looks: Looks, ask: Mapping[str, Any]) -> list[tuple[int, list[str]]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > ask["cells"]:
        raise _Refused("too_large")
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(sheet.to_python(skip_empty_area=False), 1):
        while row and row[-1] == "":
            row.pop()
        if row:
            rows.append((number, [c if type(c) is str else _text(c, looks, (number, x)) for x, c in enumerate(row, 1)]))
    return rows


def _text(cell: Any, looks: Looks, place: Place) -> str:
    """Return what a cell other than of text shows; most are plain numbers."""
    look = looks.get(place)
    if look is None and type(cell) is float:
        written = format(cell, ".15g")
        if "e" not in written and "n" not in written:
            return written
    return shown(cell, look or PLAIN_LOOK)

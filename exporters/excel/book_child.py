"""Run in a process of its own (schema.child): reads a workbook, its cells as bare values or as a person sees them.

It imports nothing of Annals that is heavy, so that the process starts fast and holds nothing worth having. As seen, it
tells what a bare value does not say: percentages, words of a number format, indents; in either way what is hidden,
merged, or a formula without a result. Excel 97 files, binary and OpenDocument files tell less: cells, merged, hidden.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath
from typing import Any

from defusedxml.ElementTree import fromstring  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from schema.child import Answer, is_too_large
from schema.exchange.packs.zip_limits import ZIP_FAULTS

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_ATTRIBUTE = re.compile(rb'\b(r|s|t|hidden|min|max)="([^"]*)"')
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)>\s*[^<\s]|<(?:\w+:)?is>")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Words that a number format writes behind the number (0.00"万吨"): a person has seen them as part of the value.
_SUFFIX = re.compile(r'^(?:_ )?[#,]*[#0][#,0]*(?:\.[0#?]+)?,*(?:_ )?\s*(?:"([^"]+)"|([\u4e00-\u9fff%]+))')
_PERCENT_FORMATS = (9, 10)
_PARTED = re.compile(r"\d[.,]\d")
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_DIVIDING = re.compile(r"[0#?](,+)(?=[^0#?]*$)")
_MAX_COLUMNS = 16_384
_LONGEST_CELL = 100_000  # a cell of Excel holds 32,767 letters

# What a cell's style writes behind a number, how far it indents a text, and by which power of ten it shows a number.
_Look = tuple[str, int, int]
PLAIN_LOOK: _Look = ("", 0, 0)


def main(path: Path, ask: Mapping[str, Any]) -> Answer:
    """Return the sheets, or why there are none."""
    try:
        return _read(path, ask), b""
    except PasswordError:
        return {"refused": "password"}, b""
    except (*ZIP_FAULTS, CalamineError, LookupError, ValueError, SyntaxError, OSError) as error:
        locked = "password" in str(error).lower() or "encrypt" in str(error).lower()
        return {"refused": "password" if locked else "not_workbook"}, b""


def _read(path: Path, ask: Mapping[str, Any]) -> dict[str, Any]:
    if _ENCRYPTED in path.read_bytes():
        return {"refused": "password"}
    seen: dict[str, dict[str, Any]] = {}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            if is_too_large(archive, ask):
                return {"refused": "too_large"}
            seen = _seen(archive, ask["cells_as"] == "seen")
    if sum(sheet["rows"] * sheet["columns"] for sheet in seen.values()) > ask["cells"]:
        return {"refused": "too_large"}
    book = open_book(path)
    sheets = [meta for meta in book.sheets_metadata if "WorkSheet" in str(meta.typ)]
    return {"sheets": [_sheet(book, meta, seen.get(meta.name, {}), ask["cells"]) for meta in sheets]}


def open_book(path: Path) -> Any:  # the stub leaves the type of paths open
    """Open a workbook, which may bear the name of another kind (a newer one called .xls)."""
    try:
        return CalamineWorkbook.from_path(str(path))  # pyright: ignore[reportUnknownMemberType]
    except PasswordError:
        raise
    except CalamineError:
        return CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))


def _seen(archive: zipfile.ZipFile, with_formats: bool) -> dict[str, dict[str, Any]]:
    if "xl/workbook.xml" not in archive.namelist():
        return {}
    formats = formats_of(archive) if with_formats else []
    return {title: _see(archive.read(part), formats) for title, part in parts_of(archive)}


def parts_of(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return title and part of every worksheet."""
    book, links = fromstring(archive.read("xl/workbook.xml")), fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links if link.get("Type", "").endswith("/worksheet")}
    sheets = [element for element in book.iter() if element.tag.endswith("}sheet")]
    found = ((sheet.get("name", ""), targets.get(sheet.get(_RELATION))) for sheet in sheets)
    return [(title, normpath(join("xl", target)).lstrip("/")) for title, target in found if target]


def formats_of(archive: zipfile.ZipFile) -> list[_Look]:
    """Return what each cell style makes of a number, and how far it indents a text."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    root = fromstring(archive.read("xl/styles.xml"))
    codes = {item.get("numFmtId"): item.get("formatCode", "") for item in root.iter(f"{_MAIN}numFmt")}
    found: list[_Look] = []
    for style in root.findall(f"{_MAIN}cellXfs/{_MAIN}xf"):
        number, alignment = style.get("numFmtId", "0"), style.find(f"{_MAIN}alignment")
        indent = alignment.get("indent", "0") if alignment is not None else "0"
        found.append(_look(int(number), codes.get(number, ""), int(indent)))
    return found


def _look(number: int, code: str, indent: int) -> _Look:
    """A bare % multiplies by a hundred, one in quotes does not; commas behind the digits divide by a thousand each."""
    if number in _PERCENT_FORMATS:
        return "%", indent, 2
    match = _SUFFIX.match(code.replace("\\", ""))
    words = (match[1] or match[2] or "").strip() if match else ""
    bare = _QUOTED.sub("", code.partition(";")[0])
    commas = _DIVIDING.search(bare)
    power = 2 * bare.count("%") - 3 * len(commas[1] if commas else "")
    return ("%" if words.startswith("%") else words), indent, power


def _see(part: bytes, formats: list[_Look]) -> dict[str, Any]:
    """Return what is to be seen on a sheet of the Office Open XML format, beside its values."""
    seen: dict[str, Any] = {"rows": 0, "columns": 0, "formulas": [], "valueless": [], "faulty": [], "looks": {}}
    for attributes, inner in _CELL.findall(part):
        cell = dict(_ATTRIBUTE.findall(attributes))
        name = cell.get(b"r", b"").decode()
        letters = name.rstrip("0123456789")
        if not letters or letters == name:
            continue
        seen["rows"] = max(seen["rows"], int(name[len(letters) :]))
        seen["columns"] = max(seen["columns"], letters_number(letters))
        _see_cell(seen, name, cell, inner)
        style = int(cell.get(b"s", b"0"))
        if style < len(formats) and any(formats[style]):
            seen["looks"][name] = formats[style]
    seen["hidden_rows"] = [int(row[b"r"]) for row in map(_attributes, _ROW.findall(part)) if _is_hidden(row)]
    hidden = [column for column in map(_attributes, _COLUMN.findall(part)) if _is_hidden(column)]
    spans = [range(int(c[b"min"]), min(int(c[b"max"]), _MAX_COLUMNS) + 1) for c in hidden]
    seen["hidden_columns"] = [_letters(n) for span in spans for n in span if n <= seen["columns"]]
    return seen


def _see_cell(seen: dict[str, Any], name: str, cell: dict[bytes, bytes], inner: bytes) -> None:
    if _FORMULA.search(inner):
        seen["formulas"].append(name)
        # An empty text is a result, too: ="" says nothing on purpose.
        if not _VALUE.search(inner) and cell.get(b"t") != b"str":
            seen["valueless"].append(name)
    if cell.get(b"t") == b"e":
        seen["faulty"].append(name)


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(text))


def _is_hidden(attributes: dict[bytes, bytes]) -> bool:
    return attributes.get(b"hidden") in (b"1", b"true") and bool({b"r", b"min"} & attributes.keys())


def letters_number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found


def _letters(number: int) -> str:
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


def _sheet(book: Any, meta: Any, seen: dict[str, Any], cells: int) -> dict[str, Any]:  # calamine's cells are untyped
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.total_height * sheet.total_width > cells:
        raise MemoryError
    rows = sheet.to_python(skip_empty_area=False)
    if any(isinstance(cell, str) and len(cell) > _LONGEST_CELL for row in rows for cell in row):
        raise MemoryError  # here, where it costs this process alone
    looks = seen.get("looks", {})
    return {
        "title": meta.name,
        "rows": [[shown(c, _look_of(looks, x, y)) for x, c in enumerate(row, 1)] for y, row in enumerate(rows, 1)],
        "formulas": seen.get("formulas", []),
        "valueless": seen.get("valueless", []),
        "faulty": seen.get("faulty", []),
        "divided": [name for name, (behind, _, power) in looks.items() if power < 0 and not behind],
        "texts": [_place((y, x)) for y, row in enumerate(rows) for x, c in enumerate(row) if _is_number_text(c)],
        "merged": [f"{_place(a)}:{_place(b)}" for a, b in sheet.merged_cell_ranges or ()],
        "hidden": meta.visible != SheetVisibleEnum.Visible,
        "hidden_rows": seen.get("hidden_rows", []),
        "hidden_columns": seen.get("hidden_columns", []),
    }


def _is_number_text(cell: Any) -> bool:
    """Whether a cell holds as text what may be a number of another country (12.345, 93,6)."""
    return isinstance(cell, str) and _PARTED.search(cell) is not None


def _place(cell: tuple[int, int]) -> str:
    return f"{_letters(cell[1] + 1)}{cell[0] + 1}"


def _look_of(looks: dict[str, _Look], column: int, row: int) -> _Look:
    return looks.get(f"{_letters(column)}{row}", PLAIN_LOOK) if looks else PLAIN_LOOK


def shown(cell: Any, look: _Look) -> str:
    """Return a cell's text as a person sees it: 0.263 in a percentage format is 26.3%."""
    if cell == "":
        return ""
    behind, indent, power = look
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return "  " * indent + _text(cell)
    value = Decimal(format(cell, ".15g"))
    return _plain(value.scaleb(power) if behind else value) + behind


def _text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else _hours(cell)


def _hours(span: timedelta) -> str:
    """A span of time is shown as hours, minutes and seconds (36:30:00), never as a number of seconds."""
    seconds = round(span.total_seconds())
    return f"{'-' if seconds < 0 else ''}{abs(seconds) // 3600}:{abs(seconds) // 60 % 60:02}:{abs(seconds) % 60:02}"


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

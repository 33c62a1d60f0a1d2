"""Run as a process of its own: reads a foreign workbook within limits and prints its sheets as JSON.

It imports nothing of Annals, so that the process starts fast and holds nothing worth having.
A refusal is printed as {"refused": reason}, the reasons being those of exporters.excel.sheet_reader.
"""

from __future__ import annotations

import json
import re
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from posixpath import join, normpath
from typing import Any

from defusedxml.ElementTree import fromstring  # pyright: ignore[reportMissingTypeStubs, reportUnknownVariableType]
from python_calamine import CalamineWorkbook

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULA = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3}\d+)"[^>]*>\s*<(?:\w+:)?f[\s/>]')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]+)"')
_PLACE = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d+)"')


def main(path: str, megabytes: int, cells: int, memory: int, seconds: int) -> dict[str, Any]:
    """Return the sheets, or why there are none."""
    _limit(memory, seconds)
    try:
        with zipfile.ZipFile(path) as archive:
            return _read(Path(path), archive, megabytes * 1_000_000, cells)
    except (zipfile.BadZipFile, KeyError, RuntimeError, ValueError, SyntaxError):
        return {"refused": "not_workbook"}
    except MemoryError:
        return {"refused": "too_large"}


def _limit(memory: int, seconds: int) -> None:
    """Ask the system to keep to the limits; Windows knows none, there the parent's clock and our counting must do."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory * 1_000_000, memory * 1_000_000))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def _read(path: Path, archive: zipfile.ZipFile, limit: int, cells: int) -> dict[str, Any]:
    if sum(item.file_size for item in archive.infolist()) > limit:
        return {"refused": "too_large"}
    parts = {title: archive.read(name) for title, name in _parts(archive)}
    if _spread(parts) > cells:
        return {"refused": "too_large"}
    # the stub leaves the type of paths open
    book: Any = CalamineWorkbook.from_path(str(path))  # pyright: ignore[reportUnknownMemberType]
    return {"sheets": [_sheet(book, title, part) for title, part in parts.items()]}


def _parts(archive: zipfile.ZipFile) -> list[tuple[str, str]]:
    """Return title and part of every worksheet."""
    book, links = fromstring(archive.read("xl/workbook.xml")), fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links if link.get("Type", "").endswith("/worksheet")}
    sheets = [element for element in book.iter() if element.tag.endswith("}sheet")]
    found = ((sheet.get("name", ""), targets.get(sheet.get(_RELATION))) for sheet in sheets)
    return [(title, normpath(join("xl", target)).lstrip("/")) for title, target in found if target]


def _spread(parts: dict[str, bytes]) -> int:
    """Return how many cells the sheets span: one cell far off would fill the memory with empty ones."""
    total = 0
    for part in parts.values():
        rows, columns = 0, {b"A"}
        for place in _PLACE.finditer(part):
            rows = max(rows, int(place[2]))
            columns.add(place[1])
        total += rows * max(map(_number, columns))
    return total


def _number(letters: bytes) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + letter - 64
    return found


def _sheet(book: Any, title: str, part: bytes) -> dict[str, Any]:  # calamine types its workbook, not its cells
    rows = book.get_sheet_by_name(title).to_python(skip_empty_area=False)
    return {
        "title": title,
        "rows": [[_text(cell) for cell in row] for row in rows],
        "formulas": [name.decode() for name in _FORMULA.findall(part)],
        "merged": [name.decode() for name in _MERGED.findall(part)],
    }


def _text(cell: Any) -> str:
    """Write a typed cell as text: a number with the 15 digits that Excel keeps."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, int | float):
        return _plain(Decimal(format(cell, ".15g")))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell) if not isinstance(cell, timedelta) else str(cell.total_seconds())


def _plain(value: Decimal) -> str:
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


if __name__ == "__main__":
    found = main(sys.argv[1], *map(int, sys.argv[2:]))
    sys.stdout.buffer.write(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace"))

"""Cells that may be left blank as only one thing can be meant: a plain metric is five cells, and one for its row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from schema.exchange.catalogue_book.sheet_forms import ROWS
from schema.exchange.catalogue_book.sheet_source import SheetRow

Rows = Mapping[str, Sequence[SheetRow]]


def filled(rows: Rows) -> dict[str, Sequence[SheetRow]]:
    """Return the rows with what their blank cells mean; where two things could be meant a cell stays blank."""
    made = dict(rows)
    department, outline = _only(rows, "departments"), _only(rows, "outlines")
    made["metrics"] = [_with(row, "department", department) for row in rows.get("metrics", ())]
    for title in ("explanations", "sections", "blocks"):
        made[title] = [_with(row, "outline", outline) for row in rows.get(title, ())]
    made["blocks"] = _in_their_sections(made["blocks"])
    return made


def _only(rows: Rows, title: str) -> str:
    """Return the code of a sheet's one row, empty where there are several."""
    found = rows.get(title, ())
    return found[0].text("code") if len(found) == 1 else ""


def _with(row: SheetRow, name: str, text: str) -> SheetRow:
    return row if not text or row.text(name) else replace(row, cells={**row.cells, name: text})


def _in_their_sections(rows: Sequence[SheetRow]) -> list[SheetRow]:
    """A reference below a block is one of its rows; a section goes on until another is named, in the same report."""
    made = list[SheetRow]()
    for row in rows:
        above = made[-1] if made else None
        if above is not None and above.text("outline") == row.text("outline"):
            if row.text("ref"):
                row = _with(row, "block", ROWS)
            row = _with(row, "section", above.text("section"))
        made.append(row)
    return made

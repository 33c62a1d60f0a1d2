"""Assurance workbooks as auditors send them back: filled in, and worked over in all the ways that people do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl

from desktop.work.assure import write_pack
from desktop.work.assure_basis import Scope
from desktop.work.requests import Act
from schema.workspace import Workspace

ACT = Act("审计师", datetime(2026, 11, 30, 8, tzinfo=UTC))
Edit = Callable[[Any, Any, int, Mapping[str, int]], None]


def pack_of(workspace: Workspace, folder: Path, report: str) -> Path:
    """Write the pack of a report; return its workbook."""
    return write_pack(workspace, Scope(report), folder, ACT)[0].path


def judge(book: Path, target: Path, verdicts: Mapping[str, tuple[str, str]], edit: Edit | None = None) -> Path:
    """Fill verdicts in by reference, edit the workbook (its sheet, the row of the head, the columns), save it."""
    workbook = openpyxl.load_workbook(book)
    sheet: Any = workbook["sample"]
    head = next(row for row in sheet.iter_rows(max_row=10) if any(cell.value == "ref" for cell in row))
    columns, top = {str(cell.value): int(cell.column) for cell in head}, head[0].row
    for row in range(top + 1, sheet.max_row + 1):
        said = verdicts.get(sheet.cell(row, columns["ref"]).value)
        if said:
            sheet.cell(row, columns["verdict"]).value, sheet.cell(row, columns["remark"]).value = said
    if edit:
        edit(workbook, sheet, top, columns)
    workbook.save(target)
    return target

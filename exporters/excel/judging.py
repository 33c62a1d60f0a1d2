"""The sample of an assurance pack is marked as an auditor does it in a spreadsheet program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

_SHEET, _REFERENCE, _VERDICT, _REMARK = "sample", "ref", "verdict", "remark"
_HEADS = 10  # rows among which the heads stand


def mark_sample(path: Path, fails: Mapping[str, str]) -> int:
    """Write a verdict into every row: fail with the remark given for its reference, else pass; returns how many."""
    book = load_workbook(path)
    page, count = book[_SHEET], 0
    heads = next(row for row in page.iter_rows(max_row=_HEADS) if any(cell.value == _REFERENCE for cell in row))
    columns = {str(cell.value): n for n, cell in enumerate(heads, 1)}
    for row in range((heads[0].row or 0) + 1, page.max_row + 1):
        reference = page.cell(row, columns[_REFERENCE]).value
        if not reference:
            continue
        remark = fails.get(str(reference), "")
        cast("Cell", page.cell(row, columns[_VERDICT])).value = "fail" if remark else "pass"
        cast("Cell", page.cell(row, columns[_REMARK])).value = remark or None
        count += 1
    book.save(path)
    return count

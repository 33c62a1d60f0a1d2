"""The sheet #example of a blank workbook: a small report as the other sheets write it; nobody reads it back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporters.excel.workbook import Cell, Row, Sheet

TITLE = "#example"
_WIDTH, _LEAD = 26.0, 90.0


def example_sheet(example: Mapping[str, Sequence[Mapping[str, str]]], lead: str) -> Sheet:
    """Return the sheet: for each sheet its name, the heads of the columns that are filled, and its rows by column."""
    rows = [Row((Cell(lead, "text"),), _LEAD), Row((Cell(None, "text"),))]
    width = 1
    for title, entries in example.items():
        columns = list(dict.fromkeys(column for entry in entries for column in entry))
        width = max(width, len(columns))
        rows.append(Row((Cell(title, "entry"),)))
        rows.append(Row(tuple(Cell(column, "head") for column in columns), 24))
        rows += [Row(tuple(Cell(entry.get(column) or None, "text") for column in columns)) for entry in entries]
        rows.append(Row((Cell(None, "text"),)))
    return Sheet(TITLE, tuple(rows), (_WIDTH,) * width, "A1", (1, 1))

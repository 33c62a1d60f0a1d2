"""The small workbook that a chart in Word carries, so that a person can edit its data."""

from __future__ import annotations

import io

from exporters.charts.data import ChartData, ChartSeries
from exporters.excel.workbook import Cell, Row, Sheet, Workbook
from exporters.excel.writer import write_excel


def chart_workbook(data: ChartData, sheet: str = "Sheet1") -> bytes:
    """Return the workbook as bytes: series in columns, categories down, as `data.embedded()` says."""
    across = (Cell(data.axes[0], "head.number"),) if data.across else ()
    rows = [Row((Cell(data.unit or None, "head"), *across, *(Cell(one.name, "head.number") for one in data.series)))]
    form = f"figure|{data.number_format}"
    for index, category in enumerate(data.categories):
        first = (Cell(data.across[index], form),) if data.across else ()
        values = (Cell(series.values[index], _form(data, series, index)) for series in data.series)
        rows.append(Row((Cell(category, "label"), *first, *values)))
    widths = (24.0, *(14.0 for _ in (*across, *data.series)))
    page = Sheet(sheet, tuple(rows), widths, freeze="B2")
    book = Workbook(data.title or data.id, (page,), font=data.font, colours=data.colours)
    target = io.BytesIO()
    write_excel(book, target)
    return target.getvalue()


def _form(data: ChartData, series: ChartSeries, index: int) -> str:
    own = series.formats[index] if series.formats else ""
    return f"figure|{own or data.number_format}"

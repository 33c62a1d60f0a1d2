"""Excel Tables as openpyxl writes them."""

from __future__ import annotations

from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.table import Table, TableColumn, TableStyleInfo

from exporters.charts.data import column_letter
from exporters.excel.workbook import NamedTable, Sheet


def excel_table(sheet: Sheet, table: NamedTable) -> Table:
    """Return a sheet's table with its filters."""
    heads = [str(cell.value) for cell in sheet.rows[table.head - 1].cells]
    reference = f"A{table.head}:{column_letter(len(heads))}{len(sheet.rows)}"
    made = Table(displayName=table.name, name=table.name, ref=reference)
    made.autoFilter = AutoFilter(ref=reference)
    # Without these openpyxl would make every cell of the table to read its heads.
    made.tableColumns = [TableColumn(id=number, name=head) for number, head in enumerate(heads, 1)]
    made.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return made

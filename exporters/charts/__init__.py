"""Charts, one assembly for the workbook and the Word draft."""

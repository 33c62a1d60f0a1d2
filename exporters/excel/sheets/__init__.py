"""The data sheets: definitions and data become a Workbook of plain cells."""

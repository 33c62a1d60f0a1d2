"""Somebody works in a workbook: sorts, filters, inserts and deletes rows as Excel does; LibreOffice computes it anew."""

import re
import shutil
import subprocess
import sys
import warnings
from collections import Counter
from functools import cache
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.formula.translate import Translator

from .recalculated import SOFFICE

PIVOTING = Path(__file__).with_name("pivoting.py")


def recomputed(book, folder):
    """Return a workbook (of openpyxl) with the values that LibreOffice computes."""
    path = folder / "worked.xlsx"
    book.save(path)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", folder / "made", path]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(folder / "made" / path.name, data_only=True)


@cache
def python_with_uno():
    """Return a Python that can steer LibreOffice: its own, the system's or this one; None where there is none."""
    own = Path(SOFFICE).resolve().with_name("python") if SOFFICE else Path("none")
    for python in (str(own), "/usr/bin/python3", shutil.which("python3") or "", sys.executable):
        found = python and Path(python).exists()
        if found and subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0:
            return python
    return None


def pivoted(path, sheet, folder):
    """Return the workbook with a pivot table over the table of a sheet, laid and computed by LibreOffice itself."""
    area = load_workbook(path)[sheet].tables["annals_data"].ref
    made = folder / "pivoted.xlsx"
    command = [python_with_uno(), PIVOTING, SOFFICE, str(folder / "profile"), path, sheet, area, made]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(made, data_only=True)


def sort(sheet, first, last):
    """Turn rows round, as a sort does it: what is relative to its row goes with it, names and tables stay."""
    for one, other in zip(range(first, (first + last + 1) // 2), range(last, first, -1), strict=False):
        for column in range(1, sheet.max_column + 1):
            above, below = sheet.cell(one, column), sheet.cell(other, column)
            above.value, below.value = _moved(below, above), _moved(above, below)


def filter_away(sheet, first, last):
    """Hide every second row, as a filter does it."""
    for row in range(first, last + 1, 2):
        sheet.row_dimensions[row].hidden = True


def insert(sheet, first, last):
    """Put two empty rows into the middle."""
    _shift(sheet, (first + last) // 2 + 1, 2)


def delete(sheet, first, last):
    """Take rows out."""
    for row in range(first, last + 1):
        for column in range(1, sheet.max_column + 1):
            sheet.cell(row, column).value = None
    _shift(sheet, last + 1, first - last - 1)


def _moved(source, target):
    value = source.value
    if isinstance(value, str) and value.startswith("="):
        return Translator(value, origin=source.coordinate).translate_formula(target.coordinate)
    return value


def _shift(sheet, start, by):
    """Move the rows from one on; a table that they belong to grows or shrinks with them."""
    if start <= sheet.max_row:
        area = f"A{start}:{sheet.cell(start, sheet.max_column).column_letter}{sheet.max_row}"
        sheet.move_range(area, rows=by, translate=True)
    for table in sheet.tables.values():
        table.ref = re.sub(r"\d+$", lambda end: str(int(end[0]) + by), table.ref)
        table.autoFilter.ref = table.ref


def rows_of(sheet):
    """How often each row of a sheet says the same, without empty ones; numbers to nine digits, seven behind the point."""
    rows = (_trimmed([_plain(value) for value in row]) for row in sheet.iter_rows(values_only=True))
    return Counter(row for row in rows if row)


def _trimmed(row):
    while row and row[-1] == "":
        row.pop()
    return tuple(row)


def _plain(value):
    # a difference of large numbers is as exact as these: its last digits depend on how the file was saved
    return "" if value is None else round(float(f"{value:.9g}"), 7) if isinstance(value, int | float) else value

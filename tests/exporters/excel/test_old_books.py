"""Workbooks of people are read as they are seen: percentages, indents, hidden parts, formulas without a result."""

from __future__ import annotations

import shutil
import struct
import subprocess
import time
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment

from exporters.excel.sheet_reader import Limits, read_book
from schema.child_process import Stopped
from schema.errors import AnnalsError


@pytest.fixture
def book(tmp_path):
    made = Workbook()
    page = made.active
    page.title = "能源"
    page.append(["能源表"])
    page.merge_cells("A1:D1")
    page.append(["指标", "单位", "2020年", "2021年"])
    page.append(["用电量", "万千瓦时", 100.5, "1,200"])
    page.append(["其中：绿电", None, "=C3*0.1"])
    page.append(["占比", None, 0.263, 1])
    page.append(["水", None, 12.5])
    page.append(["错误", None, None, "#DIV/0!"])
    page["D7"].data_type = "e"
    page["C5"].number_format, page["D5"].number_format = "0.0%", '_ * #,##0_ ;_ * "-"_ '
    page["C6"].number_format, page["A4"].alignment = '#,##0.0"万吨"', Alignment(indent=2)
    page.row_dimensions[8].hidden, page.column_dimensions["D"].hidden = True, True
    other = made.create_sheet("底稿")
    other.sheet_state, other["A1"] = "hidden", 1
    path = tmp_path / "old.xlsx"
    made.save(path)
    return path


def test_cells_are_read_as_a_person_sees_them(book):
    shown, hidden = read_book(book)
    assert shown.rows[2:6] == (
        ("用电量", "万千瓦时", "100.5", "1,200"),
        ("    其中：绿电", "", "", ""),
        ("占比", "", "26.3%", "1"),
        ("水", "", "12.5万吨", ""),
    )
    assert (shown.merged, shown.valueless, shown.faulty) == (("A1:D1",), ("C4",), ("D7",))
    assert (shown.hidden_rows, shown.hidden_columns, shown.hidden, hidden.hidden) == ((8,), ("D",), False, True)


@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_older_and_open_formats_are_read(kind):
    assert_read_as_the_book(
        Path(__file__).parent / "saved_by_libreoffice" / f"old.{kind}"
    )  # the book above, saved once


@pytest.mark.long
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_older_and_open_formats_are_read_as_libreoffice_saves_them_today(book, tmp_path, kind):
    call = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", kind, "--outdir"]
    subprocess.run([*call, str(tmp_path), str(book)], check=True, capture_output=True, timeout=180)
    assert_read_as_the_book(tmp_path / f"old.{kind}")


def assert_read_as_the_book(path):
    shown, hidden = read_book(path)
    assert shown.rows[2] == ("用电量", "万千瓦时", "100.5", "1,200")
    # LibreOffice has computed what openpyxl left open.
    assert shown.rows[3][2] == "10.05"
    assert hidden.hidden


def test_a_protected_workbook_is_named_as_that(tmp_path):
    path = tmp_path / "secret.xlsx"
    path.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<504x") + "EncryptedPackage".encode("utf-16-le")
    )
    with pytest.raises(AnnalsError) as refused:
        read_book(path)
    assert refused.value.code == "book.password"


@pytest.mark.parametrize(
    "content", [b"", b"no workbook", b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600]
)
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "old.xls"
    path.write_bytes(content)
    with pytest.raises(AnnalsError) as refused:
        read_book(path)
    assert refused.value.code == "book.not_workbook"


def test_size_cells_and_time_are_limited(book, tmp_path):
    found = []
    for limits in (Limits(packed=0), Limits(unpacked=0), Limits(cells=5), Limits(seconds=0)):
        with pytest.raises(AnnalsError) as refused:
            read_book(book, limits)
        found.append(refused.value.code)
    assert found == ["book.too_large", "book.too_large", "book.too_large", "book.too_slow"]


def test_reading_stops_when_the_person_says_so(book):
    begun = time.monotonic()
    with pytest.raises(Stopped):
        read_book(book, stop=lambda: time.monotonic() > begun)

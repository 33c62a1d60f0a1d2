"""Foreign workbooks are read in a process of their own: cells as text, and a refusal where a limit is met."""

import datetime
import zipfile

import pytest
from openpyxl import Workbook

from exporters.excel.sheet_reader import Limits, read_book, read_sheets
from schema.errors import AnnalsError


@pytest.fixture
def book(tmp_path):
    def make(fill) -> object:
        made = Workbook()
        fill(made.active)
        path = tmp_path / "book.xlsx"
        made.save(path)
        return path

    return make


def refusal(path, limits=None) -> str:
    with pytest.raises(AnnalsError) as refused:
        read_sheets(path, limits)
    return refused.value.code


@pytest.mark.usefixtures("own_process")
def test_cells_become_the_text_that_people_see_with_fifteen_digits(book):
    values = [
        30,
        0.1 + 0.2,
        1e20,
        1.5e-7,
        -7570.5,
        True,
        False,
        "007",
        " x ",
        "a\nb",
        "=1+1",
        "#N/A",
        datetime.date(2025, 3, 1),
    ]

    def fill(page):
        for number, value in enumerate(values, 1):
            cell = page.cell(1, number, value)
            if isinstance(value, str):
                cell.data_type = "s"

    (sheet,) = read_sheets(book(fill))
    assert sheet.rows == ((
        "30", "0.3", "100000000000000000000", "0.00000015", "-7570.5", "yes", "no", "007", " x ", "a\nb", "=1+1", "#N/A",
        "2025-03-01",
    ),)  # fmt: skip
    assert sheet.formulas == ()


def test_places_are_those_of_the_sheet_even_where_it_begins_late(book):
    def fill(page):
        page["C3"] = "late"

    (sheet,) = read_sheets(book(fill))
    assert sheet.rows[2][2] == "late"


def test_formulas_and_merged_cells_are_found(book):
    def fill(page):
        page["B2"] = "=SUM(A1:A9)"
        page["A5"] = "wide"
        page.merge_cells("A5:C6")

    (sheet,) = read_sheets(book(fill))
    assert (sheet.formulas, sheet.merged) == (("B2",), ("A5:C6",))


def test_sheets_keep_their_order_and_names(book):
    def fill(page):
        page.title = "指标"
        page.parent.create_sheet("a & b")

    assert [sheet.title for sheet in read_sheets(book(fill))] == ["指标", "a & b"]


@pytest.mark.parametrize("content", [b"", b"metric,value\n", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0 old or locked"])
def test_what_is_no_workbook_is_refused(tmp_path, content):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert refusal(path) == "book.not_workbook"


def test_another_zip_is_refused(tmp_path):
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refusal(path) == "book.not_workbook"


def test_a_workbook_with_entities_is_refused(book, tmp_path):
    source, path = book(lambda page: None), tmp_path / "entities.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/workbook.xml":
                part = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + part
            new.writestr(name, part)
    assert refusal(path) == "book.not_workbook"


def test_a_missing_file_is_named(tmp_path):
    assert refusal(tmp_path / "none.xlsx") == "book.missing"


def test_one_cell_at_the_far_end_is_too_large(book):
    def fill(page):
        page["XFD1048576"] = "far"

    assert refusal(book(fill)) == "book.too_large"


def test_sizes_packed_and_unpacked_are_limited(book):
    path = book(lambda page: page.append(["x" * 30000]))
    assert refusal(path, Limits(packed=0)) == "book.too_large"
    assert refusal(path, Limits(unpacked=0)) == "book.too_large"


def test_too_little_memory_is_a_refusal_and_no_crash(book):
    path = book(lambda page: page.append(["x"]))
    # Where so little memory gives out first, in Python or in the reader, differs from machine to machine.
    assert refusal(path, Limits(memory=20)) in ("book.too_large", "book.not_workbook")


def test_time_is_limited(book):
    path = book(lambda page: page.append(["x"]))
    assert refusal(path, Limits(seconds=0)) == "book.too_slow"


@pytest.mark.parametrize(
    ("value", "code", "seen"),
    [
        (0.936, "0.0%", "93.6%"),
        (93.6, '0.0"%"', "93.6%"),
        (93.6, "0.0\\%", "93.6%"),
        (12.5, '0.0"万吨"', "12.5万吨"),
        (1234567, '0.0,,"百万"', "1.234567百万"),
        (45.5, "yyyy-mm-dd", "1900-02-14T12:00:00"),
        (1.5208333333333333, "[h]:mm:ss", "36:30:00"),
        (0.25, "h:mm", "06:00:00"),
        (1234567, "#,##0.00", "1234567"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(book, value, code, seen):
    def fill(page):
        page["A1"] = value
        page["A1"].number_format = code

    (sheet,) = read_book(book(fill))
    assert (sheet.rows[0][0], sheet.divided) == (seen, ())


def test_a_number_that_is_shown_divided_without_a_word_is_told(book):
    def fill(page):
        page["A1"], page["A2"] = 1234567, 5
        page["A1"].number_format = "#,##0,"

    (sheet,) = read_book(book(fill))
    assert (sheet.rows[0][0], sheet.divided) == ("1234567", ("A1",))


def test_numbers_that_are_text_are_named(book):
    def fill(page):
        for number, value in enumerate(("93,6", "12.345", 12.345, "no number", "1234"), 1):
            page.cell(number, 1, value)

    (sheet,) = read_book(book(fill))
    assert sheet.texts == ("A1", "A2")


def test_a_cell_longer_than_any_of_excel_stays_in_the_child(book):
    path = book(lambda sheet: sheet.append(["marker"]))
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content.replace(b"marker", b"x" * 2_000_000))
    assert refusal(path) == "book.too_large"

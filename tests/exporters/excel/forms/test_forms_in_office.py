"""Forms that were saved again by LibreOffice, as it keeps them: xlsx, and the older and open formats that it offers."""

import shutil
import subprocess

import openpyxl
import pytest

from exporters.excel.form_reader import read_form_book
from schema.exchange.forms.reading import read_form
from schema.values.datapoint import Record
from tests.exporters.excel.forms.form_case import (
    Case,
    arrived_beside,
    columns_of,
    filling,
    moment,
    order,
    refused,
    taken,
    wanted,
    words_beside,
    written,
)
from tests.exporters.excel.forms.test_returned_forms import FULL, insert_column, insert_lines, rename_sheets, sort_rows

OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="no LibreOffice")]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("form")
    case = Case(written(order("csr"), folder / "csr-2022-csr.xlsx"), order("csr"))
    values = {key: float(value) for key, value in wanted(case.keys).items()}
    case.edit(filling(values), words_beside(case.keys[:20]), one_more)
    return case


def as_people_type(keys):
    """Numbers as text: in full width, in ten thousands, with commas."""
    ways = (
        lambda value: str(value).translate(FULL),
        lambda value: f"{value / 10_000}万",
        lambda value: f" {value:,} ",
    )
    return {key: ways[n % 3](value) for n, (key, value) in enumerate(wanted(keys).items())}


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """Another form, sorted, with rows inserted and a sheet renamed before the office program saves it."""
    case = Case(written(order("hr"), tmp_path_factory.mktemp("form") / "csr-2022-hr.xlsx"), order("hr"))
    changes = (sort_rows(case.keys), insert_lines, insert_column, rename_sheets)
    case.edit(filling(as_people_type(case.keys)), words_beside(case.keys), *changes)
    return case


def one_more(book):
    """A record written into the first blank row of a list."""
    page = next(p for p in book.worksheets if any(mark.startswith("#field.") for mark in columns_of(p)))
    columns = columns_of(page)
    field = [at for mark, at in columns.items() if mark.startswith("#field.")][-1]  # words, not a date
    row = next(row for row in page.iter_rows() if str(row[0].value or "").startswith("list/"))
    row[field].value = "另一条"


def saved_again(path, kind, folder):
    (folder / "out").mkdir()
    call = [OFFICE, f"-env:UserInstallation=file://{folder}/lo", "--headless", "--convert-to", kind, "--outdir"]
    subprocess.run([*call, folder / "out", path], check=True, capture_output=True, timeout=240)
    return folder / "out" / f"{path.stem}.{kind}"


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_every_value_arrives_from_what_libreoffice_has_saved(filled, tmp_path, kind):
    answer = read_form(read_form_book(saved_again(filled.path, kind, tmp_path)), moment().definitions)
    values = {key: value for key, value in taken(answer).items() if key in filled.keys}
    assert values == wanted(filled.keys)
    assert sum(isinstance(offer.theirs, Record) for offer in answer.offers) == 1
    assert refused(answer) == []
    arrived_beside(answer, filled.keys[:20])


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_what_was_edited_before_arrives_from_there_too(edited, tmp_path, kind):
    answer = read_form(read_form_book(saved_again(edited.path, kind, tmp_path)), moment().definitions)
    assert {key: value for key, value in taken(answer).items() if key in edited.keys} == wanted(edited.keys)
    assert refused(answer) == []
    arrived_beside(answer, edited.keys)


def test_what_libreoffice_saves_is_still_locked_and_hidden(filled, tmp_path):
    book = openpyxl.load_workbook(saved_again(filled.path, "xlsx", tmp_path))
    assert book["annals"].sheet_state == "hidden"
    page = next(page for page in book.worksheets if "#value" in columns_of(page))
    assert page.protection.sheet
    assert page.column_dimensions["A"].hidden

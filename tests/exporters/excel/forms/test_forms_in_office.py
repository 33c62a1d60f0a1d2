"""Forms that were saved again by LibreOffice, as it keeps them: xlsx, and the older and open formats that it offers."""

import shutil
import subprocess

import openpyxl
import pytest

from exporters.excel.form_reader import read_form_book
from schema.exchange.forms.reading import read_form
from tests.exporters.excel.forms.form_case import (
    Case,
    columns_of,
    filling,
    moment,
    order,
    refused,
    taken,
    wanted,
    written,
)

OFFICE = shutil.which("soffice")
pytestmark = [pytest.mark.long, pytest.mark.skipif(OFFICE is None, reason="no LibreOffice")]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("form")
    case = Case(written(order("csr"), folder / "csr-2022-csr.xlsx"), order("csr"))
    case.edit(filling({key: float(value) for key, value in wanted(case.keys).items()}), one_more)
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
    assert len(answer.offers) == len(values) + 1
    assert refused(answer) == []


def test_what_libreoffice_saves_is_still_locked_and_hidden(filled, tmp_path):
    book = openpyxl.load_workbook(saved_again(filled.path, "xlsx", tmp_path))
    assert book["annals"].sheet_state == "hidden"
    page = next(page for page in book.worksheets if "#value" in columns_of(page))
    assert page.protection.sheet
    assert page.column_dimensions["A"].hidden

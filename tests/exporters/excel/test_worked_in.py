"""Whatever is done to the rows of a sheet, no derived figure changes, and the reconciliation says what was broken."""

import pytest
from openpyxl import load_workbook

from tests.exporters.excel import sample, worked_in

from .recalculated import SOFFICE

pytestmark = [pytest.mark.long, pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")]
REPORT, LANGUAGE = "esg-2021", "zh-Hant"
DATA, FOOTED, PEOPLE = "數據", "核對", "員工為本，助力人才建設"
HEADED = 3  # rows above the body of a sheet


@pytest.fixture(scope="module")
def book():
    return sample.workbook(REPORT, LANGUAGE)


@pytest.fixture(scope="module")
def path(book, tmp_path_factory):
    return sample.saved(book, tmp_path_factory.mktemp("given"))


@pytest.fixture(scope="module")
def before(path, tmp_path_factory):
    """What LibreOffice makes of the file when nothing is done."""
    return worked_in.recomputed(load_workbook(path), tmp_path_factory.mktemp("before"))


def bodies(book):
    """Each sheet whose rows belong to one table: title, first row, last row; not those that another counts by place."""
    for sheet in book.sheets[1:]:
        head = sheet.table.head if sheet.table else HEADED
        if (sheet.locked or sheet.table) and len(sheet.rows) > head + 1:
            yield sheet.title, head + 1, len(sheet.rows)


def worked(path, folder, deed, rows):
    """The file after a deed on the rows of these sheets (title, first, last)."""
    made = load_workbook(path)
    for title, first, last in rows:
        deed(made[title], first, last)
    return worked_in.recomputed(made, folder)


def changed(before, after):
    """The sheets that do not say the same any more, in whatever order."""
    return [s.title for s in before.worksheets if worked_in.rows_of(s) != worked_in.rows_of(after[s.title])]


@pytest.mark.parametrize("deed", [worked_in.sort, worked_in.filter_away, worked_in.insert])
def test_sorting_filtering_and_inserting_on_every_sheet_change_no_figure(deed, book, path, before, tmp_path):
    assert len(list(bodies(book))) > 10
    assert changed(before, worked(path, tmp_path, deed, bodies(book))) == []


def test_a_row_that_is_deleted_from_a_chapter_is_missed_nowhere_else(book, path, before, tmp_path):
    rows = [(title, first + 1, first + 1) for title, first, _ in bodies(book) if book.sheet(title).freeze == "C4"]
    assert set(changed(before, worked(path, tmp_path, worked_in.delete, rows))) == {title for title, *_ in rows}


def test_a_row_that_is_deleted_from_the_data_is_seen_where_it_was_used_and_opens_its_totals(book, path, tmp_path):
    rows = [row.cells for row in book.sheet(DATA).rows]
    at = next(n for n, cells in enumerate(rows, 1) if cells[1].value == "workforce.fulltime@2021:gender=male")
    after = worked(path, tmp_path, worked_in.delete, [(DATA, at, at)])
    results = [(row[0], row[8]) for row in after[FOOTED].iter_rows(min_row=5, values_only=True)]
    assert results.count(("workforce.fulltime@2021", "open")) == 1  # of its five breakdowns the one by gender
    assert "waste.nonhazardous.perhead@2021" in {total for total, result in results if result == "open"}
    assert "#N/A" in {value for row in after[PEOPLE].iter_rows(values_only=True) for value in row}


@pytest.mark.skipif(worked_in.python_with_uno() is None, reason="no Python with LibreOffice's uno")
def test_a_pivot_table_over_the_data_changes_no_figure_and_adds_up_to_them(book, path, before, tmp_path):
    after = worked_in.pivoted(path, DATA, tmp_path)
    assert changed(before, after) == []
    shown = list(after["pivot"].iter_rows(values_only=True))
    years = next(row for row in shown if 2021 in row or "2021" in row)
    at = next(number for number, head in enumerate(years) if str(head) == "2021")
    (gas,) = [row[at] for row in shown if row[0] == "energy.gas"]
    data = [[cell.value for cell in row.cells] for row in book.sheet(DATA).rows]
    columns = {name: number for number, name in enumerate(data[0])}
    asked = [
        row
        for row in data[1:]
        if row[columns["metric"]] == "energy.gas" and str(row[columns["period"]]) == "2021"
        if row[columns["value"]] is not None
    ]
    assert asked
    assert gas == pytest.approx(float(sum(row[columns["value"]] for row in asked)))

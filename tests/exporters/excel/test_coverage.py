"""The coverage sheet counts what the index sheets say, and leads to them."""

import zipfile
from decimal import Decimal

import pytest

from tests.office_files import complaints

from .sample import definitions, saved, workbook

SHEETS = {"esg-2021": ("披露覆蓋", "HKEX 2021 索引"), "csr-2019": ("披露覆盖", "GRI 2016 索引")}


def rows(book, title):
    return [row.cells for row in book.sheet(title).rows]


def test_the_counts_of_2021_are_those_of_its_index():
    book = workbook("esg-2021", "zh-Hant")
    first = rows(book, "披露覆蓋")[3]
    assert [cell.value for cell in first[1:]] == [Decimal(n) for n in (49, 2, 0, 51, 1, 0)]
    assert first[0].link == "'HKEX 2021 索引'!A1"


@pytest.mark.parametrize("report", SHEETS)
def test_the_counts_are_formulas_over_the_states_of_the_index_sheet(report):
    coverage, index = SHEETS[report]
    book = workbook(report, definitions().outlines[report].language)
    states = [cells[2].value for cells in rows(book, index) if len(cells) > 2]
    for cells in rows(book, coverage)[3:5]:
        if cells[0].link == f"'{index}'!A1":
            for cell in cells[1:4]:
                word = cell.formula.split('"')[1]
                assert Decimal(states.count(word)) == cell.value
                assert f"'{index}'!$C$1:$C${len(rows(book, index))}" in cell.formula
            return
    pytest.fail(f"{index} is not counted")


def test_what_is_explained_is_listed_with_a_link_to_its_row():
    book = workbook("esg-2021", "zh-Hant")
    listed = {cells[0].value.split()[0]: cells[0].link for cells in rows(book, "披露覆蓋")[5:] if cells[0].link}
    assert list(listed) == ["A2.5", "B6.1"]
    for code, link in listed.items():
        row = int(link.rpartition("A")[2])
        assert rows(book, "HKEX 2021 索引")[row - 1][0].value == code


def test_the_share_is_drawn_as_a_bar_in_a_valid_file(tmp_path):
    path = saved(workbook("esg-2021", "zh-Hant"), tmp_path)
    parts = zipfile.ZipFile(path)
    bars = [name for name in parts.namelist() if b"<dataBar>" in parts.read(name)]
    assert len(bars) == 1
    assert complaints(path) == []

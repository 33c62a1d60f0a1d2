"""What a form shows: valid for every program that reads workbooks, locked without a password, in three languages."""

from dataclasses import replace

import openpyxl
import pytest

from exporters.excel.forms.form_workbook import form_workbook
from exporters.excel.forms.order import Reply, ReplyLine
from schema.exchange.forms.layout import SHEET, read_hidden
from schema.exchange.forms.written import as_read
from schema.grammar.words import LANGUAGES
from schema.values.requests import ItemNote, Step
from tests.exporters.excel.forms.form_case import (
    REPORT,
    YEAR,
    beside,
    cell_of,
    columns_of,
    guided,
    order,
    read_here,
    written,
)
from tests.office_files import complaints


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    path = written(order("csr"), tmp_path_factory.mktemp("form") / "csr-2022-csr.xlsx")
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("department", ["hr", "csr", "admin"])
def test_a_form_is_valid_in_each_language(tmp_path, department, language):
    path = written(order(department, language), tmp_path / "form.xlsx")
    assert complaints(path) == []


def test_each_cell_to_fill_in_has_its_defined_name_and_its_key(opened):
    names = {name: defined.attr_text for name, defined in opened.defined_names.items()}
    keys = [item.at for item in order("csr").items if item.kind == "value"]
    assert keys
    for key in keys:
        cell = cell_of(opened, key)
        assert names[key.defined_name()] == f"'{cell.parent.title}'!${cell.column_letter}${cell.row}"


def test_only_the_cells_to_fill_in_are_open_and_no_password_is_set(opened):
    for page in opened.worksheets:
        assert page.protection.sheet
        assert page.protection.password is None
        assert page.protection.sort is False
        assert page.protection.insertRows is False
    key = next(item.at for item in order("csr").items if item.kind == "value")
    assert cell_of(opened, key).protection.locked is False
    assert beside(opened, key, "#omission").protection.locked is False
    assert beside(opened, key, "#code").protection.locked is True
    assert beside(opened, key, "#unit").protection.locked is True


def test_the_hidden_sheet_names_report_department_and_request(opened):
    page = opened[SHEET]
    assert page.sheet_state == "hidden"
    head = read_hidden([str(cell.value or "") for cell in row] for row in page.iter_rows()).head
    assert (head.report, head.department, head.pack) == (REPORT, "csr", 1)


def test_earlier_years_stand_beside_the_cell_to_fill_in(opened):
    key = next(item.at for item in order("csr").items if item.kind == "value")
    page = cell_of(opened, key).parent
    heads = [str(cell.value) for cell in page[4]]
    assert [str(YEAR - 2), str(YEAR - 1)] == heads[heads.index(str(YEAR - 2)) :][:2]
    assert str(YEAR) in heads[heads.index(str(YEAR - 1)) + 1]


def test_a_breakdown_has_a_sum_that_follows(opened):
    formulas = [
        cell.value for page in opened.worksheets for row in page.iter_rows() for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=IF(OR(COUNT(")
    ]  # fmt: skip
    assert len(formulas) == 1
    assert "SUM(" in formulas[0]


def test_a_reason_is_chosen_from_a_list_and_a_cell_says_what_it_wants(opened):
    key = next(item.at for item in order("csr").items if item.kind == "value")
    page = cell_of(opened, key).parent
    rules = page.data_validations.dataValidation
    assert [rule.formula1 for rule in rules if rule.type == "list"] == [
        '"不适用,未统计,暂无,保密,法律限制"',
        '"实测,估算"',
    ]
    said = next(rule for rule in rules if cell_of(opened, key).coordinate in rule.sqref)
    assert said.prompt.startswith("单位：")
    assert said.errorStyle == "warning"


def test_what_is_said_of_an_item_stands_in_its_row(tmp_path):
    note = ItemNote("按新口径", "2026-12-01", Step("审核人", "2026-11-20T00:00:00Z", "与去年差太多"))
    book = openpyxl.load_workbook(written(guided(order("finance"), note), tmp_path / "form.xlsx"))
    words = [str(cell.value) for page in book.worksheets for row in page.iter_rows() for cell in row]
    assert any("退回：与去年差太多" in text and "按新口径" in text and "2026-12-01" in text for text in words)


def test_a_reply_says_what_was_taken_and_asks_for_the_rest(tmp_path):
    made = order("hr")
    lines = (ReplyLine("taken", "员工总数"), ReplyLine("refused", "女性占比", "数据!G8", "不是数字"))
    values = [item for item in made.items if item.kind == "value"][:2]
    rest = replace(made, items=tuple(values), reply=Reply("csr-2022-hr.xlsx", lines))
    book = openpyxl.load_workbook(written(rest, tmp_path / "reply.xlsx"))
    first = book.worksheets[0]
    assert first.title == "处理结果"
    assert [cell.value for cell in first[4]][1:] == ["未采用", "女性占比", "数据!G8", "不是数字"]
    assert len(read_here(tmp_path / "reply.xlsx").offers) == 0
    asked = next(page for page in book.worksheets if "#value" in columns_of(page))
    keys = [row[0].value for row in asked.iter_rows() if row[0].value and "@" in str(row[0].value)]
    assert keys == [item.subject for item in rest.items if item.kind == "value"]


def test_a_reply_with_nothing_left_asks_for_nothing():
    made = order("hr")
    workbook = form_workbook(replace(made, items=(), reply=Reply("a.xlsx", (ReplyLine("taken", "员工总数"),))))
    assert [sheet.title for sheet in workbook.sheets] == ["处理结果", SHEET]


def test_a_number_that_no_double_holds_comes_back_as_it_was_sent():
    from decimal import Decimal

    from schema.exchange.forms.written import value_written
    from schema.grammar.reference import Key
    from schema.values.datapoint import DataPoint

    value = Decimal("12345678901234567890.123")
    point = DataPoint(Key("a", 2022), value=value)
    assert as_read(value_written(point)) == as_read(Decimal(format(float(value), ".15g")))

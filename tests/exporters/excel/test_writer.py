"""Every cell that is written is read back the same, by two readers."""

import io
import zipfile
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from exporters.charts.xml import ChartData, ChartPlace, ChartSeries
from exporters.excel.cell_looks import LOOKS
from exporters.excel.workbook import Cell, PlacedChart, Row, Sheet, Workbook
from exporters.excel.writer import write_excel
from tests.office_files import complaints

TRICKY = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-5",
    "@SUM(A1)",
    "#N/A",
    "TRUE",
    "00123",
    "1E5",
    "a & b < c > \"d\" 'e'",
    " leading and trailing ",
    "line one\nline two",
    "tab\there",
    "𠮷野家 🎉 é ﬁ",
    "_x0041_ stays",
    "]]>",
    "&amp;",
)
NUMBERS = ("0", "-0.5", "1202328.73", "6000", "0.1", "123456789012345", "1E+3", "93.6", "0.0000001", "-7570")


def one_sheet(*rows, **sheet):
    made = tuple(Row(tuple(row)) for row in rows)
    return Workbook("T", (Sheet("Sheet", made, (20.0, 20.0), **sheet),), font="微软雅黑", colours=("#FF4906",))


def written(workbook):
    target = io.BytesIO()
    write_excel(workbook, target)
    target.seek(0)
    return target


def cells(workbook):
    return load_workbook(written(workbook))["Sheet"]


@pytest.mark.parametrize("text", TRICKY)
def test_text_stays_text_in_openpyxl_and_calamine(text):
    file = written(one_sheet([Cell(text, "text"), Cell(Decimal(1), "input")]))
    cell = load_workbook(file)["Sheet"]["A1"]
    assert (cell.data_type, cell.value) == ("s", text)
    file.seek(0)
    assert CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python() == [[text, 1.0]]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x"])
def test_text_that_begins_like_a_formula_is_marked_as_quoted(text):
    sheet = cells(one_sheet([Cell(text, "text"), Cell("x" + text, "text")]))
    assert sheet["A1"].quotePrefix
    assert not sheet["B1"].quotePrefix


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_are_read_back_exactly(number):
    file = written(one_sheet([Cell(Decimal(number), "input|0.00")]))
    assert Decimal(repr(load_workbook(file)["Sheet"]["A1"].value)) == Decimal(number)
    file.seek(0)
    assert CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python() == [[float(number)]]


def test_a_long_decimal_becomes_the_nearest_double():
    value = Decimal("0.3333333333333333333333333333")
    assert cells(one_sheet([Cell(value, "figure")]))["A1"].value == 1 / 3


@pytest.mark.parametrize("digits", ["1" + "0" * 308, "-" + "12" * 20 + "0" * 5000])
def test_a_number_that_no_cell_can_hold_is_written_as_its_digits(digits):
    sheet = cells(one_sheet([Cell(Decimal(digits), "input|0"), Cell(Decimal(digits), "figure|0", formula="1+1")]))
    assert (sheet["A1"].value, sheet["A1"].data_type) == (digits, "s")
    assert cells(one_sheet([Cell(Decimal("9" * 308), "input|0")]))["A1"].data_type == "n"


@pytest.mark.parametrize("bad", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_refused_rather_than_written(bad):
    with pytest.raises(ValueError, match="not a number"):
        written(one_sheet([Cell(Decimal(bad), "input")]))


def test_a_formula_carries_its_cached_value_and_an_empty_one_its_empty_text():
    book = one_sheet(
        [Cell(Decimal("2.5"), "figure", formula="A2&<1"), Cell(None, "figure", formula='IF(A2="","",1)')],
        [Cell(None, "empty"), Cell("是", "text", formula='"是"')],
    )
    file = written(book)
    formulas, values = load_workbook(file)["Sheet"], load_workbook(file, data_only=True)["Sheet"]
    assert [formulas["A1"].value, formulas["B1"].value] == ["=A2&<1", '=IF(A2="","",1)']
    assert values["A1"].value == 2.5
    assert values["B2"].value == "是"
    assert values["A2"].value is None
    file.seek(0)
    assert CalamineWorkbook.from_filelike(file).get_sheet_by_index(0).to_python() == [[2.5, ""], ["", "是"]]


def test_characters_that_no_file_can_hold_are_dropped():
    assert cells(one_sheet([Cell("a\x00b\x1fc\ufffed\ud800e\r\nf", "text")]))["A1"].value == "abcde\nf"


def test_a_text_longer_than_a_cell_can_hold_ends_in_an_ellipsis():
    value = cells(one_sheet([Cell("数" * 40000, "text")]))["A1"].value
    assert len(value) == 32767
    assert value.endswith("…")


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")), min_size=1))
def test_any_clean_text_is_read_back(texts):
    rows = [[Cell(text, "text")] for text in texts]
    sheet = cells(one_sheet(*rows))
    assert [sheet.cell(n, 1).value or "" for n in range(1, len(texts) + 1)] == texts
    assert {sheet.cell(n, 1).data_type for n in range(1, len(texts) + 1) if texts[n - 1]} <= {"s"}


def test_each_look_keeps_its_number_format_font_and_fill():
    styles = [f"{name}|#,##0.0" for name in LOOKS]
    sheet = cells(one_sheet(*([Cell(Decimal(1), style)] for style in styles)))
    for number, (name, look) in enumerate(LOOKS.items(), 1):
        cell = sheet.cell(number, 1)
        assert cell.number_format == "#,##0.0"
        assert (cell.font.name, cell.font.b, cell.font.sz) == ("微软雅黑", look.bold, look.size)
        assert (cell.fill.fill_type == "solid") == bool(look.fill), name
        assert (cell.alignment.horizontal, cell.alignment.wrap_text or False) == (look.align, look.wrap)


def test_names_links_widths_panes_and_print_set_up_arrive():
    book = one_sheet(
        [Cell("a", "head", link="'Sheet'!B2"), Cell("b", "head.number")],
        [Cell(Decimal(1), "input", name="v_energy__gas_2021"), Cell(None, "empty")],
        freeze="B2",
        head=(1, 1),
        merges=("A3:B3",),
        tab="#FF4906",
        breaks=(2,),
    )
    loaded = load_workbook(written(book))
    sheet = loaded["Sheet"]
    assert loaded.defined_names["v_energy__gas_2021"].attr_text == "'Sheet'!$A$2"
    assert sheet["A1"].hyperlink.location == "'Sheet'!B2"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["A"].width == 20
    assert [str(merged) for merged in sheet.merged_cells.ranges] == ["A3:B3"]
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert "&P / &N" in sheet.oddFooter.right.text


def charted():
    data = ChartData("c", "column", ("2021", "2022"), (ChartSeries("收入", (Decimal(1), Decimal(2))),), font="微软雅黑")
    placed = PlacedChart(data, ChartPlace("Sheet", 1, 1, across=True), "A4")
    return one_sheet(
        [Cell("=x", "head"), Cell("2021", "head.number"), Cell("2022", "head.number")],
        [
            Cell("收入", "label"),
            Cell(Decimal(1), "input|#,##0"),
            Cell(Decimal(2), "figure", formula="B2*2", name="v_a"),
        ],
        charts=(placed,),
        freeze="A2",
        head=(1, 1),
    )


def test_a_chart_is_in_the_package_with_its_caches():
    with zipfile.ZipFile(written(charted())) as package:
        xml = package.read("xl/charts/chart1.xml").decode()
    assert "'Sheet'!$B$2:$C$2" in xml
    assert "<v>2</v>" in xml


def test_the_file_validates(tmp_path):
    path = tmp_path / "a.xlsx"
    write_excel(charted(), path)
    assert complaints(path) == []

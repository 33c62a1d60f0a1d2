"""Charts carry their numbers, their colours and their fonts, in the workbook and in Word."""

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree
from openpyxl import load_workbook

from exporters.charts.look import palette
from exporters.charts.xml import ChartData, ChartPlace, ChartSeries, chart_xml
from exporters.excel.embedded import chart_workbook

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
KINDS = ("column", "bar", "line", "pie", "doughnut")


def data(kind="column", **changes):
    series = (
        ChartSeries("收入", (Decimal("588"), None, Decimal("941.83"))),
        ChartSeries("=毛利 & <利润>", (Decimal("238"), Decimal("340"), Decimal("421"))),
    )
    fields = {"id": "a", "kind": kind, "categories": ("2020", "2021", "2022"), "series": series, "font": "微软雅黑"}
    return ChartData(**{**fields, "colours": ("#FF4906",), "number_format": "#,##0.0", **changes})


def tree(chart, place=None):
    return etree.fromstring(chart_xml(chart, place))


def cached(element, kind):
    return [(int(pt.get("idx")), pt.findtext(f"{C}v")) for pt in element.iterfind(f".//{C}{kind}Cache/{C}pt")]


@pytest.mark.parametrize("kind", KINDS)
def test_names_categories_and_values_stand_in_the_caches(kind):
    series = tree(data(kind)).findall(f".//{C}ser")
    assert len(series) == (1 if kind in ("pie", "doughnut") else 2)
    assert cached(series[0].find(f"{C}tx"), "str") == [(0, "收入")]
    assert cached(series[0].find(f"{C}cat"), "str") == [(0, "2020"), (1, "2021"), (2, "2022")]
    assert cached(series[0].find(f"{C}val"), "num") == [(0, "588"), (2, "941.83")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_references_meet_the_cells_of_the_embedded_workbook(kind):
    chart = data(kind)
    sheet = load_workbook(io.BytesIO(chart_workbook(chart)))["Sheet1"]
    for element in tree(chart).findall(f".//{C}ser"):
        values = [c[0].value for c in sheet[element.findtext(f"{C}val/{C}numRef/{C}f").split("!")[1].replace("$", "")]]
        name = sheet[element.findtext(f"{C}tx/{C}strRef/{C}f").split("!")[1].replace("$", "")].value
        source = next(series for series in chart.series if series.name == name)
        assert values == [None if value is None else float(value) for value in source.values]


def test_a_series_name_that_begins_with_an_equals_sign_stays_text():
    cell = load_workbook(io.BytesIO(chart_workbook(data())))["Sheet1"]["C1"]
    assert (cell.data_type, cell.value) == ("s", "=毛利 & <利润>")


def test_data_that_run_across_are_referred_to_by_rows():
    place = ChartPlace("图 表", row=10, column=4, across=True)
    assert place.name(1) == "'图 表'!$D$12"
    assert place.categories(3) == "'图 表'!$E$10:$G$10"
    assert place.values(1, 3) == "'图 表'!$E$12:$G$12"


@pytest.mark.parametrize("kind", ["column", "bar", "line"])
def test_axes_are_kept_and_columns_begin_at_zero(kind):
    root = tree(data(kind))
    assert [e.get("val") for e in root.iterfind(f".//{C}delete")] == ["0", "0"]
    lowest = root.find(f".//{C}valAx/{C}scaling/{C}min")
    assert (lowest is None) if kind == "line" else (lowest.get("val") == "0")


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_of_a_chart_names_its_font_for_chinese_too(kind):
    looks = list(tree(data(kind, title="标题")).iter(f"{A}defRPr", f"{A}rPr"))
    assert len(looks) >= 3
    assert {look.find(f"{A}ea").get("typeface") for look in looks} == {"微软雅黑"}
    assert not list(tree(data(kind)).iter(f"{A}r"))


def test_a_chart_without_a_title_does_not_take_its_series_name():
    assert tree(data(title="")).find(f".//{C}autoTitleDeleted").get("val") == "1"
    assert tree(data(title="标题")).find(f".//{C}autoTitleDeleted") is None


def test_many_points_carry_no_labels_but_grid_lines():
    many = data("line", categories=tuple(map(str, range(20))))
    few = data("line")
    assert tree(few).find(f".//{C}dLbls") is not None
    assert tree(few).find(f".//{C}majorGridlines") is None
    assert tree(many).find(f".//{C}dLbls") is None
    assert tree(many).find(f".//{C}majorGridlines") is not None


def test_the_company_colours_come_first_and_never_repeat_among_a_dozen():
    colours = palette(("#ff4906",), 12)
    assert colours[0] == "FF4906"
    assert len(set(colours)) == 12


def test_a_point_that_is_not_exact_says_so_at_its_label_and_parts_then_have_no_share():
    series = ChartSeries("Users", (Decimal("2.0"), Decimal("3.1")), formats=('"超过"#,##0', ""))
    bars = ChartData("c", "column", ("2021", "2022"), (series,), number_format="#,##0.0")
    xml = chart_xml(bars).decode()
    assert 'formatCode="&quot;超过&quot;#,##0" sourceLinked="0"' in xml
    assert 'showPercent val="0"' in xml
    pie = chart_xml(replace(bars, kind="pie")).decode()
    assert 'showPercent val="1"' not in pie
    exact = chart_xml(replace(bars, kind="pie", series=(replace(series, formats=()),))).decode()
    assert 'showPercent val="1"' in exact

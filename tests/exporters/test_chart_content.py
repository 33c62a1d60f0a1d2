"""A chart block becomes the same numbers for Word and Excel."""

from dataclasses import replace
from decimal import Decimal

from exporters.assembly.document import build_document
from exporters.charts.data import ChartData, ChartSeries, column_letter
from exporters.content import Chart
from exporters.excel.embedded import chart_workbook
from exporters.excel.sheets.book import build_workbook
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import ChartBlock, Outline, Placement, Section
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import DataPoint, Snapshot
from tests.office_files import complaints

from .excel.sample import definitions, words

YEAR = 2022


def moment(block, points):
    names = (("sales", "cny", "百万 0.0"), ("margin", "cny", "百万 0.0"), ("share", "percent", "0.0"))
    metrics = {
        code: Metric(code, words(code.title()), "number", unit, display, "flow", "hr", crossings=(("gender",),))
        for code, unit, display in names
    }
    catalogue = replace(definitions().catalogue, metrics=metrics)
    outline = Outline("r", YEAR, "en", words("Report"), (Section("a", 1, words("Chapter"), (block,)),))
    made = replace(definitions(), catalogue=catalogue, outlines={"r": outline})
    data = {key: DataPoint(key, Decimal(value)) for key, value in points.items()}
    return Moment(made, Snapshot(points=data))


def content(block, points):
    document = build_document(moment(block, points), "r", "en")
    return next(found for found in document.blocks if isinstance(found, Chart))


def sheet(block, points):
    given = moment(block, points)
    book = build_workbook(given, build_document(given, "r", "en"))
    return next((sheet for sheet in book.sheets if sheet.charts), None)


def block(*series, kind="column", years=1):
    return ChartBlock("c", kind, words("Caption"), tuple(map(Placement, series)), years)


def sales(year, category=""):
    return Key("sales", year, "", category)


def test_several_years_run_along_the_axis_and_years_without_data_are_left_out():
    found = content(block("sales", years=3), {sales(2021): "81081513000", sales(2022): "94182522000"})
    assert found.data.categories == ("2021", "2022")
    assert found.data.series[0].values == (Decimal("81081.5"), Decimal("94182.5"))
    assert (found.data.unit, found.data.number_format) == ("RMB million", "#,##0.0")
    assert found.points[0][1].key == sales(2022)
    assert found.points[0][1].divisor == 1_000_000


def test_members_of_a_wildcard_are_the_categories_of_a_pie_even_over_years():
    points = {sales(YEAR, "gender=male"): "3000000", sales(YEAR, "gender=female"): "1000000"}
    found = content(block("sales:gender=*", kind="pie", years=3), points)
    assert found.data.categories == ("Male", "Female")
    assert found.data.series == (ChartSeries("Sales", (Decimal(3), Decimal(1))),)


def test_members_over_years_are_one_series_each():
    points = {sales(year, "gender=male"): "3000000" for year in (2021, 2022)}
    found = content(block("sales:gender=*", years=2), points)
    assert [series.name for series in found.data.series] == ["Male", "Female"]
    assert found.data.series[1].values == (None, None)


def test_several_placements_of_one_year_are_categories_under_the_caption():
    found = content(block("sales", "margin"), {sales(YEAR): "2000000", Key("margin", YEAR): "500000"})
    assert found.data.categories == ("Sales", "Margin")
    assert found.data.series == (ChartSeries("Caption", (Decimal(2), Decimal("0.5"))),)


def test_series_of_different_units_claim_no_common_unit():
    found = content(block("sales", "share", years=1), {sales(YEAR): "2000000", Key("share", YEAR): "50"})
    assert found.data.unit == ""


def test_a_chart_without_any_value_is_left_out_of_the_sheets():
    assert sheet(block("sales", years=3), {}) is None
    assert sheet(block("unknown.metric"), {sales(YEAR): "1"}) is None


def test_the_sheet_shows_the_chart_of_the_draft_with_unrounded_numbers():
    points = {sales(2021): "81081513000", sales(2022): "94182522000"}
    drawn, placed = content(block("sales", years=3), points), sheet(block("sales", years=3), points).charts[0].data
    assert [str(value) for value in drawn.data.series[0].values] == ["81081.5", "94182.5"]
    assert placed.series[0].values == tuple(point.value for point in drawn.points[0])
    alike = replace(placed, series=drawn.data.series, title="")
    assert alike == drawn.data


def test_the_workbook_inside_a_word_chart_validates(tmp_path):
    data = ChartData("c", "column", ("2021", "2022"), (ChartSeries("=x", (Decimal(1), None)),), unit="t")
    path = tmp_path / "embedded.xlsx"
    path.write_bytes(chart_workbook(data))
    assert complaints(path) == []


def test_columns_are_lettered_as_excel_does():
    assert [column_letter(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]

"""A chart block becomes the same numbers for Word and Excel."""

from dataclasses import replace
from decimal import Decimal

from exporters.assembly.document import build_document
from exporters.charts.data import ChartData, ChartSeries, column_letter
from exporters.content import Chart, Table
from exporters.excel.embedded import chart_workbook
from exporters.excel.sheets.book import build_workbook
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import ChartBlock, Outline, Placement, Section, TableBlock
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


THREE = {sales(2020): "58776097000", sales(2021): "81081513000", sales(2022): "94182522000"}


def blocks_of(block, points):
    return [found for found in build_document(moment(block, points), "r", "en").blocks if found.id.startswith("c")]


def test_several_years_run_along_the_axis_and_years_without_data_are_left_out():
    found = content(block("sales", years=4), THREE)
    assert found.data.categories == ("2020", "2021", "2022")
    assert found.data.series[0].values == (Decimal("58776.1"), Decimal("81081.5"), Decimal("94182.5"))
    assert (found.data.unit, found.data.number_format) == ("RMB million", "#,##0.0")
    assert (found.points[0][2].key, found.points[0][2].divisor) == (sales(2022), 1_000_000)
    assert found.data.own == 2


def test_two_values_are_told_in_a_table_and_not_drawn():
    (table,) = blocks_of(block("sales", years=3), {key: THREE[key] for key in (sales(2021), sales(2022))})
    assert isinstance(table, Table)
    assert [cell[0].text for cell in table.rows[0].cells[2:]] == ["81,081.5", "94,182.5"]


def test_what_a_table_of_the_section_prints_is_not_drawn_but_years_that_it_leaves_out_are():
    table = TableBlock("t", words("Table"), (Placement("sales"),), years=3)

    def with_table(chart):
        given = moment(chart, THREE)
        section = replace(given.outline("r").chapters[0], blocks=(table, chart))
        outline = replace(given.outline("r"), chapters=(section,))
        made = replace(given.definitions, outlines={"r": outline})
        return [type(b) for b in build_document(Moment(made, given.snapshot), "r", "en").blocks if b.id == "c"]

    assert with_table(block("sales", years=3)) == []
    table = replace(table, years=2)
    assert with_table(block("sales", years=3)) == [Chart]


def test_parts_have_their_share_of_the_whole_under_the_names_of_what_divides_it():
    points = {sales(YEAR, "gender=male"): "3000000", sales(YEAR, "gender=female"): "1000000"}
    twice = ChartBlock("c", "doughnut", words("Caption"), (Placement("sales:gender=*"),) * 2, 3)
    found = content(
        replace(twice, series=(Placement("sales:gender=*"), Placement("sales:gender=*", words("All")))), points
    )
    assert found.data.categories == ("Gender", "All")
    assert [series.values[0] for series in found.data.series] == [Decimal("75.0"), Decimal("25.0")]
    assert [series.parts[0] for series in found.data.series] == ["Male", "Female"]
    assert found.words == "Caption: Gender: Male 75.0%, Female 25.0%; All: Male 75.0%, Female 25.0%"
    assert set(found.points[1][0].whole) == set(points)


def test_parts_that_are_not_all_there_have_no_share():
    lacking = {sales(YEAR, "gender=male"): "3000000"}
    assert [type(b) for b in blocks_of(block("sales:gender=*", "sales:gender=*", kind="shares"), lacking)] == [Table]


def test_members_over_years_are_one_series_each():
    points = {sales(year, "gender=male"): "3000000" for year in (2020, 2021, 2022)}
    found = content(block("sales:gender=*", years=3), points)
    assert [series.name for series in found.data.series] == ["Male", "Female"]
    assert found.data.series[1].values == (None, None, None)


def test_several_placements_of_one_year_are_categories_under_the_caption():
    points = {sales(YEAR): "2000000", Key("margin", YEAR): "500000", sales(YEAR, "gender=male"): "1000000"}
    found = content(block("sales", "margin", "sales:gender=male"), points)
    assert found.data.categories[:2] == ("Sales", "Margin")
    assert found.data.series == (ChartSeries("Caption", (Decimal(2), Decimal("0.5"), Decimal(1))),)


def test_series_of_different_units_claim_no_common_unit():
    points = {**THREE, Key("share", YEAR): "50"}
    assert content(block("sales", "share", years=3), points).data.unit == ""


def test_a_panel_has_a_small_chart_for_each_and_a_table_of_what_is_too_little():
    points = {**THREE, Key("margin", YEAR): "500000"}
    panel, table = blocks_of(replace(block("sales", "margin", years=3), panel=True), points)
    assert [(c.data.title, c.data.small, c.data.unit) for c in panel.charts] == [("Sales", True, "RMB million")]
    assert [row.cells[0][0].text for row in table.rows] == ["Margin"]


def test_a_target_stands_behind_the_years_and_the_year_it_is_measured_against_is_named():
    aimed = replace(block("sales", years=3), series=(Placement("sales", target="margin", by=2026, base=2020),))
    found = content(aimed, {**THREE, Key("margin", YEAR): "99000000000"})
    assert found.data.categories == ("2020 (base)", "2021", "2022", "2026 target")
    assert found.data.series[0].values[-1] == Decimal(99000)
    assert (found.data.own, found.data.base, found.data.goal) == (2, 0, 3)
    assert content(replace(aimed, series=(Placement("sales", target="share", by=2026),)), THREE).data.goal == -1


def test_a_chart_without_any_value_is_left_out_of_the_sheets():
    assert sheet(block("sales", years=3), {}) is None
    assert sheet(block("unknown.metric"), {sales(YEAR): "1"}) is None


def test_the_sheet_shows_the_chart_of_the_draft_with_unrounded_numbers():
    drawn, placed = content(block("sales", years=3), THREE), sheet(block("sales", years=3), THREE).charts[0].data
    assert [str(value) for value in drawn.data.series[0].values] == ["58776.1", "81081.5", "94182.5"]
    assert placed.series[0].values == tuple(point.value for point in drawn.points[0])
    alike = replace(placed, series=drawn.data.series, title="")
    assert alike == drawn.data


def test_the_sheet_has_the_data_of_a_panel_as_one_table_and_each_chart_refers_to_its_row():
    points = {**THREE, **{Key("margin", year): "500000" for year in (2020, 2021, 2022)}}
    placed = sheet(replace(block("sales", "margin", years=3), panel=True), points)
    first, second = placed.charts
    assert first.place.row == second.place.row
    assert placed.rows[int(second.place.name(0).rpartition("$")[2]) - 1].cells[0].value == "Margin (RMB million)"
    assert first.place.values(0, 3).rpartition("!")[2] != second.place.values(0, 3).rpartition("!")[2]


def test_the_workbook_inside_a_word_chart_validates(tmp_path):
    data = ChartData("c", "column", ("2021", "2022"), (ChartSeries("=x", (Decimal(1), None)),), unit="t")
    path = tmp_path / "embedded.xlsx"
    path.write_bytes(chart_workbook(data))
    assert complaints(path) == []


def test_columns_are_lettered_as_excel_does():
    assert [column_letter(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]

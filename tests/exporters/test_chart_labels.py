"""A label in a chart carries the words that the table prints: direction, about so much, and no false decimals."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.as_text import document_as_text
from exporters.assembly.document import build_document
from exporters.charts.data import ChartData, ChartSeries
from exporters.charts.labels import formatted
from exporters.charts.xml import chart_xml
from exporters.content import Chart
from exporters.excel.sheets.book import build_workbook
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import ChartBlock, Outline, Placement, Section, TableBlock
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import DataPoint, Snapshot

from .excel.sample import definitions, words

YEAR, PERHEAD = 2022, "[sales] / [people]"


def moment(language, **typed: tuple[str, str, str]):
    """A report of sales per head: `typed` are value, qualifier and what was typed, by metric."""
    names = (("sales", "百万 0.0"), ("people", "百万 0.0"), ("perhead", "0.00"))
    metrics = {code: Metric(code, words(code), "number", "cny", shown, "flow", "hr") for code, shown in names}
    metrics["perhead"] = replace(metrics["perhead"], formula=Formula(PERHEAD, FormulaReader().read(PERHEAD)))
    placed = (Placement("perhead"), Placement("sales"))
    blocks = (ChartBlock("c", "column", words("Chart"), placed, 2), TableBlock("t", words("Table"), placed))
    outline = Outline("r", YEAR, language, words("Report"), (Section("a", 1, words("Chapter"), blocks),))
    catalogue = replace(definitions().catalogue, metrics=metrics)
    points = {
        Key(code, YEAR): DataPoint(Key(code, YEAR), Decimal(value), qualifier, typed=text)
        for code, (value, qualifier, text) in typed.items()
    }
    for code, (value, _, _) in typed.items():  # the year before, exact: two values alone make no chart
        before = Key(code, YEAR - 1)
        points[before] = DataPoint(before, Decimal(value), typed=value)
    return Moment(replace(definitions(), catalogue=catalogue, outlines={"r": outline}), Snapshot(points=points))


def labels(given, language):
    """What each series prints at its last point, in words."""
    document = build_document(given, "r", language)
    data = next(block for block in document.blocks if isinstance(block, Chart)).data
    return [formatted(one.values[-1], (one.formats or ("",))[-1]) for one in data.series if one.values[-1] is not None]


def cells(given, language, code):
    """What the sheet of charts holds of a metric: value, formula and style of its last cell."""
    sheet = next(one for one in build_workbook(given, build_document(given, "r", language)).sheets if one.charts)
    row = next(row for row in sheet.rows if row.cells and row.cells[0].value == code and len(row.cells) > 1)
    cell = [cell for cell in row.cells if cell.style.startswith("linked")][-1]
    return cell.value, cell.formula or "", cell.style


COARSE = {"sales": ("7123000000", "", "71.23亿"), "people": ("2100", "", "0.21万")}
OVER = {"sales": ("7200000000", "over", "超过72亿"), "people": ("290000", "", "290000")}


@pytest.mark.parametrize(
    ("language", "about", "over"), [("zh-Hans", "约", "超过"), ("zh-Hant", "約", "超過"), ("en", "about ", "over ")]
)
def test_a_label_says_what_the_table_says(language, about, over):
    coarse, directed = moment(language, **COARSE), moment(language, **OVER)
    assert labels(coarse, language) == [f"{about}3391905", "7123.0"]
    assert f"{about}3,391,905" in document_as_text(build_document(coarse, "r", language)).replace("[", "")
    assert labels(directed, language)[1] == f"{over}7200"
    assert f"{over}7,200" in document_as_text(build_document(directed, "r", language)).replace("[", "")
    assert labels(directed, language)[0].startswith(over)


def test_the_sheets_cell_and_its_label_print_the_same_and_stay_live():
    value, formula, style = cells(moment("zh-Hans", **COARSE), "zh-Hans", "perhead")
    assert value == Decimal(3391905)
    assert formula.endswith(',ROUND(INDEX(annals_data[value],MATCH("vf1003216d364",annals_data[key],0)),0))')
    assert style == 'linked|"约"#,##0'
    value, formula, style = cells(moment("zh-Hans", **OVER), "zh-Hans", "sales")
    assert (value, style) == (Decimal(7200), 'linked|"超过"#,##0')
    assert "ROUND" not in formula


def test_a_number_over_which_a_value_is_said_to_be_is_rounded_down_in_the_cell():
    given = moment("zh-Hans", sales=("7256000000", "over", "超过72.56亿"), people=("7256000000", "", "7256000000"))
    value, formula, _ = cells(given, "zh-Hans", "sales")
    assert value == Decimal(7256)
    assert "ROUND" not in formula
    given = moment("zh-Hans", sales=("7256780000", "over", "超过72.5678亿"), people=("7256780000", "", "7256780000"))
    value, formula, _ = cells(given, "zh-Hans", "sales")
    assert value == Decimal("7256.7")
    assert "ROUNDDOWN(INDEX(" in formula
    assert formula.endswith("/1000000,1))")


def test_a_figure_that_means_nothing_is_a_gap_and_its_reason_stands_below():
    given = moment("en", **{code: (value, "about", text) for code, (value, _, text) in COARSE.items()})
    chart = next(block for block in build_document(given, "r", "en").blocks if isinstance(block, Chart))
    assert [one.values[-1] for one in chart.data.series] == [None, Decimal(7123)]
    assert any("n/m" in str(note) for note in chart.notes)


def test_in_a_crowded_chart_only_the_points_that_are_not_exact_have_a_label():
    series = ChartSeries("A", (Decimal(1),) * 13, formats=("#,##0.0", '"约"#,##0', *[""] * 11))
    xml = chart_xml(ChartData("c", "line", tuple(map(str, range(13))), (series,))).decode()
    assert xml.count("<dLbl>") == 1
    assert xml.count('showVal val="1"') == 1
    assert 'formatCode="&quot;约&quot;#,##0"' in xml

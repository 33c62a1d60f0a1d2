"""A report that is reproduced prints its figures as it published them; a new one what follows from the data."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.as_text import document_as_text
from schema.catalogue.definitions import Metric
from schema.catalogue.next_outline import roll_outline
from schema.catalogue.outline import Placement, TableBlock
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.reference import Key, value_key
from schema.values.datapoint import DataPoint, PublishedValue
from tests.exporters import small_report as sample
from tests.exporters.built import build_document, build_workbook

PERHEAD, TWICE = Key("perhead", 2022), Key("twice", 2022)


def figure(code: str, text: str) -> Metric:
    formula = Formula(text, FormulaReader().read(text))
    return sample.metric(code, sample.words(code), "number", "mwh", "0.00", formula=formula)


def world(figures: str):
    definitions, snapshot = sample.definitions(), sample.snapshot()
    made = (figure("perhead", "[packaging] / [trainees]"), figure("twice", "[perhead] * 2"))
    metrics = {**definitions.catalogue.metrics, **{metric.code: metric for metric in made}}
    outline = replace(definitions.outlines[sample.REPORT], figures=figures)
    definitions = replace(
        definitions,
        catalogue=replace(definitions.catalogue, metrics=metrics),
        outlines={sample.REPORT: outline},
    )
    points = {Key(code, 2022): DataPoint(Key(code, 2022), Decimal(value)) for code, value in
              (("packaging", "7300"), ("trainees", "30"))}  # fmt: skip
    texts = {**snapshot.texts, (sample.REPORT, "people.body", "zh-Hans"): "人均{perhead}，两倍{twice}。"}
    published = (
        PublishedValue(sample.REPORT, PERHEAD, "239.13", Decimal("239.13"), resolution=Decimal("0.01"), place="p. 1"),
    )
    return definitions, replace(snapshot, points={**snapshot.points, **points}, texts=texts, published=published)


@pytest.mark.parametrize(("figures", "text"), [("published", "人均[239.13]"), ("computed", "人均[243.33]")])
def test_the_draft_prints_the_figure_that_the_report_chooses(figures, text):
    definitions, snapshot = world(figures)
    told = document_as_text(build_document(definitions, sample.REPORT, "zh-Hans", snapshot))
    assert text in told
    assert "两倍[486.67]" in told  # what follows from the figure follows from the data


def test_the_workbook_prints_the_published_figure_and_shows_the_computed_one_live():
    definitions, snapshot = world("published")
    sheets = build_workbook(definitions, sample.REPORT, "zh-Hans", snapshot).sheets
    rows = [row for sheet in sheets for row in sheet.rows]
    cells = {cell.name: (cell, row) for row in rows for cell in row.cells if cell.name}
    printed, row = cells["v_perhead_2022"]
    assert printed.value == Decimal("239.13")
    assert any("由数据计算为 243.33" in str(cell.value) for cell in row.cells)
    data = {cells[1].value: cells for cells in (list(r.cells) for r in rows) if len(cells) > 20}
    told, published = (next(cells for ref, cells in data.items() if str(ref).startswith(start))
                       for start in ("perhead@2022", "published/"))  # fmt: skip
    assert (round(told[9].value, 2), told[14].value) == (Decimal("243.33"), "239.13 兆瓦时")
    assert (published[9].value, published[14].value) == (Decimal("239.13"), "239.13")
    assert published[0].value in printed.formula
    assert told[0].value in cells["v_twice_2022"][0].formula


def test_in_a_computed_report_the_figures_cell_is_live():
    definitions, snapshot = world("computed")
    sheets = build_workbook(definitions, sample.REPORT, "zh-Hans", snapshot).sheets
    cells = {cell.name: cell for sheet in sheets for row in sheet.rows for cell in row.cells if cell.name}
    packaging, trainees = (value_key(f"{code}@2022", "") for code in ("packaging", "trainees"))
    assert re.search(rf'"{packaging}".*/.*"{trainees}"', cells["v_perhead_2022"].formula)


def test_a_report_that_is_rolled_forward_computes():
    definitions, _ = world("published")
    assert roll_outline(definitions.outlines[sample.REPORT], "next").figures == "computed"


def untold():
    definitions, snapshot = world("computed")
    points = {key: replace(point, qualifier="over") if key.metric in ("packaging", "trainees") else point
              for key, point in snapshot.points.items()}  # fmt: skip
    outline = definitions.outlines[sample.REPORT]
    (people, *rest) = outline.chapters
    table = TableBlock("figures", sample.words("人均"), (Placement("perhead"), Placement("twice")))
    people = replace(people, blocks=(*people.blocks, table))
    outlines = {sample.REPORT: replace(outline, chapters=(people, *rest))}
    return replace(definitions, outlines=outlines), replace(snapshot, points=points)


def test_the_draft_prints_no_figure_that_its_inputs_do_not_bear_and_says_why():
    definitions, snapshot = untold()
    told = document_as_text(build_document(definitions, sample.REPORT, "zh-Hans", snapshot))
    assert "人均【[不可比" in told
    assert "perhead | 兆瓦时 | [不可比" in told
    assert "不可比：perhead由非确数（包装材料 超过7,300兆瓦时、受训人数 超过30人）算出，没有意义。" in told


def test_the_workbook_holds_neither_a_number_nor_a_formula_for_it():
    definitions, snapshot = untold()
    sheets = build_workbook(definitions, sample.REPORT, "zh-Hans", snapshot).sheets
    cells = {cell.name: cell for sheet in sheets for row in sheet.rows for cell in row.cells if cell.name}
    for name in ("v_perhead_2022", "v_twice_2022"):
        assert (cells[name].value, cells[name].formula) == ("不可比", None)

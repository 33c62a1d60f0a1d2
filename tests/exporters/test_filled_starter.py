"""The starter of HKEX filled with the sample company's numbers: its index beside the table of the code, row by row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exporters.as_text import words
from exporters.assembly.document import build_document
from exporters.content import Index, PageRef, Pages
from schema.catalogue.outline import TextBlock
from schema.catalogue.starters import load_starter
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.asked_values import asked
from schema.values.datapoint import DataPoint, Snapshot
from tests.shipped import RESOURCES
from tests.tools.starter_catalogues import rows_of

REPORT, FRAMEWORK, LIKE = "report-2025", "hkexc2", 2021


@pytest.fixture(scope="module")
def filled(program, sample_snapshot):
    """Every number and text that the starter asks for: the sample's of 2021 where it has one."""
    definitions = load_starter(RESOURCES, "hkex-c2-2025", program)
    outline, catalogue = definitions.outlines[REPORT], definitions.catalogue
    moment = Moment(definitions, Snapshot())
    keys = [key for item in asked(outline) for key in moment.figures.members(item.key)]
    points = {}
    for key in keys:
        if catalogue.metrics[key.metric].formula is None:
            known = sample_snapshot.points.get(Key(key.metric, LIKE, category=key.category))
            points[key] = DataPoint(key, known.value if known and known.value is not None else Decimal(1))
    blocks = [block for section in outline.walk() for block in section.blocks]
    texts = {(REPORT, b.slot, outline.language): "本年度的做法与成效。" for b in blocks if isinstance(b, TextBlock)}
    return Moment(definitions, Snapshot(points=points, texts=texts))


def test_every_disclosure_is_answered(filled):
    rows = filled.coverage(REPORT, FRAMEWORK)
    assert [row.disclosure.code for row in rows if row.state != "answered"] == []
    assert len(rows) == len(rows_of(FRAMEWORK)) > 70


def test_the_index_has_each_row_of_the_table_in_its_order_with_its_place(filled):
    document = build_document(filled, REPORT, "zh-Hans")
    (index,) = [block for block in document.blocks if isinstance(block, Index)]
    printed = [words(row.cells[0]) for row in index.rows if row.cells and words(row.cells[0])]
    table = [row["printed"] for row in rows_of(FRAMEWORK)]
    assert [code for code in printed if code in set(table)] == table
    for row in index.rows:
        if row.cells and words(row.cells[0]) in table:
            places = [inline for cell in row.cells for inline in cell if isinstance(inline, Pages | PageRef)]
            assert places, words(row.cells[0])


def test_scope_three_adds_up_its_fifteen_categories(filled):
    assert filled.figures.value(Key("ghg.scope3", 2025)).value == 15


def test_the_sample_s_numbers_stand_in_the_draft(filled):
    document = build_document(filled, REPORT, "zh-Hans")
    values = {number.reference: number.text for number in document.numbers()}
    assert values["energy.electricity@2025"]
    assert values["ghg.scope2@2025"] == "1,057,500"

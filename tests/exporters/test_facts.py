"""Word and Excel stand on the same Facts: what a draft's chapter prints is on the chapter's sheet."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.assembly.document import build_document
from exporters.excel.sheets.book import build_workbook
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import DataPoint
from tests.exporters import small_report as sample

REPORTS = ("csr-2019", "esg-2021", "csr-2022", "press-2021", "press-2022")


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


@pytest.mark.parametrize("report", REPORTS)
def test_the_facts_are_the_numbers_of_the_document(moment, report):
    document = build_document(moment, report, moment.outline(report).language)
    assert {fact.word_key for fact in document.facts} == {number.key for number in document.numbers()}
    assert len(document.facts) == len({fact.word_key for fact in document.facts})


def small(language="zh-Hans", **texts):
    return build_document(Moment(sample.definitions(), sample.snapshot(**texts)), sample.REPORT, language)


def fact(document, reference, form=""):
    return next(f for f in document.facts if (f.key.canonical(), f.format) == (reference, form))


def test_a_fact_says_what_is_printed_and_what_stands_behind_it():
    trade = fact(small(), "gmv@2022")
    assert (trade.text, trade.unit) == ("超过6,800.3", "亿元")
    assert (trade.value, trade.qualifier, trade.resolution) == (Decimal(680036100000), "over", Decimal("1E+7"))
    assert [stand.block for stand in trade.stands] == ["people.body.3", "people.callout"]
    assert {(stand.chapter, stand.section) for stand in trade.stands} == {("people", "people.staff")}


def test_a_change_is_exact_only_where_its_inputs_are_and_has_no_resolution_of_its_own():
    change = fact(small(), "staff@2022", "change%")
    assert (change.text, change.qualifier, change.resolution) == ("25.5%", "", None)


def test_what_is_left_out_has_no_value():
    packaging = fact(small(), "packaging@2022")
    assert (packaging.state, packaging.value, packaging.text) == ("omission", None, "不适用")


def second_part(**texts):
    moment = Moment(sample.definitions(), sample.snapshot(**texts))
    book = build_workbook(moment, build_document(moment, sample.REPORT, "zh-Hans"))
    rows = [row.cells for row in book.sheet("以人为本").rows]
    start = next(n for n, cells in enumerate(rows) if cells[0].value == "正文与记录中的数字")
    return rows[start + 1 :]


def test_numbers_of_texts_that_no_row_shows_follow_in_a_second_part():
    rows = second_part(**{"people.lead": "占比{staff:gender=male|亿}，上年{training.rate@-1}，增长{staff|change% 0}。"})
    assert [cells[0].value for cells in rows] == ["2022年员工人数（男性）", "2022年员工人数，较上年"]


def test_a_year_that_only_a_text_cites_has_its_column():
    made, data = sample.definitions(), sample.snapshot(**{"people.lead": "Of old {gmv@2012}."})
    old = Key("gmv", 2012)
    data = replace(data, points={**data.points, old: DataPoint(old, Decimal(5), "over", note="Estimated.")})
    moment = Moment(made, data)
    book = build_workbook(moment, build_document(moment, sample.REPORT, "zh-Hans"))
    (cells,) = [
        row.cells for sheet in book.sheets for row in sheet.rows if any(c.name == "v_gmv_2012" for c in row.cells)
    ]
    at = [cell.name for cell in cells].index("v_gmv_2012")
    assert (cells[0].value, cells[at].value) == ("交易总额", Decimal("5E-8"))
    assert cells[at].style == 'linked|"超过"#,##0.00000000'
    assert [cell.value for cell in cells[at + 1 : at + 3]] == [None, None]

"""Breaks and restatements in the draft and in the workbook: mark, note, placeholder, footnote."""

from dataclasses import replace
from decimal import Decimal

import pytest

from exporters.as_text import document_as_text
from exporters.content import Chart, Footnote
from exporters.excel.writer import write_excel
from exporters.word.writer import write_word
from schema.catalogue.definitions import DefinitionChange
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Restatement
from tests.exporters import small_report as sample
from tests.exporters.built import build_document, build_workbook
from tests.office_files import complaints

CHANGE = DefinitionChange(2022, "boundary", sample.words("含实习生。", "含實習生。", "Interns are counted."))
OLD = Key("training.rate", 2021)
STATED = Restatement(
    "esg-2021", OLD, "91.0%", "p. 5", Decimal("91.0"), Decimal("90"), sample.words("漏计。", en="Missed.")
)


def world(*, changed: bool = False, restated: bool = False):
    definitions, snapshot = sample.definitions(), sample.snapshot()
    if changed:
        metrics = dict(definitions.catalogue.metrics)
        metrics["staff"] = replace(metrics["staff"], changed=(CHANGE,))
        definitions = replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics))
    if restated:
        texts = {**snapshot.texts, (sample.REPORT, "people.lead", "zh-Hans"): "上年培训覆盖{training.rate@-1}。"}
        snapshot = replace(snapshot, restatements={(STATED.report, OLD): STATED}, texts=texts)
    return definitions, snapshot


def build(language: str = "zh-Hans", **how: bool):
    definitions, snapshot = world(**how)
    return build_document(definitions, sample.REPORT, language, snapshot)


def book(language: str = "zh-Hans", **how: bool):
    definitions, snapshot = world(**how)
    return build_workbook(definitions, sample.REPORT, language, snapshot)


def test_earlier_years_are_marked_and_the_note_stands_below_the_table():
    text = document_as_text(build(changed=True))
    assert "[1,000]† | [1,255] | [不可比" in text
    assert "* † 员工人数：2022年起统计范围有变，之前各年不可比。含实习生。" in text
    assert "[90.0%] | [93.7%] | +[3.7]个百分点" in text  # a metric without a break is as before


def test_a_sentence_that_compares_them_has_a_placeholder_and_an_open_point():
    document = build(changed=True)
    text = document_as_text(document)
    assert "比上年增长【[不可比" in text
    assert "员工人数：2022年起统计范围有变，不能与上一年比较，请改写这句话" in [p.what for p in document.open_points]


def test_a_chart_over_the_years_says_so():
    charts = {block.id: block for block in build("en", changed=True).blocks if isinstance(block, Chart)}
    told = ["".join(part.text for part in note) for note in charts["people.years"].notes]
    assert (
        "Employees: the boundary changed from 2022 on; earlier years are not comparable. Interns are counted." in told
    )
    whole = [word for note in charts["people.chart"].notes for word in note]
    assert (charts["people.chart"].unit_line, "".join(word.text for word in whole)) == ("", "100% = 1,255 people.")


def test_the_sheets_mark_the_cell_note_the_row_and_compute_no_change():
    rows = [row for sheet in book("en", changed=True).sheets for row in sheet.rows]
    cells = {cell.name: (cell, row) for row in rows for cell in row.cells if cell.name}
    old, row = cells["v_staff_2021"]
    assert old.style.endswith('#,##0"†"')
    assert "†" not in cells["v_staff_2022"][0].style
    assert any(cell.value == "n/m" and cell.formula is None for cell in row.cells)
    assert any("† Employees: the boundary changed from 2022 on" in str(cell.value) for cell in row.cells)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "经重述：此前披露为91.0%（esg-2021，第5页）；原因：漏计。"),
        ("zh-Hant", "經重述：此前披露為91.0%（esg-2021，第5頁）；原因：漏计。"),
        ("en", "Restated: previously 91.0% (esg-2021, p. 5); reason: Missed."),
    ],
)
def test_a_later_report_prints_a_footnote_at_the_value(language, words):
    notes = ["".join(part.text for part in i.inlines) for i in build(language, restated=True).inlines()
             if isinstance(i, Footnote)]  # fmt: skip
    assert notes.count(words) == 1


def test_the_same_footnote_is_printed_once_and_referred_to_elsewhere():
    text = document_as_text(build(restated=True))
    assert text.count("经重述") == 1
    lead, table = text.index("上年培训覆盖[90.0%](^"), text.index("[90.0%](^", text.index("table:"))
    assert lead < table


def test_restatements_have_a_sheet_and_stand_in_the_row():
    made = book(restated=True)
    sheet = made.sheet("重述")
    assert [str(cell.value) for cell in sheet.rows[3].cells] == [
        "esg-2021", "培训覆盖率", "2021", "p. 5", "91.0%", "91.0", "90", "漏计。",
    ]  # fmt: skip
    notes = [str(c.value) for one in made.sheets for row in one.rows for c in row.cells if "经重述" in str(c.value)]
    assert notes == ["2021：经重述：此前披露为91.0%（esg-2021，第5页）；原因：漏计。"]


def test_without_restatements_there_is_no_such_sheet():
    assert "重述" not in [sheet.title for sheet in book().sheets]


def test_a_restatement_that_no_longer_holds_is_not_printed():
    definitions, snapshot = world(restated=True)
    points = {**snapshot.points, OLD: DataPoint(OLD, Decimal("89"))}
    snapshot = replace(snapshot, points=points)
    assert "经重述" not in document_as_text(build_document(definitions, sample.REPORT, "zh-Hans", snapshot))
    made = build_workbook(definitions, sample.REPORT, "zh-Hans", snapshot)
    assert made.sheet("重述").rows[3].cells[-1].value == "漏计。 （现值已再变）"


def test_the_files_are_valid(tmp_path):
    word, excel = tmp_path / "a.docx", tmp_path / "a.xlsx"
    write_word(build(changed=True, restated=True), word)
    write_excel(book(changed=True, restated=True), excel)
    for path in (word, excel):
        assert complaints(path) == []

"""What an auditor works with beside the numbers: their history, the evidence, a sample; protection and filters."""

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import openpyxl
import pytest

from exporters.assembly.document import build_document
from exporters.excel.sheets.book import build_workbook
from exporters.excel.sheets.sampling import LEAST, draw
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.datapoint import DataPoint, HistoryEntry
from schema.values.evidence import EVIDENCE_NAME, Evidence, EvidenceAt
from schema.values.kept_things import state_of
from tests.exporters import small_report
from tests.exporters.excel import sample

STAFF = Key("staff", 2022, "", "gender=male")
WHEN = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def moment():
    return Moment(small_report.definitions(), small_report.snapshot())


def entry(number, old, new, reason=""):
    states = (state_of(STAFF, None if value is None else DataPoint(STAFF, Decimal(value))) for value in (old, new))
    return HistoryEntry(number, WHEN, "周敏", "value", STAFF.canonical(), *states, reason, f"{number:064x}")


def built(moment, entries=()):
    document = build_document(moment, small_report.REPORT, "zh-Hans")
    return build_workbook(moment, document, lambda places: {STAFF: entries} if entries and STAFF in places else {})


def texts(sheet, start=3):
    return [[cell.value for cell in row.cells] for row in sheet.rows[start:]]


def test_the_history_says_who_changed_a_number_when_from_what_to_what_and_why(moment):
    rows = texts(built(moment, (entry(4, None, 690), entry(9, 690, 700, "补录两人"))).sheet("修改记录"))
    assert [row[:4] for row in rows] == [
        [Decimal(4), "2026-03-01T08:30:00Z", "周敏", "员工人数（男性） 2022"],
        [Decimal(9), "2026-03-01T08:30:00Z", "周敏", "员工人数（男性） 2022"],
    ]
    assert [row[5:8] for row in rows] == [[None, "690人", None], ["690人", "700人", "补录两人"]]
    assert rows[1][8] == f"{9:064x}"


def test_without_history_and_evidence_their_sheets_say_so(moment):
    book = built(moment)
    assert [texts(book.sheet(title))[0][0] for title in ("修改记录", "证明文件")] == [
        "没有修改记录。",
        "尚未附上证明文件。",
    ]


def test_the_evidence_says_which_file_proves_which_number(moment):
    file = "ab" * 32
    at = EvidenceAt(STAFF.canonical(), file)
    proof = Evidence(at.subject, file, "花名册.xlsx", 3)
    data = replace(moment.snapshot, more={**moment.snapshot.more, EVIDENCE_NAME: {at: proof}})
    ((name, page, *_, what, reference, sha),) = texts(built(Moment(moment.definitions, data)).sheet("证明文件"))
    assert (name, page, reference, sha) == ("花名册.xlsx", Decimal(3), STAFF.canonical(), file)
    assert "男性" in what


def test_a_sample_is_the_same_whatever_the_order_of_the_numbers_and_another_when_one_changes(moment):
    facts = build_document(moment, small_report.REPORT, "zh-Hans").facts
    first, again = draw(facts), draw(tuple(reversed(facts)))
    assert (first.seed, first.facts) == (again.seed, again.facts)
    changed = next(n for n, fact in enumerate(facts) if fact.value)
    others = [*facts[:changed], replace(facts[changed], value=facts[changed].value + 1), *facts[changed + 1 :]]
    assert draw(others).seed != first.seed
    assert len(first.facts) == min(LEAST, first.population)


def test_a_tenth_of_many_numbers_is_drawn():
    fact = build_document(Moment(small_report.definitions(), small_report.snapshot()), small_report.REPORT, "en").facts[
        0
    ]
    facts = [replace(fact, word_key=f"v{number:012x}", value=Decimal(number)) for number in range(1, 402)]
    assert (draw(facts).population, len(draw(facts).facts)) == (401, 41)


def test_in_the_sample_only_the_auditors_answers_can_be_typed(moment, tmp_path):
    sheet = openpyxl.load_workbook(sample.saved(built(moment), tmp_path))["抽样"]
    heads = [cell.value for cell in sheet[3]]
    assert sheet.protection.sheet
    assert not sheet.protection.password
    open_heads = [head for head, cell in zip(heads, sheet[4], strict=True) if not cell.protection.locked]
    assert open_heads == ["已核", "结论", "说明"]
    offered = {rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert offered == {'"✓"', '"pass,fail"'}
    assert sheet["C4"].value.startswith("=INDEX(annals_data[name],MATCH($B4,")


def test_chapters_are_protected_without_a_password_with_filters_and_the_data_sheet_is_open(moment, tmp_path):
    path = sample.saved(built(moment), tmp_path)
    book = openpyxl.load_workbook(path)
    chapter, data = book["以人为本"], book["数据"]
    assert (chapter.protection.sheet, chapter.protection.password) == (True, None)
    assert {chapter.protection.autoFilter, chapter.protection.sort} == {False}  # what is said is what is locked
    assert chapter.auto_filter.ref == f"A3:{chapter.cell(3, chapter.max_column).column_letter}{chapter.max_row}"
    assert not data.protection.sheet
    lists = {rule.formula1 for rule in data.data_validations.dataValidation if rule.type == "list"}
    assert any("nearly" in words for words in lists)
    assert any("estimated" in words for words in lists)
    assert "decimal" in {rule.type for rule in data.data_validations.dataValidation}
    with zipfile.ZipFile(path) as archive:
        assert b"_xlnm._FilterDatabase" in archive.read("xl/workbook.xml")


@pytest.mark.parametrize("report", ["csr-2022", pytest.param("csr-2019", marks=pytest.mark.long),
                                    pytest.param("esg-2021", marks=pytest.mark.long)])  # fmt: skip
def test_the_covers_of_word_and_excel_count_the_same_open_points(report):
    language = sample.definitions().outlines[report].language
    moment = Moment(sample.definitions(), sample.snapshot())
    told = build_document(moment, report, language).cover.state
    cover = [str(cell.value) for row in sample.workbook(report, language).sheets[0].rows for cell in row.cells]
    (count,) = re.findall(r"\d+", told)
    assert any(re.search(rf"草稿，{count} [项項]待完成", text) for text in cover)


def test_a_number_of_a_record_has_its_name_its_unit_and_the_record_it_comes_from():
    head, *rows = sample.workbook("csr-2022", "zh-Hans").sheet("数据").rows
    at = {cell.value: number for number, cell in enumerate(head.cells)}
    records = [row.cells for row in rows if str(row.cells[at["ref"]].value).startswith("record/")]
    assert records
    assert all(cells[at[name]].value for cells in records for name in ("name", "unit", "source"))

"""Draft, review and final of one report are three documents."""

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.work.requests import Act, quote
from exporters.as_text import document_as_text
from exporters.assembly.data_rows import stored_at
from exporters.assembly.document import build_document, with_mark
from exporters.assembly.final import final_document, placeholders
from exporters.assembly.review import Reviewing, letters, review_document
from exporters.content import Heading, LinkedNumber, Table, block_inlines
from exporters.excel.sheets.book import build_workbook
from exporters.word.writer import write_word
from schema.grammar.reference import RecordKey
from schema.moment import Moment
from schema.validation.issue import FieldAt, write_subject
from schema.values.changes import Change, overlay
from schema.values.datapoint import Field, HistoryEntry
from schema.values.history_mark import HistoryMark

_MARKS = re.compile("草稿|待完成|【待|封存|审阅|FFE9B8|DFEEF8|EFE7F6|commentReference")


@pytest.fixture(scope="module")
def moment(definitions, sample_snapshot):
    return Moment(definitions, sample_snapshot)


@pytest.fixture(scope="module")
def draft(moment):
    return build_document(moment, "csr-2022", "zh-Hans")


@pytest.fixture(scope="module")
def settled(moment, sample_snapshot):
    """The same with every quotation agreed to, so that it can be final."""
    subjects = [write_subject(issue.at) for issue in moment.unquoted("csr-2022")]
    changes = quote(moment, "csr-2022", subjects, "被引用者", Act("王芳", datetime(2023, 3, 1, tzinfo=UTC)))
    return build_document(Moment(moment.definitions, overlay(sample_snapshot, changes)), "csr-2022", "zh-Hans")


@pytest.fixture(scope="module")
def review(moment, draft):
    key = draft.facts[0].key
    typed = HistoryEntry(7, datetime(2023, 3, 1, tzinfo=UTC), "王芳", "value", "", "", "", "", "")
    return review_document(moment, draft, Reviewing("2023-04-02", {stored_at(key): typed}))


def _marks(document, path, pictures):
    write_word(document, path, pictures=pictures)
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name).decode() for name in file.namelist() if name.endswith(".xml")}
    return {name: set(found) for name, text in parts.items() if (found := _MARKS.findall(text))}


def test_a_final_has_no_word_mark_or_part_of_a_draft(draft, settled, sample_pictures, tmp_path):
    drafted, made = (
        _marks(document, tmp_path / "r.docx", sample_pictures) for document in (draft, final_document(settled))
    )
    assert {"草稿", "待完成"} <= drafted["word/document.xml"]
    assert made == {}
    with zipfile.ZipFile(tmp_path / "r.docx") as file:
        assert "word/comments.xml" not in file.namelist()


def test_the_workbook_of_a_final_lists_nothing_open_and_says_that_it_is_final(moment, draft):
    drafted, made = (build_workbook(moment, document) for document in (draft, final_document(draft)))
    assert {sheet.title for sheet in drafted.sheets} - {sheet.title for sheet in made.sheets} == {"待完成事项"}
    cover = [cell.value for row in made.sheets[0].rows for cell in row.cells]
    assert "定稿" in cover
    assert not [words for words in cover if isinstance(words, str) and "草稿" in words]


def test_what_stands_for_something_missing_is_found_with_its_section(moment):
    sections = {section for section, _ in placeholders(build_document(moment, "esg-2021", "zh-Hant"))}
    assert sections <= {section.code for section in moment.outline("esg-2021").walk()}


def test_each_number_of_a_review_has_a_letter_and_its_source_below_its_section(draft, review):
    numbers = [number for number in review.numbers() if number.state != "missing"]
    assert all(number.mark for number in numbers)
    assert [number.text for number in numbers] == [n.text for n in draft.numbers() if n.state != "missing"]
    section, marks = "", dict[str, str]()
    for block in review.blocks:
        if isinstance(block, Heading):
            assert marks == {}  # each section told where its numbers come from before the next began
            section = block.id
        elif isinstance(block, Table) and block.id == f"{section}.sources":
            letters_there = [row.cells[0][0].text for row in block.rows if row.cells[0]]
            assert letters_there == list(marks.values())  # lines of quotations have none
            marks = {}
        else:
            found = [inline for inline in block_inlines(block) if isinstance(inline, LinkedNumber)]
            marks |= {number.key: number.mark for number in found if number.mark}


def test_the_source_of_a_number_says_who_typed_it_and_when(draft, review):
    first = next(block for block in review.blocks if isinstance(block, Table) and block.id.endswith(".sources"))
    assert first.rows[0].cells[1][0].text == draft.facts[0].name
    assert "王芳 2023-03-01" in first.rows[0].cells[4][0].text


def test_the_cover_of_a_review_has_its_date_and_the_draft_stays_as_it_was(draft, review):
    assert re.search("2023 ?年 ?4 ?月 ?2 ?日", review.cover.state)
    assert draft.cover.state.startswith("草稿")
    assert review.facts == draft.facts


def test_letters_go_on_after_z():
    assert [letters(number) for number in (0, 25, 26, 51, 52, 701, 702)] == ["a", "z", "aa", "az", "ba", "zz", "aaa"]


def test_a_quotation_is_marked_until_whoever_is_quoted_agrees_and_a_review_says_who_did(moment, sample_snapshot):
    at = FieldAt(RecordKey("quote", "mexico"))
    changes = quote(moment, "csr-2022", [write_subject(at)], "施雅德", Act("王芳", datetime(2023, 3, 1, tzinfo=UTC)))
    agreed = Moment(moment.definitions, overlay(sample_snapshot, changes))
    before, after = (document_as_text(build_document(m, "csr-2022", "zh-Hans")) for m in (moment, agreed))
    assert before.count("【措辞待确认】") == after.count("【措辞待确认】") + 1
    assert "施雅德博士（大意）【措辞待确认】" in before
    assert "施雅德博士（大意）\n" in after
    text = document_as_text(review_document(agreed, build_document(agreed, "csr-2022", "zh-Hans"), Reviewing("", {})))
    assert "施雅德已同意措辞，王芳 2023-03-01 记录" in text
    assert "措辞待确认" in text


def test_words_that_stand_in_print_need_nobodys_yes(moment, sample_snapshot):
    key = RecordKey("quote", "mexico")
    record = sample_snapshot.records[key]
    printed = replace(record, fields={**record.fields, "wording": Field(typed="published")})
    on_record = Moment(moment.definitions, overlay(sample_snapshot, [Change(key, record, printed)]))
    assert len(moment.unquoted("csr-2022")) - len(on_record.unquoted("csr-2022")) == 1
    assert "施雅德博士（已发表的原话）\n" in document_as_text(build_document(on_record, "csr-2022", "zh-Hans"))


def test_a_final_tells_how_far_the_history_goes_in_its_files_properties_alone(
    moment, draft, settled, sample_pictures, tmp_path
):
    mark = HistoryMark(345, "ab" * 32)
    drafted, final = (with_mark(document, mark, moment.catalogue) for document in (draft, settled))
    final = final_document(final)
    assert "修改记录345条，末条 abababababab" in drafted.cover.history
    write_word(final, tmp_path / "r.docx", pictures=sample_pictures)
    book = build_workbook(moment, final)
    assert book.history == mark.noted
    assert not [cell.value for row in book.sheets[0].rows for cell in row.cells if "ababab" in str(cell.value)]
    with zipfile.ZipFile(tmp_path / "r.docx") as file:
        naming = {name for name in file.namelist() if b"ababab" in file.read(name)}
        assert mark.noted.encode() in file.read("docProps/core.xml")
    assert naming == {"docProps/core.xml"}

"""Evidence and follow-up marks beside values, texts and records of a form, found by the rows' keys wherever they are."""

import shutil
from dataclasses import replace

import openpyxl
import pytest

from schema.exchange.forms.layout import EVIDENCE, FOLLOW, KEY
from schema.moment import Moment
from schema.validation.issue import ListAt
from schema.values.changes import keep, overlay
from schema.values.evidence import Evidence, EvidenceAt, awaited
from schema.values.follow_ups import MOST_WORDS, FollowUp, FollowUpAt
from schema.values.record_places import rows_by_block
from tests.exporters.excel.forms.form_case import Case, columns_of, order, written

FILE = "ab" * 32


def row_of(book, key, mark):
    """The sheet and the row with a key, where its sheet has a column with a mark."""
    for page in book.worksheets:
        columns = columns_of(page)
        if KEY in columns and mark in columns:
            for row in page.iter_rows():
                if row[columns[KEY]].value == key:
                    return page, row[columns[mark]]
    raise KeyError(key)


def type_in(key, mark, words):
    def fill(book):
        row_of(book, key, mark)[1].value = words

    return fill


def fill_blank(book, record, typed):
    """Type into a blank row of the sheet of a record, by the beginnings of the marks of its columns."""
    page, _ = row_of(book, record, FOLLOW)
    columns = columns_of(page)
    number = next(row[0].row for row in page.iter_rows() if "#" in str(row[columns[KEY]].value or "")[1:])
    for start, words in typed.items():
        at = next(at for mark, at in columns.items() if mark.startswith(start))
        page.cell(number, at + 1).value = words


@pytest.fixture(scope="module")
def places():
    """A value, a text and a record of one department's form."""
    made = order("admin", filled=True)
    rows = rows_by_block(made.outline, made.moment.snapshot)
    lists = [item.at.block for item in made.items if isinstance(item.at, ListAt)]
    record = next(record.key.canonical() for block in lists for record in rows.get(block, ()))
    value, text = (next(item.subject for item in made.items if item.kind == kind) for kind in ("value", "text"))
    return value, text, record


@pytest.fixture(scope="module")
def kept(places, tmp_path_factory):
    """A form in which each of the three has a file, an awaited one and a mark; without words at the text."""
    made = order("admin", filled=True)
    things = [keep(thing) for at in places for thing in (Evidence(at, FILE, "合同.pdf"), awaited(at, "明细.xlsx"))]
    things += [keep(FollowUp(at, "" if at == places[1] else "等发票")) for at in places]
    snapshot = overlay(made.moment.snapshot, things)
    made = replace(made, moment=Moment(made.moment.definitions, snapshot))
    return Case(written(made, tmp_path_factory.mktemp("beside") / "form.xlsx"), made)


@pytest.fixture
def form(kept, tmp_path):
    return Case(shutil.copy(kept.path, tmp_path / kept.path.name), kept.order)


def offered(answer):
    return {offer.subject: offer.theirs for offer in answer.offers}


def test_what_stood_there_when_the_form_was_made_is_shown_and_brings_nothing(form, places):
    book = openpyxl.load_workbook(form.path)
    for at, why in zip(places, ("等发票", "须跟进", "等发票"), strict=True):
        assert row_of(book, at, EVIDENCE)[1].value == "合同.pdf; 明细.xlsx"
        assert row_of(book, at, FOLLOW)[1].value == why
    assert offered(form.read()) == {}


def test_names_and_marks_are_typed_beside_values_texts_and_records(form, places):
    for at in places:
        form.edit(type_in(at, EVIDENCE, "合同.pdf; 明细.xlsx; 新.pdf"), type_in(at, FOLLOW, "含外包吗\n再问"))
    found = offered(form.read())
    assert found == {
        **{EvidenceAt(at, "name:新.pdf"): awaited(at, "新.pdf") for at in places},
        **{FollowUpAt(at): FollowUp(at, "含外包吗 再问") for at in places},
    }


def test_a_mark_that_is_cleared_is_gone_and_yes_keeps_it_without_words(form, places):
    value, text, record = places
    form.edit(type_in(value, FOLLOW, None), type_in(text, FOLLOW, "YES"), type_in(record, FOLLOW, "是"))
    assert offered(form.read()) == {FollowUpAt(value): None, FollowUpAt(record): FollowUp(record)}


def test_a_column_that_somebody_has_taken_out_takes_no_mark_away(form, places):
    def cut(book):
        for at in places:
            page, cell = row_of(book, at, FOLLOW)
            page.delete_cols(cell.column)

    form.edit(cut)
    assert offered(form.read()) == {}


def test_rows_that_changed_places_bring_what_stands_in_them(form, places):
    record = places[2]

    def insert(book):
        page, cell = row_of(book, record, FOLLOW)
        page.insert_rows(cell.row - 1, 3)
        row_of(book, record, FOLLOW)[1].value = "数量不符"

    form.edit(insert)
    assert offered(form.read())[FollowUpAt(record)] == FollowUp(record, "数量不符")


def test_a_new_record_comes_with_its_files_and_its_mark(form, places):
    book = openpyxl.load_workbook(form.path)
    fill_blank(book, places[2], {"#field.": "新的一条", EVIDENCE: "a.pdf", FOLLOW: "待核"})
    book.save(form.path)
    record, proof, mark = offered(form.read())
    assert (proof.subject, mark.subject) == (record.canonical(), record.canonical())


def test_what_stands_beside_no_record_and_what_is_too_long_is_told_with_its_cell(form, places):
    book = openpyxl.load_workbook(form.path)
    fill_blank(book, places[2], {FOLLOW: "待核"})
    type_in(places[0], FOLLOW, "长" * (MOST_WORDS + 1))(book)
    book.save(form.path)
    answer = form.read()
    codes = [refused.issue.code for refused in answer.refused]
    assert (sorted(codes), offered(answer)) == (["form.beside", "form.follow_long"], {})
    assert all("!" in refused.issue.place for refused in answer.refused)

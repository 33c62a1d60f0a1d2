"""Questions on a form: what was asked and answered is read there, and what somebody types asks or answers."""

import shutil
from dataclasses import replace

import openpyxl
import pytest

from schema.exchange.forms.layout import TALK, talk_key
from schema.moment import Moment
from schema.values.changes import keep, overlay
from schema.values.questions import Question
from schema.values.requests import Step
from tests.exporters.excel.forms.form_case import REPORT, Case, columns_of, moment, order, refused, row_with, written

VALUE, OTHER, TEXT = "workforce.countries@2022", "workforce.ethnicities@2022", f"text/{REPORT}/employees.lead.zh-Hans"
WAITING = Question(REPORT, VALUE, "department", Step("编辑", "2026-11-20T08:00:00Z", "为何下降？"))
SETTLED = Question(REPORT, OTHER, "editor", Step("人力", "2026-11-20T08:00:00Z", "含港澳台吗？"))
SETTLED = SETTLED.answered(Step("编辑", "2026-11-21T08:00:00Z", "含。"))


def _order():
    snapshot = overlay(moment().snapshot, [keep(WAITING), keep(SETTLED)])
    return replace(order("hr"), moment=Moment(moment().definitions, snapshot))


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return written(_order(), tmp_path_factory.mktemp("talk") / "csr-2022-hr.xlsx")


@pytest.fixture
def form(kept, tmp_path):
    return Case(shutil.copy(kept, tmp_path / "back.xlsx"), _order())


def _page(book):
    return next(page for page in book.worksheets if TALK in columns_of(page))


def _says(subject, words):
    def say(book):
        page = _page(book)
        row_with(page, "#key", talk_key(REPORT, subject))[columns_of(page)[TALK]].value = words

    return say


def _talk(answer):
    return [offer.theirs for offer in answer.offers if isinstance(offer.theirs, Question)]


def test_each_item_has_its_row_and_what_was_said_stands_beside_it(kept):
    page = _page(openpyxl.load_workbook(kept))
    at = columns_of(page)["#key"]
    keys = [row[at].value for row in page.iter_rows(min_row=5) if row[at].value]
    assert sorted(keys) == sorted(talk_key(REPORT, item.subject) for item in _order().items)
    assert keys[0] == talk_key(REPORT, VALUE)
    shown = " ".join(str(cell.value) for row in page.iter_rows() for cell in row)
    for words in ("为何下降？", "含港澳台吗？", "含。", "请答复"):
        assert words in shown


def test_what_is_typed_answers_the_department_and_else_asks_the_editor(form):
    form.edit(_says(VALUE, "业务收缩"), _says(OTHER, "外籍呢？"), _says(TEXT, "  几个字？ "))
    answer = form.read()
    assert refused(answer) == []
    answered, again, asked = sorted(_talk(answer), key=lambda one: (one.subject != VALUE, one.subject != OTHER))
    assert (answered.id, [step.words for step in answered.answers]) == (WAITING.id, ["业务收缩"])
    for question, subject, words in ((again, OTHER, "外籍呢？"), (asked, TEXT, "几个字？")):
        assert (question.subject, question.of, question.asked.words, question.answers) == (subject, "editor", words, ())
    assert {step.who for offer in answer.offers for step in offer.steps} == {answer.person}


def test_nothing_typed_asks_nothing_wherever_the_rows_were_moved(form):
    def sort(book):
        page = _page(book)
        rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=5)]
        for number, row in enumerate(reversed(rows), 5):
            for column, value in enumerate(row, 1):
                page.cell(number, column).value = value

    assert _talk(form.read()) == []
    form.edit(sort, _says(VALUE, "业务收缩"))
    assert [one.id for one in _talk(form.read())] == [WAITING.id]


def test_too_much_is_told_with_its_cell_and_not_taken(form):
    form.edit(_says(VALUE, "x" * 4001))
    answer = form.read()
    assert _talk(answer) == []
    ((subject, code, place),) = refused(answer)
    assert (subject, code, "!" in place) == (VALUE, "form.talk_long", True)

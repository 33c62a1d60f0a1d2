"""A department's form of the sample, filled in and changed as people do it, and read back."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl

from exporters.excel.form_child import main
from exporters.excel.form_reader import FormLimits, form_book
from exporters.excel.forms.form_workbook import form_workbook
from exporters.excel.forms.order import FormOrder
from exporters.excel.writer import write_excel
from schema.exchange.forms.layout import FormHead, talk_key
from schema.exchange.forms.reading import read_form
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.shares import Share, shares_of
from schema.values.datapoint import DataPoint, SlotText
from schema.values.evidence import Evidence
from schema.values.follow_ups import FollowUp
from schema.values.kept_things import canonical
from schema.values.questions import Question
from schema.values.requests import ItemNote, Request, Step
from tests.exporters.excel import sample

REPORT, YEAR = "csr-2022", 2022
ASKED = Step("编辑", "2026-11-01T00:00:00Z")


@cache
def moment(*, filled: bool = False) -> Moment:
    """The sample, this year's values left out unless they shall be there."""
    snapshot = sample.snapshot()
    if not filled:
        points = {key: point for key, point in snapshot.points.items() if key.period != YEAR}
        snapshot = replace(snapshot, points=points)
    return Moment(sample.definitions(), snapshot)


@cache
def share(department: str, *, filled: bool = False) -> Share:
    now = moment(filled=filled)
    found = shares_of(now.contents(REPORT), now.definitions)[department]
    request = Request(REPORT, department, "2026-12-31", "请按口径填写", ASKED, 0, packs=1)
    return replace(found, request=request)


def head(department: str, language: str = "zh-Hans") -> FormHead:
    return FormHead("快手科技", REPORT, department, "ab" * 16, 1, "c0ffee1234567890", f"{department} 联系人",
                    "2026-11-02T00:00:00Z", language)  # fmt: skip


def order(department: str, language: str = "zh-Hans", *, filled: bool = False) -> FormOrder:
    found = share(department, filled=filled)
    return FormOrder(moment(filled=filled), found, found.items, head(department, language), "编辑")


def guided(made: FormOrder, note: ItemNote) -> FormOrder:
    """The form with something said of its first item."""
    first, *others = made.items
    return replace(made, items=(replace(first, note=note), *others))


def written(made: FormOrder, path: Path) -> Path:
    write_excel(form_workbook(made), path)
    return path


@dataclass(frozen=True)
class Case:
    """A form as a file, with the cells to fill in by key."""

    path: Path
    order: FormOrder

    def edit(self, *changes):
        book = openpyxl.load_workbook(self.path)
        for change in changes:
            change(book)
        book.save(self.path)
        return self.path

    def read(self):
        return read_here(self.path)

    @property
    def keys(self):
        return [item.at for item in self.order.items if isinstance(item.at, Key)]


def read_here(path, limits=None):
    """Read a form without a process of its own: what the child does is asked of it directly."""
    facts, _ = main(path, asdict(limits or FormLimits()))
    assert "refused" not in facts, facts
    book = form_book(path.name, facts, datetime.now(UTC))
    return read_form(book, moment().definitions)


def cell_of(book, key):
    """The cell to fill in, by the key in the hidden column: where a person sees the row."""
    for page in book.worksheets:
        columns = columns_of(page)
        if "#key" in columns and "#value" in columns:
            for row in page.iter_rows():
                if row[columns["#key"]].value == key.canonical():
                    return row[columns["#value"]]
    raise KeyError(key)


def columns_of(page):
    for row in page.iter_rows():
        marks = {cell.value: n for n, cell in enumerate(row) if isinstance(cell.value, str) and cell.value[:1] == "#"}
        if len(marks) > 2:
            return marks
    return {}


def beside(book, key, mark):
    """Another cell in the row of a value."""
    entry = cell_of(book, key)
    page = entry.parent
    return page.cell(entry.row, columns_of(page)[mark] + 1)


def row_with(page, mark, text):
    """The row whose cell under a mark holds a text."""
    at = columns_of(page)[mark]
    return next(row for row in page.iter_rows() if str(row[at].value or "").startswith(text))


def filling(values):
    def fill(book):
        for key, value in values.items():
            cell_of(book, key).value = value

    return fill


def wanted(keys):
    """A value of its own for each key, so that none can stand for another."""
    return {key: Decimal(100 + 7 * n) for n, key in enumerate(keys)}


def taken(answer):
    """What is offered: of values the number or the omission's code, of texts the words."""
    found = {}
    for offer in answer.offers:
        thing = offer.theirs
        if isinstance(thing, DataPoint):
            found[offer.subject] = thing.value if thing.value is not None else thing.omission
        else:
            found[offer.subject] = thing
    return found


def refused(answer):
    return [(found.subject, found.issue.code, found.issue.place) for found in answer.refused]


def words_beside(keys):
    """Fills in what stands beside each value, each with words of its own, a question about the first, and a text."""

    def fill(book):
        for n, key in enumerate(keys):
            for mark, words in _beside(n).items():
                beside(book, key, mark).value = words
        talk = next(page for page in book.worksheets if "#question" in columns_of(page))
        row_with(talk, "#key", talk_key(REPORT, keys[0].canonical()))[columns_of(talk)["#question"]].value = "口径？"
        texts = next(page for page in book.worksheets if "#text" in columns_of(page))
        row, columns = row_with(texts, "#key", "text/"), columns_of(texts)
        for mark, words in {"#text": "新的一段。", "#evidence": "讲稿.pdf", "#follow": "再读一遍"}.items():
            row[columns[mark]].value = words

    return fill


def _beside(n: int):
    day = date(2022, 6, n + 1)
    return {
        "#footnote": f"脚注 {n}", "#note": f"备注 {n}", "#source": f"系统 {n}", "#method": f"方法 {n}",
        "#estimated": ("实测", "估算")[n % 2], "#as_of": day if n % 2 else f"2022年6月{n + 1}日", "#evidence": f"附件{n}.pdf",
        "#follow": f"再核 {n}",
    }  # fmt: skip


def arrived_beside(answer, keys):
    """What `words_beside` has filled in stands at the values beside which it was typed, and nowhere else."""
    things = [offer.theirs for offer in answer.offers]
    points = {thing.key: thing for thing in things if isinstance(thing, DataPoint)}
    for n, key in enumerate(keys):
        point, said = points[key], _beside(n)
        words = (point.footnote, point.note, point.source, point.method)
        assert words == tuple(said[mark] for mark in ("#footnote", "#note", "#source", "#method"))
        assert (point.estimated, point.as_of) == (bool(n % 2), date(2022, 6, n + 1).isoformat())
    texts = [offer for offer in answer.offers if isinstance(offer.theirs, SlotText)]
    assert [offer.theirs.text for offer in texts] == ["新的一段。"]
    text = canonical(texts[0].subject)
    files = {(thing.subject, thing.name) for thing in things if isinstance(thing, Evidence)}
    assert files == {(text, "讲稿.pdf")} | {(key.canonical(), f"附件{n}.pdf") for n, key in enumerate(keys)}
    marks = {(thing.subject, thing.why) for thing in things if isinstance(thing, FollowUp)}
    assert marks == {(text, "再读一遍")} | {(key.canonical(), f"再核 {n}") for n, key in enumerate(keys)}
    assert [(thing.subject, thing.asked.words) for thing in things if isinstance(thing, Question)] == [
        (keys[0].canonical(), "口径？")
    ]

"""The sheet of questions: a row for each item, what was asked and answered about it, a cell to ask or answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.excel.forms.order import FormOrder, columns
from exporters.excel.forms.page import Page
from exporters.excel.workbook import Cell, Sheet
from schema.exchange.forms.layout import CODE, KEY, TALK, talk_key
from schema.exchange.forms.written import LONGEST
from schema.values.questions import Question, threads


def talk_sheet(order: FormOrder, title: str, tab: str) -> Sheet | None:
    """Return the sheet; None where nothing is asked for. Items with an open question to the department stand first."""
    if not order.items:
        return None
    known = columns(order, (KEY, "", 8.0), ("", "place", 40.0), ("", "talk", 62.0), (TALK, "", 62.0), (CODE, "", 34.0))
    page = Page(title, known)
    page.begin(title, order.say("form.questions.lead"))
    asked = threads(order.moment.snapshot, order.head.report)
    for item in sorted(order.items, key=lambda item: not _waits(asked.get(item.subject, ()))):
        own = asked.get(item.subject, ())
        key = talk_key(order.head.report, item.subject)
        told = "\n".join(_lines(order, own))[:LONGEST]
        look = "alert" if _waits(own) else "text.grey"
        page.add([Cell(key, ""), Cell(order.words.name(item.at), "text"), Cell(told or None, look),
                  Cell(None, "asked.text"), Cell(key, "code.top")])  # fmt: skip
    return page.sheet("C5", tab)


def _waits(questions: Sequence[Question]) -> bool:
    return any(one.is_open and one.of == "department" for one in questions)


def _lines(order: FormOrder, questions: Sequence[Question]) -> Iterator[str]:
    for one in questions:
        asked = one.asked
        yield order.say("form.talk.asked", words=asked.words, who=asked.by, day=asked.at[:10])
        for step in one.answers:
            yield order.say("form.talk.answered", words=step.words, who=step.by, day=step.at[:10])
        if one.is_open and one.of == "department":
            yield order.say("form.talk.waits")

"""The sheet of texts: last year's words beside those to write."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.as_text import words
from exporters.assembly.assembly import Assembly
from exporters.assembly.linked_text import inlines
from exporters.excel.forms.beside_cells import BESIDE, beside, beside_hints
from exporters.excel.forms.order import FormOrder, columns
from exporters.excel.forms.page import Page
from exporters.excel.workbook import Cell, Choices, Sheet
from schema.exchange.forms.layout import ACCEPT, CODE, KEY, TEXT
from schema.exchange.forms.written import LONGEST
from schema.validation.shares import AskedItem
from schema.values.subject import TextAt

_BRACES = ("{", "**")


def text_sheet(order: FormOrder, title: str, tab: str) -> Sheet | None:
    """Return the sheet; None where no text is asked for."""
    items = [item for item in order.items if isinstance(item.at, TextAt)]
    if not items:
        return None
    asks = [("", "asks", 24.0)] if any(map(order.asks, items)) else []
    known = columns(
        order, (KEY, "", 8.0), ("", "place", 26.0), *asks, ("", "last", 62.0), (TEXT, "", 66.0), (ACCEPT, "", 12.0),
        *BESIDE, (CODE, "", 28.0),
    )  # fmt: skip
    page = Page(title, known)
    page.begin(
        order.say("form.sheet.texts"),
        order.say("form.texts.lead", report=order.outline.title.best(order.language)),
    )
    last = _LastYear(order)
    for item in items:
        _add(order, page, item, last)
    yes, prompt = order.say("form.accept.yes"), order.say("form.accept.prompt")
    page.choices.append(Choices(page.over(ACCEPT), (yes,), title=order.say("form.head.accept"), prompt=prompt))
    page.hints += beside_hints(order, page)
    return page.sheet("C5", tab)


def _add(order: FormOrder, page: Page, item: AskedItem, last: _LastYear) -> None:
    at, snapshot = item.at, order.moment.snapshot
    assert isinstance(at, TextAt)
    place = (at.report, at.slot, at.language)
    there = snapshot.texts.get(place, "")
    long = len(there) > LONGEST
    asks = "\n".join(filter(None, (order.asks(item), order.say("form.too_long") if long else "")))
    cells = [Cell(item.subject, ""), Cell(order.words.name(at), "text")]
    if page.columns[3].mark == "":  # what is asked stands before last year's words
        cells.append(Cell(asks or None, "alert" if item.note.returned else "text.grey"))
    cells += [
        Cell(last.words(at) or None, "text.grey"),
        Cell(there if there and not long else None, "asked.text"),
        Cell(None, "asked.choice" if place in snapshot.carried else "cell"),
        *beside(order, item.subject, "asked.text"),
        Cell(item.subject, "code.top"),
    ]
    page.add(cells)


@dataclass(frozen=True, slots=True)
class _LastYear:
    """The words that last year's report printed, with the numbers that it had then."""

    order: FormOrder

    def words(self, at: TextAt) -> str:
        """Return what stood in the slot; empty where there was no report before."""
        before = self.order.moment.definitions.outlines.get(self.order.outline.rolled_from)
        text = self.order.moment.snapshot.texts.get((before.code, at.slot, at.language), "") if before else ""
        if before is None or not any(mark in text for mark in _BRACES):
            return text[:LONGEST]
        assembly = Assembly(self.order.moment, before, at.language)
        return "\n".join(words(inlines(assembly, line)) for line in text.split("\n"))[:LONGEST]

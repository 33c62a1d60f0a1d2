"""The cells beside a value, a text or a record alike: names of files that prove it, and that it is to be looked at."""

from __future__ import annotations

from exporters.excel.forms.order import FormOrder
from exporters.excel.forms.page import Page
from exporters.excel.workbook import Cell, Hint
from schema.exchange.forms.beside import FOLLOWED
from schema.exchange.forms.layout import EVIDENCE, FOLLOW
from schema.values.evidence import evidence_of
from schema.values.follow_ups import follow_up_of

BESIDE = ((EVIDENCE, "", 20.0), (FOLLOW, "", 20.0))  # the columns


def beside(order: FormOrder, subject: str, look: str = "asked.short") -> tuple[Cell, Cell]:
    """Return the cells of the columns `BESIDE` for an item (canonical text)."""
    names = (one.name for one in evidence_of(order.moment.snapshot, subject))
    mark = follow_up_of(order.moment.snapshot, subject)
    why = None if mark is None else mark.why or order.say(FOLLOWED)
    return Cell("; ".join(dict.fromkeys(names)) or None, look), Cell(why, look)


def beside_hints(order: FormOrder, page: Page) -> tuple[Hint, ...]:
    """Return what is said beside these columns' cells."""
    return tuple(
        Hint(page.over(mark), order.say(f"form.head.{name}"), order.say(f"form.{name}.prompt"))
        for mark, name in ((EVIDENCE, "evidence"), (FOLLOW, "follow"))
    )

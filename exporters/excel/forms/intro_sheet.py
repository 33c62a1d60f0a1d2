"""The first sheet of a form: who asks whom for what until when, what to fill in, and how; and a reply's sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exporters.excel.forms.order import FormOrder, Outcome, Reply
from exporters.excel.sheets.layout import place, row_of
from exporters.excel.workbook import Cell, Choices, Row, Sheet
from schema.exchange.forms.layout import ENTRY, FINISHED, KEY, PERSON, WHY
from schema.values.period_words import bare_year

_WIDTHS = (8.0, 3.0, 30.0, 78.0)
STEPS = range(1, 8)
_LOOKS: Mapping[Outcome, str] = {"taken": "centre", "refused": "error", "conflict": "doubt"}


def intro_sheet(order: FormOrder, title: str, others: Sequence[tuple[Sheet, int]]) -> Sheet:
    """Return the sheet; `others` are the sheets to fill in, each with how many items it asks for."""
    rows = [
        Row((Cell(KEY, ""), Cell(None, ""), Cell(None, ""), Cell(ENTRY, "")), hidden=True),
        _line(Cell(order.catalogue.company.name.best(order.language), "subtitle"), 24),
        _line(Cell(order.outline.title.best(order.language), "title"), 36),
        _line(Cell(order.say("form.title", department=_department(order)), "subtitle"), 24),
        _line(),
        *(_fact(order.say(f"form.fact.{code}"), words, look) for code, words, look in _facts(order)),
        _line(),
        _band(order.say("form.yours")),
    ]
    first = len(rows) + 1
    rows += _asked(order)
    rows += [_line(), _band(order.say("form.contents"))]
    rows += [_entry(order, sheet, count) for sheet, count in others]
    rows += [_line(), _band(order.say("form.howto"))]
    rows += [_step(order, n) for n in STEPS]
    colours = order.catalogue.company.colours
    yes = Choices(f"D{first + 1}", (order.say("form.finished.yes"),))
    return Sheet(
        title, tuple(rows), _WIDTHS, portrait=True, tab=colours[0] if colours else "", choices=(yes,),
        hidden_columns=("A",), locked=True,
    )  # fmt: skip


def _department(order: FormOrder) -> str:
    known = order.catalogue.departments.get(order.head.department)
    return known.name.best(order.language) if known else order.head.department


def _line(cell: Cell | None = None, height: float = 12) -> Row:
    return Row((Cell(None, ""), Cell(None, ""), cell) if cell else (), height)


def _band(text: str) -> Row:
    return Row((Cell(None, ""), Cell(None, ""), Cell(text, "section"), Cell(None, "section")), 24)


def _fact(label: str, words: str, look: str) -> Row:
    return row_of((Cell(None, ""), Cell(None, ""), Cell(label, "unit"), Cell(words, look)), _WIDTHS, 20)


def _facts(order: FormOrder) -> Iterator[tuple[str, str, str]]:
    request = order.share.request
    counts = {f"{kind}s": str(sum(item.kind == kind for item in order.items)) for kind in ("value", "text", "list")}
    yield "by", order.by, "label"
    if request is not None:
        yield "due", request.due, "label.bold"
    yield "period", bare_year(order.outline.year, order.catalogue, order.language), "label"
    yield "items", order.say("form.items", **counts), "label"
    yield "number", f"{order.head.report} · {order.head.department} · {order.head.pack}", "label"
    if request is not None and request.returned is not None:
        yield "returned", request.returned.words, "alert.middle"
    if request is not None and request.guidance:
        yield "guidance", request.guidance, "label"


def _asked(order: FormOrder) -> list[Row]:
    lines = ((PERSON, "form.person", order.head.person), (FINISHED, "form.finished", ""), (WHY, "form.why", ""))
    return [
        Row((Cell(key, ""), Cell(None, ""), Cell(order.say(code), "label"), Cell(words or None, "asked.short")), 22)
        for key, code, words in lines
    ]


def _entry(order: FormOrder, sheet: Sheet, count: int) -> Row:
    link = Cell(sheet.title, "link.line", link=place(sheet.title))
    return Row((Cell(None, ""), Cell(None, ""), link, Cell(order.say("form.count", count=str(count)), "unit")), 20)


def _step(order: FormOrder, number: int) -> Row:
    words = f"{number}. {order.say(f'form.howto.{number}', by=order.by)}"
    whole = row_of((Cell(None, ""), Cell(None, ""), Cell(words, "step")), (*_WIDTHS[:2], sum(_WIDTHS[2:])))
    return Row((*whole.cells, Cell(None, "step")), whole.height)


def step_merges(sheet: Sheet) -> tuple[str, ...]:
    """Return the cells that a step's words run over."""
    return tuple(
        f"C{n}:D{n}" for n, row in enumerate(sheet.rows, 1) if len(row.cells) == 4 and row.cells[2].style == "step"
    )


def reply_sheet(order: FormOrder, reply: Reply, title: str) -> Sheet:
    """Return what became of the form that came back, what was not taken first."""
    widths = (3.0, 14.0, 44.0, 26.0, 70.0)
    counts = {
        "file": reply.file,
        "taken": str(sum(line.outcome == "taken" for line in reply.lines)),
        "refused": str(sum(line.outcome != "taken" for line in reply.lines)),
    }
    lead = order.say("form.reply.lead" if order.items else "form.reply.done", **counts)
    heads = (Cell(order.say(f"form.reply.{name}"), "head") for name in ("result", "item", "place", "reason"))
    rows = [
        Row((Cell(None, ""), Cell(title, "title")), 34),
        Row((Cell(None, ""), Cell(lead, "key")), 20),
        Row((Cell(None, ""), *heads), 24),
    ]
    for line in sorted(reply.lines, key=lambda line: line.outcome == "taken"):
        said = Cell(order.say(f"form.reply.{line.outcome}"), _LOOKS[line.outcome])
        words = (Cell(line.item, "text"), Cell(line.place or None, "text.grey"), Cell(line.reason or None, "text"))
        rows.append(row_of((Cell(None, ""), said, *words), widths))
    return Sheet(title, tuple(rows), widths, "B4", (3, 3))

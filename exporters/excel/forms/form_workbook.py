"""The workbook of a form: an introduction, the figures, the texts, the records, and what only the program reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.excel.forms.intro_sheet import intro_sheet, reply_sheet, step_merges
from exporters.excel.forms.order import FormOrder
from exporters.excel.forms.record_sheets import choices_row, lists_by_type, record_sheet
from exporters.excel.forms.talk_sheet import talk_sheet
from exporters.excel.forms.text_sheet import text_sheet
from exporters.excel.forms.value_sheet import shown_values, value_sheet
from exporters.excel.sheets.context import FONTS
from exporters.excel.sheets.layout import sheet_title
from exporters.excel.workbook import Cell, Row, Sheet, Workbook
from schema.exchange.forms.layout import SHEET, Hidden, hidden_rows
from schema.grammar.reference import Key
from schema.validation.issue import ListAt
from schema.values.changes import thing_at
from schema.values.evidence import EvidenceAt, evidence_of
from schema.values.follow_ups import FollowUpAt, follow_up_of
from schema.values.kept_things import Subject, canonical, kept_at, subject_of
from schema.values.questions import threads
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt


def form_workbook(order: FormOrder) -> Workbook:
    """Return the workbook; pure, without any library of Excel's."""
    company, language = order.catalogue.company, order.language
    lists = lists_by_type(order)
    hidden = _hidden(order)
    listed = {code: len(hidden) + n for n, code in enumerate(lists, 1)}
    hidden += [choices_row(order, code, items) for code, items in lists.items()]
    sheets = list(_sheets(order, listed))
    filled_in = [sheet for sheet, _ in sheets]
    intro = intro_sheet(order, order.say("form.sheet.intro"), sheets)
    first = [replace(intro, merges=step_merges(intro))]
    if order.reply is not None:
        reply = reply_sheet(order, order.reply, order.say("form.sheet.reply"))
        first = [reply, *first] if order.items else [reply]
    rows = tuple(Row(tuple(Cell(text, "") for text in row)) for row in hidden)
    if talk := talk_sheet(order, order.say("form.sheet.questions"), "#8A6D1B"):
        filled_in.append(talk)
    kept = Sheet(SHEET, rows, (14.0, 40.0), hidden=True, locked=True)
    return Workbook(
        f"{order.head.report} {order.head.department}", (*first, *filled_in, kept), language,
        FONTS[language], company.colours, company=company.name.best(language),
        footer=order.outline.title.best(language), page=order.say("page.number", n="{n}", all="{all}"),
    )  # fmt: skip


def _sheets(order: FormOrder, listed: dict[str, int]) -> Iterator[tuple[Sheet, int]]:
    """Yield the sheets to fill in with how many items each asks for."""
    taken = [SHEET, *(order.say(f"form.sheet.{name}") for name in ("intro", "values", "texts", "questions", "reply"))]
    counts = {kind: sum(item.kind == kind for item in order.items) for kind in ("value", "text")}
    if values := value_sheet(order, order.say("form.sheet.values"), "#1F4FA3"):
        yield values, counts["value"]
    if texts := text_sheet(order, order.say("form.sheet.texts"), "#1E7145"):
        yield texts, counts["text"]
    for code, items in lists_by_type(order).items():
        record_type = order.catalogue.records[code]
        title = sheet_title(record_type.name.best(order.language), taken)
        taken.append(title)
        yield record_sheet(order, record_type, items, title, listed[code]), len(items)


def _hidden(order: FormOrder) -> list[tuple[str, ...]]:
    """Return the rows of the hidden sheet: which form it is, and what stands now at everything it asks for."""
    bases: dict[str, str] = {}
    for subject in _subjects(order):
        kept = kept_at(subject)
        bases[canonical(subject)] = kept.state(thing_at(order.moment.snapshot, subject))
    return list(hidden_rows(Hidden(order.head, bases, shown_values(order))))


def _subjects(order: FormOrder) -> Iterator[Subject]:
    records = rows_by_block(order.outline, order.moment.snapshot)
    for item in order.items:
        match item.at:
            case Key() | TextAt():
                yield item.at
                yield from _beside(order, item.subject)
            case ListAt():
                for record in records.get(item.at.block, ()):
                    yield record.key
                    yield from _beside(order, record.key.canonical())
    asked = threads(order.moment.snapshot, order.head.report)
    yield from (subject_of(one) for item in order.items for one in asked.get(item.subject, ()))


def _beside(order: FormOrder, subject: str) -> Iterator[Subject]:
    """Yield what stands beside an item (canonical text): its evidence, and its mark where it has one."""
    evidence = evidence_of(order.moment.snapshot, subject)
    yield from (EvidenceAt(one.subject, one.file) for one in evidence)
    if follow_up_of(order.moment.snapshot, subject) is not None:
        yield FollowUpAt(subject)

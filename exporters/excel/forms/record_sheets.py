"""A sheet for each type of records: under the name of each list what is there, and blank rows for what is new."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporters.charts.data import column_letter, quoted
from exporters.excel.forms.beside_cells import BESIDE, beside, beside_hints
from exporters.excel.forms.order import Column, FormOrder, columns
from exporters.excel.forms.page import Page
from exporters.excel.workbook import Cell, Choices, Hint, Sheet
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.exchange.forms.heads import list_names, list_types
from schema.exchange.forms.layout import ACCEPT, CODE, FIELD, KEY, LIST, SHEET
from schema.exchange.forms.written import field_written
from schema.validation.issue import ListAt
from schema.validation.shares import AskedItem
from schema.values.datapoint import Record
from schema.values.record_places import rows_by_block

BLANKS = 3  # rows below each list
_WIDTH: Mapping[str, float] = {"words": 26.0, "number": 14.0, "date": 14.0, "choice": 14.0}
_LONG = 60.0
_LONGEST_LIST = 250  # characters of words that a cell chooses from


def lists_by_type(order: FormOrder) -> dict[str, list[AskedItem]]:
    """Return the lists that are asked for, by the types of their records."""
    types = list_types(order.outline)
    found: dict[str, list[AskedItem]] = {}
    for item in order.items:
        if isinstance(item.at, ListAt) and item.at.block in types:
            found.setdefault(types[item.at.block], []).append(item)
    return found


def record_sheet(
    order: FormOrder, record_type: RecordType, lists: Sequence[AskedItem], title: str, listed: int
) -> Sheet:
    """Return the sheet of one type; `listed` is the row of the hidden sheet that has the names of its lists."""
    names = list_names(order.outline, order.catalogue, order.language)
    page = Page(title, _columns(order, record_type))
    lead = order.say("form.records.lead", report=order.outline.title.best(order.language))
    page.begin(record_type.name.best(order.language), lead)
    rows = rows_by_block(order.outline, order.moment.snapshot)
    for item in lists:
        assert isinstance(item.at, ListAt)
        page.band(names[item.at.block])
        if asks := order.asks(item):
            page.band(asks.replace("\n", "  "), "alert.middle" if item.note.returned else "note")
        for record in rows.get(item.at.block, ()):
            page.add(_known(order, record_type, record, names[item.at.block]))
        for n in range(1, BLANKS + 1):
            key = f"{item.subject}#{record_type.code}.{_number(lists, item) * 100 + n}"
            page.add(_blank(order, record_type, key, names[item.at.block]))
    page.choices += _choices(order, page, record_type, listed, len(lists))
    dates = [column for column in record_type.columns if column.traits.dated and not column.traits.year]
    for column in dates:
        where = page.over(f"{FIELD}{record_type.code}.{column.code}")
        page.hints.append(Hint(where, column.name.best(order.language), order.say("form.date.prompt")))
    page.hints += beside_hints(order, page)
    return page.sheet("D5")


def choices_row(order: FormOrder, record_type: str, lists: Sequence[AskedItem]) -> tuple[str, ...]:
    """Return the row of the hidden sheet that the cells of lists choose from."""
    names = list_names(order.outline, order.catalogue, order.language)
    return ("choices", record_type, *(names[item.at.block] for item in lists if isinstance(item.at, ListAt)))


def _number(lists: Sequence[AskedItem], item: AskedItem) -> int:
    return next(n for n, known in enumerate(lists) if known is item)


def _columns(order: FormOrder, record_type: RecordType) -> tuple[Column, ...]:
    before = columns(order, (KEY, "", 8.0), (LIST, "", 24.0))
    own = (_column(order, record_type, column) for column in record_type.columns if not column.traits.pictured)
    return (*before, *own, *columns(order, (ACCEPT, "", 12.0), *BESIDE, (CODE, "", 20.0)))


def _column(order: FormOrder, record_type: RecordType, column: RecordColumn) -> Column:
    name = column.name.best(order.language)
    if column.numeric and column.unit:
        unit = order.catalogue.units[column.unit].name.best(order.language)
        name = f"{name}\n{order.say('form.unit', unit=unit)}"
    width = _LONG if column.traits.paragraphs else _WIDTH[column.traits.content]
    return Column(f"{FIELD}{record_type.code}.{column.code}", name, width, number=column.numeric)


def _known(order: FormOrder, record_type: RecordType, record: Record, name: str) -> list[Cell]:
    words = [
        Cell(field_written(record.field(column.code), column, _language(order, column)) or None, _look(column))
        for column in record_type.columns
        if not column.traits.pictured
    ]
    key = record.key.canonical()
    held = Cell(None, "asked.choice" if record.carried else "cell")
    return [Cell(key, ""), Cell(name, "text"), *words, held, *beside(order, key, "asked.text"), Cell(key, "code.top")]


def _language(order: FormOrder, column: RecordColumn) -> str:
    """Words are the report's, the names of choices the contact's."""
    return order.outline.language if column.worded else order.language


def _blank(order: FormOrder, record_type: RecordType, key: str, name: str) -> list[Cell]:
    words = [Cell(None, _look(column)) for column in record_type.columns if not column.traits.pictured]
    return [
        Cell(key, ""),
        Cell(name, "free"),
        *words,
        Cell(None, "cell"),
        *beside(order, key, "asked.text"),
        Cell(None, "code"),
    ]


def _look(column: RecordColumn) -> str:
    if column.traits.paragraphs:
        return "asked.text"
    return "asked.number" if column.numeric else "asked.choice" if column.traits.chosen else "asked.text"


def _choices(order: FormOrder, page: Page, record_type: RecordType, listed: int, many: int) -> list[Choices]:
    end = column_letter(2 + many)
    area = f"{quoted(SHEET)}!$C${listed}:${end}${listed}"
    head = order.say("form.head.list")
    found = [Choices(page.over(LIST), range=area, title=head, prompt=order.say("form.list.prompt"))]
    accepted = (order.say("form.accept.yes"),)
    prompt = order.say("form.accept.prompt")
    found.append(Choices(page.over(ACCEPT), accepted, title=order.say("form.head.accept"), prompt=prompt))
    for column in record_type.columns:
        words = tuple(choice.name.best(order.language) for choice in column.choices)
        if words and len(",".join(words)) <= _LONGEST_LIST and not any("," in word for word in words):
            mark = f"{FIELD}{record_type.code}.{column.code}"
            found.append(Choices(page.over(mark), words, title=column.name.best(order.language)))
    return found

"""The data sheet: one flat Excel Table of what a report prints and holds; other sheets look values up in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.data_rows import (
    MEASURED,
    DataCell,
    DataRow,
    Trail,
    Trails,
    data_rows,
    last_entries,
    stored_at,
)
from exporters.assembly.facts import fact_of
from exporters.assembly.held_facts import held_facts
from exporters.assembly.linked_text import factor_number
from exporters.charts.data import column_letter
from exporters.excel.data_columns import DATA_COLUMNS
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.lookups import DATA_TABLE
from exporters.excel.sheets.values import factor_key
from exporters.excel.workbook import Cell, Choices, Hint, NamedTable, Row, Sheet
from exporters.facts import Fact
from schema.catalogue.number_format import tells_value
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, value_key
from schema.validation.shares import STATES
from schema.values.datapoint import PublishedValue
from schema.values.places import published_at
from schema.values.qualifiers import QUALIFIERS
from schema.values.subject import write_published

_TAB = "#1D3A5F"
_MOST_DECIMALS = 6  # that are shown; the cell holds the number as exactly as a double can
# On paper the columns after the place would make the rest too small to read.
_ON_PAPER = next(number for number, (code, _) in enumerate(DATA_COLUMNS, 1) if code == "place")
_NUMBERS = ("value", "low", "high")
_AS_TYPED = frozenset(("method", "footnote", "note"))
_QUIET = frozenset(("key", "format", "history"))


@dataclass(frozen=True, slots=True)
class Held:
    """What the data sheet has rows of: what the draft prints and what else the workbook shows, and printed values.

    `published` is what a report printed otherwise than the data give it; `trails` tell who typed what in the rows.
    """

    rows: tuple[DataRow, ...]
    published: tuple[PublishedValue, ...]
    trails: Trails


def with_rows(context: Context, needed: Iterable[Key], trail: Trail) -> tuple[Context, Held]:
    """Return the workbook with what the data sheet will have rows of; `needed` are values that other sheets look up."""
    printed = context.document.facts
    keys = [*context.plan.spots, *context.plan.inputs, *_record_numbers(context), *needed]
    facts = (*held_facts(context.assembly, keys, printed), *_factors(context, printed))
    trails = trail({stored_at(fact.key) for fact in (*printed, *facts)})
    rows = data_rows(context.assembly.moment, context.document, last_entries(trails), facts)
    held = Held(rows, tuple(_published(context)), trails)
    known = frozenset(row.fact.key for row in rows if not row.fact.format)
    by_key = {value.key: _published_key(value) for value in held.published}
    return replace(context, plan=replace(context.plan, known=known, printed=by_key)), held


def data_table_sheet(context: Context, title: str, held: Held) -> Sheet:
    """Return the sheet: a row for each number in each format that is printed, or held in a cell of the workbook."""
    widths = tuple(width for _, width in DATA_COLUMNS)
    body = [_row(context, row) for row in held.rows]
    body += [_published_row(context, value) for value in held.published]
    # A table has one row at least.
    body = body or [Row((context.cell(None, "flat"),) * len(widths))]
    head = Row(tuple(Cell(code, _head_look(code)) for code, _ in DATA_COLUMNS), 24)
    return Sheet(
        title,
        (head, *body),
        widths,
        freeze="C2",
        head=(1, 1),
        tab=_TAB,
        printed=_ON_PAPER,
        table=NamedTable(DATA_TABLE),
        choices=tuple(_choices(len(body))),
        hints=tuple(_hints(context, len(body))),
    )


def _choices(count: int) -> Iterator[Choices]:
    """Yield the lists of columns with codes, for whoever tries another value."""
    for code, words in (("qualifier", tuple(filter(None, QUALIFIERS))), ("measured", MEASURED), ("state", STATES)):
        yield Choices(_below(code, count), words)


def _hints(context: Context, count: int) -> Iterator[Hint]:
    """Yield what asks about anything but a number in the columns of numbers."""
    for code in _NUMBERS:
        name = context.say(f"data.column.{code}")
        yield Hint(_below(code, count), name, context.say("data.try"), context.say("data.number"))


def _below(code: str, count: int) -> str:
    letter = column_letter(next(number for number, (name, _) in enumerate(DATA_COLUMNS, 1) if name == code))
    return f"{letter}2:{letter}{count + 1}"


def _record_numbers(context: Context) -> Iterator[Key]:
    """Yield the numbers of the report's records, which stand on their own sheet."""
    for kind in context.catalogue.records.values():
        numeric = [column.code for column in kind.columns if column.numeric]
        for record in context.snapshot.rows(context.outline.code, kind.code) if numeric else ():
            yield from (record.key.number(code) for code in numeric)


def _factors(context: Context, printed: Iterable[Fact]) -> Iterator[Fact]:
    """Yield the factors of the formulas of what the workbook shows, under the key by which these look them up."""
    codes = {key.metric for key in (*context.plan.spots, *context.plan.inputs)}
    formulas = (metric.formula for code in codes if (metric := context.catalogue.metrics.get(code)) is not None)
    used = context.figures.factors.used_by(formulas)
    known = {fact.key for fact in printed if not fact.format}
    for version in context.catalogue.factors:
        key = factor_key(version, context)
        if version.code in used and key not in known:
            yield fact_of(factor_number(context.assembly, key, "", version), ())


def _published(context: Context) -> Iterator[PublishedValue]:
    """Yield what the report printed of figures that follow otherwise from the data, once each."""
    own = {value.key: value for value in context.snapshot.published if value.report == context.outline.code}
    yield from (value for key, value in own.items() if context.figures.value(key).computed is not None)


def _published_key(value: PublishedValue) -> str:
    return value_key(write_published(published_at(value)), "")


def _published_row(context: Context, value: PublishedValue) -> Row:
    metric = context.catalogue.metrics.get(value.key.metric)
    cells: dict[str, DataCell] = {
        "key": _published_key(value), "ref": write_published(published_at(value)), "metric": value.key.metric,
        "name": context.label(value.key), "period": str(value.key.period), "span": value.key.span,
        "category": value.key.category,
        "value": value.value, "qualifier": value.qualifier, "unit": metric.unit if metric else "",
        "printed": value.text, "measured": "published", "source": f"{value.report} {value.place}".strip(),
    }  # fmt: skip
    return Row(tuple([_cell(context, code, cells.get(code), "input") for code, _ in DATA_COLUMNS]))


def _row(context: Context, row: DataRow) -> Row:
    typed = context.figures.value(row.fact.key).kind == "entered" and tells_value(row.fact.format)
    look = "input" if typed else "figure"
    return Row(tuple([_cell(context, code, row.cells[code], look) for code, _ in DATA_COLUMNS]))


def _cell(context: Context, code: str, value: DataCell, number_look: str) -> Cell:
    if isinstance(value, Decimal):
        return Cell(value, f"{number_look if code == 'value' else 'figure'}|{_form(value)}")
    if value and code in _AS_TYPED:
        value = context.quoted(value)
    return context.cell(value or None, "flat.grey" if code in _QUIET else "flat")


def _form(value: Decimal) -> str:
    places = len(plain(value).partition(".")[2])
    return "#,##0" + ("." + "0" * min(places, _MOST_DECIMALS) if places else "")


def _head_look(code: str) -> str:
    if code in _NUMBERS:
        return "head.number"
    return "head"

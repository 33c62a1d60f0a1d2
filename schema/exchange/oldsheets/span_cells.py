"""The columns of months, quarters and halves as values of their own, for a metric that is collected by them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Protocol, TypeVar

from schema.exchange.oldsheets.column import Column, Table
from schema.exchange.oldsheets.head_periods import read_period
from schema.grammar.fiscal import CALENDAR_END, FiscalYear


class InASpan(Protocol):
    """What stands in a cell, with the part of the year that it is of."""

    @property
    def span(self) -> str:
        """The part of the year."""
        ...


Cell = TypeVar("Cell", bound=InASpan)


def span_cells(table: Table, cell: Callable[[Column, int], Cell | None], ends: str) -> Iterator[Cell]:
    """Yield what stands below heads of parts of a year that `ends` then (empty: the calendar's); `cell` reads one.

    A month that names its year itself names the calendar's.
    """
    fiscal = FiscalYear(ends or CALENDAR_END)
    for column in table.columns:
        if column.meaning != "part" or not column.year or not column.span:
            continue
        year = column.year
        if column.span[0] == "m" and _names_its_year(column):
            year = fiscal.part_of_month(column.year, int(column.span[1:])).year
        found = cell(column, year)
        if found is not None:
            yield replace(found, span=column.span)  # type: ignore[type-var]


def _names_its_year(column: Column) -> bool:
    period = read_period(column.head)
    return period is not None and bool(period.year)

"""What the columns of a table mean, from head, cells and neighbours together; what is not certain is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from schema.exchange.oldsheets.answers import ColumnMap, Fiscal
from schema.exchange.oldsheets.column import Column, Table
from schema.exchange.oldsheets.head_periods import HeadPeriod, read_period
from schema.exchange.oldsheets.layout import NUMBER, Head, HeadRow, answered
from schema.exchange.oldsheets.sheet_year import SheetYear

# A column whose cells are looked at to learn what it holds.
_SAMPLE = 200
_WHOLE_YEAR = {"m": 12, "q": 4, "h": 2}


class Columns:
    """Reads the columns of one table; what is assumed about the year is told through `assumed`."""

    def __init__(self, row: HeadRow, end: int, known: ColumnMap, year: SheetYear) -> None:
        """`end` is the first row that is no more of the table."""
        self._row = row
        self._grid = row.grid
        self._rows = range(row.head + row.rows, min(end, row.head + row.rows + _SAMPLE))
        self._known = known
        self._year = year
        self.assumed: list[Column] = []
        self.marked: list[Column] = []

    def read(self, is_unit: Callable[[str], bool]) -> tuple[Column, ...]:
        """Return all columns of the table."""
        columns = [self._timed(head) for head in self._row.heads]
        columns = self._values(columns)
        columns = self._totals(columns)
        columns = [self._unit_column(column, is_unit) for column in columns]
        columns = self._names(columns)
        return (*columns, *self._sums(columns))

    def cells(self, index: int) -> list[str]:
        """Return what stands below a head."""
        return [text for text in (self._grid.text(row, index) for row in self._rows) if text]

    # time

    def _timed(self, head: Head) -> Column:
        """A head that names a time is of that year, or asks which year it is."""
        column, period = head.column, head.period
        if head.answered:
            return self._held(column)
        if period is None:
            return column
        meaning = "part" if period.span else "year"
        guess = _guesses(period, self._year)
        if period.rest:
            return replace(column, asked="old.head_rest", guess=(*guess, "ignore"))
        if period.marks:
            self.marked.append(column)
        if (period.two or self._of_another(period)) and not period.span:
            return self._fiscal(column, period)
        if period.year:
            return replace(column, meaning=meaning, year=period.year)
        return self._of_sheet(replace(column, meaning=meaning), period.step)

    def _of_another(self, period: HeadPeriod) -> bool:
        """Whether a head names a day that is not the last of the company's own year."""
        return bool(self._known.ends and period.day) and period.day != self._known.ends

    def _held(self, column: Column) -> Column:
        """A map of last year's sheet must not say what year this one is of."""
        period = read_period(column.head)
        own = period is not None and period.year
        if column.meaning not in ("year", "part") or own or not self._year.sure:
            return column
        expected = self._year.years[0] + (period.step if period else 0)
        beside = (head.column.year for head in self._row.heads if head.answered)
        if column.year == expected or (period is None and self._year.years[0] in beside):
            return column
        return replace(column, meaning="", asked="old.year_map", guess=(str(expected), str(column.year)))

    def _fiscal(self, column: Column, period: HeadPeriod) -> Column:
        """The company's own year is known by its label and by its last day; any other year over two is asked."""
        rule: Fiscal = self._known.fiscal
        if not rule or self._of_another(period):
            years = (str(period.year), str(period.year - 1))
            return replace(column, asked="old.fiscal", guess=years)
        started = rule == "start" and not (period.day and period.day == self._known.ends)
        return replace(column, meaning="year", year=period.year - started)

    def _of_sheet(self, column: Column, step: int = 0) -> Column:
        """Take the sheet's own year, or ask where there is none, or several."""
        if not self._year.sure:
            guess = tuple(f"{year + step}{column.span}" for year in reversed(self._year.years))
            return replace(column, meaning="", asked="old.year_unknown", guess=guess)
        found = replace(column, year=self._year.years[0] + step, derived=True)
        self.assumed.append(found)
        return found

    def _values(self, columns: Sequence[Column]) -> list[Column]:
        """Amounts without a column of years are the sheet's year's; beside years, “value” and “year” say nothing."""
        wide = any(column.meaning in ("year", "part") or column.asked for column in columns)
        long = any(column.meaning == "period" for column in columns)
        found: list[Column] = []
        for column in columns:
            if wide and column.meaning in ("period", "value"):
                column = replace(column, meaning="")
            elif column.meaning == "value" and not long:
                column = self._of_sheet(replace(column, meaning="year"))
            found.append(column)
        return found

    # totals

    def _totals(self, columns: Sequence[Column]) -> list[Column]:
        """A total is the year's value, and what it is the sum of stands beside it: months, quarters, sites."""
        totals = {head.column.index for head in self._row.heads if head.total}
        parts = [column for column in columns if column.meaning == "part"]
        years = [column for column in columns if column.meaning == "year"]
        if not totals or years:
            return list(columns)
        of_parts = {column.year for column in parts}
        found: list[Column] = []
        for column in columns:
            if column.index in totals and not column.meaning:
                column = replace(column, meaning="year")
                year = next(iter(of_parts)) if len(of_parts) == 1 else 0
                column = replace(column, year=year) if year else self._of_sheet(column)
            elif not parts and not column.asked and self._is_amount(column):
                column = replace(column, meaning="site")
            found.append(column)
        return found

    def _is_amount(self, column: Column) -> bool:
        cells = self.cells(column.index) if column.head and not column.meaning else []
        return bool(cells) and all(map(NUMBER.fullmatch, cells)) and not any(cell.endswith("%") for cell in cells)

    def _sums(self, columns: Sequence[Column]) -> Iterable[Column]:
        """Offer a sum of parts that have no total beside them: it is taken only once a person has said so."""
        years = {column.year for column in columns if column.meaning == "year"}
        groups: dict[tuple[int, str], list[Column]] = defaultdict(list)
        for column in columns:
            if column.meaning == "part" and column.year and column.year not in years:
                groups[column.year, column.span[:1]].append(column)
        loose = [c for c in columns if self._is_amount(c) and not c.asked]
        sites = [column for column in columns if column.meaning == "site"] or loose
        if sites and not years and not groups and len(sites) > 1 and self._row.heads:
            groups[self._year.years[0] if len(self._year.years) == 1 else 0, ""] = sites
        finest = {year: min((kind for y, kind in groups if y == year), key="mqh".find) for year, _ in groups}
        for (year, kind), parts in groups.items():
            if kind == finest[year]:
                yield self._sum(parts, year)

    def _sum(self, parts: Sequence[Column], year: int) -> Column:
        head = " + ".join(column.head for column in parts)
        indexes = tuple(column.index for column in parts)
        offered = Column(-1, head, "", asked="old.sum_asked", guess=(str(year),) if year else (), parts=indexes)
        answer = self._known.column(self._grid.title, head, 1)
        return replace(answered(offered, answer), asked="") if answer else offered

    # words

    def _unit_column(self, column: Column, is_unit: Callable[[str], bool]) -> Column:
        """A column without a known head is one of units where its cells are units."""
        if column.meaning or column.asked:
            return column
        cells = self.cells(column.index)
        return replace(column, meaning="unit") if cells and all(map(is_unit, cells)) else column

    def _names(self, columns: Sequence[Column]) -> list[Column]:
        """The last column of words before the figures holds the names, those before it what they stand under."""
        figures = [c.index for c in columns if c.meaning in ("year", "part", "site", "value") or c.asked]
        first = min(figures, default=len(columns))
        named = [column for column in columns if column.meaning == "name"]
        found = list(columns)
        if not named and not any(column.meaning == "code" for column in columns):
            words = [c for c in columns if c.index < first and self._is_words(c) and not c.meaning]
            words = words or [c for c in columns if c.index < first and c.meaning in ("category", "group")]
            found = [replace(c, meaning="name") if words and c is words[-1] else c for c in columns]
        return self._levels(found)

    def _levels(self, columns: Sequence[Column]) -> list[Column]:
        names = [column for column in columns if column.meaning == "name"]
        last = names[-1] if names else None
        found: list[Column] = []
        for column in columns:
            above = last is not None and column.index < last.index
            level = column.meaning == "name" and column is not last
            unsaid = above and not column.meaning and not column.head
            # A category to the left of names without a head of their own is what they stand under.
            category = above and column.meaning == "category" and last is not None and not last.head
            found.append(replace(column, meaning="group") if level or unsaid or category else column)
        return found

    def _is_words(self, column: Column) -> bool:
        return any(not NUMBER.fullmatch(cell) for cell in self.cells(column.index))


def missing_parts(columns: Sequence[Column], year: int, kind: str) -> tuple[str, ...]:
    """Return the parts of a year of which no column stands in a table: m03 of months, q2 of quarters."""
    there = {column.span for column in columns if column.meaning == "part" and column.year == year}
    width = 2 if kind == "m" else 1
    whole = (f"{kind}{number:0{width}d}" for number in range(1, _WHOLE_YEAR[kind] + 1))
    return tuple(span for span in whole if span not in there)


def parts_of(table: Table, year: Column) -> dict[str, tuple[Column, ...]]:
    """Return the columns that a year's column is the sum of, by kind: m, q, h, or "" for sites."""
    found: dict[str, list[Column]] = defaultdict(list)
    for column in table.columns:
        if column.meaning == "part" and column.year == year.year:
            found[column.span[:1]].append(column)
        elif column.meaning == "site" and len(table.years()) == 1:
            found[""].append(column)
    return {kind: tuple(columns) for kind, columns in found.items()}


def _guesses(period: HeadPeriod, sheet: SheetYear) -> tuple[str, ...]:
    if period.year:
        return (f"{period.year}{period.span}",)
    return tuple(f"{year + period.step}{period.span}" for year in reversed(sheet.years))

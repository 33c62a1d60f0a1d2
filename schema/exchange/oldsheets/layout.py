"""Where the tables of a sheet stand: the head row, and what each column under it means on the face of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from schema.exchange.catalogue_book.plain_sheet import letter
from schema.exchange.oldsheets.answers import ColumnAnswer, ColumnMap
from schema.exchange.oldsheets.column import Column, Table
from schema.exchange.oldsheets.grid import Grid
from schema.exchange.oldsheets.head_periods import HeadPeriod, head_unit, is_total, read_period
from schema.exchange.oldsheets.heads import read_meaning
from schema.exchange.oldsheets.sheet_year import table_unit

NUMBER = re.compile(r"[-+(]?[\d.,]+%?\)?")
# What a head may stand over although it names no year: below it the figures must begin soon.
_FIGURES_WITHIN = 3
# Below each other, sites are known by their total alone: a name above them, two sites and the total.
_LEAST_OF_SITES = 3
_ISO_DATE = re.compile(r"((?:19|20)\d\d-\d\d)-(\d\d)")
# No month ends before this day.
_LATE = 27
_BARE_YEAR = re.compile(r"(?:19|20)\d\d")
_SUB_HEADS = ("unit", "value", "note", "footnote")


@dataclass(frozen=True, slots=True)
class Head:
    """A head cell on the face of it: its column, and the time that it names; `answered` by a person."""

    column: Column
    period: HeadPeriod | None = None
    total: bool = False
    answered: bool = False


@dataclass(frozen=True, slots=True)
class HeadRow:
    """The heads of a table, from the row `head` on, in one row or two."""

    grid: Grid
    head: int
    heads: tuple[Head, ...]
    rows: int = 1
    candidate: bool = False


class Layout:
    """Finds the head rows of one sheet."""

    def __init__(self, known: ColumnMap, dated: Collection[str] = ()) -> None:
        """`known` are the answers on what columns mean, `dated` the names of metrics whose values are days."""
        self._known = known
        self._dated = {_folded(name) for name in dated}
        self._answered = {"".join(head.split()).casefold() for _, head, _ in known.columns}

    def head_rows(self, grid: Grid) -> tuple[HeadRow, ...]:
        """Return the head rows, top to bottom."""
        found: list[HeadRow] = []
        row = 0
        while row < len(grid.rows):
            head = self._double(grid, row) or self._head(grid, row, found[-1] if found else None)
            if head is not None:
                found.append(head)
            row += head.rows if head else 1
        return tuple(found)

    def candidate(self, grid: Grid) -> HeadRow | None:
        """Return the first row that could be a head: words above numbers. Nothing is read from it."""
        for row in range(len(grid.rows)):
            words = [text for text in map(str.strip, grid.rows[row]) if text]
            if len(words) > 1 and not any(map(NUMBER.fullmatch, words)) and _figures_below(grid, row):
                return HeadRow(grid, row, self._heads(grid, row), candidate=True)
        return None

    def _head(self, grid: Grid, row: int, before: HeadRow | None) -> HeadRow | None:
        if self._is_body(grid.rows[row]):
            return None
        heads = self._heads(grid, row)
        return HeadRow(grid, row, heads) if _is_head(grid, row, heads, before) else None

    def _is_body(self, row: Sequence[str]) -> bool:
        """Whether a row plainly is none of heads: it holds a number, and nothing that names what stands below."""
        texts = [text for text in map(str.strip, row) if text]
        if texts and _folded(texts[0]) in self._dated:
            return True
        numbers = [text for text in texts if NUMBER.fullmatch(text) and not _BARE_YEAR.match(text)]
        return bool(numbers) and not any(
            read_meaning(text) in ("name", "code") or "".join(text.split()).casefold() in self._answered
            for text in texts
        )

    def _heads(self, grid: Grid, row: int) -> tuple[Head, ...]:
        return self._read(grid, [grid.text(row, index) for index in range(grid.width)])

    def _read(self, grid: Grid, texts: Sequence[str]) -> tuple[Head, ...]:
        seen, found = Counter[str](), list[Head]()
        for index, head in enumerate(_as_months(texts)):
            seen[head] += 1
            found.append(self._one(grid.title, Column(index, head, "", nth=seen[head])))
        return tuple(found)

    def _one(self, title: str, column: Column) -> Head:
        head, answer = column.head, None
        if self._answered and "".join(head_name(column).split()).casefold() in self._answered:
            answer = self._known.column(title, head_name(column), column.nth)
        if answer is not None:
            return Head(answered(column, answer), answered=True)
        if not head or (NUMBER.fullmatch(head) and not _BARE_YEAR.match(head)):
            return Head(column)
        if is_total(head):
            return Head(replace(column, unit=head_unit(head)), total=True)
        if (meaning := read_meaning(head)) and meaning != "span":
            unit = head_unit(head) if meaning == "value" else ""
            return Head(replace(column, meaning=meaning, unit=unit))
        if period := read_period(head):
            return Head(replace(column, unit=period.unit, span=period.span), period)
        return Head(replace(column, meaning=read_meaning(head)))

    def _double(self, grid: Grid, row: int) -> HeadRow | None:
        """Read two rows as one head: a year over several columns, and below it months, units, amounts."""
        if row + 1 >= len(grid.rows):
            return None
        lower = [grid.text(row + 1, index) for index in range(grid.width)]
        if any(map(NUMBER.fullmatch, filter(None, lower))):
            return None
        upper = _spread_texts(grid, row)
        over = [index for index in range(grid.width) if upper[index] and lower[index]]
        if len(over) < 2:
            return None
        if not any((period := read_period(upper[index])) and not period.span for index in over):
            return None
        if not all(_is_sub(lower[index]) for index in over):
            return None
        texts = [_joined(above, below) for above, below in zip(upper, lower, strict=True)]
        return HeadRow(grid, row, self._read(grid, texts), rows=2)


def _folded(text: str) -> str:
    return "".join(text.split()).casefold()


def answered(column: Column, answer: ColumnAnswer) -> Column:
    """Return a column as a person has explained it: `2024`, `2024m01`, or one of the meanings."""
    unit = answer.unit or head_unit(column.head)
    if answer.meaning[:4].isdigit():
        year, span = int(answer.meaning[:4]), answer.meaning[4:]
        return replace(column, meaning="part" if span else "year", year=year, span=span, unit=unit)
    return replace(column, meaning=answer.meaning, unit=unit if answer.meaning == "value" else "")


def _is_head(grid: Grid, row: int, heads: Sequence[Head], before: HeadRow | None) -> bool:
    """Whether these cells say what stands below them."""
    meanings = {head.column.meaning for head in heads}
    named = bool({"name", "code"} & meanings)
    if named and {"period", "value"} <= meanings:
        return True
    timed = [head for head in heads if head.column.meaning in ("year", "part") or _is_plain(head)]
    total = any(head.total for head in heads)
    if named:
        spoken = timed or "value" in meanings or total or any(head.period for head in heads)
        return bool(spoken) and (bool(timed) or _figures_below(grid, row))
    written = [head for head in heads if head.column.head]
    if grid.turned and total and len(written) > _LEAST_OF_SITES and _is_words(grid, row):
        return True
    alone = len(written) == 1 and written[0].column.index == 0
    if not timed or alone or (len(timed) == 1 and timed[0].period is not None and timed[0].period.span):
        return False
    return _plausible(heads, before)


def _is_plain(head: Head) -> bool:
    return head.period is not None and not head.period.rest


def _plausible(heads: Sequence[Head], before: HeadRow | None) -> bool:
    """A row of values may look like years (2,018 people, 2,021 people): a head looks different beside them."""
    timed = [head for head in heads if head.column.meaning in ("year", "part") or _is_plain(head)]
    bare = [head for head in timed if head.period is not None and head.period.bare and not head.period.marks]
    others = [head for head in heads if head.column.head and head not in timed]
    if any(NUMBER.fullmatch(head.column.head) for head in others):
        return False
    if any(head.column.meaning for head in others):
        return True
    if before is not None and bare:
        return not others
    numbers = sorted(head.period.year for head in bare if head.period is not None)
    steady = all(b - a == 1 for a, b in pairwise(numbers))
    return len(bare) < len(timed) or not others or (len(bare) > 1 and steady)


def _figures_below(grid: Grid, row: int) -> bool:
    below = [r for r in range(row + 1, len(grid.rows)) if not grid.blank(r)][:_FIGURES_WITHIN]
    return any(NUMBER.fullmatch(text.strip()) for r in below for text in grid.rows[r][1:])


def _is_words(grid: Grid, row: int) -> bool:
    """Whether the first column below a row holds words and the others begin with figures."""
    below = [grid.text(r, 0) for r in range(row + 1, len(grid.rows)) if not grid.blank(r)]
    return bool(below) and not any(map(NUMBER.fullmatch, below)) and _figures_below(grid, row)


def _spread_texts(grid: Grid, row: int) -> list[str]:
    """Return the texts of a row, what is merged over several columns in each of them."""
    texts = [grid.text(row, index) for index in range(grid.width)]
    for top, left, bottom, right in grid.merged:
        if top <= row <= bottom:
            texts[left : right + 1] = [grid.text(top, left)] * (min(right, grid.width - 1) - left + 1)
    return texts


def _is_sub(text: str) -> bool:
    period = read_period(text)
    return (period is not None and not period.rest) or is_total(text) or read_meaning(text) in _SUB_HEADS


def _as_months(texts: Sequence[str]) -> list[str]:
    """Dates side by side, each the first or each the last day of its month, are months (2024-02-01 is seen as Feb)."""
    dates = [match for match in map(_ISO_DATE.fullmatch, texts) if match]
    months = {match[1] for match in dates}
    days = [int(match[2]) for match in dates]
    edges = set(days) == {1} or min(days, default=0) > _LATE
    if len(months) < 2 or len({month[:4] for month in months}) == len(months) or not edges:
        return list(texts)
    return [match[1] if (match := _ISO_DATE.fullmatch(text)) else text for text in texts]


def _joined(above: str, below: str) -> str:
    if not above or not below or above == below:
        return above or below
    return below if read_meaning(below) in ("unit", "note", "footnote") else f"{above} {below}"


def head_name(column: Column) -> str:
    """Return how a map names a column; one without a head by its letters."""
    return column.head or f"[{letter(column.index)}]"


def new_table(row: HeadRow, end: int, columns: Sequence[Column]) -> Table:
    """Return the table under a head row."""
    unit = table_unit(row.grid, row.head)
    return Table(row.grid, row.head, end, tuple(columns), unit, row.rows, row.candidate)

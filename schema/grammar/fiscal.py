"""The year of a company: on which day it ends, how it is called, and which parts it has."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

CALENDAR_END = "12-31"
SPANNED, ENDING = "spanned", "ending"  # 2020/21 | 2021: how a year over two calendar years is called
_LETTER = {"half": "h", "quarter": "q", "month": "m"}
_ENDS = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a year: of which year, and which span of it."""

    year: int
    span: str


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A year by the calendar year in which it ends. Its quarters and halves are counted from its own first month; its
    months are those of the calendar: m03 is March, in whichever of the two calendar years.
    """

    ends: str = CALENDAR_END
    style: str = SPANNED

    @property
    def calendar(self) -> bool:
        """Whether it is the calendar year."""
        return self.ends == CALENDAR_END

    @property
    def month(self) -> int:
        """The month in which it ends."""
        return int(self.ends[:2])

    def last_day(self, year: int) -> date:
        """Return the day on which a year ends; 29 February is the last of the month in each year."""
        return date(year, self.month, min(int(self.ends[3:]), monthrange(year, self.month)[1]))

    def first_day(self, year: int) -> date:
        """Return the day on which a year begins."""
        return self.last_day(year - 1) + timedelta(days=1)

    def year_of(self, day: date) -> int:
        """Return the year that a day belongs to."""
        return day.year + (day > self.last_day(day.year))

    def label(self, year: int) -> str:
        """Return how a year is called, without the word before or behind it: 2021, or 2020/21."""
        if self.calendar or self.style == ENDING:
            return str(year)
        behind = str(year) if year % 100 == 0 else f"{year % 100:02}"
        return f"{year - 1}/{behind}"

    def months(self, span: str) -> tuple[int, ...]:
        """Return the months of the calendar that make up a span, in order; an empty span is the year."""
        order = tuple((self.month + step) % 12 + 1 for step in range(12))
        if not span:
            return order
        if span[0] == "m":
            return (int(span[1:]),)
        size, nth = {"h": 6, "q": 3}[span[0]], int(span[1:])
        return order[size * (nth - 1) : size * nth]

    def calendar_year(self, year: int, month: int) -> int:
        """Return in which calendar year a month of a year lies."""
        return year if month <= self.month else year - 1

    def part_of_month(self, calendar_year: int, month: int) -> Part:
        """Return the part that a month of the calendar is."""
        return Part(calendar_year if month <= self.month else calendar_year + 1, f"m{month:02}")

    def last_day_of(self, year: int, span: str) -> date:
        """Return the day on which a part of a year ends."""
        if not span:
            return self.last_day(year)
        month = self.months(span)[-1]
        if month == self.month:
            return self.last_day(year)
        at = self.calendar_year(year, month)
        return date(at, month, monthrange(at, month)[1])

    def spans(self, kind: str) -> tuple[str, ...]:
        """Return the parts of a year of one length, in order: `half`, `quarter` or `month`."""
        match kind:
            case "half":
                return ("h1", "h2")
            case "quarter":
                return ("q1", "q2", "q3", "q4")
            case _:
                return tuple(f"m{month:02}" for month in self.months(""))

    def place(self, span: str) -> tuple[int, int]:
        """Return by what spans are put in order: the year first, then by their end, the longer one behind."""
        if not span:
            return (0, 0)
        order = self.months("")
        return (order.index(self.months(span)[-1]) + 1, len(self.months(span)))


def is_year_end(text: str) -> bool:
    """Whether a text is a day of the year, written as month and day: 03-31."""
    match = _ENDS.fullmatch(text)
    return match is not None and int(match[2]) <= monthrange(2000, int(match[1]))[1]


def length_of(span: str) -> str:
    """Return how long a span is, as a metric's `collected` says it; empty for the year."""
    return next((kind for kind, letter in _LETTER.items() if span.startswith(letter)), "")

"""A year, or a part of one, as people write it: 2021, FY2020/21, 2021Q3, 2021年3月, year ended 31 March 2021."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from schema.grammar.fiscal import FiscalYear
from schema.values.dates import day_in

# Why a text is no period: it is none at all, two years that do not follow or may be a month, another day's year.
PeriodProblem = Literal["", "none", "two_years", "other_end"]
Fiscal = Literal["", "start", "end"]  # by which calendar year a year over two of them is called; "" = not said

_BEHIND = "年度?|财年|財年|财政年度|財政年度|会计年度|會計年度"
_YEAR = re.compile(rf"(?:fy\s*)?((?:19|20)\d\d)\s*(?:{_BEHIND})?")
_SHORT = re.compile(r"fy\s*['’]?(\d\d)")
_TWO_YEARS = re.compile(rf"(fy\s*)?((?:19|20)\d\d)\s*[-/–~]\s*(?:fy\s*)?((?:19|20)?\d\d)\s*({_BEHIND})?")
_ENDED = re.compile(r"截至|截止|止|(?:year|period)\s+end(?:ed|ing)")
_CANONICAL = re.compile(r"((?:19|20)\d\d)[\s/_-]*(h[12]|q[1-4]|m(?:0[1-9]|1[0-2]))")
_SPAN = re.compile(r"h[12]|q[1-4]|m(?:0[1-9]|1[0-2])")
_CHINESE = {sign: number for number, sign in enumerate("一二三四五六七八九", 1)} | {"十": 10, "十一": 11, "十二": 12}
_NUMBER = r"\d{1,2}|十[一二]?|[一二三四五六七八九]"
_PARTS = (
    ("h", re.compile(r"([上下])半年|h([12])|([12])h|(?:first|second) half")),
    ("q", re.compile(r"第?([一二三四1-4])季度?|q([1-4])|([1-4])q")),
    ("m", re.compile(rf"({_NUMBER})月份?|m(\d\d?)")),
)
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED_MONTH = re.compile(
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR_MONTH = re.compile(r"((?:19|20)\d\d)[-/.](0?[1-9]|1[0-2])")  # 2021-03
_AT = re.compile(rf"(fy\s*)?((?:19|20)\d\d)(?:\s*[-/–]\s*((?:19|20)?\d\d))?\s*(?:{_BEHIND})?")
_DIGITS = str.maketrans("０１２３４５６７８９／－", "0123456789/-")


@dataclass(frozen=True, slots=True)
class Period:
    """A `year` and a `span` of it (empty: the whole), or why there is none.

    `assumed`: the words could be understood otherwise; what they were taken for is to be shown.
    """

    year: int = 0
    span: str = ""
    problem: PeriodProblem = ""
    assumed: bool = False


def read_period(text: str, fiscal: FiscalYear, called: Fiscal = "") -> Period:
    """Read a period; `called` says how years over two calendar years are called where the year is the calendar's."""
    words = " ".join(text.translate(_DIGITS).lower().split())
    if _ENDED.search(words):
        return _ended(words, fiscal)
    if (month := _YEAR_MONTH.fullmatch(words)) and int(month[2]) != (int(month[1]) + 1) % 100:
        part = _of_calendar(int(month[1]), int(month[2]), fiscal)
        return Period(part.year, part.span, assumed=True)
    if years := _TWO_YEARS.fullmatch(words):
        return _label(years, fiscal, called)
    if year := _YEAR.fullmatch(words):
        return Period(int(year[1]))
    if year := _SHORT.fullmatch(words):
        return Period(2000 + int(year[1]))
    return _part(words, fiscal)


def read_span(text: str) -> str | None:
    """Read a part of a year that stands by itself: q3, Q3, 第三季度, 3月, Mar; None where it is none."""
    words = "".join(text.translate(_DIGITS).lower().split())
    if not words or _SPAN.fullmatch(words):
        return words
    if month := _NAMED_MONTH.fullmatch(words):
        return _month(month[1])
    for letter, form in _PARTS:
        if match := form.fullmatch(words):
            return _span(letter, match)
    return None


def _ended(words: str, fiscal: FiscalYear) -> Period:
    day = day_in(words)
    if day is None:
        return Period(problem="none")
    if (day.month, day.day) != ((last := fiscal.last_day(day.year)).month, last.day):
        return Period(problem="other_end")
    return Period(day.year)


def _label(match: re.Match[str], fiscal: FiscalYear, called: Fiscal) -> Period:
    """A label is the company's own where its year is none of the calendar; else it is told what it is taken for.

    2011/12 may be a month.
    """
    first, behind = int(match[2]), match[3]
    follows = behind in (str(first + 1), f"{(first + 1) % 100:02}")
    surely = bool(match[1] or match[4]) or len(behind) == 4 or int(behind) > 12
    if not follows or not (surely or not fiscal.calendar):
        return Period(problem="two_years")
    if not fiscal.calendar:
        return Period(first + 1, assumed=not surely)
    return Period(first if called == "start" else first + 1, assumed=True)


def _part(words: str, fiscal: FiscalYear) -> Period:
    if match := _CANONICAL.fullmatch(words):
        return Period(int(match[1]), match[2], assumed=not fiscal.calendar)
    at = _AT.search(words)
    if at is None:
        return Period(problem="none")
    span = read_span((words[: at.start()] + words[at.end() :]).strip(" -_/,的"))
    if not span:
        return Period(problem="none")
    if span[0] == "m" and not at[3]:
        return _of_calendar(int(at[2]), int(span[1:]), fiscal)
    if not at[3]:
        return Period(int(at[2]), span, assumed=not fiscal.calendar and not at[1])
    year = read_period(at[0].strip(), fiscal)
    return Period(year.year, "" if year.problem else span, year.problem, year.assumed)


def _of_calendar(year: int, month: int, fiscal: FiscalYear) -> Period:
    """A month is said with its own calendar year."""
    part = fiscal.part_of_month(date(year, month, 1).year, month)
    return Period(part.year, part.span)


def _month(name: str) -> str:
    return f"m{_MONTH_NAMES.index(name[:3]) + 1:02}"


def _span(letter: str, match: re.Match[str]) -> str | None:
    written = next(filter(None, match.groups()), match[0][:1])
    number = {"上": 1, "下": 2, "f": 1, "s": 2}.get(written) or _CHINESE.get(written) or int(written)
    if letter == "m":
        return f"m{number:02}" if 1 <= number <= 12 else None
    return f"{letter}{number}"

"""Days as people write them, and as spreadsheets count them: read where only one day can be meant."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from schema.grammar.decimals import plain

# Why a text is no day: it is none at all, day and month may be the other way round, or it is a month without a day.
DayProblem = Literal["none", "order", "month"]

_FULL_WIDTH = str.maketrans("０１２３４５６７８９／．－（）　", "0123456789/.-() ")
_CHINESE = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_MIDNIGHT = re.compile(r"[T ]0?0:00(?::00(?:\.0+)?)?Z?$")
_YEAR_FIRST = re.compile(r"(\d{4})\s*([-/.年])\s*(\d{1,2})\s*(?:\2|月)\s*(\d{1,2})\s*[日号號]?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_MONTH = re.compile(r"(?:19|20)\d\d\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*月?|(?:0?[1-9]|1[0-2])\s*[-/.]\s*(?:19|20)\d\d")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DAY_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[\s/.-]*(?:of\s+)?{_NAMED}[\s,/.-]*(\d{{4}})")
_NAMED_DAY = re.compile(rf"{_NAMED}\s*(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(\d{{4}})")
_NAMED_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAMED}|\b{_NAMED}\s+\d{{1,2}}(?!\d)")
_NAMED_MONTH = re.compile(rf"{_NAMED}[\s,/.-]*\d{{2,4}}|\d{{1,2}}[\s/.-]*{_NAMED}")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SERIAL = re.compile(r"(\d{5})(?:\.0+)?")
_EARLIEST, _LATEST = 18264, 73050  # 1950-01-01 … 2099-12-31
_TIME = re.compile(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:\.\d+)?)?")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,6})?)")
_DAY_ONLY = re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*[日号號]")
_DATE = re.compile(r"(\d{4})(?:\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2})\s*日?)?)?\s*[年月]?")
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
# Excel counts a 29 February 1900 that never was.
_FIRST, _EARLY = date(1899, 12, 30), date(1900, 3, 1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in ISO form, or why there is none; `others` are the days that may be meant."""

    iso: str = ""
    problem: DayProblem | Literal[""] = ""
    others: tuple[str, ...] = ()


def read_day(text: str) -> Day:
    """Read 2024-12-31, 2024年6月30日, 31.12.2024, 31/12/2024, 31 Dec 2024, 20241231, or the day number 45657."""
    words = _plain(text)
    if match := _SERIAL.fullmatch(words):
        return _counted(int(match[1]))
    if match := _YEAR_FIRST.fullmatch(words):
        return _day(match[1], match[3], match[4])
    if match := _COMPACT.fullmatch(words):
        return _day(match[1], match[2], match[3])
    if match := _YEAR_LAST.fullmatch(words):
        return _either(match[4], match[1], match[3])
    if match := _DAY_NAMED.fullmatch(words):
        return _day(match[3], _number(match[2]), match[1])
    if match := _NAMED_DAY.fullmatch(words):
        return _day(match[3], _number(match[1]), match[2])
    return Day(problem="month" if _MONTH.fullmatch(words) or _NAMED_MONTH.fullmatch(words) else "none")


def day_in(text: str) -> date | None:
    """Return the only day that words name (截至2021年3月31日止年度, year ended 31 March 2021), or None."""
    words = _plain(text)
    days = {read_day(match[0]).iso for form in (_YEAR_FIRST, _DAY_NAMED, _NAMED_DAY) for match in form.finditer(words)}
    return date.fromisoformat(days.pop()) if len(days) == 1 and "" not in days else None


def names_a_day(text: str) -> bool:
    """Whether a sentence names a day: 2023年5月30日, 30 May, May 30, 2023-05-30."""
    words = _plain(text)
    patterns = (_YEAR_FIRST, _DAY_ONLY, _YEAR_LAST, _NAMED_DATE)
    return any(pattern.search(words) for pattern in patterns)


def example_day(text: str) -> str:
    """Return a day as it is to be written, in the month and year that a text names; empty where it names no year."""
    words = _plain(text)
    year = _ANY_YEAR.search(words)
    if year is None:
        return ""
    month = re.fullmatch(r"\D*(\d{1,2})\D*", words.replace(year[0], " ", 1))
    number = int(month[1]) if month else 12
    number = next((at for at, name in enumerate(_NAMES, 1) if name in words), number)
    number = number if 1 <= number <= 12 else 12
    return f"{year[0]}-{number:02}-{monthrange(int(year[0]), number)[1]}"


def day_meant(text: str) -> str:
    """Return a day as it is to be written: the one that is meant where only one can be, else an example."""
    return read_day(text).iso or example_day(text)


def _plain(text: str) -> str:
    words = _MIDNIGHT.sub("", text.translate(_FULL_WIDTH).strip()).lower()
    if "年" in words and not any(sign.isdigit() for sign in words):
        words = re.sub("二?十[一二三四五六七八九]?|三十一?", _tens, words)
        words = "".join(_CHINESE.get(sign, sign) for sign in words)
    return words


def _tens(match: re.Match[str]) -> str:
    tens, _, ones = match[0].partition("十")
    return (_CHINESE[tens] if tens else "1") + (_CHINESE[ones] if ones else "0")


def _number(name: str) -> str:
    return str(_NAMES.index(name[:3]) + 1)


def _day(year: str, month: str, day: str) -> Day:
    try:
        return Day(date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return Day(problem="none")


def _either(year: str, first: str, second: str) -> Day:
    """Whether day or month comes first shows only where one of them is above twelve, or both are alike."""
    days = {found.iso for found in (_day(year, second, first), _day(year, first, second)) if found.iso}
    match sorted(days):
        case []:
            return Day(problem="none")
        case [single]:
            return Day(single)
        case several:
            return Day(problem="order", others=tuple(several))


def _counted(number: int) -> Day:
    if _EARLIEST <= number <= _LATEST:
        return Day((_FIRST + timedelta(days=number)).isoformat())
    return Day(problem="none")


def cell_number(text: str) -> str | None:
    """Return the number behind a text that a spreadsheet made a date or time of, as plain digits.

    Empty where it is a date without a year (1-Oct, 10月1日) or a month, whose number cannot be told; None for any
    other text.
    """
    words = text.translate(_FULL_WIDTH).strip()
    if match := _STAMP.fullmatch(words):
        return _serial(datetime.fromisoformat(f"{match[1]}T{match[2]}"))
    if match := _TIME.fullmatch(words):
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return _rounded(Decimal(hours * 3600 + minutes * 60 + seconds) / 86400)
    if not words.isdigit() and (found := read_day(words)).problem != "none":
        return _serial(datetime.combine(date.fromisoformat(found.iso), time())) if found.iso else ""
    return "" if _DAY_ONLY.fullmatch(words) else None


def _serial(moment: datetime) -> str:
    early = moment.date() < _EARLY
    since = moment - datetime.combine(_FIRST + timedelta(days=early), time())
    if since < timedelta():
        return ""
    return _rounded(since.days + Decimal(since.seconds * 1_000_000 + since.microseconds) / 86_400_000_000)


def _rounded(days: Decimal) -> str:
    """A spreadsheet's times are exact to the millisecond, which are seven decimals of a day."""
    return plain(round(days, 7))


def read_date(text: str) -> str:
    """Return a date, month or year in ISO form (2021-02-01, 2021-02, 2021), or an empty text."""
    match = _DATE.fullmatch(text.translate(_DIGITS).strip())
    if match is None:
        return ""
    parts = [int(part) for part in match.groups() if part]
    try:
        date(*[*parts, 1, 1][:3])
    except ValueError:
        return ""
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def show_date(iso: str, language: str) -> str:
    """Return a date in ISO form as a report prints it; other text stays."""
    if read_date(iso) != iso or not iso:
        return iso
    parts = iso.split("-")
    if language == "en":
        return _english_date(parts)
    return " ".join(f"{int(part)} {sign}" for part, sign in zip(parts, "年月日", strict=False))


def _english_date(parts: list[str]) -> str:
    if len(parts) == 1:
        return parts[0]
    day = date(int(parts[0]), int(parts[1]), 1)
    from babel.dates import format_date  # deferred: most that is read has no date

    words = str(format_date(day, "MMMM y", locale="en_GB"))
    return f"{int(parts[2])} {words}" if len(parts) == 3 else words

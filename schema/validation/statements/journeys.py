"""Where a value has come from and what it has reached: 从 2021 年的 700 亿元增长到 942 亿元, from … to …."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schema.validation.statements.reading import Reading
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time

# Words before the level from which a value has come.
FROM = re.compile(
    r"(?:由|从|從|(?<![来來])自|(?<![a-z])from)\s*(?:(?:上年|去年|上一年)的?|the previous year[’']s)?\s*"
    r"(?:约|約|近|超过|超過)?\s*$",
    re.IGNORECASE,
)
# The same with its year blanked (由 2020 年的), and words of comparison that say it themselves (从 2021 年的).
_FROM_YEAR = re.compile(r"(?:由|从|從|自|(?<![a-z])from)\s*的?\s*(?:约|約|近|超过|超過)?\s*$", re.IGNORECASE)
_BEGUN = ("从", "從", "自", "from ")
# What stands between the two numbers in English, the year blanked; what may stand behind the second.
_TO = re.compile(r"[\s,]*(?:in)?[\s,]*to(?: about| some| nearly| over| more than)?\s*", re.IGNORECASE)
_IN = re.compile(r"\s+in\s+", re.IGNORECASE)
_OPEN = re.compile(r"\s+(?:in|for|during|at|by|per|on)(?![a-z])", re.IGNORECASE)
_FAR = 60  # so many characters hold the words that lead to a number
_MONEY = re.compile(r"RMB|CNY|人民[币幣]|[￥¥]")
_ONLY_OF = re.compile(r"\s*的?\s*(?:约|約|近|超过|超過|逾)?\s*")


@dataclass(frozen=True, slots=True)
class Journey:
    """The number from which one has come; its name ends at `named`.

    `period` is the year reached, `since` that of the first number; 0 = none is said.
    """

    first: Statement
    named: int
    period: int
    since: int = 0


def begins(reading: Reading, typed: Statement) -> bool:
    """Whether a number is the level from which a value has come."""
    return FROM.search(_leading(reading, typed.start)) is not None


def journey(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> Journey | None:
    """Return where the number at a place has come from, None where the sentence does not say so of a whole year."""
    read = _english if reading.language == "en" else _chinese
    return read(reading, elements, place, year)


def _chinese(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> Journey | None:
    """由 1,000 吨降至 505 吨; 从 2021 年的 700 亿元增长到 2022 年的 942 亿元."""
    reached = _whole(elements[place - 1]) if place else None
    at = place - 1 if reached is None else place - 2
    claim, first = (elements[at], elements[at - 1]) if at > 0 else (None, None)
    if not (isinstance(claim, Claim) and claim.to and isinstance(first, Statement) and first.typed):
        return None
    if reached is not None and not _ONLY_OF.fullmatch(reading.text, reached.end, elements[place].start):
        return None
    start = _begun(reading, elements, at - 1)
    if start is None:
        return None
    said = reached or _last_time(reading, elements, start)
    period = said.period.of(year) if said else 0
    return Journey(first, start, period, _since(reading, elements, at - 1, period or year))


def _english(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> Journey | None:
    """Revenue, from RMB 70 billion, rose to RMB 94 billion; revenue rose from … in 2021 to … in 2022."""
    typed, before = elements[place], elements[:place]
    if len(before) > 1 and isinstance(before[-1], Claim):
        first = before[-2]
        if isinstance(first, Statement) and first.typed and begins(reading, first):
            said = _last_time(reading, elements, first.start)
            return Journey(first, first.start, said.period.of(year) if said else 0)
        return None
    between = _whole(before[-1]) if before else None
    at = place - (1 if between is None else 2)
    first = elements[at] if at > 0 else None
    if (
        not isinstance(first, Statement)
        or not first.typed
        or not _TO.fullmatch(_without(reading, first, typed, between))
    ):
        return None
    start, claim = _begun(reading, elements, at), next((e for e in reversed(before) if isinstance(e, Claim)), None)
    if start is None or claim is None or claim.sense not in ("up", "down") or reading.text[claim.end : start].strip():
        return None
    since = between.period.of(year) if between else _since(reading, elements, at, year)
    behind = elements[place + 1] if place + 1 < len(elements) else None
    if isinstance(behind, Time) and not behind.period.part and _IN.fullmatch(reading.text, typed.end, behind.start):
        return Journey(first, claim.start, behind.period.of(year), since)
    if _OPEN.match(reading.text, typed.end):
        return None  # in December, for the quarter: no value of a year
    said = _last_time(reading, elements, claim.start)
    return Journey(first, claim.start, said.period.of(year) if said else 0, since)


def _begun(reading: Reading, elements: tuple[Element, ...], at: int) -> int | None:
    """Return where the words begin that say that one came from the number at a place; None where none say so."""
    first, before = elements[at], elements[at - 1] if at else None
    direct = FROM.search(reading.text, max(0, first.start - _FAR), first.start)
    if direct is not None:
        return direct.start()
    words = reading.text[before.end : first.start] if before is not None else ""
    if before is None or not _ONLY_OF.fullmatch(_MONEY.sub("", words)):
        return None
    if isinstance(before, Comparison):
        return before.start if before.quote.startswith(_BEGUN) else None
    if not isinstance(before, Time) or before.period.part:
        return None
    dated = _FROM_YEAR.search(reading.text, max(0, before.start - _FAR), before.start)
    return dated.start() if dated else None


def _since(reading: Reading, elements: tuple[Element, ...], at: int, year: int) -> int:
    """Return the year of the number from which one came, where words before it say one; `year` is the one reached."""
    before = elements[at - 1] if at else None
    direct = FROM.search(reading.text, max(0, elements[at].start - _FAR), elements[at].start)
    apart = direct is not None and before is not None and before.end <= direct.start()
    if apart or not isinstance(before, Comparison | Time) or before.period is None:
        return 0
    return before.period.of(year)


def _leading(reading: Reading, place: int) -> str:
    return reading.text[max(0, place - _FAR) : place]


def _whole(element: Element) -> Time | None:
    """Return an element that names a whole year."""
    return element if isinstance(element, Time) and not element.period.part else None


def _last_time(reading: Reading, elements: tuple[Element, ...], at: int) -> Time | None:
    """Return the last whole year named before a place; one from which something else came is none."""
    times = [e for e in elements if isinstance(e, Time) and e.end <= at and not e.period.part]
    named = (e for e in reversed(times) if not _FROM_YEAR.search(_leading(reading, e.start)))
    return next(named, None)


def _without(reading: Reading, first: Statement, typed: Element, between: Time | None) -> str:
    if between is None:
        return reading.text[first.end : typed.start]
    return reading.text[first.end : between.start] + reading.text[between.end : typed.start]

"""The earlier level that a sentence tells beside a value: where it came from, what it is compared with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schema.validation.statements.journeys import journey
from schema.validation.statements.reading import Reading
from schema.validation.statements.statement import Comparison, Element, Statement, Time

_STEPS = 4  # so many elements behind a number may stand between it and the number that was reached
# What stands between a value and the level that it is compared with, times and years blanked.
_COMPARED = re.compile(
    r"[\s，,、（(；;]*(?:高于|高於|低于|低於|而|较|較|比)?\s*(?:的|为|為|是|则为|則為|[:：])?\s*(?:约|約|近|超过|超過)?\s*|"
    r"(?:\s+(?:in|for)(?![a-z]))?[\s,;(–—]*(?:and |while |whereas )?"
    r"(?:(?:up|down|rising|falling|an? (?:increase|decrease|rise|fall|improvement)|increased|decreased)?\s*"
    r"(?:from|against|versus|vs\.?)|(?:as )?compared (?:with|to)|in comparison (?:with|to)|"
    r"(?<=and )|(?<=while )|(?<=[(,;] ))"
    r"\s*(?:that of\s+)?(?:about |some |nearly |over |more than )?\s*",
    re.IGNORECASE,
)
# Words with the year of the number right before them: in 2021, in the previous year, a year earlier.
_BEHIND = re.compile(r"\s*,?\s+(?:in|for|at the end of)\s+", re.IGNORECASE)
_OF_THE_YEAR = re.compile(
    r"\s*,?\s+(?:in\s+)?(?:(?:in )?the (?:previous|preceding|prior) year|the year before|a year)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Level:
    """A level of another year, told beside the number `beside` under one name.

    The name ends at `named`, before the element at `place`. `period` is the level's year; `dated`: the words say so.
    """

    beside: Statement
    place: int
    named: int
    period: int
    dated: bool


def level(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> Level | None:
    """Return of what number told beside it the number at a place is the earlier level, None where of none."""
    if journey(reading, elements, place, year) is not None:
        return None  # it is what was reached
    return _started(reading, elements, place, year) or _compared(reading, elements, place, year)


def year_behind(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> int:
    """Return the year that stands right behind a number, as English says it; 0 where none does."""
    number, behind = elements[place], elements[place + 1] if place + 1 < len(elements) else None
    if reading.language != "en" or behind is None:
        return 0
    if isinstance(behind, Time):
        dated = not behind.period.part and _BEHIND.fullmatch(reading.text, number.end, behind.start)
        return behind.period.of(year) if dated else 0
    if not isinstance(behind, Comparison) or behind.period is None:
        return 0
    said = _OF_THE_YEAR.match(reading.text, number.end, behind.end)
    return behind.period.of(year) if said else 0


def _started(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> Level | None:
    """从 2021 年的 700 亿元增长到 …; from RMB 70 billion in 2021 to …."""
    for at in range(place + 1, min(place + 1 + _STEPS, len(elements))):
        reached = elements[at]
        came = journey(reading, elements, at, year) if isinstance(reached, Statement) else None
        if came is not None and isinstance(reached, Statement):
            period = came.since or (came.period or year) - 1
            return (
                Level(reached, place, came.named, period, bool(came.since)) if came.first is elements[place] else None
            )
    return None


def _compared(reading: Reading, elements: tuple[Element, ...], place: int, year: int) -> Level | None:
    """收入 942 亿元，2021 年为 811 亿元; RMB 94.2 billion, up from RMB 81.1 billion in 2021."""
    at = next((n for n in range(place - 1, -1, -1) if isinstance(elements[n], Statement)), None)
    beside = elements[at] if at is not None else None
    if at is None or not isinstance(beside, Statement) or beside.form or not _alike(beside, elements[place]):
        return None
    between = [e for e in elements[at + 1 : place] if isinstance(e, Comparison | Time)]
    period = year_behind(reading, elements, place, year)
    if between and not period and (said := between[-1].period) is not None and not said.part:
        period = said.of(year)
    words = reading.text[beside.end : elements[place].start]
    for element in between:
        words = words.replace(element.quote, " ")
    if not period or not _COMPARED.fullmatch(words):
        return None
    return Level(beside, at, beside.start, period, dated=True)


def _alike(beside: Statement, number: Element) -> bool:
    """Whether two numbers may be levels of one thing: what a link prints is known later."""
    if not isinstance(number, Statement) or number.multiple or beside.multiple:
        return False
    return beside.link is not None or beside.units == number.units or bool(set(beside.units) & set(number.units))

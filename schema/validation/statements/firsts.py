"""First times and records (首次超过, 新高) that values of earlier years disprove."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from schema.grammar.reference import Key
from schema.validation.facts import AmountAt, Fact
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, around, quoted
from schema.validation.statements.statement import Claim, Element, Statement
from schema.values.intervals import by_the_letter

_HIGH = re.compile(r"新高|record high|all-time high")
_LOW = re.compile(r"新低|record low")
_PASSED = re.compile(
    r"[\s，,]*(?:突破|超过|超過|达到|達到|跨过|跨過|exceeded|passed|reached|above|more than|over|it|,)*\s*"
)
_MOST_YEARS = 10


def check_firsts(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield each first time and record that a value of an earlier year disproves."""
    for sentence in reading.sentences:
        for place, element in enumerate(sentence):
            if isinstance(element, Claim) and element.sense in ("first", "rank"):
                yield from _disproved(reading, sentence, place, year, scene)


def _disproved(
    reading: Reading, sentence: tuple[Element, ...], place: int, year: int, scene: Scene
) -> Iterator[Finding]:
    claim = sentence[place]
    number = _number(reading, sentence, place)
    key = scene.linked_key(number, year) if number is not None else None
    if key is None or not key.period:
        return
    falls = _LOW.search(claim.quote) is not None
    earlier = _earlier(key, scene, falls=falls)
    if earlier is None:
        return
    start, end = around(reading.text, claim, number)
    facts: dict[str, Fact] = {"quote": quoted(reading.text, start, end), "fact": earlier}
    yield Finding("statement.first", "error", start, end, key, facts)


def _number(reading: Reading, sentence: tuple[Element, ...], place: int) -> Statement | None:
    """Return the linked number that a first time or a record is said of: behind 首次超过, before 创新高."""
    claim = sentence[place]
    record = _HIGH.search(claim.quote) or _LOW.search(claim.quote)
    behind = sentence[place + 1] if place + 1 < len(sentence) else None
    if (
        isinstance(behind, Statement)
        and behind.link
        and _PASSED.fullmatch(reading.text[claim.end : behind.start].lower())
    ):
        return behind
    before = sentence[place - 1] if place else None
    if record and isinstance(before, Statement) and before.link:
        return before if _only_small(reading.text[before.end : claim.start]) else None
    return None


def _only_small(words: str) -> bool:
    """Whether only small words stand between a number and the record that it is."""
    return not re.sub(r"[\s，,、]|创下?|創下?|为|為|是|达到?|達到?|了|再|a|the|which|was|is", "", words.lower())


def _earlier(key: Key, scene: Scene, *, falls: bool) -> AmountAt | None:
    """Return the value of an earlier year that was already as high (or as low)."""
    now = scene.figures.value(key)
    if now.value is None:
        return None
    for back in range(1, _MOST_YEARS):
        before = replace(key, period=key.period - back)
        if scene.figures.breaks(key.metric, before.period, key.period):
            return None
        then = scene.figures.value(before)
        if then.value is None:
            continue
        high, low = by_the_letter(now.value, now.qualifier), by_the_letter(then.value, then.qualifier)
        if (low.high <= high.low) if falls else (low.low >= high.high):
            return AmountAt(before, then.value, then.qualifier)
    return None

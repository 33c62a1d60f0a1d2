"""First times and records (首次超过, 新高, 历年最高) that the values of the years kept disprove or bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from schema.grammar.reference import Key
from schema.validation.facts import AmountAt, Fact
from schema.validation.statements.asserted import is_denied, is_planned
from schema.validation.statements.measures import in_unit
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, around, quoted
from schema.validation.statements.sentence import Sentence
from schema.validation.statements.statement import Claim, Statement
from schema.values.intervals import Interval, by_the_letter

_HIGH = re.compile(
    r"新高|(?:年来|年來|史|年|以来|以來)最[高多大]|record high|all-time high|highest|(?:most|largest) ever"
)
_LOW = re.compile(
    r"新低|(?:年来|年來|史|年|以来|以來)最[低少小]|record low|all-time low|lowest|(?:fewest|least|smallest) ever"
)
_PASSED = re.compile(
    r"[\s，,]*(?:突破|超过|超過|达到|達到|跨过|跨過|达|達|exceeded|passed|reached|above|more than|over|it|was|,)*\s*"
)
_TOLD = re.compile(r"\s*(?:披露|公布|公佈|发布|發佈|统计|統計|disclosed|reported|published)\s*")
_SMALL = re.compile(r"[\s，,、]|创下?|創下?|为|為|是|达到?|達到?|了|再|又|均|the|which|was|is|were|at|its|an?(?![a-z])")
_SPAN = re.compile(
    r"(?P<years>\d{1,2}|[二两兩三四五六七八九十])\s?年|(?:in )?(?P<count>\d{1,2}|two|three|four|five|ten) years"
)
_SIGNS = ("二两兩", "三", "四", "五", "六", "七", "八", "九", "十")
_COUNTS: Mapping[str, int] = {
    **{sign: number for number, signs in enumerate(_SIGNS, 2) for sign in signs},
    **{"two": 2, "three": 3, "four": 4, "five": 5, "ten": 10},
}
_MOST_YEARS = 10


@dataclass(frozen=True, slots=True)
class _Said:
    """What a first time or a record is said of: a value, the number that was passed, and the number's place."""

    key: Key
    passed: Interval
    mark: Statement | None = None
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the years kept say of a first time or a record: that it is so, or what disproves it."""

    claim: Claim
    finding: Finding | None = None


def check_firsts(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield each first time and record that a value of an earlier year disproves."""
    for verdict in verdicts(reading, year, scene):
        if verdict.finding is not None:
            yield verdict.finding


def verdicts(reading: Reading, year: int, scene: Scene) -> Iterator[Verdict]:
    """Yield each first time and record that the data decide."""
    for elements in reading.sentences:
        for place, element in enumerate(elements):
            if isinstance(element, Claim) and element.sense in ("first", "rank"):
                verdict = _verdict(Sentence(reading, elements, year, scene), place, element)
                yield from () if verdict is None else (verdict,)


def _verdict(sentence: Sentence, place: int, claim: Claim) -> Verdict | None:
    reading, year = sentence.reading, sentence.year
    if is_denied(reading, claim.start) or is_planned(reading, sentence.elements, claim.start, year):
        return None
    said = _behind(sentence, place, claim) or _before(sentence, place, claim)
    if said is None or not said.key.period:
        return None
    earlier = list(_earlier(said.key, sentence.scene, _years(claim)))
    counter = next((then for then in earlier if _counters(claim, said, then)), None)
    if counter is None:
        return Verdict(claim) if earlier or _tells(reading, claim) else None
    start, end = around(reading.text, claim, said.mark)
    facts: dict[str, Fact] = {"quote": quoted(reading.text, start, end), "fact": counter}
    severity = "error" if said.certain else "doubt"
    return Verdict(claim, Finding("statement.first", severity, start, end, said.key, facts))


def _behind(sentence: Sentence, place: int, claim: Claim) -> _Said | None:
    """Return what stands behind 首次超过: a linked number, or a typed one with its name before the claim."""
    elements, text = sentence.elements, sentence.text
    number = elements[place + 1] if place + 1 < len(elements) else None
    if claim.sense != "first" or not isinstance(number, Statement) or number.form:
        return None
    words = text[claim.end : number.start].lower()
    if not (_PASSED.fullmatch(words) or _TOLD.fullmatch(words)):
        return None
    if number.link is not None:
        key = sentence.scene.linked_key(number, sentence.year)
        return None if key is None else _own(sentence, key, number)
    subject = sentence.before(place, claim, None)
    metric = sentence.scene.metric(subject.key) if subject else None
    told = in_unit(number, metric, sentence.scene.figures.catalogue) if metric else None
    if subject is None or told is None or not told.units:
        return None
    return _Said(subject.key, Interval(told.value, told.value), number, subject.certain)


def _before(sentence: Sentence, place: int, claim: Claim) -> _Said | None:
    """Return what stands before a record: 收入{…}，创历史新高; 收入创新高."""
    if not (_HIGH.search(claim.quote.lower()) or _LOW.search(claim.quote.lower())):
        return None
    before = sentence.elements[place - 1] if place else None
    if isinstance(before, Statement) and not before.form:
        key = sentence.scene.linked_key(before, sentence.year) if before.link else None
        alone = not _SMALL.sub("", sentence.text[before.end : claim.start].lower())
        return _own(sentence, key, before) if alone and key is not None else None
    subject = sentence.before(place, claim, None)
    return None if subject is None else _own(sentence, subject.key, None, certain=subject.certain)


def _own(sentence: Sentence, key: Key, mark: Statement | None, *, certain: bool = True) -> _Said | None:
    now = sentence.scene.figures.value(key)
    return None if now.value is None else _Said(key, by_the_letter(now.value, now.qualifier), mark, certain)


def _tells(reading: Reading, claim: Claim) -> bool:
    return _TOLD.match(reading.text, claim.end) is not None


def _counters(claim: Claim, said: _Said, then: AmountAt) -> bool:
    """Whether the value of an earlier year was already as high, or as low."""
    known = by_the_letter(then.value, then.qualifier)
    if _LOW.search(claim.quote.lower()):
        return known.high <= said.passed.low
    return known.low >= said.passed.high


def _years(claim: Claim) -> int:
    """Return over how many years before a record is said: 近三年最高 is said over two."""
    match = _SPAN.search(claim.quote.lower())
    number = (match["years"] or match["count"]) if match else ""
    return (int(number) if number.isdecimal() else _COUNTS[number]) - 1 if number else _MOST_YEARS


def _earlier(key: Key, scene: Scene, years: int) -> Iterator[AmountAt]:
    """Yield the values of the years before, the last one first, as far as they count the same."""
    for back in range(1, years + 1):
        before = replace(key, period=key.period - back)
        if scene.figures.breaks(key.metric, before.period, key.period):
            return
        then = scene.figures.value(before)
        if then.value is not None:
            yield AmountAt(before, then.value, then.qualifier)

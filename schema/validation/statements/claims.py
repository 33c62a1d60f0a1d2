"""Claims of a sentence, growth and fall, multiples and halves, held against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.validation.facts import AmountAt, Fact
from schema.validation.statements.advice import Said, advice, multiple_advice
from schema.validation.statements.asserted import is_denied, is_planned, is_prevented, tells_several
from schema.validation.statements.changes import (
    Change,
    bears_out,
    change_of,
    contradicts,
    multiple_differs,
    overshoots,
    size_differs,
)
from schema.validation.statements.counts import is_ended
from schema.validation.statements.measures import in_unit, rate_direction
from schema.validation.statements.numerals import lead_of
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, around, quoted
from schema.validation.statements.sentence import Sentence, Subject
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time
from schema.validation.statements.wording import change_words

_CHANGES = ("up", "down", "same", "double")
_TAIL = 20  # so many characters before a word are looked at
# Words behind 翻番 that make it more; what may stand between 几乎 and 上年的三倍.
_MORE = re.compile(r"(?P<at_least>以上)|(?P<over>有余|有餘|余|餘|多)")
_BE = re.compile(r"(?:是|为|為|相当于|相當於|达到?|達到?)\s*$")
_TWICE = 2  # 增长 1.5 倍 is said of two and a half times as much; of 增长 3 倍 it is not sure
# What stands between a multiple and the time that it is counted from.
_OF = re.compile(r"(?:同期|全年)?的?\s*")
_AS_MUCH = re.compile(
    r"\s*(?:(?:that|those) (?:of|in)|as \w+(?: \w+)? as(?: in| that of)?|"
    r"the (?:figure|level|number|amount|value) (?:of|in|for)|in|of)?\s*(?:the )?"
)


def check_claims(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield what the data contradict among the claims of a text, sentence by sentence."""
    for sentence in reading.sentences:
        if any(_claims(element) for element in sentence):
            yield from _Claims(reading, sentence, year, scene).findings()


def _claims(element: Element) -> bool:
    if isinstance(element, Statement):
        return element.multiple
    return isinstance(element, Claim) and element.sense in _CHANGES


class _Claims(Sentence):
    """What the data contradict in one sentence."""

    def findings(self) -> Iterator[Finding]:
        sizes: list[Statement | None] = []
        for place, element in enumerate(self.elements):
            if isinstance(element, Claim) and element.sense in _CHANGES:
                size = self.size(place, element)
                sizes.append(size)
                if self._asserts(element):
                    yield from self._claim(place, element, size)
        for place, element in enumerate(self.elements):
            if isinstance(element, Statement) and element.multiple and element not in sizes and self._asserts(element):
                yield from self._multiple(place, element)

    def _asserts(self, element: Element) -> bool:
        """Whether the sentence says of one thing that it came so."""
        if tells_several(self.reading, self.elements) or is_prevented(self.reading, element.start):
            return False
        return not is_planned(self.reading, self.elements, element.start, self.year)

    def _claim(self, place: int, claim: Claim, size: Statement | None) -> Iterator[Finding]:
        change_link = size is not None and self.is_change(size)
        if size is not None and not change_link and not claim.to and self._is_rate_of_change(size):
            yield from self._rate(claim, size)
            return
        subject = self.subject(place, claim, size)
        if subject is None or self.in_part(place, subject):
            return
        subject, basis, said = self._compared(place, subject)
        change = change_of(self.scene.figures, subject.key, basis) if basis else None
        if change is None:
            return
        start, end = self._stretch(place, claim, size)
        reached = size is not None and (claim.to or self._leads_to(claim, size))
        instead = advice(Said(self.language, claim, size, reached, change_link), change, self.scene)
        if self._is_contrary(claim, change):
            finding = self._finding("statement.direction", (start, end), change, instead)
            yield finding if subject.certain else replace(finding, severity="doubt")
        elif not is_denied(self.reading, claim.start) and self._is_wrong_size(claim, size, change):
            finding = self._finding("statement.size", (start, end), change, instead)
            yield finding if subject.certain and said else replace(finding, severity="doubt")

    def _stretch(self, place: int, claim: Claim, size: Statement | None) -> tuple[int, int]:
        """Return the words that claim a change, with what says that it is more, or nearly so much."""
        start, end = around(self.text, claim, size, self.comparison(place))
        more = _MORE.match(self.text, claim.end) if claim.sense == "double" else None
        return min(start, claim.start - lead_of(self._tail(claim.start)).length), more.end() if more else end

    def _tail(self, at: int) -> str:
        return self.text[max(self.reading.begin(at), at - _TAIL) : at]

    def _compared(self, place: int, subject: Subject) -> tuple[Subject, int, bool]:
        """Return what is compared with which year (0 = none of ours), and whether the sentence says it.

        由 2020 年的 … 降至 2021 年的 … speaks of 2021 and is counted from 2020, whatever year the report is of.
        """
        course = self.course(place)
        if course is None:
            return subject, *self.basis(place, subject)
        reached = replace(subject, key=replace(subject.key, period=course.period or self.year))
        return (reached, course.since, True) if course.since else (reached, *self.basis(place, reached))

    def _is_contrary(self, claim: Claim, change: Change) -> bool:
        if is_denied(self.reading, claim.start):
            return bears_out(claim, change)
        return contradicts(claim, change, self._qualifier(claim))

    def _qualifier(self, claim: Claim) -> str:
        """Return the qualifier that stands right before or behind a multiple in a word: more than doubled, 翻番有余."""
        more = _MORE.match(self.text, claim.end)
        lead = lead_of(self._tail(claim.start)).qualifier
        return more.lastgroup or "" if more else lead.code if lead else ""

    def _multiple(self, place: int, size: Statement) -> Iterator[Finding]:
        """是上年的 2.5 倍; 2.5 times that of the previous year."""
        basis = self._level_of(place, size)
        if basis is None:
            return
        subject = self.before(place, Claim(*around(self.text, basis, size), size.quote, "up", True), None)
        if subject is None or self.in_part(place, subject) or basis.period is None:
            return
        year = basis.period.year or subject.key.period + basis.period.offset
        change = change_of(self.scene.figures, subject.key, year)
        start, end = around(self.text, basis, size)
        before = _BE.sub("", self._tail(basis.start))
        lead = lead_of(before)
        if lead.qualifier is not None and not size.qualifier:
            start = basis.start - len(self._tail(basis.start)) + len(before) - lead.length
            size = replace(size, qualifier=lead.qualifier.code)
        if change is not None and multiple_differs(size, change, level=True):
            instead = multiple_advice(self.text, basis, size, change)
            finding = self._finding("statement.size", (start, end), change, instead)
            yield finding if subject.certain else replace(finding, severity="doubt")

    def _level_of(self, place: int, size: Statement) -> Comparison | Time | None:
        """Return the time that a multiple is counted from, right before it in Chinese, right behind it in English."""
        english = self.language == "en"
        other = place + 1 if english else place - 1
        basis = self.elements[other] if 0 <= other < len(self.elements) else None
        if not isinstance(basis, Comparison | Time) or (isinstance(basis, Time) and basis.period.part):
            return None
        words = self.text[size.end : basis.start] if english else self.text[basis.end : size.start]
        return basis if (_AS_MUCH if english else _OF).fullmatch(words.lower()) else None

    # sizes

    def _is_rate_of_change(self, size: Statement) -> bool:
        """Whether a linked number is itself a rate of growth, as its name says."""
        key = self.scene.linked_key(size, self.year)
        metric = self.scene.metric(key) if key is not None else None
        return metric is not None and bool(metric.in_percent) and bool(rate_direction(metric.name))

    def _rate(self, claim: Claim, size: Statement) -> Iterator[Finding]:
        key = self.scene.linked_key(size, self.year)
        metric = self.scene.metric(key) if key is not None else None
        value = self.scene.figures.value(key).value if key is not None else None
        if metric is None or key is None or value is None or claim.sense not in ("up", "down"):
            return
        way = rate_direction(metric.name)
        rises = (value > 0) == (way == "up")
        if value != 0 and rises != (claim.sense == "up"):
            start, end = around(self.text, claim, size)
            facts: dict[str, Fact] = {"quote": quoted(self.text, start, end), "amounts": (AmountAt(key, value),)}
            instead = change_words(self.language, claim, Decimal(1) if rises else Decimal(-1), size.quote)
            yield Finding("statement.rate", "error", start, end, key, {**facts, "instead": instead}, instead)

    def _is_wrong_size(self, claim: Claim, size: Statement | None, change: Change) -> bool:
        if claim.sense == "double":
            return overshoots(claim, change, self._qualifier(claim))
        metric = self.scene.metric(change.now)
        if size is None or not size.typed or metric is None:
            return False
        if size.multiple:
            level = claim.to or (size.start > claim.end and self._level_of(self.elements.index(size), size) is not None)
            loose = size.value > 1 if self.language == "en" else size.value >= _TWICE
            return claim.sense == "up" and multiple_differs(size, change, level=level, loose=loose)
        if claim.to:
            return False
        percent = size.units == (PERCENT,)
        if percent:
            return size_differs(size, change, share=metric.in_percent, percent=True)
        told = in_unit(size, metric, self.scene.figures.catalogue)
        counted = bool(size.units) or (self.language == "en" and is_ended(self.text, size.end))
        return told is not None and counted and size_differs(told, change, share=False, percent=False)

    def _finding(self, code: str, place: tuple[int, int], change: Change, instead: str) -> Finding:
        then = AmountAt(change.before, change.earlier, change.qualifiers[1])
        now = AmountAt(change.now, change.value, change.qualifiers[0])
        facts: dict[str, Fact] = {"quote": quoted(self.text, *place), "amounts": (then, now), "instead": instead}
        return Finding(code, "error", *place, change.now, facts, instead)

"""Shares of one amount in another: 毛利占收入的 44.7%, 毛利率为 44.7%, gross profit was 44.7% of revenue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Operation, Ref
from schema.grammar.reference import Key
from schema.validation.facts import AmountAt, Fact
from schema.validation.statements.asserted import is_denied, is_planned, tells_several
from schema.validation.statements.counts import is_ended
from schema.validation.statements.journeys import begins, journey
from schema.validation.statements.levels import year_behind
from schema.validation.statements.links import link_for
from schema.validation.statements.measures import stretch
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, quoted
from schema.validation.statements.sentence import Sentence, Subject
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time
from schema.validation.statements.wording import like_typed
from schema.values.intervals import ENDLESS, ZERO, Interval, by_the_letter

_HUNDRED = Decimal(100)
# 毛利占收入的比例; what stands behind it up to the number is only filler.
_OF = re.compile(r"(?P<part>.*?)[占佔](?:了)?(?P<whole>[^占佔，,]+)$")
_RATIO = re.compile(r"(?:的)?(?:比例|比重|比率|份额|份額)$")
# A rate of profit is one of revenue, by its name: 毛利率, gross margin.
_MARGIN = re.compile(
    r"(?P<part>.*利(?:润|潤)?)率$|(?P<kind>.*(?<![a-z])(?:gross|net|operating))(?: profit)? margin$", re.IGNORECASE
)
_REVENUE = (
    "收入",
    "营业收入",
    "營業收入",
    "营收",
    "營收",
    "营业额",
    "營業額",
    "revenue",
    "total revenue",
    "turnover",
    "sales",
)
_MADE_UP = re.compile(
    r"(?:account(?:ed|s|ing) for|ma(?:de|kes|king) up|represent(?:ed|s|ing)|constitut(?:ed|es|ing)|equal to|or)\s*$"
)
_BEHIND = re.compile(r"\s+of\s+(?:(?:the|our|its|total|all|group|company)[’']?s?\s+)*", re.IGNORECASE)
_FAR = 60  # so many characters behind a number may hold the whole that it is a share of


@dataclass(frozen=True, slots=True)
class _Share:
    """What a percentage is a share of: two values of one year, and the stretch of words that says so."""

    part: Subject
    whole: Subject
    start: int
    end: int


def check_shares(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield each share of one amount in another that no values which the data allow give."""
    for elements in reading.sentences:
        if any(_is_share(element) for element in elements):
            yield from _Shares(reading, elements, year, scene).findings()


def _is_share(element: Element) -> bool:
    return isinstance(element, Statement) and element.typed and element.units == (PERCENT,)


class _Shares(Sentence):
    """The shares of one sentence."""

    def findings(self) -> Iterator[Finding]:
        for place, element in enumerate(self.elements):
            if isinstance(element, Statement) and _is_share(element) and self._asserts(place, element):
                share = self._english(place, element) if self.language == "en" else self._chinese(place, element)
                share = share or self._margin(place, element)
                finding = self._held(share, element) if share is not None else None
                yield from () if finding is None else (finding,)

    def _asserts(self, place: int, typed: Statement) -> bool:
        """Whether a share is said to be so, of a whole year, and is no size of a change."""
        before = self.elements[place - 1] if place else None
        if isinstance(before, Claim) and not (before.to or self.subjects.leads(self.text[before.end : typed.start])):
            return False
        if any(isinstance(e, Time) and e.period.part and e.start < typed.start for e in self.elements):
            return False
        if tells_several(self.reading, self.elements) or begins(self.reading, typed):
            return False
        return not is_planned(self.reading, self.elements, typed.start, self.year) and not is_denied(
            self.reading, typed.start
        )

    def _before(self, place: int) -> tuple[int, str]:
        """Return where the words begin that stand before a share, and those words; times and 提升至 are left blank."""
        came = journey(self.reading, self.elements, place, self.year)
        end = came.named if came else self.elements[place].start
        earlier = [e for e in self.elements if isinstance(e, Statement) and not e.form and e.end <= end]
        begin = earlier[-1].end if earlier else self.reading.begin(self.elements[0].start)
        words = self.text[begin:end]
        for element in self.elements[:place]:
            blank = isinstance(element, Comparison | Time) or (isinstance(element, Claim) and element.to)
            if blank and begin <= element.start and element.end <= end:
                words = words.replace(element.quote, " " * len(element.quote))
        return begin, words

    def _chinese(self, place: int, typed: Statement) -> _Share | None:
        begin, words = self._before(place)
        bare = self._bare(words)
        match = _OF.match(_RATIO.sub("", bare))
        whole = self._certain(match["whole"], place) if match else None
        if match is None or whole is None:
            return None
        part = self._part(place, match["part"])
        return _Share(part, whole, begin + match.end("part"), typed.end) if part else None

    def _english(self, place: int, typed: Statement) -> _Share | None:
        behind = _BEHIND.match(self.text, typed.end)
        named = self.subjects.after(self.text[behind.end() : behind.end() + _FAR]) if behind else None
        if behind is None or named is None or named.start or not is_ended(self.text, behind.end() + named.end):
            return None
        whole = self._certain(self.text[behind.end() : behind.end() + named.end], place)
        _, words = self._before(place)
        part = self._part(place, _MADE_UP.sub("", words.lower()))
        return _Share(part, whole, typed.start, behind.end() + named.end) if part and whole else None

    def _margin(self, place: int, typed: Statement) -> _Share | None:
        begin, words = self._before(place)
        match = _MARGIN.search(self._bare(words).lower())
        if match is None:
            return None
        part = self._certain(match["part"] or f"{match['kind']} profit", place)
        whole = next(filter(None, (self._certain(name, place) for name in _REVENUE)), None)
        start = begin + len(words) - len(words.lstrip(" ，,"))
        return _Share(part, whole, start, typed.end) if part and whole else None

    def _bare(self, words: str) -> str:
        """Return words without the fillers at their end."""
        while (filler := self.subjects.tail(words)) < len(words):
            words = words[:filler]
        return words

    def _part(self, place: int, words: str) -> Subject | None:
        """Return what has the share: a name before it, or the number before it with its name (毛利{…}，占收入的)."""
        earlier = [e for e in self.elements[:place] if isinstance(e, Statement) and not e.form]
        if earlier and self.subjects.only_fillers(words):
            return self._of_statement(earlier[-1])
        return self._certain(words, place)

    def _certain(self, words: str, place: int) -> Subject | None:
        subject = self.named(words, self.elements[place].start)
        if subject is None or not subject.certain:
            return None
        came = journey(self.reading, self.elements, place, self.year)
        reached = (came.period or self.year) if came else self._compared(place)
        year = year_behind(self.reading, self.elements, place, self.year) or reached
        return replace(subject, key=replace(subject.key, period=year)) if year else subject

    def _compared(self, place: int) -> int:
        """Return the year compared with that a share is told of (上年毛利率为 …); 0 where it is none."""
        before = [e for e in self.elements[:place] if isinstance(e, Comparison)]
        period = before[-1].period if before else None
        reached = isinstance(self.elements[place - 1], Claim) if place else False
        return period.of(self.year) if period is not None and not reached else 0

    def _held(self, share: _Share, typed: Statement) -> Finding | None:
        """Return what is wrong with a share, by the catalogue's own ratio of the two where it has one."""
        part, whole = share.part.key, share.whole.key
        if part.period != whole.period or part == whole or not self._alike(part, whole):
            return None
        ratio = self._ratio_metric(part, whole)
        if ratio is not None and self.scene.figures.value(ratio).value is not None:
            return self._against(ratio, share, typed)
        known, value = self._computed(part, whole)
        if known is None or stretch(typed).meets(known):
            return None
        then, now = self._amount(whole), self._amount(part)
        instead = like_typed(typed, typed, value) or f"{round(value, 1)}%"
        facts: dict[str, Fact] = {
            "quote": quoted(self.text, share.start, share.end),
            "amounts": (now, then),
            "instead": instead,
        }
        return Finding("statement.share", "error", share.start, share.end, part, facts, instead)

    def _alike(self, part: Key, whole: Key) -> bool:
        metrics, units = (self.scene.metric(part), self.scene.metric(whole)), self.scene.figures.catalogue.units
        dimensions = {units[metric.unit].dimension for metric in metrics if metric is not None}
        return len(dimensions) == 1 and not any(metric is None or metric.in_percent for metric in metrics)

    def _ratio_metric(self, part: Key, whole: Key) -> Key | None:
        """Return the value of the catalogue that is this share, by its formula."""
        for code, metric in self.scene.figures.catalogue.metrics.items():
            tree = metric.formula.tree if metric.formula and metric.in_percent else None
            if isinstance(tree, Operation) and tree.operator == "/":
                refs = [ref for ref in tree.operands if isinstance(ref, Ref) and not ref.offset and not ref.year]
                if [(ref.code, ref.category) for ref in refs] == [(k.metric, k.category) for k in (part, whole)]:
                    return Key(code, part.period)
        return None

    def _against(self, ratio: Key, share: _Share, typed: Statement) -> Finding | None:
        result = self.scene.figures.value(ratio)
        assert result.value is not None
        if stretch(typed).meets(by_the_letter(result.value, result.qualifier)):
            return None
        instead = link_for(typed, ratio, self.scene, (self.language, 0))
        facts: dict[str, Fact] = {
            "quote": quoted(self.text, share.start, share.end),
            "fact": AmountAt(ratio, result.value, result.qualifier),
            "instead": instead,
        }
        return Finding("statement.differs", "error", typed.start, typed.end, ratio, facts, instead)

    def _computed(self, part: Key, whole: Key) -> tuple[Interval | None, Decimal]:
        """Return all that the share may be, in percent, and what it is by the values themselves."""
        spans: list[Interval] = []
        for key in (part, whole):
            metric, result = self.scene.metric(key), self.scene.figures.value(key)
            if metric is None or result.value is None:
                return None, ZERO
            factor = self.scene.figures.catalogue.units[metric.unit].factor
            spans.append(_times(by_the_letter(result.value, result.qualifier), factor))
            spans.append(_times(Interval(result.value, result.value), factor))
        known, exact, of, exact_of = spans
        if known.low < 0 or of.low <= 0:
            return None, ZERO
        low = ZERO if of.high == ENDLESS else _percent(known.low, of.high)
        high = ENDLESS if known.high == ENDLESS else _percent(known.high, of.low)
        return Interval(low, high), _percent(exact.low, exact_of.low)

    def _amount(self, key: Key) -> AmountAt:
        result = self.scene.figures.value(key)
        return AmountAt(key, result.value or ZERO, result.qualifier)


def _times(span: Interval, factor: Decimal) -> Interval:
    return Interval(EXACT.multiply(span.low, factor), EXACT.multiply(span.high, factor))


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return quotient(EXACT.multiply(part, _HUNDRED), whole)

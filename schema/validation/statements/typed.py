"""Typed numbers held against the facts that they name: equal ones can be linked, others contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.grammar.decimals import quotient
from schema.grammar.reference import Key
from schema.validation.facts import AmountAt, Fact
from schema.validation.statements.asserted import is_planned, tells_several
from schema.validation.statements.counts import is_ended, is_framed, names_many, unit_start, unit_word_start
from schema.validation.statements.journeys import FROM, begins, journey
from schema.validation.statements.levels import Level, level, year_behind
from schema.validation.statements.links import link_for
from schema.validation.statements.measures import in_unit, stretch
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, quoted
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time
from schema.validation.statements.subjects import Named
from schema.values.figures import Result
from schema.values.intervals import Interval, within_reach
from schema.values.qualifiers import qualifier_of

_TWO = Decimal(2)
_FAR = 60  # so many characters behind a number may hold its name
_FEW_DIGITS = 2
_AND = re.compile(r"\s*(?:[、，,和及与與]|and)?\s*")
_MOST_YEARS = 10  # of a level without its year, how many years back it may be of
# That it is the first time says nothing against the number that is passed.
_FIRST = ("首次", "首度", "for the first time")


@dataclass(frozen=True, slots=True)
class Meant:
    """A typed number with the values that it may mean: those that it equals, and those that it names and contradicts.

    `held`: a value that it names makes it true without being equal to it (超过 3.6 亿 for 3.66 亿).
    """

    statement: Statement
    equal: tuple[Key, ...] = ()
    against: tuple[Key, ...] = ()
    certain: bool = False
    held: bool = False


def meanings(reading: Reading, year: int, scene: Scene, near: tuple[Key, ...] = ()) -> Iterator[Meant]:
    """Yield each typed quantity of a text; `near` are the values that stand around it, equal ones are meant."""
    for sentence in reading.sentences:
        if any(isinstance(element, Statement) and element.typed for element in sentence):
            yield from _Typed(reading, sentence, year, scene).meanings(near)


def check_typed(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield each typed number that the fact which its words name contradicts."""
    for meant in meanings(reading, year, scene):
        if meant.against and not meant.equal:
            yield _difference(reading, meant, scene)


def _difference(reading: Reading, meant: Meant, scene: Scene) -> Finding:
    key, typed = meant.against[0], meant.statement
    result = scene.figures.value(key)
    assert result.value is not None
    bound = qualifier_of(typed.qualifier).side in ("above", "below")
    instead = link_for(typed, key, scene, (reading.language, 0))
    facts: dict[str, Fact] = {
        "quote": quoted(reading.text, typed.start, typed.end),
        "fact": AmountAt(key, result.value, result.qualifier),
        "instead": instead,
    }
    code = "statement.threshold" if bound else "statement.differs"
    return Finding(code, "error" if meant.certain else "doubt", typed.start, typed.end, key, facts, instead)


class _Typed:
    """The typed numbers of one sentence."""

    def __init__(self, reading: Reading, elements: tuple[Element, ...], year: int, scene: Scene) -> None:
        self._reading, self._elements, self._year, self._scene = reading, elements, year, scene
        self._years: dict[int, int] = {}
        self._subjects, self._english = scene.subjects(reading.language), reading.language == "en"

    def meanings(self, near: tuple[Key, ...]) -> Iterator[Meant]:
        for place, element in enumerate(self._elements):
            if isinstance(element, Statement) and element.typed:
                yield self._meant(place, element, near)

    def _meant(self, place: int, typed: Statement, near: tuple[Key, ...]) -> Meant:
        if self._is_size(place, typed):
            return Meant(typed)
        earlier = level(self._reading, self._elements, place, self._year)
        named = self._named(place, typed, earlier) if self._asserts(typed) else None
        keys = self._keys(named, typed, earlier) if named and not self._in_part(typed, named) else ()
        equal = tuple(key for key in keys if self._equals(typed, key))
        equal = equal or tuple(key for key in near if self._is_no_chance(typed) and self._equals(typed, key))
        held = not equal and any(self._fits(typed, key) for key in keys)
        against = () if equal or held else keys
        certain = named is not None and named.certain and self._tells_what(typed, keys)
        if not certain and named is not None and not (named.long and (named.apart or named.certain)):
            against = ()
        return Meant(typed, equal, against, certain and (earlier is None or earlier.dated), held)

    def _asserts(self, typed: Statement) -> bool:
        """Whether the sentence says of one thing that it is so; how many times over is held against the change."""
        if typed.multiple or tells_several(self._reading, self._elements):
            return False
        return not is_planned(self._reading, self._elements, typed.start, self._year)

    def _is_size(self, place: int, typed: Statement) -> bool:
        """Whether it says how much something changed: that is held against the change."""
        before = self._elements[place - 1] if place else None
        if not isinstance(before, Claim) or before.to or before.sense not in ("up", "down"):
            return False
        words = self._reading.text[before.end : typed.start]
        if FROM.search(words):
            return False
        return self._subjects.only_fillers(words) and not self._subjects.leads(words)

    def _named(self, place: int, typed: Statement, earlier: Level | None) -> Named | None:
        """Return what a number's words name; where it began (由 1,000 吨) is a value of the year before."""
        if earlier is not None:
            return self._named_beside(earlier, typed, earlier)
        around = self._around(place, typed)  # its “from” is where somebody comes from
        if around is not None or begins(self._reading, typed):
            return around
        named, led = self._named_before(place, typed)
        if named is not None or led or (typed.worded and typed.units == (PERCENT,)):
            return named
        return self._behind(typed)

    def _around(self, place: int, typed: Statement) -> Named | None:
        """Return the name that stands around a number, or around the first of several: 来自 24 个国家、39 个民族."""
        text, first = self._reading.text, place
        while first and isinstance(self._elements[first - 1], Statement):
            if not _AND.fullmatch(text, self._elements[first - 1].end, self._elements[first].start):
                break
            first -= 1
        begin = self._reading.begin(self._elements[0].start)
        before = _blanked(text, begin, self._elements[first].start, self._elements[:first])
        start = typed.start + unit_start(typed.quote)
        named = self._subjects.around(before, text[start : start + _FAR])
        return named if named and self._keys(named, typed, None) else None

    def _named_before(self, place: int, typed: Statement, earlier: Level | None = None) -> tuple[Named | None, bool]:
        """Return the name of the number at a place of which `typed` may be a value, and whether a claim leads to it."""
        came = journey(self._reading, self._elements, place, self._year)
        if came is not None:
            return self._before(self._elements.index(came.first), came.named, typed, earlier), True
        reached = self._reached(place)
        at = place if reached is None else reached
        return self._before(at, self._elements[at].start, typed, earlier), reached is not None

    def _reached(self, place: int) -> int | None:
        """Return the claim that leads to a number: 增至 942 亿元, rose 16.2% to RMB 94 billion."""
        marks = [n for n in range(place) if isinstance(self._elements[n], Claim | Statement)][-2:]
        if not marks:
            return None
        last, typed = self._elements[marks[-1]], self._elements[place]
        words = _blanked(self._reading.text, last.end, typed.start, self._elements).strip(" ,，")
        sized = isinstance(last, Statement) and last.units == (PERCENT,)
        claim = self._elements[marks[0] if sized else marks[-1]]
        if not isinstance(claim, Claim) or claim.sense not in ("up", "down"):
            return None
        led = self._subjects.leads(words) or (claim.to and not sized and self._subjects.only_fillers(words))
        return self._elements.index(claim) if led else None

    def _named_beside(self, beside: Level, typed: Statement, earlier: Level) -> Named | None:
        """Return the name of the number that an earlier level is told beside."""
        if beside.beside.link is not None:
            key = self._scene.linked_key(beside.beside, self._year)
            if key is None or not key.period:
                return None  # a number of a record is one of no year
            return Named(((key.metric, key.category),), typed.start, typed.start, "", certain=True)
        if beside.named != beside.beside.start:
            return self._before(beside.place, beside.named, typed, earlier)
        further = level(self._reading, self._elements, beside.place, self._year)
        if further is not None:
            return self._named_beside(further, typed, earlier)
        return self._named_before(beside.place, typed, earlier)[0]

    def _behind(self, typed: Statement) -> Named | None:
        """Return the name behind a number; it is certain where English says only that there were so many."""
        text = self._reading.text
        start = typed.start + unit_word_start(typed.quote) if self._english else typed.end
        named = self._subjects.after(text[start : start + _FAR])
        if named is None or not self._english or not is_ended(text, start + named.end):
            return None if typed.worded else named
        begin = max((e.end for e in self._elements if isinstance(e, Statement) and e.end <= typed.start), default=0)
        begin = max(begin, self._reading.begin(typed.start))
        words = _blanked(text, begin, typed.start, self._elements)
        framed = is_framed(words, self._subjects)
        return replace(named, certain=framed) if framed or not typed.worded else None

    def _tells_what(self, typed: Statement, keys: tuple[Key, ...]) -> bool:
        """Whether a number says what it counts: by its unit, in English also by the name alone."""
        if typed.units or not self._english or not keys:
            return bool(typed.units)
        metric = self._scene.metric(keys[0])
        counted = metric is not None and metric.traits.counted and names_many(metric.name.en)
        return counted and (is_ended(self._reading.text, typed.end) or self._behind(typed) is not None)

    def _before(self, place: int, at: int, typed: Statement, earlier: Level | None = None) -> Named | None:
        """Return the name before the place `at` of which `typed` may be a value."""
        begin = max((e.end for e in self._elements[:place] if isinstance(e, Statement) and not e.form), default=None)
        if begin is None:
            begin = self._reading.begin(self._elements[0].start)
        words = FROM.sub("", _blanked(self._reading.text, begin, at, self._elements))
        return next((named for named in self._subjects.before(words) if self._keys(named, typed, earlier)), None)

    def _keys(self, named: Named, typed: Statement, earlier: Level | None) -> tuple[Key, ...]:
        year = earlier.period if earlier else self._year_of(typed)
        years = (year,) if earlier is None or earlier.dated else range(year, year - _MOST_YEARS, -1)
        keys = (Key(code, period, category=category) for period in years for code, category in named.targets)
        return tuple(key for key in keys if self._measured(typed, key) is not None)

    def _year_of(self, typed: Statement) -> int:
        """Return the year that a number speaks of."""
        place = self._elements.index(typed)
        if place not in self._years:
            self._years[place] = self._year_at(place, typed)
        return self._years[place]

    def _year_at(self, place: int, typed: Statement) -> int:
        """Return the year behind a number, that of the level reached, or the last one named before."""
        if behind := year_behind(self._reading, self._elements, place, self._year):
            return behind
        came = journey(self._reading, self._elements, place, self._year)
        if came is not None:  # what is compared with is where it began
            return came.period or self._year
        reached = self._reached(place) is not None
        compared = [e.period for e in self._elements if isinstance(e, Comparison) and e.end <= typed.start]
        if compared and compared[-1] is not None and not reached:
            return compared[-1].of(self._year)
        times = [e.period for e in self._elements if isinstance(e, Time) and e.start < typed.start]
        whole = [period for period in times if not period.part]
        return whole[-1].of(self._year) if whole else self._year

    def _in_part(self, typed: Statement, named: Named) -> bool:
        """Whether the words speak of a part of a year; words of the name itself do not count."""
        parts = [e for e in self._elements if isinstance(e, Time) and e.period.part and e.start < typed.start]
        return any(e.quote.lower() not in named.name for e in parts)

    def _measured(self, typed: Statement, key: Key) -> Statement | None:
        metric = self._scene.metric(key)
        if metric is None or self._scene.figures.value(key).value is None:
            return None
        return in_unit(typed, metric, self._scene.figures.catalogue)

    def _fits(self, typed: Statement, key: Key) -> bool:
        told, result = self._measured(typed, key), self._scene.figures.value(key)
        return told is not None and stretch(told).meets(_true(result))

    def _equals(self, typed: Statement, key: Key) -> bool:
        """Whether it is the value itself at the precision with which it is written."""
        told, value = self._measured(typed, key), self._scene.figures.value(key).value
        if told is None or value is None or told.high is not None:
            return False
        return self._fits(typed, key) and (told.value - value).copy_abs() <= quotient(told.step, _TWO)

    def _is_no_chance(self, typed: Statement) -> bool:
        """A number that no words name is meant only where it has digits enough, and only in digits."""
        if typed.worded:
            return False
        digits = len(typed.value.normalize().as_tuple().digits)
        return digits >= _FEW_DIGITS + (not typed.units)


def _true(result: Result) -> Interval:
    assert result.value is not None
    return within_reach(result.value, result.qualifier)


def _blanked(text: str, start: int, end: int, elements: tuple[Element, ...]) -> str:
    """Return the words of a stretch, comparisons, times and first times left blank."""
    words = text[start:end]
    for element in elements:
        if _is_blank(element) and start <= element.start and element.end <= end:
            words = words.replace(text[element.start : element.end], " " * (element.end - element.start))
    return words


def _is_blank(element: Element) -> bool:
    """Whether an element names nothing: a comparison, a year, that it is the first time."""
    if isinstance(element, Claim):
        return element.quote in _FIRST
    return isinstance(element, Comparison) or (isinstance(element, Time) and not element.period.part)

"""One sentence of a text: which number says how much, what a word is said of, and with what year it compares."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from schema.catalogue.kinds import PERCENT
from schema.catalogue.number_format import SHARE, parse_format
from schema.grammar.reference import Key
from schema.validation.statements.asserted import denial
from schema.validation.statements.journeys import Journey, journey
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Scene
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about; `certain` where a link or an unnarrowed name says so."""

    key: Key
    certain: bool
    mark: Element | None = None
    name: str = ""


def _parts(element: Element) -> bool:
    """Whether an element parts what is said before it from what is said behind it: a quantity, a claim."""
    return isinstance(element, Claim) or (isinstance(element, Statement) and not element.form)


_FROM = re.compile(r"[由从從]|(?<![a-z])from(?![a-z])")  # what follows is where it began, not how far it went


class Sentence:
    """One sentence, its elements in order."""

    def __init__(self, reading: Reading, elements: tuple[Element, ...], year: int, scene: Scene) -> None:
        self.reading, self.text, self.language = reading, reading.text, reading.language
        self.elements, self.year, self.scene = elements, year, scene
        self.subjects = scene.subjects(reading.language)

    def size(self, place: int, claim: Claim) -> Statement | None:
        """Return the number that says how much: right behind the claim (增长 13.7%), in English also before it."""
        following = self._next_statement(place)
        if following is not None:
            words = self._words(claim.end, following.start)
            if self.subjects.only_fillers(words) and not _FROM.search(words.lower()):
                return following
        before = self.elements[place - 1] if place else None
        if self.language == "en" and isinstance(before, Statement) and before.units == (PERCENT,):
            return before if not self.text[before.end : claim.start].strip(" -") else None
        return None

    def _next_statement(self, place: int) -> Statement | None:
        for element in self.elements[place + 1 :]:
            if isinstance(element, Claim):
                return None
            if isinstance(element, Statement):
                return element
        return None

    def _words(self, start: int, end: int) -> str:
        """Return the words of a stretch without comparisons and times."""
        words = self.text[start:end]
        for element in self.elements:
            said = isinstance(element, Comparison) or (isinstance(element, Time) and not element.period.part)
            if said and element.start >= start and element.end <= end:
                words = words.replace(self.text[element.start : element.end], " ")
        return words

    def subject(self, place: int, claim: Claim, size: Statement | None) -> Subject | None:
        leads = size is not None and (claim.to or self.is_change(size) or self._leads_to(claim, size))
        if size is not None and size.link is not None and leads:
            return self._linked(size)
        return self._behind(place, claim, size) or self.before(place, claim, size)

    def _leads_to(self, claim: Claim, size: Statement) -> bool:
        return self.subjects.leads(self.text[claim.end : size.start])

    def before(self, place: int, claim: Claim, size: Statement | None) -> Subject | None:
        """Return what stands before the claim: a number of its own, or a name."""
        end = denial(self.reading, claim.start)
        end = min(end, size.start) if size is not None else end
        earlier = [e for e in self.elements[:place] if _parts(e) and e is not size]
        last = earlier[-1] if earlier else None
        words = self._words(last.end if last else self.reading.begin(self.elements[0].start), end)
        if last is not None and self.subjects.only_fillers(words):
            return self._of_statement(last) if isinstance(last, Statement) else None
        return self.named(words, claim.start)

    def _of_statement(self, statement: Statement) -> Subject | None:
        if statement.link is not None:
            return self._linked(statement)
        place = self.elements.index(statement)
        named = self.named(self._words(self._clause(place), statement.start), statement.start)
        return replace(named, mark=statement) if named else None

    def _clause(self, place: int) -> int:
        earlier = [e for e in self.elements[:place] if _parts(e)]
        return earlier[-1].end if earlier else self.reading.begin(self.elements[0].start)

    def named(self, words: str, at: int) -> Subject | None:
        year = self._time(at)
        for named in self.subjects.before(words):
            keys = [Key(code, year, category=category) for code, category in named.targets]
            known = [key for key in keys if self.scene.figures.value(key).value is not None]
            if known:
                sure = len(known) == 1 and (named.certain or named.apart)
                return Subject(known[0], named.certain, name=named.name) if sure else None
        return None

    def _behind(self, place: int, claim: Claim, size: Statement | None) -> Subject | None:
        """English also says: grew 13.7% to {revenue}; a 13.7% increase in revenue."""
        if self.language != "en":
            return None
        last = size if size is not None and size.start > claim.start else claim
        following = next((e for e in self.elements if isinstance(e, Statement) and e.start >= last.end), None)
        if following is not None and following.link and self.subjects.leads(self.text[last.end : following.start]):
            return self._linked(following)
        words = self.text[last.end : last.end + 60]
        if not words.lower().lstrip().startswith(("in ", "of ")):
            return None
        named = self.subjects.after(words)
        keys = [Key(code, self._time(claim.start), category=c) for code, c in named.targets] if named else []
        known = [key for key in keys if self.scene.figures.value(key).value is not None]
        return Subject(known[0], True) if len(known) == 1 else None

    def _linked(self, statement: Statement) -> Subject | None:
        key = self.scene.linked_key(statement, self.year)
        return Subject(key, True, statement) if key is not None and key.period else None

    def _time(self, at: int) -> int:
        """Return the year that the words before a place speak of, else the report's."""
        times = [e.period for e in self.elements if isinstance(e, Time) and e.end <= at and not e.period.part]
        return times[-1].of(self.year) if times else self.year

    def in_part(self, place: int, subject: Subject) -> bool:
        """Whether the claim speaks of a part of a year, of which nothing is kept."""
        start = subject.mark.start if subject.mark else self.reading.begin(self.elements[0].start)
        claim = self.elements[place]
        parts = [e for e in self.elements if isinstance(e, Time) and e.period.part and start <= e.start < claim.end]
        return any(e.quote.lower() not in subject.name for e in parts)

    def comparison(self, place: int) -> Comparison | None:
        """Return the words of comparison nearest to a claim, before it or behind its size."""
        there = [(abs(number - place), e) for number, e in enumerate(self.elements) if isinstance(e, Comparison)]
        return min(there, key=lambda pair: pair[0])[1] if there else None

    def basis(self, place: int, subject: Subject) -> tuple[int, bool]:
        """Return the year compared with (0 = none of ours), and whether the sentence says it."""
        comparison = self.comparison(place)
        if comparison is None:
            return subject.key.period - 1, False
        if comparison.period is None:
            return 0, True
        period = comparison.period
        return (period.year or subject.key.period + period.offset), True

    def course(self, place: int) -> Journey | None:
        """Return from where and to where a claim says that a value went, where it tells both numbers."""
        for at in range(place + 1, len(self.elements)):
            element = self.elements[at]
            if isinstance(element, Claim):
                return None
            told = journey(self.reading, self.elements, at, self.year) if isinstance(element, Statement) else None
            if told is not None:
                return told
        return None

    def is_change(self, size: Statement) -> bool:
        form = parse_format(size.link.format, self.scene.figures.catalogue.units) if size.link else None
        return form is not None and form.change not in ("", SHARE)

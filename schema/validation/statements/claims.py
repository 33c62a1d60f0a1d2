"""Claims of a sentence, growth and fall, multiples and halves, held against the data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.catalogue.number_format import parse_format
from schema.grammar.reference import Key
from schema.validation.facts import AmountAt, Fact, Percent
from schema.validation.statements.changes import Change, change_of, contradicts, size_differs
from schema.validation.statements.measures import in_unit, rate_direction
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, around, quoted
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time
from schema.validation.statements.wording import change_words

_CHANGES = ("up", "down", "same", "double")


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a claim is about; `certain` where a link or an unnarrowed name says so."""

    key: Key
    certain: bool
    mark: Element | None = None
    name: str = ""


def check_claims(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield what the data contradict among the claims of a text, sentence by sentence."""
    for sentence in reading.sentences:
        if any(isinstance(element, Claim) and element.sense in _CHANGES for element in sentence):
            yield from _Sentence(reading, sentence, year, scene).findings()


def _parts(element: Element) -> bool:
    """Whether an element parts what is said before it from what is said behind it: a quantity, a claim."""
    return isinstance(element, Claim) or (isinstance(element, Statement) and not element.form)


class _Sentence:
    """One sentence, its elements in order."""

    def __init__(self, reading: Reading, elements: tuple[Element, ...], year: int, scene: Scene) -> None:
        self._reading, self._text, self._language = reading, reading.text, reading.language
        self._elements, self._year, self._scene = elements, year, scene
        self._subjects = scene.subjects(reading.language)

    def findings(self) -> Iterator[Finding]:
        for place, element in enumerate(self._elements):
            if isinstance(element, Claim) and element.sense in _CHANGES:
                yield from self._claim(place, element)

    def _claim(self, place: int, claim: Claim) -> Iterator[Finding]:
        size = self._size(place, claim)
        change_link = size is not None and self._is_change(size)
        if size is not None and not change_link and not claim.to and self._is_rate_of_change(size):
            yield from self._rate(claim, size)
            return
        subject = self._subject(place, claim, size)
        if subject is None or self._in_part(place, subject):
            return
        basis, said = self._basis(place, subject)
        change = change_of(self._scene.figures, subject.key, basis) if basis else None
        if change is None:
            return
        start, end = around(self._text, claim, size, self._comparison(place))
        told = size.quote if size is not None and change_link else ""
        if contradicts(claim, change):
            finding = self._finding("statement.direction", (start, end), change, told)
            yield finding if subject.certain else replace(finding, severity="doubt")
        elif size is not None and not claim.to and self._is_wrong_size(size, change):
            finding = self._finding("statement.size", (start, end), change, told)
            yield finding if subject.certain and said else replace(finding, severity="doubt")

    # the parts of a claim

    def _size(self, place: int, claim: Claim) -> Statement | None:
        """Return the number that says how much: right behind the claim (增长 13.7%), in English also before it."""
        following = self._next_statement(place)
        if following is not None and self._subjects.only_fillers(self._words(claim.end, following.start)):
            return following
        before = self._elements[place - 1] if place else None
        if self._language == "en" and isinstance(before, Statement) and before.units == (PERCENT,):
            return before if not self._text[before.end : claim.start].strip(" -") else None
        return None

    def _next_statement(self, place: int) -> Statement | None:
        for element in self._elements[place + 1 :]:
            if isinstance(element, Claim):
                return None
            if isinstance(element, Statement):
                return element
        return None

    def _words(self, start: int, end: int) -> str:
        """Return the words of a stretch without comparisons and times."""
        words = self._text[start:end]
        for element in self._elements:
            said = isinstance(element, Comparison) or (isinstance(element, Time) and not element.period.part)
            if said and element.start >= start and element.end <= end:
                words = words.replace(self._text[element.start : element.end], " ")
        return words

    def _subject(self, place: int, claim: Claim, size: Statement | None) -> _Subject | None:
        leads = size is not None and (claim.to or self._is_change(size) or self._leads_to(claim, size))
        if size is not None and size.link is not None and leads:
            return self._linked(size)
        return self._behind(place, claim, size) or self._before(place, claim, size)

    def _leads_to(self, claim: Claim, size: Statement) -> bool:
        return self._subjects.leads(self._text[claim.end : size.start])

    def _before(self, place: int, claim: Claim, size: Statement | None) -> _Subject | None:
        """Return what stands before the claim: a number of its own, or a name."""
        end = min(claim.start, size.start) if size is not None else claim.start
        earlier = [e for e in self._elements[:place] if _parts(e) and e is not size]
        last = earlier[-1] if earlier else None
        words = self._words(last.end if last else self._reading.begin(self._elements[0].start), end)
        if last is not None and self._subjects.only_fillers(words):
            return self._of_statement(last) if isinstance(last, Statement) else None
        return self._named(words, claim.start)

    def _of_statement(self, statement: Statement) -> _Subject | None:
        if statement.link is not None:
            return self._linked(statement)
        place = self._elements.index(statement)
        named = self._named(self._words(self._clause(place), statement.start), statement.start)
        return replace(named, mark=statement) if named else None

    def _clause(self, place: int) -> int:
        earlier = [e for e in self._elements[:place] if _parts(e)]
        return earlier[-1].end if earlier else self._reading.begin(self._elements[0].start)

    def _named(self, words: str, at: int) -> _Subject | None:
        year = self._time(at)
        for named in self._subjects.before(words):
            keys = [Key(code, year, category=category) for code, category in named.targets]
            known = [key for key in keys if self._scene.figures.value(key).value is not None]
            if known:
                return _Subject(known[0], named.certain, name=named.name) if len(known) == 1 else None
        return None

    def _behind(self, place: int, claim: Claim, size: Statement | None) -> _Subject | None:
        """English also says: grew 13.7% to {revenue}; a 13.7% increase in revenue."""
        if self._language != "en":
            return None
        last = size if size is not None and size.start > claim.start else claim
        following = next((e for e in self._elements if isinstance(e, Statement) and e.start >= last.end), None)
        if following is not None and following.link and self._subjects.leads(self._text[last.end : following.start]):
            return self._linked(following)
        words = self._text[last.end : last.end + 60]
        if not words.lower().lstrip().startswith(("in ", "of ")):
            return None
        named = self._subjects.after(words)
        keys = [Key(code, self._time(claim.start), category=c) for code, c in named.targets] if named else []
        known = [key for key in keys if self._scene.figures.value(key).value is not None]
        return _Subject(known[0], True) if len(known) == 1 else None

    def _linked(self, statement: Statement) -> _Subject | None:
        key = self._scene.linked_key(statement, self._year)
        return _Subject(key, True, statement) if key is not None and key.period else None

    # times

    def _time(self, at: int) -> int:
        """Return the year that the words before a place speak of, else the report's."""
        times = [e.period for e in self._elements if isinstance(e, Time) and e.end <= at and not e.period.part]
        return times[-1].of(self._year) if times else self._year

    def _in_part(self, place: int, subject: _Subject) -> bool:
        """Whether the claim speaks of a part of a year, of which nothing is kept."""
        start = subject.mark.start if subject.mark else self._reading.begin(self._elements[0].start)
        claim = self._elements[place]
        parts = [e for e in self._elements if isinstance(e, Time) and e.period.part and start <= e.start < claim.end]
        return any(e.quote.lower() not in subject.name for e in parts)

    def _comparison(self, place: int) -> Comparison | None:
        """Return the words of comparison nearest to a claim, before it or behind its size."""
        there = [(abs(number - place), e) for number, e in enumerate(self._elements) if isinstance(e, Comparison)]
        return min(there, key=lambda pair: pair[0])[1] if there else None

    def _basis(self, place: int, subject: _Subject) -> tuple[int, bool]:
        """Return the year compared with (0 = none of ours), and whether the sentence says it."""
        comparison = self._comparison(place)
        if comparison is None:
            return subject.key.period - 1, False
        if comparison.period is None:
            return 0, True
        period = comparison.period
        return (period.year or subject.key.period + period.offset), True

    # sizes

    def _is_change(self, size: Statement) -> bool:
        form = parse_format(size.link.format, self._scene.figures.catalogue.units) if size.link else None
        return form is not None and bool(form.change)

    def _is_rate_of_change(self, size: Statement) -> bool:
        """Whether a linked number is itself a rate of growth, as its name says."""
        key = self._scene.linked_key(size, self._year)
        metric = self._scene.metric(key) if key is not None else None
        return metric is not None and bool(metric.in_percent) and bool(rate_direction(metric.name))

    def _rate(self, claim: Claim, size: Statement) -> Iterator[Finding]:
        key = self._scene.linked_key(size, self._year)
        metric = self._scene.metric(key) if key is not None else None
        value = self._scene.figures.value(key).value if key is not None else None
        if metric is None or key is None or value is None or claim.sense not in ("up", "down"):
            return
        way = rate_direction(metric.name)
        rises = (value > 0) == (way == "up")
        if value != 0 and rises != (claim.sense == "up"):
            start, end = around(self._text, claim, size)
            facts: dict[str, Fact] = {"quote": quoted(self._text, start, end), "amounts": (AmountAt(key, value),)}
            instead = change_words(self._language, Decimal(1) if rises else Decimal(-1), size.quote)
            yield Finding("statement.rate", "error", start, end, key, {**facts, "instead": instead}, instead)

    def _is_wrong_size(self, size: Statement, change: Change) -> bool:
        metric = self._scene.metric(change.now)
        if not size.typed or metric is None:
            return False
        percent = size.units == (PERCENT,)
        if percent:
            return size_differs(size, change, share=metric.in_percent, percent=True)
        told = in_unit(size, metric, self._scene.figures.catalogue)
        return told is not None and bool(size.units) and size_differs(told, change, share=False, percent=False)

    def _finding(self, code: str, place: tuple[int, int], change: Change, size: str) -> Finding:
        """Return an error; `size` is the link that gives the change where there is one."""
        percent = change.percent
        then = AmountAt(change.before, change.earlier, change.qualifiers[1])
        now = AmountAt(change.now, change.value, change.qualifiers[0])
        instead = change_words(self._language, change.difference, size or ("" if percent is None else Percent(percent)))
        facts: dict[str, Fact] = {"quote": quoted(self._text, *place), "amounts": (then, now), "instead": instead}
        return Finding(code, "error", *place, change.now, facts, instead)

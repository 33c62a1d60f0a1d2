"""Two sentences of one report about one fact: the same words around the number, and numbers that cannot both hold."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.number_format import tells_value
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.fact_words import amount
from schema.validation.facts import Fact
from schema.validation.issue import Issue
from schema.validation.statements.phrases import LONGEST, Spoken, alike, clause, spoken
from schema.validation.statements.places import Passage, first_language, issue_at, stretch_facts
from schema.validation.statements.scene import Scene
from schema.validation.statements.texts import Texts
from schema.validation.statements.typed import meanings, stretch
from schema.values.display import Display
from schema.values.intervals import Interval, within_reach

# So many words name a fact in one text, in two; a change says less of what changed.
_FEW, _MORE, _CHANGE = 4, 5, 8


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a text; `measures` are the dimensions or words that it may count in, `span` is in base units."""

    spoken: Spoken
    measures: frozenset[str]
    span: Interval
    value: Decimal
    qualifier: str
    key: Key | None = None

    @property
    def order(self) -> tuple[str, int]:
        """Where it stands."""
        return self.spoken.passage.name, self.spoken.statement.start


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield each pair of sentences of a report that say different numbers of the same thing."""
    for outline in texts.definitions.outlines.values():
        scene = texts.scene(outline)
        numbers = sorted(_numbers(texts.of(outline), scene), key=lambda number: len(number.spoken.about))
        for first, other in _pairs(numbers):
            if _contradict(first, other) and not _told_of_data(first, other, scene):
                yield _told(sorted((first, other), key=lambda number: number.order), scene)


def _pairs(numbers: Sequence[_Number]) -> Iterator[tuple[_Number, _Number]]:
    """Yield the numbers of one time whose clauses are of like length; they are sorted by it."""
    alike: dict[tuple[int, frozenset[str]], list[int]] = {}
    for place, number in enumerate(numbers):
        alike.setdefault((number.spoken.year, number.spoken.parts), []).append(place)
    for place, first in enumerate(numbers):
        longest = LONGEST * len(first.spoken.about)
        beside = alike[first.spoken.year, first.spoken.parts]
        for other in (numbers[other] for other in beside[bisect_right(beside, place) :]):
            if len(other.spoken.about) > longest:
                break
            yield first, other


def _numbers(passages: Iterable[Passage], scene: Scene) -> Iterator[_Number]:
    """Yield the numbers of a report's texts that their words name, each text in one language."""
    for passage in passages:
        language = first_language(passage)
        for said in spoken(passage, language, scene.units):
            if len(said.about) >= (_CHANGE if said.is_change else _FEW):
                number = _linked(said, scene) if said.statement.link else _typed(said, scene)
                if number is not None:
                    yield number


def _typed(said: Spoken, scene: Scene) -> _Number:
    typed, units = said.statement, scene.figures.catalogue.units
    known = [units[code] for code in typed.units]
    measures = frozenset(unit.dimension for unit in known) or frozenset((typed.counter,))
    factor = known[0].factor if known else Decimal(1)
    return _Number(said, measures, _times(stretch(typed), factor), typed.value, typed.qualifier)


def _linked(said: Spoken, scene: Scene) -> _Number | None:
    key, catalogue = scene.linked_key(said.statement, said.passage.outline.year), scene.figures.catalogue
    metric, link = scene.metric(key) if key else None, said.statement.link
    if key is None or metric is None or link is None or not tells_value(link.format):
        return None
    now = scene.figures.value(key)
    if now.value is None:
        return None
    unit = catalogue.units[metric.unit]
    span = _times(within_reach(now.value, now.qualifier, scene.figures.half_step(now)), unit.factor)
    dated = replace(said, year=key.period or said.year)
    return _Number(dated, frozenset((unit.dimension,)), span, now.value, now.qualifier, key)


def _stated(number: _Number, scene: Scene) -> Stated:
    reading, passage, shown = number.spoken.reading, number.spoken.passage, ""
    metric = scene.metric(number.key) if number.key is not None else None
    if metric is not None:
        shown = amount(Display(metric, scene.figures.catalogue, reading.language), number.value, number.qualifier)
    words = clause(reading, number.spoken.statement, shown)
    return Stated(passage.at(reading.language), words, number.value, number.qualifier, passage.outline.code)


def _times(span: Interval, factor: Decimal) -> Interval:
    return replace(span, low=EXACT.multiply(span.low, factor), high=EXACT.multiply(span.high, factor))


def _contradict(first: _Number, other: _Number) -> bool:
    one, two = first.spoken, other.spoken
    if first.key is not None and other.key is not None:
        return False
    if not first.measures & other.measures or first.span.meets(other.span):
        return False
    same = one.passage == two.passage
    return (same or len(one.about) >= _MORE) and alike(one.about, two.about)


def _told_of_data(first: _Number, other: _Number, scene: Scene) -> bool:
    """Whether the data already contradict one of the two, about the value that the other one is, or contradicts."""
    one, two = (_meant(number, scene) for number in (first, other))
    return bool(one & two)


def _meant(number: _Number, scene: Scene) -> set[Key]:
    if number.key is not None:
        return {number.key}
    said = number.spoken
    meant = meanings(said.reading, said.passage.year, scene)
    return {key for item in meant if item.statement == said.statement for key in (*item.against, *item.equal)}


def _told(pair: Sequence[_Number], scene: Scene) -> Contradiction:
    spoken, (first, other) = pair[0].spoken, (_stated(number, scene) for number in pair)
    facts: dict[str, Fact] = {
        "quote": first.text,
        "otherquote": other.text,
        "otherslot": pair[1].spoken.passage.facts()["slot"],
        **stretch_facts(spoken.reading.text, spoken.statement.start, spoken.statement.end),
    }
    bare = Issue("contradiction.sentences", "doubt", None, facts)
    return contradiction(issue_at(spoken.passage, bare, spoken.reading.language), (first, other))

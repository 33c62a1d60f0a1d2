"""A text as it is read: every number as a statement, with the words of claims, comparisons and times around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from schema.validation.statements.numerals import UnitWords
from schema.validation.statements.reader import Reader
from schema.validation.statements.statement import Claim, Element, Statement, Stop

_MANY = 8192


@dataclass(frozen=True, slots=True)
class Reading:
    """A text in one language with all that means something in it, in the order of the words; `sentences` parts it."""

    text: str
    language: str
    elements: tuple[Element, ...]
    sentences: tuple[tuple[Element, ...], ...]
    _stops: tuple[int, ...]  # where sentences end, and where the words behind those stops begin
    _begins: tuple[int, ...]
    statements: tuple[Statement, ...] = ()  # every number, linked and typed, and those that are no quantity
    says: bool = True  # whether there is a number or a claim

    def end(self, place: int) -> int:
        """Return where the sentence ends that the words behind a place are of."""
        ended = bisect_right(self._stops, place)
        return self._stops[ended] if ended < len(self._stops) else len(self.text)

    def begin(self, place: int) -> int:
        """Return where the words of the sentence at a place begin."""
        begun = bisect_right(self._begins, place)
        return self._begins[begun - 1] if begun else 0


def _sentences(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """Yield the elements between two stops, where there are any."""
    sentence: list[Element] = []
    for element in elements:
        if not isinstance(element, Stop):
            sentence.append(element)
        elif sentence:
            yield tuple(sentence)
            sentence = []
    if sentence:
        yield tuple(sentence)


@lru_cache(maxsize=_MANY)
def read(text: str, language: str, units: UnitWords) -> Reading:
    """Read a text; the same words are read once."""
    elements = _reader(language, units).elements(text)
    stops = [element for element in elements if isinstance(element, Stop)]
    places = tuple([stop.start for stop in stops]), tuple([stop.end for stop in stops])
    statements = tuple([element for element in elements if isinstance(element, Statement)])
    says = bool(statements) or any(isinstance(element, Claim) for element in elements)
    return Reading(text, language, elements, tuple(_sentences(elements)), *places, statements, says)


@lru_cache(maxsize=8)
def _reader(language: str, units: UnitWords) -> Reader:
    return Reader(language, units)

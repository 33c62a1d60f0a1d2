"""What a number is about where no name of a metric says so: the words of its clause, before and behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from schema.validation.statements.numerals import UnitWords
from schema.validation.statements.places import Passage
from schema.validation.statements.reading import Reading, read
from schema.validation.statements.statement import Claim, Comparison, Element, Statement, Time
from schema.validation.statements.subjects import OWNERS
from schema.validation.statements.vocabulary import VOCABULARIES

_CUT = re.compile(r"[，,。！？!?；;：:\n|（）()]|——|\.(?=\s)")
_MARKS = re.compile(r"[“”\"‘’「」《》、·\-—*{}\[\]]")
_WORD = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
# How much of all the words, how much of the shorter clause's (where it has enough) two share, and in one order.
_SHARED, _HELD, _ENOUGH, _ORDERED = 0.8, 0.95, 6, 0.7
_MANY = 8192
LONGEST = 1.5  # so many times as long may the longer of two clauses be


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number as a text says it: `about` are the words of its clause, `year` and `parts` the time it speaks of."""

    passage: Passage
    reading: Reading
    statement: Statement
    about: tuple[str, ...]
    year: int
    parts: frozenset[str]
    is_change: bool


def spoken(passage: Passage, language: str, units: UnitWords) -> Iterator[Spoken]:
    """Yield each quantity of a text in a language, linked and typed, with what it is about."""
    reading = read(passage.words.get(language), language, units)
    for heard in _heard(reading.text, language, passage.year, units):
        yield Spoken(passage, reading, *heard)


@lru_cache(maxsize=_MANY)  # the same words say the same whatever the data are
def _heard(
    text: str, language: str, year: int, units: UnitWords
) -> tuple[tuple[Statement, tuple[str, ...], int, frozenset[str], bool], ...]:
    """Return each quantity of a text of a year, with the other fields of what is spoken."""
    return tuple(_quantities(read(text, language, units), year))


def _quantities(reading: Reading, of: int) -> Iterator[tuple[Statement, tuple[str, ...], int, frozenset[str], bool]]:
    for sentence in reading.sentences:
        numbers = [e for e in sentence if isinstance(e, Statement) and not e.form]
        for statement in numbers:
            before = [e for e in sentence if e.end <= statement.start]
            times = [e.period for e in before if isinstance(e, Time) and not e.period.part]
            year = times[-1].of(of) if times else of
            parts = frozenset(e.quote for e in before if isinstance(e, Time) and e.period.part)
            change = bool(before) and isinstance(last := before[-1], Claim) and last.sense in ("up", "down")
            yield statement, about(reading, statement, sentence), year, parts, change


def about(reading: Reading, statement: Statement, sentence: Iterable[Element]) -> tuple[str, ...]:
    """Return the words of a number's clause that say what it counts; fillers, times and owners are left out."""
    text, around = reading.text, [e for e in sentence if isinstance(e, Statement) and not e.form and e is not statement]
    begin = max((e.end for e in around if e.end <= statement.start), default=reading.begin(statement.start))
    end = min((e.start for e in around if e.start >= statement.end), default=_end(text, statement.end))
    cuts = [match.end() for match in _CUT.finditer(text, begin, statement.start)]
    cut = _CUT.search(text, statement.end, end)
    stretches = ((cuts[-1] if cuts else begin, statement.start), (statement.end, cut.start() if cut else end))
    said = " ".join(_without_times(text, *stretch, sentence) for stretch in stretches)
    return words_of(said, reading.language)


def clause(reading: Reading, statement: Statement, instead: str = "") -> str:
    """Return the words of a number's clause as they stand there, a link replaced by what it prints."""
    begin, text = reading.begin(statement.start), reading.text
    cuts = [match.end() for match in _CUT.finditer(text, begin, statement.start)]
    start, end = cuts[-1] if cuts else begin, _end(text, statement.end)
    said = text[start : statement.start] + (instead or statement.quote) + text[statement.end : end]
    return " ".join(said.replace("**", "").split())


@lru_cache(maxsize=_MANY)
def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the words that say something: characters in Chinese."""
    bare = OWNERS.sub(" ", VOCABULARIES[language].fillers.sub(" ", text.lower()))
    return tuple(_WORD.findall(_MARKS.sub(" ", bare)))


@lru_cache(maxsize=_MANY)
def alike(first: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two clauses say the same of different numbers: the same words, mostly in the same order.

    One of them may say more, who it is about or when, where the other has words enough.
    """
    if first == other:
        return True
    shared, shorter = sum((Counter(first) & Counter(other)).values()), min(len(first), len(other))
    held = shorter >= _ENOUGH and shared >= _HELD * shorter
    if not held and shared < _SHARED * (len(first) + len(other) - shared):
        return False
    blocks = SequenceMatcher(None, first, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= _ORDERED * shorter


def _end(text: str, place: int) -> int:
    stop = _CUT.search(text, place)
    return stop.start() if stop else len(text)


def _without_times(text: str, start: int, end: int, sentence: Iterable[Element]) -> str:
    words = text[start:end]
    for element in sentence:
        if isinstance(element, Comparison | Time) and start <= element.start and element.end <= end:
            words = words.replace(element.quote, " ")
    return words

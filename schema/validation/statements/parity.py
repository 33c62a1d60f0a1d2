"""The language versions of a text carry the same statements: the same links, and the same typed numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from schema.catalogue.number_format import SHARE, tells_value
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.facts import Coded, Facts
from schema.validation.issue import Issue
from schema.validation.statements.numerals import UnitWords
from schema.validation.statements.places import Passage, issue_at
from schema.validation.statements.reading import Reading, read
from schema.validation.statements.scene import Scene
from schema.values.chinese_numerals import SIGNS, read_chinese
from schema.values.english_numerals import RUN, SMALL, read_english

_CHINESE = re.compile(f"[{SIGNS}]+")
_ENGLISH: Mapping[str, int] = {**SMALL, "hundred": 100, "dozen": 12, "a": 1, "both": 2}
_ENGLISH_RUN = re.compile(rf"(?<![a-z-])(?:{RUN})(?![a-z])")
_DIGIT_RUN = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MANY = 8192
_SCALES = (Decimal(1), Decimal("1e3"), Decimal("1e4"), Decimal("1e6"), Decimal("1e8"), Decimal("1e9"))


@dataclass(frozen=True, slots=True)
class _Version:
    """What one language says: the values that it cites, and the numbers that are typed."""

    reading: Reading
    links: frozenset[str]
    typed: Mapping[Decimal, str]


def check_parity(passage: Passage, scene: Scene) -> Iterator[Issue]:
    """Yield a doubt for each language that cites other numbers in the place of the report's own; fewer are no fault."""
    own = passage.outline.language
    text = passage.words.get(own)
    if not text:
        return
    for language in LANGUAGES:
        other = passage.words.get(language)
        facts = _unlike((text, own), (other, language), passage.outline.year, scene.units) if other else None
        if facts is not None:
            yield issue_at(passage, Issue("statement.parity", "doubt", None, facts), language)


@lru_cache(maxsize=_MANY)
def _unlike(own: tuple[str, str], other: tuple[str, str], year: int, units: UnitWords) -> Facts | None:
    """Return what one language (text and language) says that the report's own does not; None where they agree."""
    if own[1] == other[1]:
        return None
    first = _version(*own, year, units)
    if not (first.reading.statements or "{" in other[0] or _DIGIT_RUN.search(other[0])):
        return None
    return _compared(first, _version(*other, year, units))


def _compared(own: _Version, other: _Version) -> Facts | None:
    more, fewer = other.links - own.links, own.links - other.links
    lost = [quote for value, quote in own.typed.items() if not _says(other, value)]
    added = [quote for value, quote in other.typed.items() if not _says(own, value)]
    if not ((more and fewer) or (lost and added)):
        return None
    return {
        "tongue": Coded("language", other.reading.language),
        "own": Coded("language", own.reading.language),
        "ours": (*_named(fewer), *lost),
        "theirs": (*_named(more), *added),
    }


def _named(links: frozenset[str]) -> tuple[str, ...]:
    """Return links as their writers know them."""
    return tuple(f"{{{link}}}" for link in sorted(links))


@lru_cache(maxsize=_MANY)  # the same words say the same whatever the data are
def _version(text: str, language: str, year: int, units: UnitWords) -> _Version:
    reading = read(text, language, units)
    links: set[str] = set()
    typed: dict[Decimal, str] = {}
    for statement in reading.statements:
        if statement.link is not None:
            form = statement.link.format
            change = "change" if form.startswith("change") else "" if tells_value(form) else SHARE
            key = statement.link.reference.key(year)
            links.add((key if key.period else Key(key.metric, 0)).canonical() + ("|" + change if change else ""))
        elif statement.typed and not statement.worded:
            typed.setdefault(statement.value, statement.quote)
            if statement.high is not None:
                typed.setdefault(statement.high, statement.quote)
    return _Version(reading, frozenset(links), typed)


def _says(version: _Version, value: Decimal) -> bool:
    """Whether a version says a number somewhere, in digits or in words; links may print it, too."""
    text, english = version.reading.text, version.reading.language == "en"
    if value in version.typed or (not english and _in_chinese(text, value)):
        return True
    runs = {Decimal(run.replace(",", "")) for run in _DIGIT_RUN.findall(text)}
    if any(value == run * scale for run in runs for scale in _SCALES):
        return True
    return english and _in_english(text, value)


def _in_chinese(text: str, value: Decimal) -> bool:
    """Whether Chinese numerals say a number: 二十 = 20, 六百万 = 6,000,000."""
    return any(number[0] == value for run in _CHINESE.findall(text) if (number := read_chinese(run)))


def _in_english(text: str, value: Decimal) -> bool:
    """Whether English words say a number: six, a dozen, twenty-four, four hundred million."""
    lowered = text.lower()
    if any(number[0] == value for run in _ENGLISH_RUN.findall(lowered) if (number := read_english(run))):
        return True
    words = re.findall(r"[a-z]+", lowered)
    numbers = [_ENGLISH.get(word, -1) for word in words]
    said = {Decimal(number) for number in numbers if number >= 0}
    said |= {Decimal(a + b) for a, b in pairwise(numbers) if a >= 20 > b > 0}
    return any(value == number * scale for number in said for scale in _SCALES)

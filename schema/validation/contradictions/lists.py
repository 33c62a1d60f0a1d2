"""A sentence that says how many things it lists, and lists another number of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from schema.grammar.words import LANGUAGES, Words, is_chinese
from schema.validation.contradictions.contradiction import Contradiction, Stated, contradiction
from schema.validation.facts import Fact
from schema.validation.issue import Issue
from schema.validation.statements.places import Passage, first_language, issue_at, stretch_facts
from schema.validation.statements.texts import Texts
from schema.values.numerals import read_any

_NUMBER = r"(?P<number>\d{1,2}|[二两兩三四五六七八九十]{1,3})"
_COUNTED = r"\s*(?:个|個|大|项|項|种|種|类|類|位|家|条|條|所|点|點|方面|省|市){1,2}[^，,。；;：:、\n“”「」{}\d]{0,8}"
_LIST = re.compile(
    rf"(?<![\d.,约約近超过過第十余餘多])(?<![约約近超过過第][ ]){_NUMBER}{_COUNTED}"
    r"(?:[：:]|[，,]?(?:其中)?(?:包括|分别是|分別是|分别为|分別為|即)[：:]?)"
    r"(?P<items>[^。；;\n：:{}]{4,200}?)(?=[。；;\n]|$)"
)
_OPEN = re.compile(r"[等…]|之一|其中|此外|另")  # a list that goes on, or goes over into something else
_AND = re.compile(r"以及|[和与與及]")
_LONGEST = 14  # a thing that is listed is named in so many characters


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that a text says, and what it lists: how many, at least and at most."""

    quote: str
    start: int
    number: int
    listed: tuple[int, int]


def everywhere(texts: Texts) -> Iterator[Contradiction]:
    """Yield each sentence that lists more or fewer things than it says."""
    for outline in texts.definitions.outlines.values():
        for passage in texts.of(outline):
            yield from _of_passage(passage)


def _of_passage(passage: Passage) -> Iterator[Contradiction]:
    own = first_language(passage)
    found = _lists(passage.words.get(own))
    for place, one in enumerate(found):
        others = (_lists(passage.words.get(language)) for language in LANGUAGES)
        told = {n: lists[place].quote for n, lists in zip(LANGUAGES, others, strict=True) if len(lists) == len(found)}
        quote = Words(*(told.get(language, one.quote) for language in LANGUAGES))
        yield _told(passage, own, one, quote)


@lru_cache(maxsize=8192)  # every check reads all texts again, and few of them are other ones
def _lists(text: str) -> tuple[_Found, ...]:
    """Return the lists of a text that have another number of things than it says."""
    if not is_chinese(text):
        return ()
    found = (_counted(match) for match in _LIST.finditer(text))
    return tuple(one for one in found if one is not None and not one.listed[0] <= one.number <= one.listed[1])


def _counted(match: re.Match[str]) -> _Found | None:
    items, number = match["items"], read_any(match["number"])
    mark = "、" if "、" in items else "，"
    if number is None or _OPEN.search(items) or ("、" in items and re.search(r"[，,]", items)):
        return None
    things = items.split(mark)
    if len(things) < 3 or any(not 0 < len(thing.strip()) <= _LONGEST for thing in things):
        return None
    most = sum(len(_AND.split(thing)) for thing in things)
    return _Found(" ".join(match[0].split()), match.start(), int(number), (len(things), most))


def _told(passage: Passage, language: str, found: _Found, quote: Words) -> Contradiction:
    text = passage.words.get(language)
    facts: dict[str, Fact] = {"quote": quote, "value": found.number, "computed": found.listed[0]}
    facts |= stretch_facts(text, found.start, found.start + len(found.quote))
    at, report = passage.at(language), passage.outline.code
    said = (Stated(at, str(found.number), report=report), Stated(at, quote, report=report))
    return contradiction(issue_at(passage, Issue("contradiction.listed", "doubt", None, facts), language), said)

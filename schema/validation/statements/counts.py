"""Bare counts as English tells them: suppliers numbered 4,951; we had a total of 4,951 suppliers."""

from __future__ import annotations

import re

from schema.validation.statements.subjects import OWNERS, Subjects
from schema.values.chinese_numerals import SIGNS
from schema.values.english_numerals import RUN

# What may stand behind a count of everything there is: the end, a time, what it is compared with; a place narrows it.
_ENDED = re.compile(
    r"\s*(?:$|[.,;:()–—|\n]|"
    r"(?:in|for) (?:total|all|(?:19|20)\d\d|the (?:reporting |previous |year)|this )|"
    r"(?:at|by) (?:the |year|\d)|as (?:of|at) |"
    r"during the |this year|worldwide|globally|up |down |an? (?:increase|decrease|rise|fall)|compared|versus|"
    r"from (?:(?:about |some |nearly |over )?(?:RMB )?\d|last |the (?:previous|preceding|prior) )|"
    r"year[- ]on[- ]year)",
    re.IGNORECASE,
)
# Words of a count that says itself what it counts; one of them must stand before the number.
_HAD = re.compile(
    r"(?<![a-z])(?:had|have|has|were|are|total(?:led|ed|ling|ing)?|number(?:ed|s)?|worked with|there|employed)(?![a-z])"
)
_FRAME = re.compile(r"(?<![a-z])(?:there|worked|employed|end)(?![a-z])|(?:19|20)\d\d")
# The word that a count of people is told in, behind digits and scale word: 12,000 employees.
_UNIT_WORD = re.compile(
    r"\d\s*(?:thousand|million|billion)?\s*(?P<word>(?!thousand|million|billion|trillion)[a-z][a-z ]*)$", re.IGNORECASE
)
_DIGITS_END = re.compile(rf".*?(?:\d[\d,.]*|[{SIGNS}]+|(?<![a-z])(?:{RUN})(?![a-z]))\s*", re.IGNORECASE)
_MANY = re.compile(r"[a-rt-z]s(?![a-z])|(?<![a-z])(?:people|staff)(?![a-z])", re.IGNORECASE)


def names_many(name: str) -> bool:
    """Whether an English name is that of many things: suppliers, average daily active users, people helped."""
    return _MANY.search(name) is not None


def is_ended(text: str, end: int) -> bool:
    """Whether nothing behind a count narrows it or is what it counts."""
    return _ENDED.match(text, end) is not None


def is_framed(words: str, subjects: Subjects) -> bool:
    """Whether the words of a clause before a count say only that there were so many."""
    bare = words.lower()
    return _HAD.search(bare) is not None and subjects.only_fillers(OWNERS.sub("", _FRAME.sub("", bare)))


def unit_word_start(quote: str) -> int:
    """Return where in a number's own words those begin that it is told in; its length where there are none."""
    match = _UNIT_WORD.search(quote)
    return match.start("word") if match else len(quote)


def unit_start(quote: str) -> int:
    """Return where in a number's own words those begin that stand behind its digits."""
    match = _DIGITS_END.match(quote)
    return match.end() if match else len(quote)

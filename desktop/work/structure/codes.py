"""Codes that nobody has to think of: made from names, free in the place that they are for."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import chain, count

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, block_names
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words

# The first of the 3,755 everyday characters of GB 2312, which stand there by their sounds, for each initial letter.
_FIRST = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g"),
    (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o"),
    (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"),
    (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_END = 0xD7F9
_STARTS, _LETTERS = zip(*_FIRST, strict=True)
_LONGEST, _MOST_WORDS = 16, 3
_SMALL = frozenset(("a", "an", "and", "by", "for", "in", "of", "on", "or", "per", "the", "to", "with"))


def initials(text: str) -> str:
    """Return the first letters of a text's words and of its characters' sounds: 正式员工总数 → zsygzs."""
    return "".join(_letter(letter) for letter in text)


@lru_cache(maxsize=4096)  # the names of a catalogue are written with a few hundred
def _letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower() if letter.isalnum() else ""
    try:
        place = int.from_bytes(letter.encode("gb2312"), "big")
    except UnicodeEncodeError:
        return ""
    return str(_LETTERS[bisect_right(_STARTS, place) - 1]) if _STARTS[0] <= place < _END else ""


def word_of(names: Words) -> str:
    """Return a word for a code: the English name's own words, else the initials; empty where there is neither."""
    plain = unicodedata.normalize("NFKD", names.en).encode("ascii", "ignore").decode().lower()
    said = [word for word in re.findall(r"[a-z0-9]+", plain) if word not in _SMALL]
    words = _fitting(said[:_MOST_WORDS]) or initials(names.zh_hans or names.zh_hant)
    return words[:_LONGEST].lstrip("0123456789")


def _fitting(words: Iterable[str]) -> str:
    """Return the words joined as far as they are short enough together; the first in any case."""
    made = ""
    for word in words:
        if made and len(made + word) > _LONGEST:
            break
        made += word
    return made


def free_code(prefix: str, word: str, taken: Collection[str]) -> str:
    """Return `prefix.word`, with a number where that is taken."""
    base = ".".join(filter(None, (prefix, word or "new")))
    return next(code for code in chain((base,), (f"{base}{number}" for number in count(2))) if code not in taken)


def metric_code(names: Words, catalogue: Catalogue, beside: Iterable[str]) -> str:
    """Propose the code of a new metric; its family is that of most metrics `beside` it."""
    families = Counter(code.partition(".")[0] for code in beside if "." in code)
    family = families.most_common(1)[0][0] if families else ""
    return free_code(family, word_of(names), catalogue.metrics)


def section_code(names: Words, outline: Outline, above: str) -> str:
    """Propose the code of a new section below `above` ("": a chapter)."""
    return free_code(above, word_of(names), part_names(outline))


def block_id(outline: Outline, section: str, word: str) -> str:
    """Propose the id of a new block."""
    return free_code(section, word, part_names(outline))


def part_names(outline: Outline) -> frozenset[str]:
    """Return what sections, blocks and slots are named by."""
    named = (block_names(block) for section in outline.walk() for block in section.blocks)
    return frozenset((*(section.code for section in outline.walk()), *chain.from_iterable(named)))


def codes_in(references: Iterable[str]) -> list[str]:
    """Return the metrics' codes of references."""
    return [found.code for found in map(parse_reference, references) if found is not None]

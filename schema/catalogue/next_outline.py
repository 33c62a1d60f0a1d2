"""Last year's outline becomes next year's: the same tree a year on, its explanations still to be confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from schema.catalogue.outline import Outline, Section, words_within
from schema.grammar.words import LANGUAGES, Words

CODE = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_CODE = 40
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def roll_outline(outline: Outline, code: str, title: Words | None = None, year: int = 0) -> Outline:
    """Return the outline of another year (0: the year after); `title` replaces the old one with its year moved on."""
    year = year or outline.year + 1
    return replace(
        outline,
        code=code,
        year=year,
        title=title or next_title(outline, year),
        rolled_from=outline.code,
        unconfirmed={framework: tuple(reasons) for framework, reasons in outline.explanations.items()},
        figures="computed",
    )


def next_title(outline: Outline, year: int = 0) -> Words:
    """Return the title with its year moved on to another (0: the year after); one without the year stays."""
    texts = (outline.title.get(language) for language in LANGUAGES)
    return Words(*(_moved(text, outline.year, year or outline.year + 1) for text in texts))


def _moved(text: str, before: int, after: int) -> str:
    """Return words with their year moved on; of a year over two calendar years (2020/21) both move."""
    for mark, digits in product("/-–", (2, 4)):
        old, new = (f"{year - 1}{mark}{str(year)[-digits:]}" for year in (before, after))
        if re.search(rf"(?<!\d){old}(?!\d)", text) and (mark == "/" or digits == 2):
            return text.replace(old, new)
    return text.replace(str(before), str(after))


def next_code(outline: Outline, year: int = 0) -> str:
    """Return the code that the report of another year (0: the year after) would have."""
    before, after = str(outline.year), str(year or outline.year + 1)
    return outline.code.replace(before, after) if before in outline.code else f"{outline.code}-{after}"


def year_in(code: str) -> int:
    """Return the year that a report's code names, or 0."""
    found = _YEAR.search(code)
    return int(found[0]) if found else 0


def names_year(text: str, year: int) -> bool:
    """Whether words name a year (2022, 2022年, @2022; not 12022)."""
    return re.search(rf"(?<!\d){year}(?!\d)", text) is not None


def dated_words(outline: Outline, year: int) -> Iterator[tuple[Section, Words]]:
    """Yield headings, captions, labels and footnotes that name a year, with the section that they stand in."""
    for section in outline.walk():
        for words in (section.title, *words_within(section.blocks)):
            if any(names_year(words.get(language), year) for language in LANGUAGES):
                yield section, words

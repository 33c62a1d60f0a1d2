"""Entities as old sheets name them: by code or name in any language; the company by its own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import COMPANY
from schema.grammar.words import Words
from schema.mistakes import near

_BLANKS = re.compile(r"\s+")
# What a row or a column of the whole company is called beside those of its entities.
_WHOLE = ("合计", "合計", "总计", "總計", "全公司", "公司合计", "公司合計", "集团", "集團", "total", "group", "company")


@dataclass(frozen=True, slots=True)
class EntityNames:
    """The codes of entities by all their names; without entities it knows none."""

    codes: Mapping[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, catalogue: Catalogue) -> EntityNames:
        """Gather the names of a catalogue's entities."""
        if not catalogue.entities:
            return cls()
        company = (*_words(catalogue.company.name), *_words(catalogue.company.short), *_WHOLE)
        found = dict.fromkeys(map(_plain, company), COMPANY)
        for entity in catalogue.entities:
            found |= dict.fromkeys(map(_plain, (entity.code, *_words(entity.name))), entity.code)
        return cls(found)

    def code(self, text: str) -> str | None:
        """Return the entity that a text names, empty for the company; None where it names none."""
        return self.codes.get(_plain(text))

    def near(self, text: str) -> str:
        """Return the name that somebody may have meant."""
        return near(_plain(text), self.codes)

    def unknown(self, heads: Iterable[str]) -> Iterator[str]:
        """Yield what of these names no entity below the company."""
        return (head for head in heads if not self.code(head))


NOBODY = EntityNames()


def _words(words: Words) -> tuple[str, ...]:
    return tuple(filter(None, (words.zh_hans, words.zh_hant, words.en)))


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text).strip().casefold()

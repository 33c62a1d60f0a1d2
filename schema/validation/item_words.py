"""What a report asks for in words: a value by its name, a text or a list by its title and its section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.catalogue.punctuation import PUNCTUATION
from schema.validation.contents import ItemAt
from schema.validation.issue import ListAt
from schema.validation.part_words import PartWords
from schema.values.datapoint import Snapshot
from schema.values.key_words import key_words
from schema.values.subject import TextAt

_MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class ItemWords:
    """The items of one report in a language."""

    outline: Outline
    catalogue: Catalogue
    snapshot: Snapshot
    language: str

    def name(self, at: ItemAt) -> str:
        """Return one item's name."""
        match at:
            case TextAt():
                return self._placed(at.slot)
            case ListAt():
                return self._placed(at.block)
            case _:
                return key_words(at, self.catalogue, self.language, self.snapshot.records).bracketed()

    def names(self, items: Iterable[ItemAt]) -> str:
        """Return the names of several, the first few where there are many; each once."""
        known = list(dict.fromkeys(map(self.name, items)))
        marks, more = PUNCTUATION[self.language], len(known) - _MOST_NAMES
        shown = marks.series.join(known[:_MOST_NAMES])
        if more <= 0:
            return shown
        return shown + self.catalogue.phrases["item.more"].best(self.language).format(count=str(more))

    def _placed(self, part: str) -> str:
        return PartWords(self.outline, self.catalogue, self.language).name(part)

"""Numbers of a text recognised: those that equal a value of the workspace by what is said around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from schema.catalogue.outline import Outline
from schema.grammar.words import LANGUAGES, Words
from schema.moment import Moment
from schema.validation.quoted.scanner import Basis, Scanner
from schema.validation.quoted.table_row import Around
from schema.validation.statements.links import link_for
from schema.validation.statements.places import SlotPassage
from schema.validation.statements.reading import read
from schema.validation.statements.scene import Scene
from schema.validation.statements.worklist import Offer, offers

_LINE = re.compile(r"[^\n]+")
_SAME = ("match", "circular")  # what a report alone has said is the value that is kept of it


class Linking:
    """Looks at the texts of one report: a number that its words name is taken, else one that only one value equals."""

    def __init__(self, moment: Moment, outline: Outline, language: str, texts: Sequence[str]) -> None:
        self._outline, self._language = outline, language
        self._scene = Scene(moment.figures, {outline.code: outline})
        self._scanner = Scanner(Basis(moment.definitions, moment.figures), texts)

    def count(self, words: str) -> int:
        """Return how many numbers a text has."""
        return len(read(words, self._language, self._scene.units).statements)

    def offers(self, slot: str, words: str) -> tuple[Offer, ...]:
        """Return the numbers of a text that can be linked, each once."""
        named = tuple(self._named(words))
        said = Words(*(words if one == self._language else "" for one in LANGUAGES))
        equal = offers(SlotPassage(self._outline, slot, said), self._language, self._scene)
        taken = [(one.start, one.end) for one in named]
        free = (one for one in equal if not any(one.start < end and start < one.end for start, end in taken))
        return (*named, *free)

    def _named(self, words: str) -> Iterator[Offer]:
        where = (self._language, self._outline.year)
        for line in _LINE.finditer(words):
            for found in self._scanner.numbers(line[0], Around("", ())):
                statement, key = found.statement, found.key
                if found.agreement not in _SAME or statement is None or key is None:
                    continue
                start, end = line.start() + found.start, line.start() + found.end
                link = link_for(statement, key, self._scene, where)
                yield Offer(start, end, words[start:end], key, link)

"""Names of programmes that a text misspells: one character off a name that the workspace quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue
from schema.values.datapoint import Snapshot

_QUOTED = re.compile(r"[“‘「『《]([\u4e00-\u9fff·]{3,12})[”’」』》]")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A name as a text writes it, at a place of a paragraph, and as the workspace does."""

    start: int
    quote: str
    known: str


class ProgrammeNames:
    """The names that a workspace puts in quotation marks: in its texts, its records and its catalogue."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue) -> None:
        self._known = frozenset(_names(snapshot, catalogue))
        self._by_length = dict[int, list[str]]()
        for name in sorted(self._known):
            self._by_length.setdefault(len(name), []).append(name)

    def misspelt(self, text: str) -> Iterator[Misspelt]:
        """Yield each quoted name of a paragraph that is one character off a known one."""
        for match in _QUOTED.finditer(text):
            name = match[1]
            if len(name) < _SHORTEST or name in self._known or any(name in known for known in self._known):
                continue
            near = next((known for known in self._near(name) if _apart(name, known)), "")
            if near:
                yield Misspelt(match.start(1), name, near)

    def _near(self, name: str) -> Iterator[str]:
        for length in (len(name), len(name) - 1, len(name) + 1):
            yield from self._by_length.get(length, ())


def _names(snapshot: Snapshot, catalogue: Catalogue) -> Iterator[str]:
    said: list[Iterable[str]] = [snapshot.texts.values()]
    said.append(
        w for r in snapshot.records.values() for f in r.fields.values() for w in (f.words.zh_hans, f.words.zh_hant)
    )
    said.append(w for m in catalogue.metrics.values() for w in (m.name.zh_hans, m.name.zh_hant))
    for texts in said:
        for text in texts:
            yield from (name for name in _QUOTED.findall(text) if len(name) >= _SHORTEST)


def _apart(name: str, known: str) -> bool:
    """Whether two names differ in one character: another one, one more, one less."""
    if len(name) == len(known):
        return sum(a != b for a, b in zip(name, known, strict=True)) == 1
    longer, shorter = (name, known) if len(name) > len(known) else (known, name)
    return len(shorter) >= _SHORTEST and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))

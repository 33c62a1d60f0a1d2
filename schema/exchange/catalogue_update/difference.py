"""What a newer built-in catalogue says otherwise than a workspace, one item or field at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from schema.exchange.catalogue_update.entries import Cells, Id
from schema.grammar.words import LANGUAGES, NO_WORDS, Words

# added, changed, removed: only the built-in catalogue has changed it. The others stay as they are unless somebody says
# otherwise. conflict: both have changed it. held: another unit or kind under values that were entered in the old one.
# kept: gone from the built-in catalogue, but there is something of the company's in it. offered: new, but in reports
# that the company has partly thrown out.
Kind = Literal["added", "changed", "removed", "conflict", "held", "kept", "offered"]
COMING: tuple[Kind, ...] = ("added", "changed", "removed")
KINDS: tuple[Kind, ...] = (*COMING, "conflict", "held", "kept", "offered")


@dataclass(frozen=True, slots=True)
class Part:
    """One field's cells as they are and as they would be."""

    field: str
    now: Cells
    new: Cells

    def shown(self, language: str) -> tuple[str, str]:
        """Return both for people: in this language, where only another one differs in that."""
        both = tuple((_shown(self.now, one), _shown(self.new, one)) for one in (language, *LANGUAGES))
        return next((pair for pair in both if pair[0] != pair[1]), both[0])


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry that is new or gone, or fields of it that belong together; `name` is that of the entry, for people."""

    kind: Kind
    id: Id
    parts: tuple[Part, ...] = ()
    name: Words = NO_WORDS

    @property
    def sheet(self) -> str:
        """Return which list of the catalogue it is about: metrics, units …"""
        return self.id[0]

    @property
    def place(self) -> str:
        """Return how people name it: `metrics/energy.gas`, with a field `metrics/energy.gas#unit`."""
        own = "/".join(filter(None, self.id))
        return f"{own}#{self.parts[0].field}" if self.parts else own

    @property
    def comes(self) -> bool:
        """Whether it comes in where nobody says anything."""
        return self.kind in COMING

    @property
    def is_asked(self) -> bool:
        """Whether it is left to a person, who may take it."""
        return not self.comes and self.kind != "kept"

    def now(self, language: str) -> str:
        """Return what stands there, for people."""
        return " · ".join(filter(None, (part.shown(language)[0] for part in self.parts)))

    def new(self, language: str) -> str:
        """Return what would stand there."""
        return " · ".join(filter(None, (part.shown(language)[1] for part in self.parts)))


def words_of(cells: Mapping[str, Cells]) -> Words:
    """Return what people call an entry: its name, its title, else what it says."""
    named = next((cells[name] for name in ("name", "title") if any(cells.get(name, ()))), ())
    if len(named) == len(LANGUAGES):
        return Words(*named)
    said = " ".join(texts[0] for name, texts in cells.items() if len(texts) == 1 and name != "code" and texts[0])
    return Words(said, said, said)


def _shown(cells: Cells, language: str) -> str:
    return Words(*cells).best(language) if len(cells) == len(LANGUAGES) else cells[0]

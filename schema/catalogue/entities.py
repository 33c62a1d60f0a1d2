"""Who reports below the company: subsidiaries and sites, as a tree. The company itself is its root and has no entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schema.grammar.decimals import quotient
from schema.grammar.words import Words

Boundary = Literal["operational", "financial", "equity"]
COMPANY = ""
EVERY = "*"  # in a reference and in a metric's `entities`: all those that have none below them
WHOLE = Decimal(100)


@dataclass(frozen=True, slots=True)
class Entity:
    """A subsidiary or site, below `parent` (empty: the company), from year `since` to `until` (0 = no limit).

    `share` is the percentage that its parent holds. By `boundary` what it reports counts whole where its parent
    controls it (operational, financial), and by the share where the equity share decides. `department` is asked for
    its values; empty: whoever is asked for the metric. `regions`: the factors of where it is, in place of those of
    its parent.
    """

    code: str
    name: Words
    parent: str = COMPANY
    share: Decimal = WHOLE
    since: int = 0
    until: int = 0
    boundary: Boundary = "operational"
    department: str = ""
    regions: tuple[str, ...] = ()

    @property
    def weight(self) -> Decimal:
        """By what its values count in those of its parent."""
        return quotient(self.share, WHOLE) if self.boundary == "equity" else Decimal(1)

    def stands_in(self, year: int) -> bool:
        """Whether it belongs to its parent in a year."""
        return self.since <= year and (not self.until or year <= self.until)


def is_tree(entities: Sequence[Entity]) -> bool:
    """Whether each has a code of its own and stands below the company, at whatever depth."""
    parents = {entity.code: entity.parent for entity in entities}
    return (
        len(parents) == len(entities)
        and all(not stands_below_itself(code, parents) for code in parents)
        and all(parent in (COMPANY, *parents) for parent in parents.values())
    )


def path_up(code: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    """Return an entity and those above it, as far as they are known and no one twice."""
    path = [code]
    while (parent := parents.get(path[-1], COMPANY)) in parents and parent not in path:
        path.append(parent)
    return tuple(path)


def stands_below_itself(code: str, parents: Mapping[str, str]) -> bool:
    """Whether the way up from an entity comes back to it."""
    return parents.get(path_up(code, parents)[-1]) == code


class EntityTree:
    """The tree of a catalogue's entities, made once for all questions."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = {entity.code: entity for entity in entities}
        self._children: dict[str, list[Entity]] = {}
        for entity in self.entities.values():
            self._children.setdefault(entity.parent, []).append(entity)
        self._leaves: dict[tuple[str, int], tuple[str, ...]] = {}

    def knows(self, code: str) -> bool:
        """Whether values may be kept of an entity; the company is known always."""
        return code == COMPANY or code in self.entities

    def children(self, code: str, year: int) -> tuple[Entity, ...]:
        """Return what belongs to an entity directly in a year, in the order of the definitions."""
        return tuple([child for child in self._children.get(code, ()) if child.stands_in(year)])

    def leaves(self, code: str, year: int) -> tuple[str, ...]:
        """Return the entities below one that have none below them in a year; one without any is its own."""
        known = self._leaves.get((code, year))
        if known is None:
            below = [leaf for child in self.children(code, year) for leaf in self.leaves(child.code, year)]
            known = self._leaves[code, year] = tuple(below) if below or code == COMPANY else (code,)
        return known

    def asked(self, entities: tuple[str, ...], code: str, year: int) -> tuple[str, ...]:
        """Return which entities below (or at) one are asked for a metric that names these; `*` names the leaves."""
        if EVERY in entities:
            return self.leaves(code, year)
        return tuple([one for one in self.within(code, year) if one in entities])

    def within(self, code: str, year: int) -> tuple[str, ...]:
        """Return an entity and all below it in a year, each before those below it; the company itself is left out."""
        own = (code,) if code != COMPANY else ()
        return (*own, *(one for child in self.children(code, year) for one in self.within(child.code, year)))

    def depth(self, code: str) -> int:
        """Return how many entities stand above one."""
        entity = self.entities.get(code)
        return 0 if entity is None or not entity.parent else self.depth(entity.parent) + 1

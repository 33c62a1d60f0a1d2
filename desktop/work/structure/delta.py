"""What one version of the definitions has that another has not, as a step that can be done, taken back, done again.

Only what the step itself touched is put in place: all else of the definitions stays as it is by then.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions

_SENTENCES = ("messages", "phrases")  # the program's, with what a company says otherwise: no step touches them


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries by code as they were and as they become (None: not there), and the order of all codes of both sides."""

    before: Mapping[str, object]
    after: Mapping[str, object]
    order_before: tuple[str, ...]
    order_after: tuple[str, ...]

    def undone(self) -> Entries:
        """Return what takes it back."""
        return Entries(self.after, self.before, self.order_after, self.order_before)

    def within(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """Return the entries with these put in place, in the order that they came with."""
        put = {**known, **self.after}
        ranks = {code: rank for rank, code in enumerate(self.order_after)}
        kept = [code for code, entry in put.items() if entry is not None]
        return {code: put[code] for code in sorted(kept, key=lambda code: ranks.get(code, len(ranks)))}


@dataclass(frozen=True, slots=True)
class Delta:
    """Changed fields: those that hold entries by code, and the others as (before, after)."""

    entries: Mapping[str, Entries]
    others: Mapping[str, tuple[object, object]]

    @property
    def nothing(self) -> bool:
        """Whether nothing changes."""
        return not self.entries and not self.others

    def undone(self) -> Delta:
        """Return what takes it back."""
        entries = {name: one.undone() for name, one in self.entries.items()}
        return Delta(entries, {name: (after, before) for name, (before, after) in self.others.items()})

    def within(self, definitions: Definitions) -> Definitions:
        """Return the definitions with this step done; they have no hash of their own yet."""
        catalogue, outlines = definitions.catalogue, definitions.outlines
        made = {name: one.within(getattr(catalogue, name)) for name, one in self.entries.items() if name != _OUTLINES}
        made |= {name: after for name, (_, after) in self.others.items()}
        if _OUTLINES in self.entries:
            outlines = self.entries[_OUTLINES].within(outlines)
        return replace(definitions, catalogue=replace(catalogue, **made), outlines=outlines)


_OUTLINES = "outlines"


def delta_of(old: Definitions, new: Definitions) -> Delta:
    """Return what makes the new definitions of the old ones, hash and drift apart."""
    entries, others = dict[str, Entries](), dict[str, tuple[object, object]]()
    pairs = {name: (getattr(old.catalogue, name), getattr(new.catalogue, name)) for name in _fields()}
    for name, (before, after) in {**pairs, _OUTLINES: (old.outlines, new.outlines)}.items():
        if before is after:
            continue
        if isinstance(after, Mapping):
            if before != after or list(before) != list(after):
                entries[name] = _entries(before, after)
        elif before != after:
            others[name] = (before, after)
    return Delta(entries, others)


def _fields() -> tuple[str, ...]:
    return tuple(one.name for one in fields(Catalogue) if one.name not in _SENTENCES)


def _entries(old: Mapping[str, object], new: Mapping[str, object]) -> Entries:
    codes = [code for code in {**old, **new} if old.get(code) != new.get(code)]
    return Entries(
        {code: old.get(code) for code in codes}, {code: new.get(code) for code in codes}, tuple(old), tuple(new)
    )

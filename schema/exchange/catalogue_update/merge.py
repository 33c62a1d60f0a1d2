"""Three versions of the catalogue's entries → one: what only the newer one has changed comes in, all else stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schema.exchange.catalogue_update.difference import Difference, words_of
from schema.exchange.catalogue_update.entered import Entered
from schema.exchange.catalogue_update.entries import NOWHERE, Cells, Entries, Entry, Id
from schema.exchange.catalogue_update.fields import Sides, compare

# The company's own, whatever the built-in catalogue says: its address, and why it does not disclose something.
OWN_SHEETS = ("company", "explanations")
OWN_FIELDS = {"outlines": ("rolled_from", "unconfirmed")}
# What is a report's. Where nobody knows what a workspace was made of, its reports are left alone.
REPORT_SHEETS = ("outlines", "sections", "blocks")


@dataclass(frozen=True, slots=True)
class Three:
    """The entries as they were (None: nobody knows), as they are here, and as the newer catalogue has them."""

    base: Entries | None
    ours: Entries
    theirs: Entries

    def merged(
        self, entered: Entered, takes: Callable[[Difference], bool], *, removes: bool = True
    ) -> tuple[Entries, tuple[Difference, ...]]:
        """Return the entries with those differences taken that `takes` says, and all differences in their order.

        Without `removes` all that is gone from the newer catalogue is kept.
        """
        merge = _Merge(self, entered, takes, removes=removes)
        return merge.entries(), tuple(merge.differences)


class _Merge:
    """One run: the differences are gathered while entries are decided on, each once."""

    def __init__(self, three: Three, entered: Entered, takes: Callable[[Difference], bool], *, removes: bool) -> None:
        self._three, self._entered, self._takes = three, entered, takes
        self._base: Entries = three.base if three.base is not None else {}
        self._needed = self._all_needed() if removes else set(three.ours)
        self._staying: set[Id] = set()  # gone from the newer catalogue, but still here
        self.differences: list[Difference] = []

    def entries(self) -> Entries:
        """Decide on every entry, then put them in order."""
        found = {entry.id: one for entry in self._three.ours.values() if (one := self._here(entry))}
        found = _without_circles(found, self._three.ours)
        found = {key: one for key, one in found.items() if _stands(one, found)}
        for entry in self._three.theirs.values():
            if entry.id not in self._three.ours and self._may_add(entry, found) and self._adds(entry):
                found[entry.id] = entry
        return self._ordered(found)

    # entries that are here

    def _here(self, entry: Entry) -> Entry | None:
        theirs = self._three.theirs.get(entry.id)
        if entry.sheet in OWN_SHEETS or (self._three.base is None and entry.sheet in REPORT_SHEETS):
            return entry
        if theirs is None:
            if entry.id in self._base and self._removes(entry):
                return None
            self._staying.add(entry.id)
            return entry
        return self._with_fields(entry, theirs)

    def _removes(self, entry: Entry) -> bool:
        needed = entry.id in self._needed
        below_gone = entry.above in self._base and entry.above not in self._three.theirs
        difference = Difference("kept" if needed else "removed", entry.id, name=words_of(entry.cells))
        if below_gone and (needed or entry.above not in self._needed):
            # Told with what it stands below, and gone with it.
            return not needed and entry.above not in self._staying
        return self._decided(difference)

    def _with_fields(self, entry: Entry, theirs: Entry) -> Entry:
        base = self._base.get(entry.id)
        own = OWN_FIELDS.get(entry.sheet, ())
        sides = Sides(base.cells if base else None, entry.cells, {**theirs.cells, **_some(entry.cells, own)})
        cells = dict(entry.cells)
        for kind, parts in compare(entry.sheet, sides, self._entered.under(entry.id)):
            if self._decided(Difference(kind, entry.id, parts, words_of(entry.cells))):
                cells |= {part.field: part.new for part in parts}
        stands = base is None or entry.above != base.above or theirs.above == NOWHERE
        return Entry(entry.id, entry.above if stands else theirs.above, cells)

    # entries that are new

    def _may_add(self, entry: Entry, found: Entries) -> bool:
        if entry.id in self._base or entry.sheet in OWN_SHEETS:
            return False  # the company has taken it out
        if self._three.base is None and entry.sheet in REPORT_SHEETS:
            return False
        return entry.above == NOWHERE or entry.above in found

    def _adds(self, entry: Entry) -> bool:
        if entry.above != NOWHERE and entry.above not in self._three.ours:
            return True  # it comes with what it stands below
        offered = entry.sheet == "outlines" and self._lacks_reports()
        return self._decided(Difference("offered" if offered else "added", entry.id, name=words_of(entry.cells)))

    def _lacks_reports(self) -> bool:
        return any(key[0] == "outlines" and key not in self._three.ours for key in self._base)

    # what the company has in them

    def _all_needed(self) -> set[Id]:
        """Return the entries of ours that hold something of the company's, and all that those stand below."""
        needed: set[Id] = set()
        for entry in self._three.ours.values():
            base = self._base.get(entry.id)
            own = base is None or base.cells != entry.cells or entry.id in self._entered.entries
            at = entry.id if own else NOWHERE
            while at != NOWHERE and at not in needed:
                needed.add(at)
                at = self._three.ours[at].above if at in self._three.ours else NOWHERE
        return needed

    def _decided(self, difference: Difference) -> bool:
        self.differences.append(difference)
        return difference.kind != "kept" and self._takes(difference)

    # order

    def _ordered(self, found: Entries) -> Entries:
        """Put entries that stand below the same one in the company's order where it has one, else in the newer."""
        orders = [_siblings(one) for one in (self._base, self._three.ours, self._three.theirs)]
        ordered: dict[Id, Entry] = {}
        for place, keys in _siblings(found).items():
            base, ours, theirs = ([key for key in order.get(place, ()) if key in set(keys)] for order in orders)
            common = set(base) & set(ours)
            moved = [key for key in ours if key in common] != [key for key in base if key in common]
            first, second = (ours, theirs) if moved or self._three.base is None else (theirs, ours)
            ordered |= {key: found[key] for key in _woven(_woven(first, second), keys)}
        return ordered


def _some(cells: Mapping[str, Cells], names: Iterable[str]) -> Mapping[str, Cells]:
    return {name: cells[name] for name in names}


def _siblings(entries: Entries) -> Mapping[tuple[str, Id], Sequence[Id]]:
    below: dict[tuple[str, Id], list[Id]] = {}
    for entry in entries.values():
        below.setdefault((entry.sheet, entry.above), []).append(entry.id)
    return below


def _woven(first: Sequence[Id], second: Sequence[Id]) -> list[Id]:
    """Return the first list with what only the second has, each behind what it stands behind there."""
    woven, known = list(first), set(first)
    behind: Id | None = None
    for key in second:
        if key not in known:
            woven.insert(0 if behind is None else woven.index(behind) + 1, key)
            known.add(key)
        behind = key
    return woven


def _without_circles(found: Entries, ours: Entries) -> Entries:
    """Return the entries, those that two moves have put below themselves back where the company has them."""
    circling = [key for key in found if _circles(key, found)]
    return {**found, **{key: replace(found[key], above=ours[key].above) for key in circling if key in ours}}


def _stands(entry: Entry, found: Entries) -> bool:
    """Whether what an entry stands below is there, up to the top."""
    return all(
        at in found for at in (entry.above, *(found[key].above for key in _above(entry.id, found))) if at != NOWHERE
    )


def _circles(key: Id, found: Entries) -> bool:
    return key in set(_above(key, found))


def _above(key: Id, found: Entries) -> Iterator[Id]:
    seen: set[Id] = set()
    at = found[key].above
    while at in found and at not in seen:
        yield at
        seen.add(at)
        at = found[at].above

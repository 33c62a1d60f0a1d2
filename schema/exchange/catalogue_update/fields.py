"""One entry's fields, three ways: what it was made of, what it says here, what the newer catalogue says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from schema.catalogue.cell_lists import (
    join_crossings,
    join_disclosures,
    join_list,
    split_crossings,
    split_disclosures,
    split_list,
)
from schema.exchange.catalogue_book.sheet_forms import Field
from schema.exchange.catalogue_update.difference import Kind, Part
from schema.exchange.catalogue_update.entries import Cells, own_fields

# Fields that are true together or not at all: words and whether somebody has vouched for them.
TOGETHER: Mapping[str, tuple[str, ...]] = {
    "metrics": ("definition", "definition_source", "assumed", "confirmed_in", "self_explanatory"),
    "factors": ("value", "unit", "source"),
}
# What the numbers that people have entered mean; where it differs, what is said in its terms goes with it.
MEASURE: Mapping[str, tuple[str, ...]] = {
    "metrics": ("unit", "kind", "timing", "formula"), "records": ("unit", "kind"), "units": ("is",),
}  # fmt: skip
MEASURED = ("display", "minimum", "maximum", "change_threshold", "sum_over", "since")


@dataclass(frozen=True, slots=True)
class Sides:
    """The cells of one entry by field: as they were (None: nobody knows), here, and in the newer catalogue."""

    base: Mapping[str, Cells] | None
    ours: Mapping[str, Cells]
    theirs: Mapping[str, Cells]

    def changed(self, name: str) -> bool:
        """Whether a field says something else here than it did at first; where nobody knows, it may."""
        return self.base is None or self.base.get(name, ("",)) != self.ours.get(name, ("",))

    def renewed(self, name: str) -> bool:
        """Whether the newer catalogue has another word than the older one."""
        return self.base is None or self.base.get(name, ("",)) != self.theirs.get(name, ("",))

    def differ(self, name: str) -> bool:
        """Whether here stands something else than in the newer catalogue."""
        return self.ours.get(name, ("",)) != self.theirs.get(name, ("",))


@dataclass(frozen=True, slots=True)
class InEntry:
    """What people have entered under an entry: anything at all, and what keeps single items of a list."""

    any: bool = False
    item: Callable[[str, str], bool] = field(default=lambda _field, _item: False)


def compare(sheet: str, sides: Sides, entered: InEntry) -> Iterator[tuple[Kind, tuple[Part, ...]]]:
    """Yield what differs, fields that belong together at once; what only the company has changed is no difference."""
    forms = {one.name: one for one in own_fields(sheet)}
    for group in _groups(sheet, forms, sides):
        differing = [name for name in group if sides.differ(name) and sides.renewed(name)]
        if not differing:
            continue
        if len(group) == 1 and forms[group[0]].kind in _LISTS:
            yield from _listed(forms[group[0]], sides, entered)
            continue
        parts = tuple(Part(name, sides.ours[name], sides.theirs[name]) for name in group if sides.differ(name))
        yield _kind(sheet, group, sides, entered), parts


def _kind(sheet: str, group: Sequence[str], sides: Sides, entered: InEntry) -> Kind:
    if any(sides.changed(name) for name in group):
        return "conflict"
    measure = set(MEASURE.get(sheet, ())) & set(group)
    return "held" if entered.any and any(sides.differ(name) for name in measure) else "changed"


def _groups(sheet: str, forms: Mapping[str, Field], sides: Sides) -> Iterator[tuple[str, ...]]:
    """Yield the fields by what is decided at once, that which they are called by first."""
    measure = [name for name in MEASURE.get(sheet, ()) if name in forms]
    otherwise = [name for name in measure if sides.differ(name) and sides.renewed(name)]
    own = [name for name in MEASURED if name in forms]
    first = (*otherwise, *(name for name in measure if name not in otherwise), *own) if otherwise else ()
    together = tuple(name for name in TOGETHER.get(sheet, ()) if name in forms and name not in first)
    yield from (group for group in (first, together) if group)
    yield from ((name,) for name in forms if name not in first and name not in together)


# Lists, of which each item may come and go by itself.
_LISTS = ("list", "crossings", "disclosures")


def _listed(form: Field, sides: Sides, entered: InEntry) -> Iterator[tuple[Kind, tuple[Part, ...]]]:
    name = form.name
    if sides.base is None:
        yield "conflict", (Part(name, sides.ours[name], sides.theirs[name]),)
        return
    base, ours, theirs = (_items(form, side.get(name, ("",))[0]) for side in (sides.base, sides.ours, sides.theirs))
    gone = [item for item in ours if item in base and item not in theirs]
    held = [item for item in gone if entered.item(name, item)]
    if ours == base:
        merged = theirs + held
    else:
        new = [item for item in theirs if item not in base and item not in ours]
        merged = [item for item in ours if item not in gone or item in held] + new
    if held:
        yield "kept", (Part(name, (_written(form, held),), ("",)),)
    if merged != ours:
        yield "changed", (Part(name, sides.ours[name], (_written(form, merged),)),)


def _items(form: Field, text: str) -> list[str]:
    if form.kind == "crossings":
        return [" + ".join(crossing) for crossing in split_crossings(text)]
    if form.kind == "disclosures":
        named = (split_disclosures(text) or {}).items()
        return [join_disclosures({one: own}) for one, codes in named for own in ([(code,) for code in codes] or [()])]
    return split_list(text)


def _written(form: Field, items: Sequence[str]) -> str:
    if form.kind == "crossings":
        return join_crossings(split_crossings(", ".join(items)))
    if form.kind == "disclosures":
        return join_disclosures(split_disclosures("\n".join(items)) or {})
    return join_list(items)

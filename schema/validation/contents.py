"""What a report asks for, thing by thing: what is there, what is left out with which words, what is missing.

Coverage and progress both count by these answers, so that an empty report has nothing in either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schema.catalogue.outline import Block, Listing, Outline, Section, TextBlock, placements, records_block
from schema.catalogue.owners import Owned, Owners, owners
from schema.catalogue.record_numbers import metric_of
from schema.catalogue.section_content import section_records
from schema.grammar.linked import LinkedNumber, parse_linked
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import Explanation
from schema.validation.blanks import is_complete, missing_leaves
from schema.validation.issue import ListAt
from schema.values.datapoint import DataPoint, Record
from schema.values.figures import Figures
from schema.values.omissions import OMISSIONS, public_words
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt
from schema.values.unsaid import unsaid_slots

ItemAt = Key | TextAt | ListAt


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A value that is omitted; `explanation` has the reason that an index names, and words where somebody gave some."""

    key: Key
    explanation: Explanation


@dataclass(frozen=True, slots=True)
class ValueState:
    """What stands at a key: a value, or the omissions that stand for it. Without either it is missing."""

    there: bool
    left_out: tuple[LeftOut, ...] = ()

    @property
    def explained(self) -> bool:
        """Whether words say why there is no value."""
        return bool(self.left_out) and all(omitted.explanation for omitted in self.left_out)

    @property
    def filled(self) -> bool:
        """Whether nobody has to be asked for it any more."""
        return self.there or self.explained


@dataclass(frozen=True, slots=True)
class Item:
    """One value, breakdown, text or list of records that a report asks for, in the block where it stands.

    `metric` is the code of a value's metric, `owned` says whose it is. A breakdown's key has stars; it is there where
    one member is, and `missing` has its members that are not.
    """

    at: ItemAt
    section: str
    block: str
    owned: Owned
    there: bool
    metric: str = ""
    left_out: tuple[LeftOut, ...] = ()
    missing: tuple[ItemAt, ...] = ()

    @property
    def owner(self) -> str:
        """The code of the department that owns it; empty where nobody does."""
        return self.owned.department


def value_state(figures: Figures, key: Key) -> ValueState:
    """Return what stands at a key; a figure is left out where all that it lacks is, a total where its parts are."""
    result = figures.value(key)
    if result.value is not None:
        return ValueState(there=True)
    if result.point is not None:
        points = [result.point]
    elif result.kind == "omission":  # a sum of which no part applies
        points = [figures.snapshot.points.get(leaf) for leaf in figures.leaves(result)]
    elif result.missing:
        points = [figures.snapshot.points.get(leaf) for leaf in missing_leaves(result, figures)]
    else:
        points = _parts(figures, key)
    omitted = tuple(left_out(point) for point in points if point is not None and point.omission)
    return ValueState(there=False, left_out=omitted if len(omitted) == len(points) else ())


def _parts(figures: Figures, key: Key) -> list[DataPoint | None]:
    """Return the points of a total that nobody has entered as a whole; none for a part."""
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is None or key.category:
        return []
    found: list[DataPoint | None] = []
    for crossing in metric.crossings:
        members = figures.members(replace(key, category=";".join(f"{breakdown}=*" for breakdown in crossing)))
        found += [point for member in members if (point := figures.snapshot.points.get(member)) is not None]
    return found


def left_out(point: DataPoint) -> LeftOut:
    """Return an omission with its reason and its public words, which are the same in every language."""
    words = public_words(point)
    return LeftOut(point.key, Explanation(words, words, words, OMISSIONS[point.omission].disclosed))


def has_words(figures: Figures, outline: Outline, slot: str) -> bool:
    """Whether this year's words stand in a slot, in the report's own language; links to nothing are no words."""
    place = (outline.code, slot, outline.language)
    text = figures.snapshot.texts.get(place, "")
    # Last year's words are not this year's yet: they count once somebody has looked at them.
    if place in figures.snapshot.carried or not text.strip():
        return False
    if "{" not in text:
        return True
    pieces = parse_linked(text)
    return any(
        figures.value(piece.reference.key(outline.year)).value is not None
        if isinstance(piece, LinkedNumber)
        else not isinstance(piece, str) or bool(piece.strip())
        for piece in pieces
    )


def are_current(rows: Sequence[Record]) -> bool:
    """Whether a list has records that are all this year's."""
    return bool(rows) and not any(record.carried for record in rows)


def report_items(outline: Outline, figures: Figures) -> tuple[Item, ...]:
    """Return everything that a report asks for of its own year, in reading order, once for each block."""
    known, rows = owners(outline), rows_by_block(outline, figures.snapshot)
    return tuple(item for section in outline.walk() for item in _Items(outline, figures, section, known, rows).all())


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of one section's own blocks."""

    outline: Outline
    figures: Figures
    section: Section
    known: Mapping[str, Owners]
    rows: Mapping[str, tuple[Record, ...]]

    def all(self) -> Iterator[Item]:
        lists = section_records(self.section)
        unsaid = unsaid_slots(self.outline, self.section, self.figures.snapshot)
        for block in self.section.blocks:
            if isinstance(block, TextBlock):
                yield from () if block.slot in unsaid else (self._text(block),)
            elif (listing := records_block(block)) is not None:
                yield from (self._list(listing) for _ in range(listing in lists))
            else:
                yield from self._values(block)

    def _text(self, block: TextBlock) -> Item:
        at = TextAt(self.outline.code, block.slot, self.outline.language)
        there = has_words(self.figures, self.outline, block.slot)
        return Item(at, self.section.code, block.id, self._owned("", block), there, missing=() if there else (at,))

    def _list(self, block: Listing) -> Item:
        at = ListAt(self.outline.code, block.id)
        rows = self.rows.get(block.id, ())
        there = any(not record.carried for record in rows)
        record_type = self.figures.catalogue.records.get(block.type)
        owned = self._owned(record_type.department if record_type else "", block)
        return Item(at, self.section.code, block.id, owned, there, missing=() if are_current(rows) else (at,))

    def _values(self, block: Block) -> Iterator[Item]:
        """Yield what is placed of the report's own year; other years are there for comparison."""
        year = self.outline.year
        for placement in placements(block):
            reference = parse_reference(placement.reference)
            metric = metric_of(self.figures.catalogue, reference.code) if reference else None
            if reference is None or metric is None:
                continue
            key = reference.key(year)
            if key.period == year or key.metric.startswith("record/"):
                for asked in self.figures.asked(key):
                    yield self._value(asked, block.id, self._owned(metric.department, block, asked.entity))

    def _value(self, key: Key, block: str, owned: Owned) -> Item:
        figures, code = self.figures, key.metric
        members = figures.members(key) if "*" in key.category else (key,)
        states = {member: value_state(figures, member) for member in members}
        blank = tuple(member for member, state in states.items() if not state.filled)
        if len(blank) == len(states):
            missing: tuple[ItemAt, ...] = (key,)
        else:
            missing = blank if is_complete(key, figures) else ()
        there = any(state.there for state in states.values())
        omitted = tuple(one for state in states.values() for one in state.left_out)
        return Item(key, self.section.code, block, owned, there, code, omitted, missing)

    def _owned(self, metric: str, block: Block, at: str = "") -> Owned:
        entity = self.figures.catalogue.entity(at) if at else None
        named = entity.department if entity is not None else ""
        return self.known[self.section.code].owned(metric, block.department, named)

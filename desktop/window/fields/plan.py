"""What a section's form shows, planned from the outline: cards of fields, grids, texts and charts. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, assert_never

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.entities import EntityTree
from schema.catalogue.outline import (
    Block,
    CalloutBlock,
    ChartBlock,
    Group,
    ImageBlock,
    IndexBlock,
    Listing,
    Placement,
    RecordsBlock,
    Section,
    TableBlock,
    TextBlock,
    placements,
    records_block,
)
from schema.catalogue.section_content import entity_keys, open_wildcard, section_records
from schema.grammar.reference import Key, category_parts, parse_reference
from schema.grammar.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One value."""

    key: Key
    metric: Metric
    placement: Placement


@dataclass(frozen=True, slots=True)
class GroupSpec:
    """A heading between fields."""

    title: Words


@dataclass(frozen=True, slots=True)
class GridPart:
    """One metric over the members of its starred breakdowns; `across` is the second one where two are starred."""

    key: Key
    metric: Metric
    placement: Placement
    down: str
    across: str = ""


@dataclass(frozen=True, slots=True)
class GridSpec:
    """Parts that stand in one grid: all over years, or one crossed part."""

    parts: tuple[GridPart, ...]

    @property
    def crossed(self) -> bool:
        """Whether the columns are members and not years."""
        return bool(self.parts[0].across)


@dataclass(frozen=True, slots=True)
class ShownSpec:
    """A value, or those of a breakdown, that another place of the section asks for: only shown. `goal` is its entry."""

    key: Key
    metric: Metric
    placement: Placement
    asked: Literal["above", "below"]
    goal: Key


RowSpec = FieldSpec | GroupSpec | GridSpec | ShownSpec


@dataclass(frozen=True, slots=True)
class ValuesCard:
    """Rows of values under one title."""

    id: str
    title: Words
    rows: tuple[RowSpec, ...]


@dataclass(frozen=True, slots=True)
class TextCard:
    """A narrative slot."""

    slot: str
    style: str
    title: Words


@dataclass(frozen=True, slots=True)
class ImageCard:
    """An image slot."""

    slot: str
    title: Words


@dataclass(frozen=True, slots=True)
class ChartCard:
    """A chart of the report, previewed from what has been typed."""

    id: str
    kind: str
    title: Words
    series: tuple[FieldSpec | GridPart, ...]
    years: int


@dataclass(frozen=True, slots=True)
class IndexCard:
    """A framework's index, made by the program."""

    framework: str


@dataclass(frozen=True, slots=True)
class RecordsCard:
    """The records of one block."""

    block: Listing
    title: Words


@dataclass(frozen=True, slots=True)
class DrawnCard:
    """A figure or a questionnaire of the outline, which asks for nothing."""

    id: str
    title: Words
    questionnaire: bool = False


CardSpec = DrawnCard | ValuesCard | TextCard | ImageCard | ChartCard | IndexCard | RecordsCard


def _named(section: Section, style: str, catalogue: Catalogue) -> Words:
    """Return what the texts of a release's opening are called: they have no titles of their own, and are many."""
    opening = any(isinstance(block, TextBlock) and block.style == "headline" for block in section.blocks)
    return catalogue.phrases.get(f"text.{style}", NO_WORDS) if opening else NO_WORDS


def plan_section(section: Section, catalogue: Catalogue, period: int) -> tuple[CardSpec, ...]:
    """Return the cards of a section's own blocks; a value that stands in it twice is asked once.

    It is asked in the grid that has it among its members, else where it stands first; the other places only show it.
    """
    planner = _Planner(section, catalogue, period)
    planner.grids.extend(_widest(spec.key for spec in planner.specs() if isinstance(spec, GridPart)))
    return tuple(card for block in section.blocks for card in planner.cards(block))


@dataclass(frozen=True)
class _Planner:
    """Plans one section; `seen` are the keys that have a field already, `grids` those of all its grids."""

    section: Section
    catalogue: Catalogue
    period: int
    seen: set[Key] = field(default_factory=set[Key])
    grids: list[Key] = field(default_factory=list[Key])

    @cached_property
    def tree(self) -> EntityTree:
        """Return who reports below the company."""
        return EntityTree(self.catalogue.entities)

    def specs(self) -> Iterator[FieldSpec | GridPart]:
        """Yield what every list and chart of the section shows, in reading order."""
        for block in self.section.blocks:
            for placement in placements(block):
                yield from self._specs(placement)

    def cards(self, block: Block) -> list[CardSpec]:
        match block:
            case TextBlock():
                title = block.title or _named(self.section, block.style, self.catalogue)
                return [TextCard(block.slot, block.style, title)]
            case ImageBlock():
                return [ImageCard(block.slot, block.title)]
            case IndexBlock():
                actions = records_block(block)
                return [IndexCard(block.framework), *([RecordsCard(actions, NO_WORDS)] if actions else [])]
            case RecordsBlock() | MatrixBlock():
                return [RecordsCard(block, block.caption)] if block in section_records(self.section) else []
            case DiagramBlock():
                return [DrawnCard(block.id, block.caption)]
            case QuestionnaireBlock():
                return [DrawnCard(block.id, block.title, questionnaire=True)]
            case TableBlock():
                return self._values(block.id, block.caption, block.rows)
            case CalloutBlock():
                return self._values(block.id, block.title, block.items)
            case ChartBlock():
                return self._chart(block)
            case _:
                assert_never(block)

    def _chart(self, block: ChartBlock) -> list[CardSpec]:
        """A chart is a preview; values that nothing above it asks for are asked below it."""
        specs = [spec for placed in block.series if (spec := self._placed(placed)) is not None]
        if not specs:
            return []
        preview = ChartCard(block.id, block.kind, block.caption, tuple(specs), block.years)
        asked = (row for row in self._rows(block.series) if not isinstance(row, ShownSpec))
        return [preview, *_card(block.id + ".values", NO_WORDS, asked)]

    def _values(self, card: str, title: Words, placed: tuple[Placement | Group, ...]) -> list[CardSpec]:
        return _card(card, title, self._rows(placed))

    def _rows(self, placed: tuple[Placement | Group, ...]) -> Iterator[FieldSpec | GridPart | GroupSpec | ShownSpec]:
        for row in placed:
            if isinstance(row, Group):
                yield GroupSpec(row.title)
            else:
                yield from map(self._asked_once, self._specs(row))

    def _asked_once(self, spec: FieldSpec | GridPart) -> FieldSpec | GridPart | ShownSpec:
        """Return a value that has its entry here; another place's is only shown."""
        entry = next((grid for grid in self.grids if _has(grid, spec.key)), spec.key)
        if entry not in self.seen and entry == spec.key:
            self.seen.add(entry)
            return spec
        goal = next(iter(open_wildcard(spec.key, self.catalogue)), spec.key)
        return ShownSpec(spec.key, spec.metric, spec.placement, "above" if entry in self.seen else "below", goal)

    def _specs(self, placement: Placement) -> Iterator[FieldSpec | GridPart]:
        """Yield what a placement asks for: its own value, and that of each entity that is asked for the metric."""
        spec = self._placed(placement)
        if spec is None:
            return
        for key in entity_keys(spec.key, self.catalogue, self.tree):
            # A placement's own words are those of its own value: an entity's has the name of its entity.
            own = placement if key == spec.key else replace(placement, label=NO_WORDS)
            yield self._spec(key, spec.metric, own)

    def _placed(self, placement: Placement) -> FieldSpec | GridPart | None:
        reference = parse_reference(placement.reference)
        metric = self.catalogue.metrics.get(reference.code) if reference else None
        if reference is None or metric is None:
            return None
        return self._spec(reference.key(self.period), metric, placement)

    def _spec(self, key: Key, metric: Metric, placement: Placement) -> FieldSpec | GridPart:
        stars = [breakdown for breakdown, member in category_parts(key.category) if member == "*"]
        if not stars:
            return FieldSpec(key, metric, placement)
        stars.sort(key=lambda code: -len(self.catalogue.breakdowns[code].members))
        return GridPart(key, metric, placement, stars[0], stars[1] if len(stars) > 1 else "")


def _widest(grids: Iterable[Key]) -> list[Key]:
    """Return the grids that no other one holds."""
    known = list(dict.fromkeys(grids))
    return [key for key in known if not any(_has(other, key) for other in known if other != key)]


def _has(grid: Key, key: Key) -> bool:
    """Whether a grid has a value among its members, or all the members of another one."""
    if replace(grid, category=key.category) != key:
        return False
    over, at = dict(category_parts(grid.category)), dict(category_parts(key.category))
    return over.keys() == at.keys() and all(member in ("*", at[breakdown]) for breakdown, member in over.items())


def _card(card: str, title: Words, specs: Iterable[FieldSpec | GridPart | GroupSpec | ShownSpec]) -> list[CardSpec]:
    rows: list[RowSpec] = []
    for spec in specs:
        _append(rows, spec)
    rows = [row for row, after in zip(rows, [*rows[1:], None], strict=False) if not _idle(row, after)]
    return [ValuesCard(card, title, tuple(rows))] if rows else []


def _idle(row: RowSpec, after: RowSpec | None) -> bool:
    """Whether a heading has nothing below it."""
    return isinstance(row, GroupSpec) and (after is None or isinstance(after, GroupSpec))


def _append(rows: list[RowSpec], spec: FieldSpec | GridPart | GroupSpec | ShownSpec) -> None:
    if not isinstance(spec, GridPart):
        rows.append(spec)
        return
    last = rows[-1] if rows else None
    if isinstance(last, GridSpec) and not last.crossed and not spec.across:
        rows[-1] = GridSpec((*last.parts, spec))
    else:
        rows.append(GridSpec((spec,)))

"""What a section's form shows, planned from the outline: cards of fields, grids, texts and charts. Pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
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
    records_block,
)
from schema.catalogue.section_content import section_records
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


RowSpec = FieldSpec | GroupSpec | GridSpec


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
    """Return the cards of a section's own blocks; a value that stands in it twice is asked once."""
    planner = _Planner(section, catalogue, period)
    return tuple(card for block in section.blocks for card in planner.cards(block))


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans one section; `seen` are the keys that have a field already."""

    section: Section
    catalogue: Catalogue
    period: int
    seen: set[Key] = field(default_factory=set[Key])

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
        specs = [spec for placed in block.series if (spec := self._spec(placed)) is not None]
        if not specs:
            return []
        preview = ChartCard(block.id, block.kind, block.caption, tuple(specs), block.years)
        return [preview, *self._values(block.id + ".values", NO_WORDS, block.series)]

    def _values(self, card: str, title: Words, placed: tuple[Placement | Group, ...]) -> list[CardSpec]:
        rows: list[RowSpec] = []
        for row in placed:
            if isinstance(row, Group):
                rows.append(GroupSpec(row.title))
            elif (spec := self._spec(row)) is not None and spec.key not in self.seen:
                self.seen.add(spec.key)
                _append(rows, spec)
        rows = [row for row, after in zip(rows, [*rows[1:], None], strict=False) if not _idle(row, after)]
        return [ValuesCard(card, title, tuple(rows))] if rows else []

    def _spec(self, placement: Placement) -> FieldSpec | GridPart | None:
        reference = parse_reference(placement.reference)
        metric = self.catalogue.metrics.get(reference.code) if reference else None
        if reference is None or metric is None:
            return None
        key = reference.key(self.period)
        stars = [breakdown for breakdown, member in category_parts(key.category) if member == "*"]
        if not stars:
            return FieldSpec(key, metric, placement)
        stars.sort(key=lambda code: -len(self.catalogue.breakdowns[code].members))
        return GridPart(key, metric, placement, stars[0], stars[1] if len(stars) > 1 else "")


def _idle(row: RowSpec, after: RowSpec | None) -> bool:
    """Whether a heading has nothing below it."""
    return isinstance(row, GroupSpec) and (after is None or isinstance(after, GroupSpec))


def _append(rows: list[RowSpec], spec: FieldSpec | GridPart) -> None:
    if isinstance(spec, FieldSpec):
        rows.append(spec)
        return
    last = rows[-1] if rows else None
    if isinstance(last, GridSpec) and not last.crossed and not spec.across:
        rows[-1] = GridSpec((*last.parts, spec))
    else:
        rows.append(GridSpec((spec,)))

"""What a section's form shows, planned from the outline: cards of fields, grids, texts and charts. Pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline import (
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
from schema.grammar.reference import Key, category_parts, parse_reference, sort_category
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
    seen: set[Key] = set()
    cards: list[CardSpec] = []
    for block in section.blocks:
        if isinstance(block, TextBlock):
            cards.append(TextCard(block.slot, block.style, block.title or _named(section, block.style, catalogue)))
        elif isinstance(block, ImageBlock):
            cards.append(ImageCard(block.slot, block.title))
        elif isinstance(block, IndexBlock):
            cards.append(IndexCard(block.framework))
            cards += [RecordsCard(found, NO_WORDS)] if (found := records_block(block)) else []
        elif isinstance(block, RecordsBlock | MatrixBlock):
            cards += [RecordsCard(block, block.caption)] if block in section_records(section) else []
        elif isinstance(block, DiagramBlock):
            cards.append(DrawnCard(block.id, block.caption))
        elif isinstance(block, QuestionnaireBlock):
            cards.append(DrawnCard(block.id, block.title, questionnaire=True))
        elif isinstance(block, TableBlock):
            cards += _values(block.id, block.caption, block.rows, catalogue, period, seen)
        elif isinstance(block, CalloutBlock):
            cards += _values(block.id, block.title, block.items, catalogue, period, seen)
        else:
            cards += _chart(block, catalogue, period, seen)
    return tuple(cards)


def section_keys(section: Section, catalogue: Catalogue, period: int) -> tuple[Key, ...]:
    """Return every key that a section's own blocks ask for, wildcards opened, each once."""
    keys: list[Key] = []
    for card in plan_section(section, catalogue, period):
        if isinstance(card, ValuesCard):
            for row in card.rows:
                keys += row_keys(row, catalogue)
    return tuple(dict.fromkeys(keys))


def section_slots(section: Section) -> tuple[str, ...]:
    """Return the narrative slots of a section's own blocks."""
    return tuple(block.slot for block in section.blocks if isinstance(block, TextBlock))


def section_records(section: Section) -> tuple[Listing, ...]:
    """Return the blocks of records among a section's own blocks; a matrix of rows that are listed beside it is none."""
    lists = [found for block in section.blocks if isinstance(found := records_block(block), RecordsBlock)]
    types = {block.type for block in lists}
    matrices = [block for block in section.blocks if isinstance(block, MatrixBlock) and block.type not in types]
    return (*lists, *matrices)


def section_images(section: Section) -> tuple[str, ...]:
    """Return the image slots of a section's own blocks."""
    return tuple(block.slot for block in section.blocks if isinstance(block, ImageBlock))


def row_keys(row: RowSpec, catalogue: Catalogue) -> tuple[Key, ...]:
    """Return the keys that one row of a card holds."""
    if isinstance(row, FieldSpec):
        return (row.key,)
    if isinstance(row, GroupSpec):
        return ()
    return tuple(key for part in row.parts for key in open_wildcard(part.key, catalogue))


def open_wildcard(key: Key, catalogue: Catalogue) -> tuple[Key, ...]:
    """Return the keys that a starred key stands for, in the breakdowns' own order."""
    choices = [
        [m.code for m in catalogue.breakdowns[b].members] if m == "*" else [m] for b, m in category_parts(key.category)
    ]
    names = [b for b, _ in category_parts(key.category)]
    return tuple(
        Key(key.metric, key.period, key.entity, join_category(zip(names, combination, strict=True)))
        for combination in product(*choices)
    )


def join_category(pairs: Iterator[tuple[str, str]] | zip[tuple[str, str]]) -> str:
    """Return the canonical category of (breakdown, member) pairs."""
    return sort_category(";".join(f"{b}={m}" for b, m in pairs))


def _values(
    card: str,
    title: Words,
    rows: tuple[Placement | Group, ...],
    catalogue: Catalogue,
    period: int,
    seen: set[Key],
) -> list[CardSpec]:
    made: list[RowSpec] = []
    for row in rows:
        if isinstance(row, Group):
            made.append(GroupSpec(row.title))
        elif (spec := _spec(row, catalogue, period)) is not None and spec.key not in seen:
            seen.add(spec.key)
            _append(made, spec)
    made = [row for row, after in zip(made, [*made[1:], None], strict=False) if not _idle(row, after)]
    return [ValuesCard(card, title, tuple(made))] if made else []


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


def _spec(placement: Placement, catalogue: Catalogue, period: int) -> FieldSpec | GridPart | None:
    reference = parse_reference(placement.reference)
    metric = catalogue.metrics.get(reference.code) if reference else None
    if reference is None or metric is None or not reference.whole:
        return None
    key = reference.key(period)
    stars = [breakdown for breakdown, member in category_parts(key.category) if member == "*"]
    if not stars:
        return FieldSpec(key, metric, placement)
    stars.sort(key=lambda code: -len(catalogue.breakdowns[code].members))
    return GridPart(key, metric, placement, stars[0], stars[1] if len(stars) > 1 else "")


def _chart(block: ChartBlock, catalogue: Catalogue, period: int, seen: set[Key]) -> list[CardSpec]:
    """A chart is a preview; values that nothing above it asks for are asked below it."""
    specs = [spec for placed in block.series if (spec := _spec(placed, catalogue, period)) is not None]
    if not specs:
        return []
    preview = ChartCard(block.id, block.kind, block.caption, tuple(specs), block.years)
    return [preview, *_values(block.id + ".values", NO_WORDS, block.series, catalogue, period, seen)]

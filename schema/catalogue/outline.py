"""The outline: one report's tree of chapters, sections and blocks, where each thing stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from itertools import chain
from typing import Any, assert_never

from schema.catalogue.definitions import Catalogue, IndexStyle
from schema.catalogue.drawn_blocks import DiagramBlock, MatrixBlock, QuestionnaireBlock
from schema.catalogue.outline_choices import (
    Basis,
    ChartKind,
    FiguresPrinted,
    Matter,
    OutlineForm,
    RecordStyle,
    TextStyle,
)  # fmt: skip
from schema.catalogue.placements import Group, Placement
from schema.grammar.slots import alternative_slot, caption_slot
from schema.grammar.words import NO_WORDS, Explanation, Words

# Styles that set one line apart: those that open a press release.
LINE_STYLES = ("notice", "headline", "subhead", "dateline")
Reasons = Mapping[str, Explanation]  # why disclosures are not answered, by their codes
TEXT_WIDTH = 162  # millimetres of a page that text and pictures may fill


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A narrative slot; its words are typed per language and kept in the workspace under `slot`.

    `purpose` tells who writes what is expected, `length` how much (schema.grammar.text_length); neither is printed.
    """

    id: str
    slot: str
    style: TextStyle = "body"
    title: Words = NO_WORDS
    department: str = ""
    evidence: str = ""
    purpose: Words = NO_WORDS
    length: str = ""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Metrics in rows and `years` years in columns, newest last; with `kpis` all indicators of the report.

    With `spans` (month, quarter, half) those of its year are the columns, `by_entity` its entities; the whole is last.
    """

    id: str
    caption: Words
    rows: tuple[Placement | Group, ...]
    years: int = 1
    change: bool = False
    department: str = ""
    kpis: bool = False
    spans: str = ""
    share: bool = False  # of the whole, behind each part of a breakdown: 600 (85.7%)
    by_entity: bool = False


@dataclass(frozen=True, slots=True)
class CalloutBlock:
    """Large figures with a few words each."""

    id: str
    items: tuple[Placement, ...]
    title: Words = NO_WORDS
    department: str = ""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A native, editable chart of placements over `years` years or the `spans` of one, or over the members of one."""

    id: str
    kind: ChartKind
    caption: Words
    series: tuple[Placement, ...]
    years: int = 1
    department: str = ""
    panel: bool = False  # a small chart for each placement, side by side under one caption
    spans: str = ""


@dataclass(frozen=True, slots=True)
class ImageBlock:
    """A place for a picture, `width` millimetres wide; picture, caption and alternative text are the report's own.

    They are kept in the workspace under `slot` (schema.values.image_slots). `title` tells people what is asked for.
    """

    id: str
    slot: str
    title: Words = NO_WORDS
    width: int = TEXT_WIDTH
    department: str = ""


@dataclass(frozen=True, slots=True)
class IndexBlock:
    """The index of one framework: each disclosure with where it is answered, or why not.

    `actions` is the record type with the company's strategy and actions for each goal (style goals). `basis` and
    `sector` belong to the GRI content index: what the company claims, and the sector standards that it applied.
    """

    id: str
    framework: str
    style: IndexStyle = "codes"
    actions: str = ""
    basis: Basis = "reference"
    sector: Words = NO_WORDS
    department: str = ""


@dataclass(frozen=True, slots=True)
class RecordsBlock:
    """Records of one type that belong here; `columns` empty = all; rows stand under the words of the column `group`.

    A record names its block; one that names none (or none that is left) belongs to the first block of its type.
    """

    id: str
    type: str
    style: RecordStyle
    caption: Words = NO_WORDS
    columns: tuple[str, ...] = ()
    group: str = ""
    department: str = ""


Listing = RecordsBlock | MatrixBlock  # blocks that records belong to
Drawn = DiagramBlock | MatrixBlock | QuestionnaireBlock
Block = TextBlock | TableBlock | CalloutBlock | ChartBlock | ImageBlock | IndexBlock | RecordsBlock | Drawn


def placements(block: Block) -> tuple[Placement, ...]:
    """Return the placements of a table, callout or chart, in reading order; other blocks have none."""
    if isinstance(block, TableBlock):
        return tuple(row for row in block.rows if isinstance(row, Placement))
    if isinstance(block, CalloutBlock):
        return block.items
    return block.series if isinstance(block, ChartBlock) else ()


def records_block(block: Block) -> Listing | None:
    """Return a block as one of records: itself, or the actions in an index of goals."""
    if isinstance(block, IndexBlock) and block.actions:
        return RecordsBlock(block.id, block.actions, "table", department=block.department)
    return block if isinstance(block, RecordsBlock | MatrixBlock) else None


def block_names(block: Block) -> tuple[str, ...]:
    """Return what a block is named by: its id, its slots, the framework of an index."""
    match block:
        case TextBlock():
            return (block.id, block.slot)
        case ImageBlock():
            return (block.id, block.slot, caption_slot(block.slot), alternative_slot(block.slot))
        case IndexBlock():
            return (block.id, block.framework)
        case TableBlock() | CalloutBlock() | ChartBlock() | RecordsBlock() | MatrixBlock():
            return (block.id,)
        case DiagramBlock() | QuestionnaireBlock():
            return (block.id,)
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the section or block `part`; `beside` is the reference, with its format, that they label in a row."""

    part: str
    words: Words
    beside: str = ""


def _wordings(block: Block) -> Iterator[Wording]:
    for row in placements(block):
        if row.label:
            yield Wording(block.id, row.label, row.reference + (f"|{row.format}" if row.format else ""))
        if row.footnote:
            yield Wording(block.id, row.footnote)
    yield from (Wording(block.id, words) for words in words_within(block, placed=False))


def words_within(thing: Any, *, placed: bool = True) -> Iterator[Words]:
    """Yield all words for readers in a part of an outline; without those of its placements where `placed` is false."""
    if isinstance(thing, Words):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:  # pyright: ignore[reportUnknownVariableType]
            yield from words_within(item, placed=placed)
    elif is_dataclass(thing) and (placed or not isinstance(thing, Placement)):
        for item in fields(thing):
            if item.name != "purpose":  # that is for who writes
                yield from words_within(getattr(thing, item.name), placed=placed)


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter, section or subsection by its `level` (1, 2, 3); `code` is unique in the outline.

    `matter` says of a chapter that it is none of those numbered: a plain one (a letter, a form), an annex, or a part.
    """

    code: str
    level: int
    title: Words
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    disclosures: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    department: str = ""
    matter: Matter = ""

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in reading order."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True)
class Outline:
    """One report or press release. `explanations[framework][disclosure]` says why a requirement is not answered.

    `rolled_from` is the report that it was rolled forward from; `unconfirmed` lists per framework the explanations
    that stand as they were there, until somebody says that they are still true. A report that is reproduced prints
    the `figures` that it published; a new one those that follow from the data. Under `four_eyes` nobody approves what
    they have changed last. Groups of fewer people than `small_cells` are told before they are printed (0: none is).
    """

    code: str
    year: int
    language: str
    title: Words
    chapters: tuple[Section, ...]
    frameworks: tuple[str, ...] = ()
    years: int = 3
    explanations: Mapping[str, Reasons] = field(default_factory=dict[str, "Reasons"])
    department: str = ""
    rolled_from: str = ""
    unconfirmed: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    form: OutlineForm = "report"
    figures: FiguresPrinted = "computed"
    four_eyes: bool = False
    small_cells: int = 3

    def walk(self) -> tuple[Section, ...]:
        """Return every chapter, section and subsection in reading order."""
        return self._sections

    def part(self, name: str) -> tuple[Section, Block | None] | None:
        """Return where a block, a slot or a section stands, by its id or code; its section alone has no block."""
        return self._parts.get(name)

    def record_blocks(self, record_type: str) -> tuple[tuple[Section, Listing], ...]:
        """Return the blocks of one type with their sections, in reading order; a matrix only where no list is there."""
        return self._record_blocks.get(record_type, ())

    # Made once: every check and every page walks the tree. (Hence an outline has no slots.)
    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Its own words for readers, in reading order; what only asks for a picture is left out."""
        found = [Wording(self.code, self.title)]
        for section in self._sections:
            blocks = (_wordings(block) for block in section.blocks if not isinstance(block, ImageBlock))
            found += (Wording(section.code, section.title), *chain.from_iterable(blocks))
        return tuple(found)

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        return tuple(chain.from_iterable(chapter.walk() for chapter in self.chapters))

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Section, Block | None]]:
        parts: dict[str, tuple[Section, Block | None]] = {}
        for section in self._sections:
            for block in section.blocks:
                for name in block_names(block):
                    parts.setdefault(name, (section, block))
            parts.setdefault(section.code, (section, None))
        return parts

    @cached_property
    def _record_blocks(self) -> Mapping[str, tuple[tuple[Section, Listing], ...]]:
        blocks: dict[str, list[tuple[Section, Listing]]] = {}
        for section in self._sections:
            for block in section.blocks:
                if listing := records_block(block):
                    blocks.setdefault(listing.type, []).append((section, listing))
        return {record_type: _lists_or_matrix(found) for record_type, found in blocks.items()}


def _lists_or_matrix(blocks: Sequence[tuple[Section, Listing]]) -> tuple[tuple[Section, Listing], ...]:
    lists = tuple((section, block) for section, block in blocks if isinstance(block, RecordsBlock))
    return lists or tuple(blocks[:1])


@dataclass(frozen=True, slots=True)
class Definitions:
    """The catalogue and all outlines, as one checked whole; `hash` names this version of them.

    `drifted`: metrics changed under their values without a word, with what they were (definition_drift).
    """

    catalogue: Catalogue
    outlines: Mapping[str, Outline]
    hash: str = ""
    drifted: Mapping[str, str] = field(default_factory=dict[str, str])

"""The blocks of the Document, frozen and format-neutral, and the walk through what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from exporters.charts.data import ChartData, ChartPoint
from exporters.drawn_content import Diagram, Questionnaire
from exporters.inlines import Footnote, Inline, Inlines, LinkedNumber

ParagraphStyle = Literal[
    "body", "lead", "letter", "quote", "case", "box", "list", "signature", "title", "note", "notice", "headline",
    "subhead", "dateline", "speaker",
]  # fmt: skip
Role = Literal["text", "unit", "number", "note", "code", "page"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A part (0), chapter (1), section (2) or subsection (3); `number` is what Word's own numbering comes to.

    `annex` says that it is counted with the annexes; a chapter or section without a number is not counted at all.
    One that `turns` begins a page, since it would stand alone at the foot of the one before.
    """

    id: str
    level: int
    text: str
    anchor: str
    number: str = ""
    annex: bool = False
    turns: bool = False


@dataclass(frozen=True, slots=True)
class ChapterContents:
    """The sections of a chapter with their pages, where the chapter opens."""

    id: str
    headings: tuple[Heading, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in one of the text styles; `anchor` where it stands in the place of a heading."""

    id: str
    style: ParagraphStyle
    inlines: Inlines
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture at a width in millimetres; `words` say what it shows to those who cannot see it.

    `picture` is the hash by which whoever writes the document gets its bytes (`kind` png or jpeg), `name` that of its
    file, `pixels` its width and height. Without a caption it is not numbered.
    """

    id: str
    picture: str
    name: str
    kind: str
    pixels: tuple[int, int]
    caption: Inlines = ()
    words: str = ""
    width: float = 140
    anchor: str = ""

    @property
    def height(self) -> float:
        """How high it stands, in millimetres."""
        return self.width * self.pixels[1] / self.pixels[0]


@dataclass(frozen=True, slots=True)
class Frame:
    """Paragraphs, tables and pictures that stand together in a shaded frame: a case or a box, with its title."""

    id: str
    style: Literal["case", "box"]
    label: str
    title: str
    blocks: tuple[Inner, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: what it holds and how wide it is against the others; `strong` for the report's own year."""

    role: Role
    weight: float
    title: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of cells; a `group` row has one cell that spans all columns."""

    cells: tuple[Inlines, ...]
    kind: Literal["plain", "group", "member", "total"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on each page; without a caption it is not numbered. A `wide` one lies across."""

    id: str
    caption: str
    anchor: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Inlines, ...] = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class CalloutItem:
    """One large number with its unit and a few words."""

    number: LinkedNumber
    unit: str
    label: Inlines
    before: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """Large figures that stand beside each other."""

    id: str
    anchor: str
    title: str
    items: tuple[CalloutItem, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A native, editable chart; `words` is its alternative text, `unit_line` says the unit where the caption does not.

    `points` are the values behind the numbers of its data, series by series; those of a scatter begin with `across`.
    """

    id: str
    caption: str
    anchor: str
    data: ChartData
    words: str
    unit_line: str = ""
    notes: tuple[Inlines, ...] = ()
    points: tuple[tuple[ChartPoint, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Small charts side by side under one caption; each has its own title and unit, and the words of its data."""

    id: str
    caption: str
    anchor: str
    charts: tuple[Chart, ...]
    notes: tuple[Inlines, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One row of cells; a `heading` row (1 above 2) has one cell that spans all columns.

    `colour` (RRGGBB) fills the first cell, whose words are then white.
    """

    cells: tuple[Inlines, ...]
    heading: int = 0
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The index of a framework, under its name as a numbered table."""

    id: str
    framework: str
    columns: tuple[Column, ...]
    rows: tuple[IndexRow, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place at the end of the block before it, for ranges of pages."""

    id: str
    anchor: str


Inner = Paragraph | Table | Image
Block = (
    Heading | ChapterContents | Paragraph | Frame | Table | Callout | Chart | Panel | Image | Index | Mark | Diagram
    | Questionnaire
)  # fmt: skip


def block_inlines(block: Block) -> Iterator[Inline]:
    """Yield every inline of a block in reading order, those inside footnotes too."""
    for inlines in _runs(block):
        for inline in inlines:
            yield inline
            if isinstance(inline, Footnote):
                yield from inline.inlines


def _runs(block: Block) -> Iterator[Inlines]:
    match block:
        case Paragraph():
            yield block.inlines
        case Table():
            yield from (cell for row in block.rows for cell in row.cells)
            yield from block.notes
        case Frame():
            for inner in block.blocks:
                yield from _runs(inner)
        case Callout():
            yield from (run for item in block.items for run in ((item.number,), item.label))
        case Chart() | Panel():
            yield from block.notes
        case Image():
            yield block.caption
        case Index():
            yield from (cell for row in block.rows for cell in row.cells)
        case Heading() | ChapterContents() | Mark() | Diagram() | Questionnaire():
            pass
        case _:
            assert_never(block)


def with_inlines(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """Return a block with other inlines; `change` gets each run of them, in reading order."""
    match block:
        case Paragraph() | Table() | Image():
            return inner_with_inlines(block, change)
        case Frame():
            return replace(block, blocks=tuple(inner_with_inlines(inner, change) for inner in block.blocks))
        case Callout():
            return replace(block, items=tuple(replace(item, label=change(item.label)) for item in block.items))
        case Chart() | Panel():
            return replace(block, notes=tuple(map(change, block.notes)))
        case Index():
            rows = tuple(replace(row, cells=tuple(map(change, row.cells))) for row in block.rows)
            return replace(block, rows=rows)
        case Heading() | ChapterContents() | Mark() | Diagram() | Questionnaire():
            return block
        case _:
            assert_never(block)


def inner_with_inlines(block: Inner, change: Callable[[Inlines], Inlines]) -> Inner:
    """Return a block that may stand in a frame with other inlines."""
    match block:
        case Paragraph():
            return replace(block, inlines=change(block.inlines))
        case Table():
            rows = tuple(replace(row, cells=tuple(map(change, row.cells))) for row in block.rows)
            return replace(block, rows=rows, notes=tuple(map(change, block.notes)))
        case Image():
            return replace(block, caption=change(block.caption))
        case _:
            assert_never(block)


def with_numbers(block: Block, change: Callable[[LinkedNumber], LinkedNumber]) -> Block:
    """Return a block with other numbers, those of callouts and inside footnotes too, `change`d in reading order."""

    def changed(inline: Inline) -> Inline:
        match inline:
            case LinkedNumber():
                return change(inline)
            case Footnote():
                inner = tuple(change(part) if isinstance(part, LinkedNumber) else part for part in inline.inlines)
                return replace(inline, inlines=inner)
            case _:
                return inline

    def run(inlines: Inlines) -> Inlines:
        return tuple(map(changed, inlines))

    if isinstance(block, Callout):
        items = (replace(item, number=change(item.number), label=run(item.label)) for item in block.items)
        return replace(block, items=tuple(items))
    return with_inlines(block, run)

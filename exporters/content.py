"""The Document: one report in one language, frozen and format-neutral. Writers turn it into files, no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exporters.charts.xml import ChartData
from exporters.drawn_content import Diagram, Questionnaire

LinkState = Literal["value", "omission", "missing"]
ParagraphStyle = Literal[
    "body", "lead", "letter", "quote", "case", "box", "list", "signature", "title", "note", "notice", "headline",
    "subhead", "dateline",
]  # fmt: skip
Role = Literal["text", "unit", "number", "note", "code", "page"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; those of a machine `draft` are lightly marked. `remark` becomes a comment."""

    text: str
    bold: bool = False
    draft: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class LinkedNumber:
    """A number from data, or the mark that stands where it is missing or left out.

    `reference` is canonical, `format` empty for the metric's own, `key` the element name in the store. `raw` is exact
    and unrounded, `text` what is shown (without the unit), `unit` the unit's words. `remark` becomes a comment.
    """

    reference: str
    format: str
    key: str
    raw: str
    text: str
    unit: str
    name: str = ""
    state: LinkState = "value"
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A visible, searchable placeholder for missing words; `remark` says whom to ask."""

    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class PageRef:
    """The number of the page on which `anchor` stands; with `last` the range of pages up to that anchor."""

    anchor: str
    last: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of several places as ranges: those that follow on each other are joined, equal ends are folded."""

    places: tuple[PageRef, ...]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page, marked where it stands; `anchor` lets a NoteRef repeat its mark."""

    inlines: tuple[Text | LinkedNumber | Gap | PageRef, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a footnote that stands elsewhere; `number` is that footnote's."""

    anchor: str
    number: int


Inline = Text | LinkedNumber | Gap | PageRef | Pages | Footnote | NoteRef
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter (1), section (2) or subsection (3); `number` is shown at a chapter's opening."""

    id: str
    level: int
    text: str
    anchor: str
    number: str = ""


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
    blocks: tuple[Paragraph | Table | Image, ...]


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
    """A table whose head is repeated on each page; without a caption it is not numbered."""

    id: str
    caption: str
    anchor: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    notes: tuple[Inlines, ...] = ()


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
    """A native, editable chart; `words` is its alternative text, `source` a line below it."""

    id: str
    caption: str
    anchor: str
    data: ChartData
    words: str
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
    """The index of a framework."""

    id: str
    framework: str
    columns: tuple[Column, ...]
    rows: tuple[IndexRow, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A place at the end of the block before it, for ranges of pages."""

    id: str
    anchor: str


Block = Heading | Paragraph | Frame | Table | Callout | Chart | Image | Index | Mark | Diagram | Questionnaire


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What is still open: in which section, what, and whom to ask."""

    section: str
    anchor: str
    what: str
    ask: str


@dataclass(frozen=True, slots=True)
class Look:
    """How the document looks: the company's colours (RRGGBB) and the fonts of its language."""

    colours: tuple[str, ...]
    sans: str
    serif: str
    latin_sans: str
    latin_serif: str
    locale: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says, line by line; empty lines are left out."""

    company: str
    title: str
    year: str
    state: str
    lines: tuple[str, ...] = ()
    logo: Image | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """Fixed words that the writer prints itself."""

    contents: str
    table: str
    figure: str
    note: str
    open_title: str
    open_lead: str
    open_head: tuple[str, str, str]
    page_prefix: str = ""
    release: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report or press release.

    `header` stands at the head of each page; `open_points` on a removable first page. A release has neither cover nor
    contents list, and its chapters follow each other on the page.
    """

    report: str
    language: str
    year: int
    cover: Cover
    header: tuple[str, str]
    look: Look
    labels: Labels
    blocks: tuple[Block, ...]
    open_points: tuple[OpenPoint, ...] = ()
    form: Literal["report", "release"] = "report"

    def inlines(self) -> Iterator[Inline]:
        """Yield every inline in reading order, those inside footnotes too."""
        for block in self.blocks:
            yield from block_inlines(block)

    def numbers(self) -> Iterator[LinkedNumber]:
        """Yield every linked number in reading order."""
        yield from (inline for inline in self.inlines() if isinstance(inline, LinkedNumber))


def block_inlines(block: Block) -> Iterator[Inline]:
    """Yield every inline of a block in reading order, those inside footnotes too."""
    for inlines in _runs(block):
        for inline in inlines:
            yield inline
            if isinstance(inline, Footnote):
                yield from inline.inlines


def _runs(block: Block) -> Iterator[Inlines]:
    if isinstance(block, Paragraph):
        yield block.inlines
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row.cells)
        yield from block.notes
    elif isinstance(block, Frame):
        for inner in block.blocks:
            yield from _runs(inner)
    elif isinstance(block, Callout):
        for item in block.items:
            yield (item.number,)
            yield item.label
    elif isinstance(block, Chart):
        yield from block.notes
    elif isinstance(block, Image):
        yield block.caption
    elif isinstance(block, Index):
        yield from (cell for row in block.rows for cell in row.cells)

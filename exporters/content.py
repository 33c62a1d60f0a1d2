"""The Document: one report in one language, frozen and format-neutral. Writers turn it into files, no more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from exporters.blocks import (
    Block,
    Callout,
    CalloutItem,
    ChapterContents,
    Chart,
    Column,
    Frame,
    Heading,
    Image,
    Index,
    IndexRow,
    Inner,
    Mark,
    Panel,
    Paragraph,
    ParagraphStyle,
    Role,
    Row,
    Table,
    block_inlines,
    inner_with_inlines,
    with_inlines,
    with_numbers,
)
from exporters.facts import Fact, Stand
from exporters.inlines import (
    BlockRef,
    Footnote,
    Gap,
    Inline,
    Inlines,
    LinkedNumber,
    LinkState,
    NoteRef,
    PageRef,
    Pages,
    Text,
)
from schema.values.history_mark import HistoryMark

__all__ = [
    "DOCUMENT_STATES",
    "Block",
    "BlockRef",
    "Callout",
    "CalloutItem",
    "ChapterContents",
    "Chart",
    "Column",
    "Cover",
    "Document",
    "DocumentState",
    "Fact",
    "Footnote",
    "Frame",
    "Gap",
    "Heading",
    "Image",
    "Index",
    "IndexRow",
    "Inline",
    "Inlines",
    "Inner",
    "Labels",
    "LinkState",
    "LinkedNumber",
    "Look",
    "Mark",
    "NoteRef",
    "OpenPoint",
    "PageRef",
    "Pages",
    "Panel",
    "Paragraph",
    "ParagraphStyle",
    "Role",
    "Row",
    "Stand",
    "Table",
    "Text",
    "block_inlines",
    "inner_with_inlines",
    "with_inlines",
    "with_numbers",
]

# A draft shows what is open, a review whence each number comes, a final neither: it leaves the company.
DocumentState = Literal["draft", "review", "final"]
DOCUMENT_STATES: tuple[DocumentState, ...] = get_args(DocumentState)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What is still open: in which section, what, and whom to ask; `below`: a share of the point above it."""

    section: str
    anchor: str
    what: str
    ask: str
    below: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How the document looks: the company's colours (RRGGBB), its faces for Chinese and Latin words, its language."""

    colours: tuple[str, ...]
    sans: str
    latin: str
    locale: str


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page says, line by line; empty lines are left out.

    `freeze` names the frozen state that is printed, with its date and the head of its history; `history` says how far
    the history goes that it was made from.
    """

    company: str
    title: str
    year: str
    state: str
    lines: tuple[str, ...] = ()
    logo: Image | None = None
    freeze: str = ""
    history: str = ""


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
    owed_head: tuple[str, str, str]
    owed_lead: str
    page_prefix: str = ""
    figures: str = ""
    release: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report or press release.

    `header` stands at the head of each page; `open_points` on a removable first page, where they are many
    with what is `owed` by each department; `facts` are all its numbers. In a review they stand at its end; in a final
    there are none. `keywords`, `day` (ISO date of the export, may be empty) and `mark` (how far the history goes) are
    told by the file's properties. `workspace` is the id that copies of its workspace share; a file that comes back is
    known by it, `approved_only` that placeholders stand for what nobody has approved.
    A release has neither cover nor contents list, and its chapters follow each other on the page.
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
    owed: tuple[OpenPoint, ...] = ()
    form: Literal["report", "release"] = "report"
    facts: tuple[Fact, ...] = ()
    state: DocumentState = "draft"
    keywords: tuple[str, ...] = ()
    day: str = ""
    workspace: str = ""
    approved_only: bool = False
    mark: HistoryMark | None = None

    def inlines(self) -> Iterator[Inline]:
        """Yield every inline in reading order, those inside footnotes too."""
        for block in self.blocks:
            yield from block_inlines(block)

    def numbers(self) -> Iterator[LinkedNumber]:
        """Yield every linked number in reading order."""
        yield from (inline for inline in self.inlines() if isinstance(inline, LinkedNumber))

"""What stands inside a paragraph or a cell of the Document: words, numbers, placeholders, pages, notes."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

LinkState = Literal["value", "omission", "missing"]


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; those of a machine `draft`, and the sign of what is `pending`, are lightly marked.

    `remark` becomes a comment. `link` is the address (http) that the words lead to.
    """

    text: str
    bold: bool = False
    draft: bool = False
    remark: str = ""
    pending: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class LinkedNumber:
    """A number from data, or the mark that stands where it is missing or left out.

    `reference` is canonical, `format` empty for the metric's own, `key` the element name in the store. `raw` is exact
    and unrounded, `text` what is shown (without the unit), `unit` the unit's words. `remark` becomes a comment.
    `resolution` is the size of the last printed digit, in the stored unit; a change on last year has none.
    One that is `pending` was asked of a department and nobody has approved it yet.
    `mark` is the letter under which a review says whence it comes; empty in any other document.
    `anchor` is its bookmark where an index leads to it.
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
    qualifier: str = ""
    resolution: Decimal | None = None
    pending: bool = False
    mark: str = ""
    anchor: str = field(default="", compare=False)


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
    """A note at the foot of the page, marked where it stands; `anchor` lets a NoteRef repeat its mark.

    `defines` is the metric whose definition it is.
    """

    inlines: tuple[Text | LinkedNumber | Gap | PageRef, ...]
    anchor: str = ""
    defines: str = ""


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The mark of a footnote that stands elsewhere; `number` is that footnote's."""

    anchor: str
    number: int


@dataclass(frozen=True, slots=True)
class BlockRef:
    """The label and number of the table or figure that stands at `anchor`; `text` is what they come to (“Table 3”).

    `written` is how a text names it.
    """

    anchor: str
    written: str
    text: str = ""
    bold: bool = False


Inline = Text | LinkedNumber | Gap | PageRef | Pages | Footnote | NoteRef | BlockRef
Inlines = tuple[Inline, ...]

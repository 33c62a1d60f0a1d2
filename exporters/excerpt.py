"""A part of a Document: one section or chapter as the draft prints it, with what its numbers count on from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exporters.content import Block, Chart, Frame, Image, Index, Look, Panel, Table
from exporters.drawn_content import Diagram


@dataclass(frozen=True, slots=True)
class Start:
    """What stands before a section: how many figures and tables, the footnotes' words and which metrics they define.

    `named` is what each table and figure of the whole report is called (“Table 3”), by its anchor.
    `page` is the page on which it will about begin (0: not counted), `used` the share of that page before it.
    """

    figures: int
    tables: int
    notes: Mapping[str, int]
    defined: frozenset[str]
    named: Mapping[str, str]
    page: int = 0
    used: float = 0.0

    def after(self, block: Block) -> tuple[int, int]:
        """Return how many figures and tables stand up to the end of a block that follows."""
        figures, tables = captions([block])
        return self.figures + figures, self.tables + tables


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands before each section of a report by its code, and on which page each block of the outline will about
    begin, by its id."""

    starts: Mapping[str, Start]
    pages: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ExcerptBlock:
    """A block with the section that it stands in and the id of the outline's block that it comes from ("" = none)."""

    block: Block
    section: str
    planned: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One or more sections of a report in one language. `header` stands at the head, as in the Document.

    `figure` and `table` are what captions begin with, `figures` and `tables` how many stand before it; `page` and
    `used` are where it begins (see Start).
    """

    report: str
    language: str
    form: str
    header: tuple[str, str]
    look: Look
    figure: str
    table: str
    figures: int
    tables: int
    blocks: tuple[ExcerptBlock, ...]
    page: int = 0
    used: float = 0.0


def captions(blocks: Iterable[Block]) -> tuple[int, int]:
    """Return how many figures and how many tables have a number in these blocks."""
    figures = tables = 0
    for block in blocks:
        match block:
            case Chart() | Panel() | Diagram():
                figures += 1
            case Image():
                figures += bool(block.caption)
            case Table():
                tables += bool(block.caption)
            case Index():
                tables += 1
            case Frame():
                inner = captions(block.blocks)
                figures, tables = figures + inner[0], tables + inner[1]
            case _:
                pass
    return figures, tables

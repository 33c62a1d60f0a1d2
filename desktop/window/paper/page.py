"""One page laid out: its blocks at their places, its head, and how it is painted."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from desktop.window.paper.items import POINT, Laid, Pictures, Stack
from desktop.window.paper.sheet import Piece, heading_style, lay_out, pieces, ruled
from desktop.window.paper.slips import ends
from desktop.window.paper.writing import Press, Run
from desktop.work.page import Shown
from exporters.content import Heading
from exporters.excerpt import ExcerptBlock

FULL_SIZE = 96 / 72 / POINT  # pixels for a unit at 100 %
_NARROW = 12 * POINT
_READABLE = 0.66  # of the size on paper
_STEP, _LEAST = 20.0, 150 * POINT
_SIDE, _TOP, _HEAD = 36 * POINT, 24 * POINT, 26 * POINT  # on the screen; a printed page has the template's margins


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece at its place on the page; `planned` are the ids of the outline's blocks that it comes from."""

    piece: Piece
    laid: Laid
    x: float
    y: float

    @property
    def name(self) -> str:
        """Return by what the same place is found in another language or version."""
        block = self.piece.blocks[0].block if self.piece.blocks else None
        return f"{block.id}/{self.piece.row}" if block is not None else "notes"

    @property
    def planned(self) -> frozenset[str]:
        """Return the outline's blocks."""
        return frozenset(placed.planned for placed in self.piece.blocks if placed.planned)

    @property
    def blocks(self) -> tuple[ExcerptBlock, ...]:
        """Return the blocks of the Document."""
        return self.piece.blocks


def narrowed(shown: Shown, pixels: float) -> float:
    """Return how wide a page is set in so many pixels: 0 as on paper, narrower where its words could not be read."""
    whole = shown.look.text_width * POINT + 2 * _SIDE
    if pixels / whole >= _READABLE * FULL_SIZE:
        return 0.0
    return max(_LEAST, pixels / (_READABLE * FULL_SIZE) // _STEP * _STEP)


class Page:
    """Lays out its pieces when it is told to, each once; lengths are half points."""

    def __init__(self, shown: Shown, room: float = 0.0) -> None:
        """Lay out on the paper's width, or narrower where `room` is given for words and margins."""
        self.shown, self.room = shown, room
        self.side = _NARROW if room else _SIDE
        self.press = Press(shown.excerpt, shown.look, room - 2 * self.side if room else 0.0)
        self.pieces = tuple(pieces(shown.excerpt))
        self._laid: list[Laid | None] = [None] * len(self.pieces)
        self._placed: list[Placed] | None = None
        self._breaks: tuple[tuple[float, int], ...] = ()
        self._header = self._head()

    @property
    def key(self) -> tuple[object, ...]:
        """Return of what it is the page: a version of the same has the same."""
        excerpt = self.shown.excerpt
        return (
            excerpt.report,
            excerpt.language,
            excerpt.blocks[0].section if excerpt.blocks else "",
            len(self._sections),
        )

    @property
    def _sections(self) -> set[str]:
        return {placed.section for placed in self.shown.excerpt.blocks}

    @property
    def width(self) -> float:
        """Return how wide the paper is on the screen."""
        return self.press.width + 2 * self.side

    @property
    def height(self) -> float:
        """Return how high it is, as far as it is laid out."""
        last = next(reversed(self.placed()), None)
        return max(last.y + last.laid.height if last else 0.0, 240 * POINT) + 2 * _TOP

    def take_over(self, before: Page | None) -> None:
        """Take what is the same from an earlier version."""
        if before is None or before.shown.look != self.shown.look or before.press.colours != self.press.colours:
            return
        if before.shown.excerpt.language != self.shown.excerpt.language or before.room != self.room:
            return
        known = dict(zip(before.pieces, before.laid(), strict=True))
        self._laid = [known.get(piece) for piece in self.pieces]

    def laid(self) -> tuple[Laid | None, ...]:
        """Return what is laid out of each piece."""
        return tuple(self._laid)

    def lay_out(self, milliseconds: float | None) -> bool:
        """Lay out for so long, all without a limit; return whether nothing is left."""
        end = None if milliseconds is None else time.perf_counter() + milliseconds / 1000
        for number, piece in enumerate(self.pieces):
            if self._laid[number] is None:
                self._laid[number] = lay_out(self.press, piece)
                self._placed = None
                if end is not None and time.perf_counter() > end:
                    break
        return all(laid is not None for laid in self._laid)

    def placed(self) -> list[Placed]:
        """Return the pieces at their places, down to the first that is not laid out yet."""
        if self._placed is None:
            self._placed = list(self._places())
            self._breaks = tuple(self._ends(self._placed))
        return self._placed

    def breaks(self) -> tuple[tuple[float, int], ...]:
        """Return at which heights sheets of the draft will about end, each with the number of the page that follows.

        None where it is not known on which page the section begins. Words that are set narrower than on paper stand
        on more lines: the sheet is as much higher.
        """
        self.placed()
        return self._breaks

    def _ends(self, placed: list[Placed]) -> Iterator[tuple[float, int]]:
        look, page, used = self.press.look, self.shown.excerpt.page, self.shown.excerpt.used
        if not page:
            return
        paper = look.page[1] - look.margins[0] - look.margins[2]
        room = paper * POINT * (look.text_width * POINT / self.press.width)
        for number, (at, height) in enumerate(ends([one.laid for one in placed], room, used * room), page + 1):
            if at < len(placed):
                yield placed[at].y + height, number

    def _places(self) -> Iterator[Placed]:
        y = _TOP + _HEAD
        for piece, laid in zip(self.pieces, self._laid, strict=True):
            if laid is None:
                return
            if y == _TOP + _HEAD and piece.blocks and isinstance(piece.blocks[0].block, Heading):
                # as at the head of a printed page
                y -= heading_style(self.press, piece.blocks[0].block).before * POINT
            yield Placed(piece, laid, self.side, y)
            y += laid.height

    def words(self) -> tuple[str, ...]:
        """Return what it says, as far as it is laid out."""
        return tuple(words for placed in self.placed() for words in placed.laid.words if words)

    def _head(self) -> Laid:
        company, title = self.shown.excerpt.header
        stack, style = Stack(), self.press.style("Header")
        left = ruled(self.press, (Run(company),), style)
        right = self.press.write((Run(title),), replace(style, align="right"), self.press.width)
        stack.lay(right)
        stack.put(left)
        return stack.laid(whole=True)

    def paint(self, painter: QPainter, pictures: Pictures, seen: tuple[float, float]) -> None:
        """Paint what lies between two heights."""
        _paint(painter, self._header, QPointF(self.side, _TOP), pictures)
        for placed in self.placed():
            if placed.y + placed.laid.height >= seen[0] and placed.y <= seen[1]:
                _paint(painter, placed.laid, QPointF(placed.x, placed.y), pictures)

    @property
    def header(self) -> Laid:
        """Return what stands at its head."""
        return self._header


def _paint(painter: QPainter, laid: Laid, at: QPointF, pictures: Pictures) -> None:
    painter.translate(at)
    for item in laid.items:
        item.paint(painter, pictures)
    painter.translate(-at)

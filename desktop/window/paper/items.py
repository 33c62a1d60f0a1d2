"""What a page is painted from: words, grounds, lines, pictures at places. Lengths in half points."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap, QTextLayout

POINT = 2.0
MILLIMETRE = POINT * 72 / 25.4
Pictures = Callable[[str], QPixmap | QImage | None]  # by hash; None while it is on its way


@dataclass(frozen=True, slots=True)
class Ground:
    """A filled rectangle."""

    box: QRectF
    colour: QColor

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Fill it."""
        painter.fillRect(self.box, self.colour)

    def moved(self, by: QPointF) -> Ground:
        """Return it elsewhere."""
        return replace(self, box=self.box.translated(by))


@dataclass(frozen=True, slots=True)
class Stroke:
    """A path that is drawn, filled, or both."""

    path: QPainterPath
    pen: QPen | None = None
    fill: QColor | None = None

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Draw it."""
        painter.setPen(self.pen or Qt.PenStyle.NoPen)
        painter.setBrush(self.fill if self.fill is not None else QColor(0, 0, 0, 0))
        painter.drawPath(self.path)

    def moved(self, by: QPointF) -> Stroke:
        """Return it elsewhere."""
        return replace(self, path=self.path.translated(by))


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph whose lines are broken; `colour` is that of words without one of their own."""

    layout: QTextLayout
    at: QPointF
    colour: QColor

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Draw its lines."""
        painter.setPen(self.colour)
        self.layout.draw(painter, self.at)

    def moved(self, by: QPointF) -> Words:
        """Return it elsewhere."""
        return replace(self, at=self.at + by)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the workspace; `waiting` is the ground that stands there until it has been read."""

    hash: str
    box: QRectF
    waiting: QColor

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Draw it."""
        found = pictures(self.hash)
        if found is None or found.isNull():
            painter.fillRect(self.box, self.waiting)
        elif isinstance(found, QImage):  # what is printed is painted off the UI thread, where there are no pixmaps
            painter.drawImage(self.box, found, QRectF(found.rect()))
        else:
            painter.drawPixmap(self.box, found, QRectF(found.rect()))

    def moved(self, by: QPointF) -> Picture:
        """Return it elsewhere."""
        return replace(self, box=self.box.translated(by))


@dataclass(frozen=True, slots=True)
class Shrunk:
    """A figure that is shown smaller than on paper, with its upper left corner at a place."""

    items: tuple[Item, ...]
    at: QPointF
    share: float

    def paint(self, painter: QPainter, pictures: Pictures) -> None:
        """Draw it smaller."""
        painter.save()
        painter.translate(self.at)
        painter.scale(self.share, self.share)
        for item in self.items:
            item.paint(painter, pictures)
        painter.restore()

    def moved(self, by: QPointF) -> Shrunk:
        """Return it elsewhere."""
        return replace(self, at=self.at + by)


Item = Ground | Stroke | Words | Picture | Shrunk


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a number stands: its canonical reference, its name, its places (several where it is broken over lines)."""

    reference: str
    name: str
    boxes: tuple[QRectF, ...]

    def moved(self, by: QPointF) -> Spot:
        """Return it elsewhere."""
        return replace(self, boxes=tuple(box.translated(by) for box in self.boxes))


@dataclass(frozen=True, slots=True)
class Laid:
    """A block laid out: what is painted from its upper left corner, and how high it stands.

    `cuts` are the heights at which a printed page may end; `words` are what it says, in reading order; `kept` says
    that it stands on a page with what follows.
    """

    height: float
    items: tuple[Item, ...] = ()
    spots: tuple[Spot, ...] = ()
    cuts: tuple[float, ...] = ()
    words: tuple[str, ...] = ()
    kept: bool = False

    def moved(self, x: float, y: float) -> Laid:
        """Return it elsewhere; its height counts from where it stood."""
        by = QPointF(x, y)
        return replace(
            self,
            height=self.height + y,
            items=tuple(item.moved(by) for item in self.items),
            spots=tuple(spot.moved(by) for spot in self.spots),
            cuts=tuple(cut + y for cut in self.cuts),
        )


@dataclass(slots=True)
class Stack:
    """Gathers what stands below each other; `y` is where the next part begins."""

    y: float = 0.0
    items: list[Item] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    cuts: list[float] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def put(self, laid: Laid, x: float = 0.0, *, cut: bool = True) -> None:
        """Put a part below what is there."""
        self.lay(laid, x)
        self.y += laid.height
        if cut:
            self.cuts.append(self.y)

    def lay(self, laid: Laid, x: float = 0.0) -> None:
        """Put a part beside the next one: what follows begins at the same height."""
        moved = laid.moved(x, self.y)
        self.items += moved.items
        self.spots += moved.spots
        self.cuts += moved.cuts
        self.words += moved.words

    def under(self, items: Iterable[Item]) -> None:
        """Put grounds under everything that is there."""
        self.items[:0] = items

    def laid(self, *, kept: bool = False, whole: bool = False) -> Laid:
        """Return all of it; a `whole` one is not divided between pages."""
        cuts = () if whole else tuple(sorted({*self.cuts, self.y}))
        return Laid(self.y, tuple(self.items), tuple(self.spots), cuts, tuple(self.words), kept)


def fitted(laid: Laid, natural: float, width: float) -> Laid:
    """Return a figure that is `natural` wide no wider than there is room."""
    if natural <= width:
        return laid
    share = width / natural
    return Laid(laid.height * share, (Shrunk(laid.items, QPointF(0, 0), share),), words=laid.words)


def straight(start: tuple[float, float], end: tuple[float, float], colour: QColor, width: float) -> Stroke:
    """Return a straight line."""
    path = QPainterPath(QPointF(*start))
    path.lineTo(QPointF(*end))
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return Stroke(path, pen)

"""The page on the screen: paper on its ground, painted from blocks that were laid out once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from desktop.window.panels.page_marks import draw_breaks, draw_lines, draw_rings
from desktop.window.panels.page_pictures import PagePictures
from desktop.window.session.desk import Desk

if TYPE_CHECKING:
    from desktop.window.paper.items import Spot
    from desktop.window.paper.page import Page, Placed
    from desktop.work.page import Shown

_EDGE = 14  # pixels around the paper
_SHADOW = ((1, 26), (2, 14), (4, 7))  # pixels away, and how dark
_SLICE = 12  # milliseconds of laying out at a time, so that typing goes on
_STEP = 1.1
_LEAST, _MOST = 0.25, 3.0
_HIT = 3.0  # pixels around a number


class PageView(QAbstractScrollArea):
    """`number_wanted` carries the reference of a number that was clicked, `block_wanted` where words stand."""

    number_wanted = Signal(str)
    block_wanted = Signal(object)
    scrolled = Signal(str, float)
    zoomed = Signal()
    laid_out = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.page: Page | None = None
        self.zoom = 0.0  # 0 fits the width
        self._pictures = PagePictures(desk.session, self.viewport().update)
        self._reference, self._marked, self._record = "", frozenset[str](), ""
        self._goal: str | None = None
        self._more = QTimer(self, interval=0)
        self._more.timeout.connect(self._lay_more)
        self._refit = QTimer(self, singleShot=True, interval=60)
        self._refit.timeout.connect(self._set_anew)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setMinimumWidth(240)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    # what is shown

    def show_page(self, shown: Shown) -> None:
        """Show a page; what has not changed since the last one stays as it was laid out."""
        from desktop.window.paper.page import Page

        anchor = self._anchor()
        before, self.page = self.page, Page(shown, self._room(shown))
        self.page.take_over(before)
        self.setAccessibleName(self.tr("Page as it will print"))
        self._lay_more()
        if before is not None and before.key == self.page.key:
            self._restore(anchor)
        else:
            self.verticalScrollBar().setValue(0)
        if self._goal is not None:
            self.reveal(self._reference, self._marked, self._record)

    def _room(self, shown: Shown) -> float:
        from desktop.window.paper.page import narrowed

        return 0.0 if self.zoom else narrowed(shown, self.viewport().width() - 2 * _EDGE)

    def _set_anew(self) -> None:
        """Set the words for another width, where that asks for it."""
        if self.page is not None and self._room(self.page.shown) != self.page.room:
            self.show_page(self.page.shown)

    def words(self) -> tuple[str, ...]:
        """Return what the page says, block by block, as far as it is laid out."""
        return self.page.words() if self.page is not None else ()

    def sheets(self) -> tuple[int, int]:
        """Return the numbers of the first and the last page on which it will about stand; 0 where that is not known."""
        first = self.page.shown.excerpt.page if self.page is not None else 0
        breaks = self.page.breaks() if self.page is not None else ()
        return first, breaks[-1][1] if breaks else first

    def finish(self) -> None:
        """Lay out all that is left at once."""
        if self.page is not None:
            self.page.lay_out(None)
        self._settle()

    def _lay_more(self) -> None:
        if self.page is None or self.page.lay_out(_SLICE):
            self._more.stop()
            self._settle()
            self.laid_out.emit()
        elif not self._more.isActive():
            self._more.start()
        else:
            self._settle()

    def _settle(self) -> None:
        self._fit_bars()
        self.viewport().update()

    # places

    @property
    def scale(self) -> float:
        """Return how many pixels one unit of the page takes."""
        from desktop.window.paper.page import FULL_SIZE

        if self.page is None:
            return FULL_SIZE
        if self.zoom:
            return self.zoom * FULL_SIZE
        return max(_LEAST * FULL_SIZE, (self.viewport().width() - 2 * _EDGE) / self.page.width)

    def zoom_by(self, steps: int) -> None:
        """Show the page larger or smaller; 0 fits its width."""
        from desktop.window.paper.page import FULL_SIZE

        anchor = self._anchor()
        self.zoom = 0.0 if steps == 0 else min(_MOST, max(_LEAST, self.scale / FULL_SIZE * _STEP**steps))
        self._set_anew()
        self._settle()
        self._restore(anchor)
        self.zoomed.emit()

    def percent(self) -> int:
        """Return how large the page stands, 100 for its size on paper."""
        from desktop.window.paper.page import FULL_SIZE

        return round(self.scale / FULL_SIZE * 100)

    def _left(self) -> float:
        assert self.page is not None
        spare = self.viewport().width() - self.page.width * self.scale
        return max(float(_EDGE), spare / 2) - self.horizontalScrollBar().value()

    def _top(self) -> float:
        return _EDGE - self.verticalScrollBar().value()

    def _fit_bars(self) -> None:
        if self.page is None:
            return
        room, scale = self.viewport().size(), self.scale
        for bar, whole, shown in (
            (self.verticalScrollBar(), self.page.height * scale, room.height()),
            (self.horizontalScrollBar(), self.page.width * scale, room.width()),
        ):
            bar.setRange(0, max(0, round(whole + 2 * _EDGE - shown)))
            bar.setPageStep(shown)
            bar.setSingleStep(40)

    def _anchor(self) -> tuple[str, float]:
        """Return the block at the top of what is seen, and how far above it begins, in parts of the page."""
        if self.page is None:
            return "", 0.0
        y = -self._top() / self.scale
        placed = next((one for one in self.page.placed() if one.y + one.laid.height > y), None)
        return (placed.name, y - placed.y) if placed is not None else ("", 0.0)

    def _restore(self, anchor: tuple[str, float]) -> None:
        placed = next((one for one in self._placed() if one.name == anchor[0]), None)
        if placed is not None:
            self.verticalScrollBar().setValue(round((placed.y + anchor[1]) * self.scale) + _EDGE)

    def follow(self, name: str, offset: float) -> None:
        """Show the block of this name where another language shows it."""
        self.verticalScrollBar().blockSignals(True)
        self._restore((name, offset))
        self.verticalScrollBar().blockSignals(False)
        self.viewport().update()

    def _on_scroll(self) -> None:
        self.viewport().update()
        self.scrolled.emit(*self._anchor())

    def _placed(self) -> Iterator[Placed]:
        return iter(self.page.placed() if self.page is not None else ())

    # what is looked at

    def reveal(self, reference: str, planned: Collection[str], record: str = "") -> None:
        """Ring the number of a value and mark the blocks (ids of the outline) that are being edited, of a list the
        `record` alone; bring them into sight where they are not."""
        self._reference, self._record = reference, record
        spot = next(((placed, found) for placed, found in self._spots() if found.reference == reference), None)
        self._marked = frozenset() if spot is not None else frozenset(planned)
        block = next((placed for placed in self._placed() if self._is_marked(placed)), None)
        self._goal = None if spot or block or not (reference or planned) else reference
        if spot is not None:
            self._bring(spot[0].y + spot[1].boxes[0].top(), spot[1].boxes[0].height())
        elif block is not None:
            self._bring(block.y, min(block.laid.height, 200.0))
        self.viewport().update()

    def _is_marked(self, placed: Placed) -> bool:
        if not placed.planned & self._marked:
            return False
        return not self._record or any(self._record in one.block.id.split(".") for one in placed.blocks)

    def _bring(self, y: float, height: float) -> None:
        top = y * self.scale + _EDGE
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 20 <= top <= bar.value() + room - height * self.scale - 40:
            bar.setValue(round(top - room / 3))

    def _spots(self) -> Iterator[tuple[Placed, Spot]]:
        for placed in self._placed():
            for spot in placed.laid.spots:
                yield placed, spot

    def spot_box(self, reference: str) -> QRectF | None:
        """Return where a number stands in the viewport, in sight if it can be; None where it is not on the page."""
        boxes = [
            self._on_screen(spot.boxes[0].translated(placed.x, placed.y))
            for placed, spot in self._spots()
            if spot.reference == reference
        ]
        seen = QRectF(self.viewport().rect())
        return next((box for box in boxes if seen.contains(box)), boxes[0] if boxes else None)

    def _on_screen(self, box: QRectF) -> QRectF:
        scale = self.scale
        return QRectF(
            self._left() + box.x() * scale, self._top() + box.y() * scale, box.width() * scale, box.height() * scale
        )

    def _under(self, at: QPointF) -> tuple[Placed | None, Spot | None]:
        """Return the block and the number below a point of the viewport."""
        if self.page is None:
            return None, None
        spot_at = QPointF((at.x() - self._left()) / self.scale, (at.y() - self._top()) / self.scale)
        placed = next((one for one in self._placed() if one.y <= spot_at.y() < one.y + one.laid.height), None)
        if placed is None or not 0 <= spot_at.x() <= self.page.width:
            return None, None
        inner, near = spot_at - QPointF(placed.x, placed.y), _HIT / self.scale
        for spot in placed.laid.spots:
            if any(box.adjusted(-near, -near, near, near).contains(inner) for box in spot.boxes):
                return placed, spot
        return placed, None

    # events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show what a click leads to."""
        placed, spot = self._under(event.position())
        leads = spot is not None or (placed is not None and bool(placed.planned))
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go to the field of a number, or to the words of a block."""
        placed, spot = self._under(event.position())
        if event.button() != Qt.MouseButton.LeftButton or placed is None:
            return
        if spot is not None:
            self.number_wanted.emit(spot.reference)
        elif placed.planned:
            self.block_wanted.emit(placed)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say which value a number is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            _, spot = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), spot.name if spot else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the same words at the top."""
        anchor = self._anchor()
        super().resizeEvent(event)
        self._fit_bars()
        self._restore(anchor)
        self._refit.start()
        self.zoomed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the paper and what of it is in sight."""
        theme = self._desk.theme
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.desk))
        if self.page is None:
            return
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        paper = self._on_screen(QRectF(0, 0, self.page.width, self.page.height))
        for away, dark in _SHADOW:
            shade = QColor(theme.ink)
            shade.setAlpha(dark)
            painter.fillRect(paper.adjusted(-away / 2, 0, away / 2, away), shade)
        painter.fillRect(paper, QColor(theme.paper))
        painter.translate(paper.topLeft())
        painter.scale(self.scale, self.scale)
        seen = QRectF(event.rect()).translated(-paper.topLeft())
        self.page.paint(painter, self._pictures, (seen.top() / self.scale, seen.bottom() / self.scale))
        self._mark(painter)
        painter.end()

    def _mark(self, painter: QPainter) -> None:
        """Ring the number whose field has the cursor; a line stands beside the words that are being written."""
        rings = [(placed, spot) for placed, spot in self._spots() if spot.reference == self._reference]
        draw_rings(painter, self._desk.theme, self.scale, rings)
        draw_lines(painter, self._desk.theme, self.scale, () if rings else filter(self._is_marked, self._placed()))
        if self.page is not None:
            draw_breaks(painter, self._desk.theme, self.scale, self.page)

"""The mark at the end of a row: what it says is told by its shape, its colour and its words."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop.window.look.icons import draw_icon
from desktop.window.look.theme import Theme


def draw_mark(painter: QPainter, state: str, box: QRectF, theme: Theme) -> None:
    """Draw a state into a square: saved, saving, failed, error, doubt, omission, missing, figure."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if state == "saved":
        draw_icon(painter, "check", box.adjusted(1, 1, -1, -1), theme.good)
    elif state == "saving":
        _dots(painter, box, theme)
    elif state in ("error", "failed"):
        painter.setBrush(QColor(theme.error))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1)) if state == "error" else painter.drawRect(
            box.adjusted(2, 2, -2, -2)
        )
        _letter(painter, box, "!" if state == "error" else "↻", theme.surface)
    elif state == "doubt":
        painter.setBrush(QColor(theme.doubt_mark))
        top, low = box.top() + 1, box.bottom() - 1.5
        triangle = [QPointF(box.center().x(), top), QPointF(box.right(), low), QPointF(box.left(), low)]
        painter.drawPolygon(QPolygonF(triangle))
        _letter(painter, box.adjusted(0, 2.5, 0, 1), "!", theme.surface, 0.62)
    else:
        _quiet(painter, state, box, theme)
    painter.restore()


def _dots(painter: QPainter, box: QRectF, theme: Theme) -> None:
    painter.setBrush(QColor(theme.text2))
    for step in (0.2, 0.5, 0.8):
        painter.drawEllipse(QPointF(box.left() + box.width() * step, box.center().y()), 1.5, 1.5)


def _quiet(painter: QPainter, state: str, box: QRectF, theme: Theme) -> None:
    inner = box.adjusted(2.5, 2.5, -2.5, -2.5)
    if state in ("figure", "total"):
        _letter(painter, box, "Σ" if state == "total" else "ƒ", theme.text2, 0.95)
    elif state == "work":
        _letter(painter, box, "?", theme.text2, 0.95)
    elif state in ("missing", "omission"):
        painter.setPen(QPen(QColor(theme.text3 if state == "missing" else theme.text2), 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(inner)
        if state == "omission":
            y = box.center().y()
            painter.drawLine(QPointF(inner.left() + 3, y), QPointF(inner.right() - 3, y))


def _letter(painter: QPainter, box: QRectF, letter: str, colour: str, share: float = 0.75) -> None:
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(box.height() * share)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, letter)


class StateMark(QWidget):
    """Shows one state; its tooltip and accessible name say it in words."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.state = "missing"
        self.setFixedSize(QSize(16, 16))

    def show_state(self, state: str, words: str) -> None:
        """Show a state with the words that name it."""
        if state != self.state or words != self.toolTip():
            self.state = state
            self.setToolTip(words)
            self.setAccessibleName(words)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the mark."""
        del event
        painter = QPainter(self)
        draw_mark(painter, self.state, QRectF(self.rect()), self._theme)
        painter.end()


def mark_icon(state: str, theme: Theme) -> QIcon:
    """Return a state's mark as an icon for rows of lists."""
    sheet = QPixmap(32, 32)
    sheet.setDevicePixelRatio(2)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    draw_mark(painter, state, QRectF(1, 1, 14, 14), theme)
    painter.end()
    return QIcon(sheet)

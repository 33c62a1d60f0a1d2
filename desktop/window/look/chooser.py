"""A combo box in the look of the bar: a rounded frame, the chosen text, a fine arrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.window.look.icons import draw_icon
from desktop.window.look.theme import Theme

_ROOM = 40


class Chooser(QComboBox):
    """Painted by itself; the wheel scrolls what is around it and changes nothing."""

    def __init__(self, theme: Theme, parent: QWidget, *, plain: bool = False) -> None:
        """`plain` words are those of a field in a form; those of a bar stand out."""
        super().__init__(parent)
        self.theme, self._plain = theme, plain
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFixedHeight(32)

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Normal if self._plain else QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Room for the longest text and the arrow."""
        metrics = QFontMetrics(self._font())
        widths = [metrics.horizontalAdvance(self.itemText(place)) for place in range(self.count())]
        return QSize(max(widths, default=30) + _ROOM, 32)

    def minimumSizeHint(self) -> QSize:
        """It may shrink; its text is then shortened."""
        return QSize(min(self.sizeHint().width(), 90), 32)

    def showPopup(self) -> None:  # noqa: N802
        """Open the list below, where it would else cover what is above, beyond the window's border."""
        super().showPopup()
        frame, below = self.view().window(), self.mapToGlobal(QPoint(0, self.height()))
        room = self.screen().availableGeometry().bottom() - below.y()
        if frame.height() <= room:
            frame.move(frame.x(), below.y())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """A wheel over it must not choose something else."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frame, text and arrow."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        active = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(QColor(self.theme.accent if active else self.theme.edge), 1))
        painter.setBrush(QColor(self.theme.surface))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(self.theme.text if self.isEnabled() else self.theme.text3))
        painter.setFont(self._font())
        words = box.adjusted(11, 0, -26, 0)
        elided = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        draw_icon(painter, "down", QRectF(box.right() - 22, box.center().y() - 6, 12, 12), self.theme.text2)
        painter.end()

"""The head of a table that is scrolled together with what stands around it: it stays in sight above its rows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QTableView, QWidget


class HeadEcho(QWidget):
    """Shown at the top of the area once the table's own head is scrolled away and rows of it are still in sight."""

    def __init__(self, table: QTableView, area: QScrollArea) -> None:
        super().__init__(area.viewport())
        self._table, self._area = table, area
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        for bar in (area.verticalScrollBar(), table.horizontalScrollBar()):
            bar.valueChanged.connect(self.follow)
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table where it gets another size or place."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.follow()
        return super().eventFilter(watched, event)

    def follow(self) -> None:
        """Stand above the rows, or go."""
        head, viewport = self._table.horizontalHeader(), self._area.viewport()
        corner = self._table.mapTo(viewport, QPoint(0, 0))
        below = corner.y() + self._table.height()
        wanted = corner.y() < 0 and below > 2 * head.height()
        if wanted:
            self.setGeometry(corner.x(), 0, self._table.width(), head.height())
            self.raise_()
            self.update()
        self.setVisible(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what the head shows now."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._table.horizontalHeader().grab())
        painter.end()

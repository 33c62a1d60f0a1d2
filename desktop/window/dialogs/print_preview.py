"""The sheets that would be printed, below each other, before any is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.theme import Theme, style_sheet

if TYPE_CHECKING:
    from desktop.window.paper.page import Page

_SIZE = QSize(760, 720)
_EDGE, _MOST = 20, 900  # pixels around a sheet, and how wide one stands at most


class SheetsView(QAbstractScrollArea):
    """Paints the sheets in sight; the wheel, the arrows and Page Up and Down scroll."""

    def __init__(self, theme: Theme, page: Page, images: Mapping[str, QImage], parent: QWidget) -> None:
        super().__init__(parent)
        from desktop.window.paper.printing import sheets_of

        self._theme, self._page, self._images = theme, page, images
        self._sheets = sheets_of(page)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    @property
    def count(self) -> int:
        """Return how many sheets there are."""
        return len(self._sheets)

    def _size(self) -> tuple[float, float]:
        """Return how wide and high a sheet stands."""
        wide = float(min(_MOST, self.viewport().width() - 2 * _EDGE))
        paper = self._page.press.look.page
        return wide, wide * paper[1] / paper[0]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width."""
        super().resizeEvent(event)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, round(self.count * (self._size()[1] + _EDGE) + _EDGE - room)))
        bar.setPageStep(room)
        bar.setSingleStep(40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and what is in sight."""
        from desktop.window.paper.items import POINT
        from desktop.window.paper.printing import paint_sheet

        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.desk))
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        wide, high = self._size()
        scale = wide / (self._page.press.look.page[0] * POINT)
        for number, slips in enumerate(self._sheets):
            top = _EDGE + number * (high + _EDGE) - self.verticalScrollBar().value()
            paper = QRectF((self.viewport().width() - wide) / 2, top, wide, high)
            if paper.bottom() < event.rect().top() or paper.top() > event.rect().bottom():
                continue
            painter.save()
            painter.fillRect(paper, QColor(self._theme.paper))
            painter.setClipRect(paper)
            painter.translate(paper.topLeft())
            painter.scale(scale, scale)
            paint_sheet(self._page, painter, number + 1, slips, self._images.get)
            painter.restore()
        painter.end()


class PrintPreview(QDialog):
    """`print_wanted` and `pdf_wanted` say what is to become of the sheets."""

    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, theme: Theme, page: Page, images: Mapping[str, QImage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Print preview"))
        self.setStyleSheet(style_sheet(theme))
        self.resize(_SIZE)
        self.view = SheetsView(theme, page, images, self)
        self.view.setAccessibleName(self.tr("Sheets as they will be printed"))
        counted = self.tr("1 sheet") if self.view.count == 1 else self.tr("{count} sheets")
        self.count = QLabel(counted.format(count=self.view.count), self)
        self.cancel, self.paper = QPushButton(self.tr("Close"), self), QPushButton(self.tr("Print …"), self)
        self.save = QPushButton(self.tr("Save as PDF …"), self)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 12)
        foot.addWidget(self.cancel)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.paper)
        foot.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)
        self.cancel.clicked.connect(self.reject)
        for button, signal in ((self.paper, self.print_wanted), (self.save, self.pdf_wanted)):
            button.clicked.connect(self.accept)
            button.clicked.connect(signal)
        self.view.setFocus()

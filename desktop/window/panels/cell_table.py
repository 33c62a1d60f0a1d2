"""One part of the sheet: a table whose cells are painted, its heads flat; the lines of both parts stand in line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.window.item_models.cell_model import CellModel
from desktop.window.look.scale import TINY

ROW = 25


class LineNumbers(QHeaderView):
    """The numbers of the lines, with a ground of their own below the last one, too."""

    def __init__(self, ground: str, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ground = QColor(ground)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the numbers."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)


class CellTable(QTableView):
    """Without a frame and a grid of Qt's own."""

    def __init__(self, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.sheet = model
        self.setModel(model)
        self.setVerticalHeader(LineNumbers(model.desk.theme.ground, self))
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setAcceptDrops(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        lines, heads, theme = self.verticalHeader(), self.horizontalHeader(), model.desk.theme
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setMinimumSectionSize(ROW)
        lines.setDefaultSectionSize(ROW)
        heads.setFixedHeight(28)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setMinimumSectionSize(30)
        section = f"background: {theme.ground}; border: none; padding: 0 6px;"
        edges = f"border-right: 1px solid {theme.line}; border-bottom: 1px solid {theme.line};"
        self.setStyleSheet(f"""
            QTableView {{ background: {theme.surface}; }}
            QHeaderView {{ background: {theme.ground}; }}
            QHeaderView::section {{ {section} {edges} }}
            QHeaderView::section:vertical {{ color: {theme.text2}; font-size: {TINY}px; font-weight: 400; }}
            QTableCornerButton::section {{ {section} {edges} }}
        """)
        model.renewed.connect(self.viewport().update)
        self._ground = QColor(theme.surface)
        for part in (self.viewport(), lines.viewport()):
            # A style sheet makes Qt draw a ground below what is painted, and with it everything anew at each step of
            # scrolling. Cells and heads have grounds of their own: what is seen is moved, what comes into sight drawn.
            part.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground where no cell stands, then the cells."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802
        """Nobody asks every line how wide it is: widths are given."""
        return self.columnWidth(column)

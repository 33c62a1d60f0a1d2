"""The two tables of a sheet side by side: names stand still with what they are known by, the rest scrolls beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.window.item_models.cell_model import CellModel
from desktop.window.panels.cell_delegate import CellDelegate, on_arrow
from desktop.window.panels.cell_table import CellTable
from desktop.window.panels.sheet_view import SheetView
from desktop.work.sheet.grid import Column, ColumnKind

_STILL: tuple[ColumnKind, ...] = ("name", "unit", "code")
_NUMBERS, _LEAST_NAME, _MOST_NAME, _MOST_UNIT = 40, 180, 600, 92
_ROOMY = 900


class StillTable(CellTable):
    """Names and units or codes; the keys go to the table beside. A click on an arrow folds or unfolds."""

    folding = Signal(str, bool)
    extended = Signal(int, int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold by the arrow, choose by the rest."""
        place = self.indexAt(event.position().toPoint())
        row = self.sheet.grid.rows[place.row()] if place.isValid() else None
        across = event.position().x() - self.visualRect(place).left()
        if row is not None and place.column() == 0 and on_arrow(row, across):
            self.folding.emit(row.name, row.name not in self.sheet.folded)
        elif row is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.extended.emit(place.row(), place.column())
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Fold by two clicks anywhere on a line that folds."""
        place = self.indexAt(event.position().toPoint())
        row = self.sheet.grid.rows[place.row()] if place.isValid() else None
        if row is not None and row.kind in ("head", "parts") and not on_arrow(row, event.position().x()):
            self.folding.emit(row.name, row.name not in self.sheet.folded)


class SheetGrid(QWidget):
    """`folding` carries a line's name and whether it shall be folded; `sized` that columns have other widths."""

    folding = Signal(str, bool)
    sized = Signal()

    def __init__(self, model: CellModel, delegate: type[CellDelegate], parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._joined: tuple[int, ...] = ()
        self._fitted: Sequence[Column] = ()
        self.view = SheetView(model, delegate, self)
        self.still = StillTable(model, self)
        self.still.setSelectionModel(self.view.selectionModel())
        self.still.setItemDelegate(delegate(model, self.view.selectionModel(), self.still))
        self.still.setFocusProxy(self.view)
        self.still.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.still.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.still.verticalHeader().setFixedWidth(_NUMBERS)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.still)
        layout.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self._connect()

    def _connect(self) -> None:
        mine, other = self.view.verticalScrollBar(), self.still.verticalScrollBar()
        mine.valueChanged.connect(other.setValue)
        other.valueChanged.connect(mine.setValue)
        self.view.horizontalScrollBar().rangeChanged.connect(self._level)
        self.view.folding.connect(self.folding)
        self.still.folding.connect(self.folding)
        self.still.extended.connect(lambda row, column: self.view.choose((row, column), extend=True))
        self._model.modelReset.connect(self.fit)

    def _level(self) -> None:
        """Keep the last lines of both in line: where one has a scroll bar below, the other has room for it."""
        bar = self.view.horizontalScrollBar()
        room = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        self.still.setViewportMargins(_NUMBERS, self.still.horizontalHeader().height(), 0, room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what is left."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width: names get what the other columns leave, which scroll where it is too little."""
        grid, rest = self._model.grid, 0
        if not grid.columns:
            return
        second = self._model.still_width(self.fontMetrics(), _MOST_UNIT if self.width() < _ROOMY else 2 * _MOST_UNIT)
        anew, self._fitted = self._fitted != grid.columns, grid.columns  # a width that somebody has drawn stays
        for number, column in enumerate(grid.columns):
            still = column.kind in _STILL
            self.still.setColumnHidden(number, not still)
            self.view.setColumnHidden(number, still)
            if not still:
                if anew:
                    self.view.setColumnWidth(number, self._model.width(column))
                rest += self.view.columnWidth(number)
        bar = self.view.verticalScrollBar().sizeHint().width()
        name = max(_LEAST_NAME, min(_MOST_NAME, self.width() - rest - second - _NUMBERS - bar))
        self.still.setColumnWidth(0, name)
        self.still.setColumnWidth(1, second)
        self.still.setFixedWidth(_NUMBERS + name + second)
        self._join_heads()
        self.sized.emit()

    def _join_heads(self) -> None:
        """Let heads run over both columns that stand still."""
        joined = tuple(number for number, row in enumerate(self._model.grid.rows) if row.kind in ("head", "parts"))
        if joined == self._joined:
            return
        self.still.clearSpans()
        self._joined = joined
        for number in joined:
            self.still.setSpan(number, 0, 1, 2)

    def cell_rect(self, column: int) -> QRect:
        """Return where a column stands, in this widget's own coordinates; empty where it is out of sight."""
        table = self.still if not self.still.isColumnHidden(column) else self.view
        header = table.horizontalHeader()
        corner = table.viewport().mapTo(self, header.rect().topLeft())
        return QRect(
            corner.x() + header.sectionViewportPosition(column), 0, header.sectionSize(column), header.height()
        )

"""What is chosen in a breakdown with Shift and the arrows, as in a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from desktop.window.item_models.breakdown_model import BreakdownModel

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_Flag = QItemSelectionModel.SelectionFlag


class GridSelection:
    """Stretches from where it began to the cell with the cursor; what is no entry is passed over."""

    def __init__(self, model: BreakdownModel, selection: QItemSelectionModel) -> None:
        self._model, self._selection = model, selection
        self._anchor = QPersistentModelIndex()

    def take(self, event: QKeyEvent) -> bool:
        """Stretch or shrink what is chosen by an arrow with Shift; return whether the key was one."""
        key = Qt.Key(event.key())
        if key not in _ARROWS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _SHIFT:
            return False
        here = self._selection.currentIndex()
        if here.isValid() and (reached := self._next(here, _ARROWS[key])).isValid():
            self._stretch(here, reached)
        return True

    def _stretch(self, here: QModelIndex, reached: QModelIndex) -> None:
        if len(self._selection.selectedIndexes()) < 2 or not self._anchor.isValid():
            self._anchor = QPersistentModelIndex(here)
        rows = sorted((self._anchor.row(), reached.row()))
        columns = sorted((self._anchor.column(), reached.column()))
        area = QItemSelection(self._model.index(rows[0], columns[0]), self._model.index(rows[1], columns[1]))
        self._selection.select(area, _Flag.ClearAndSelect)
        self._selection.setCurrentIndex(reached, _Flag.NoUpdate)

    def _next(self, here: QModelIndex, step: tuple[int, int]) -> QModelIndex:
        row, column = here.row() + step[0], here.column() + step[1]
        while 0 <= row < self._model.rowCount() and 0 <= column < self._model.columnCount():
            if self._model.cells[row][column].kind == "entry":
                return self._model.index(row, column)
            row, column = row + step[0], column + step[1]
        return QModelIndex()

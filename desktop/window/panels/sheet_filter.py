"""The filter row of a sheet: a field above each column, shown and put away with Ctrl+Shift+L."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.window.item_models.cell_model import CellModel
from desktop.window.panels.sheet_grid import SheetGrid
from desktop.work.sheet.filters import fits
from desktop.work.sheet.grid import Column
from desktop.work.sheet.rows import Row

_HEIGHT, _PAUSE = 32, 150


class SheetFilter(QWidget):
    """`changed` says that something else is asked for; fields stand where their columns are."""

    changed = Signal()

    def __init__(self, model: CellModel, grid: SheetGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._grid = model, grid
        self.fields: dict[Column, QLineEdit] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.setFixedHeight(_HEIGHT)
        self.hide()
        grid.sized.connect(self._place)
        grid.view.horizontalScrollBar().valueChanged.connect(self._place)

    def toggle(self) -> bool:
        """Show the row, or put it away with all that was asked for; return whether it is shown."""
        if self.isVisible():
            for field in self.fields.values():
                field.clear()
            self._pause.stop()
            self.hide()
            self.changed.emit()
            self._grid.setFocus()
        else:
            self.show()
            next(iter(self.fields.values())).setFocus()
        return self.isVisible()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand above the columns."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        if self.isHidden():
            return
        columns = [column for column in self._model.grid.columns if column.kind != "marks"]
        for column in [known for known in self.fields if known not in columns]:
            self.fields.pop(column).deleteLater()
        for number, column in enumerate(columns):
            if column not in self.fields:
                self.fields[column] = self._field(column)
            spot, field = self._grid.cell_rect(number), self.fields[column]
            field.setGeometry(spot.left() + 2, 3, max(0, spot.width() - 4), _HEIGHT - 6)
            # What is scrolled away would lie over the fields of the columns that stand still.
            still = not self._grid.still.isColumnHidden(number)
            field.setVisible(still or spot.left() >= self._grid.still.width())

    def _field(self, column: Column) -> QLineEdit:
        theme, field = self._model.desk.theme, QLineEdit(self)
        name = self._model.heading(column)
        field.setAccessibleName(self.tr("Filter by {column}").format(column=name))
        field.setToolTip(self.tr("Words, or a comparison: >100, <=5; = for blanks, <> for what is filled"))
        field.setPlaceholderText("…")
        field.setStyleSheet(
            f"QLineEdit {{ border: 1px solid {theme.edge}; border-radius: 4px; padding: 0 4px;"
            f" background: {theme.surface}; }} QLineEdit:focus {{ border: 1px solid {theme.accent}; }}"
        )
        field.textChanged.connect(self._pause.start)
        field.returnPressed.connect(self._grid.setFocus)
        field.show()
        return field

    def holds(self, row: Row) -> bool:
        """Whether a line's cells are what its columns are asked for."""
        asked = {column: field.text() for column, field in self.fields.items() if field.text().strip()}
        if not asked or self.isHidden():
            return True
        texts = self._model.texts(row)
        known = dict(zip(self._model.grid.columns, texts, strict=True))
        return all(fits(known[column], text) for column, text in asked.items() if column in known)

"""The cells of a sheet under the hands: the keys, the mouse and the clipboard of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.window.form.grid_delegate import step_of
from desktop.window.item_models.cell_model import CellModel
from desktop.window.panels.cell_delegate import CellDelegate
from desktop.window.panels.cell_table import CellTable
from desktop.work.sheet.grid import Place
from desktop.work.sheet.moves import edge, next_entry, round_of, within
from desktop.work.sheet.placing import Area
from schema.grammar.reference import Key

_STEPS = {
    Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
}  # fmt: skip
_CONTROL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_Flag = QItemSelectionModel.SelectionFlag


class SheetView(CellTable):
    """Signals carry what a key asks for; `told` a sentence, `folding` a line's name and whether it shall be folded."""

    told = Signal(str)
    copy_wanted = Signal(bool)
    paste_wanted = Signal()
    fill_wanted = Signal(bool)
    clear_wanted = Signal()
    spread_wanted = Signal(str)
    list_wanted = Signal(object)  # the field that is being typed in, None where there is none
    note_wanted = Signal()
    form_wanted = Signal()
    menu_wanted = Signal(QPoint)
    folding = Signal(str, bool)

    def __init__(self, model: CellModel, delegate: type[CellDelegate], parent: QWidget) -> None:
        super().__init__(model, parent)
        self._anchor: Place = (0, 0)
        self.verticalHeader().hide()
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.cells = delegate(model, self.selectionModel(), self)
        self.setItemDelegate(self.cells)
        self.cells.list_wanted.connect(self.list_wanted)
        self.cells.moved.connect(self.go_on)
        self.cells.spread.connect(self.spread_wanted)

    # the selection

    def at(self) -> Place:
        """Return the cell with the cursor; (-1, -1) where there is none."""
        here = self.currentIndex()
        return here.row(), here.column()

    def key(self) -> Key | None:
        """Return the key of the cell with the cursor, of its line where the cell holds no value."""
        at, grid = self.at(), self.sheet.grid
        if not (0 <= at[0] < len(grid.rows)) or not grid.rows[at[0]].takes:
            return None
        return grid.key(*at) or grid.rows[at[0]].key

    def commit(self) -> None:
        """Hand over what is being typed."""
        if self.state() == QAbstractItemView.State.EditingState:
            for editor in self.cells.fields(self.viewport()):
                self.commitData(editor)

    def places(self) -> list[Place]:
        """Return the chosen cells line by line."""
        found = {
            (row, column)
            for part in self._parts()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        }
        return sorted(found)

    def _parts(self) -> list[QItemSelectionRange]:
        chosen = self.selectionModel().selection()
        return [chosen.at(number) for number in range(chosen.count())]

    def area(self) -> Area:
        """Return the rectangle around the chosen cells; that of the cursor where none is chosen."""
        parts = self._parts()
        if not parts:
            return Area(*self.at(), *self.at())
        return Area(
            min(part.top() for part in parts), min(part.left() for part in parts),
            max(part.bottom() for part in parts), max(part.right() for part in parts),
        )  # fmt: skip

    def choose(self, place: Place, *, extend: bool = False) -> None:
        """Put the cursor on a cell; with `extend` what lies between it and where the selection began is chosen."""
        if not self.sheet.grid.rows:
            return
        place = within(place, self._size())
        index = self.sheet.index(*place)
        if not extend:
            self._anchor = place
        self.choose_area(Area(*self._anchor, *place), index)

    def choose_area(self, area: Area, current: QModelIndex | None = None) -> None:
        """Choose a rectangle, given by any two corners; the cursor stands on its first cell, or where it is told to."""
        first, last = self.sheet.index(area.top, area.left), self.sheet.index(area.bottom, area.right)
        self.selectionModel().select(_between(first, last), _Flag.ClearAndSelect)
        self.selectionModel().setCurrentIndex(current or first, _Flag.NoUpdate)
        self._show(current or first)

    def see_cursor(self) -> None:
        """Bring the cell with the cursor into sight."""
        self._show(self.currentIndex())

    def _show(self, index: QModelIndex) -> None:
        """Bring a cell into sight, also one of the columns that stand still beside."""
        column = index.column() if not self.isColumnHidden(index.column()) else self.sheet.grid.home()
        bar = self.horizontalScrollBar()
        across = bar.value()
        self.scrollTo(index.siblingAtColumn(column))
        if column != index.column():
            bar.setValue(across)

    def _size(self) -> Place:
        return len(self.sheet.grid.rows), len(self.sheet.grid.columns)

    def _rectangle(self, *, rows: bool, columns: bool) -> None:
        """Stretch what is chosen over whole rows, whole columns, or both."""
        area, (high, wide) = self.area(), self._size()
        top, bottom = (0, high - 1) if columns else (area.top, area.bottom)
        left, right = (0, wide - 1) if rows else (area.left, area.right)
        self.choose_area(Area(top, left, bottom, right), self.currentIndex())

    # moving

    def go_on(self, rows: int, columns: int) -> None:
        """Go to the next open cell, round what is chosen where several are."""
        chosen, at, step = self.places(), self.at(), rows + columns
        if len(chosen) > 1:
            place = round_of(self.sheet.grid, chosen, at, step, down=bool(rows))
            self.selectionModel().setCurrentIndex(self.sheet.index(*place), _Flag.NoUpdate)
            self._show(self.currentIndex())
        elif (place := next_entry(self.sheet.grid, at, step, down=bool(rows))) is not None:
            self.choose(place)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes from open cell to open cell and only then on."""
        step = 1 if forward else -1
        if len(self.places()) < 2 and next_entry(self.sheet.grid, self.at(), step) is None:
            return super().focusNextPrevChild(forward)
        self.go_on(0, step)
        return True

    def _move(self, event: QKeyEvent) -> bool:
        """Move by an arrow, a page or to an end; return whether the key was one of these."""
        key, (row, column) = Qt.Key(event.key()), self.at()
        control, extend = bool(event.modifiers() & _CONTROL), bool(event.modifiers() & _SHIFT)
        last_row, last_column = self._size()[0] - 1, self._size()[1] - 1
        page = max(1, self.viewport().height() // self.verticalHeader().defaultSectionSize() - 1)
        if key in _STEPS:
            step = _STEPS[key]
            place = (
                edge((row, column), step, self._size(), self._filled) if control else (row + step[0], column + step[1])
            )
        elif key == Qt.Key.Key_Home:
            place = (0 if control else row, 0)
        elif key == Qt.Key.Key_End:
            place = (last_row if control else row, last_column)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and not control:
            place = (row - page if key == Qt.Key.Key_PageUp else row + page, column)
        else:
            return False
        self.choose(place, extend=extend)
        return True

    def _filled(self, place: Place) -> bool:
        return bool(self.sheet.text(place).strip("–"))

    # keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, choose, copy, fill and clear like a spreadsheet; any other key starts typing."""
        if self._fold_by(event) or self._act(event) or self._choose_by(event):
            return
        if self._move(event):
            return
        if (step := step_of(event)) is not None:
            self.go_on(*step)
        elif event.text() and event.text().isprintable() and self._refuse():
            return
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> bool:
        control, key = bool(event.modifiers() & _CONTROL), event.key()
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            self.copy_wanted.emit(event.matches(QKeySequence.StandardKey.Cut))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_wanted.emit()
        elif control and key in (Qt.Key.Key_D, Qt.Key.Key_R):
            self.fill_wanted.emit(key == Qt.Key.Key_D)
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.spread_wanted.emit(self.sheet.exact(self.at()))
        elif key == Qt.Key.Key_Down and event.modifiers() & _ALT:
            self.list_wanted.emit(None)
        elif key == Qt.Key.Key_F2 and event.modifiers() & _SHIFT:
            self.note_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & _ALT:
            self.form_wanted.emit()
        else:
            return False
        return True

    def _choose_by(self, event: QKeyEvent) -> bool:
        control, shift = bool(event.modifiers() & _CONTROL), bool(event.modifiers() & _SHIFT)
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._rectangle(rows=True, columns=True)
        elif event.key() == Qt.Key.Key_Space and (control or shift):
            self._rectangle(rows=shift, columns=control)
        else:
            return False
        return True

    def _fold_by(self, event: QKeyEvent) -> bool:
        """Fold with Space on a line that folds, or with Alt+Shift and an arrow as an outline of a spreadsheet does."""
        row = self.sheet.grid.rows[self.at()[0]] if self.at()[0] >= 0 else None
        if row is None or row.kind not in ("head", "parts"):
            return False
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.folding.emit(row.name, row.name not in self.sheet.folded)
            return True
        arrows = {Qt.Key.Key_Left: True, Qt.Key.Key_Right: False}
        if event.modifiers() == _ALT | _SHIFT and event.key() in arrows:
            self.folding.emit(row.name, arrows[Qt.Key(event.key())])
            return True
        return False

    def _refuse(self) -> bool:
        """Say why nothing can be typed here, where nothing can."""
        at = self.at()
        if at[0] < 0 or (lock := self.sheet.grid.lock(*at)) is None:
            return False
        self.told.emit(self.sheet.lock_words(lock, at))
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Let an input method begin in an open cell; where nothing can be typed it is told why."""
        if self.state() != QAbstractItemView.State.EditingState and self._refuse():
            event.ignore()
            return
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose; with Shift from where the selection began."""
        place = self.indexAt(event.position().toPoint())
        if place.isValid() and event.modifiers() & _SHIFT and event.button() == Qt.MouseButton.LeftButton:
            self.choose((place.row(), place.column()), extend=True)
            return
        if place.isValid():
            self._anchor = place.row(), place.column()
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer what can be done with a cell."""
        place = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.currentIndex()
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(place).bottomLeft()))
        elif place.isValid():
            if not self.selectionModel().isSelected(place):
                self.choose((place.row(), place.column()))
            self.menu_wanted.emit(event.globalPos())


def _between(first: QModelIndex, last: QModelIndex) -> QItemSelection:
    """Return the rectangle between two cells, whichever corners they are."""
    rows, columns = sorted((first.row(), last.row())), sorted((first.column(), last.column()))
    model = first.model()
    return QItemSelection(model.index(rows[0], columns[0]), model.index(rows[1], columns[1]))

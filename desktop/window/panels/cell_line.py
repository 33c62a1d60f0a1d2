"""Above the grid: the cell with the cursor by its name, what it holds to be typed over, what that is read as."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.window.item_models.cell_model import CellModel
from desktop.work.sheet.grid import Place


class CellLine(QFrame):
    """`written` carries what was typed for the cell, `left` that the cells are to be gone back to."""

    written = Signal(int, int, str)
    left = Signal()

    def __init__(self, model: CellModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._at: Place = (-1, -1)
        theme = model.desk.theme
        self.setObjectName("cellLine")
        self.setFixedHeight(32)
        self.setStyleSheet(
            f"#cellLine {{ background: {theme.surface}; border-top: 1px solid {theme.line};"
            f" border-bottom: 1px solid {theme.line}; }}"
            f"QLineEdit {{ border: 1px solid transparent; background: {theme.surface}; padding: 2px 6px; }}"
            f"QLineEdit:focus {{ border: 1px solid {theme.accent}; }}"
        )
        self.name, self.edit, self.unit, self.hint = QLabel(self), QLineEdit(self), QLabel(self), QLabel(self)
        self.name.setFixedWidth(230)
        self.name.setStyleSheet(f"font-weight: 600; border-right: 1px solid {theme.line};")
        self.edit.setFrame(False)
        self.edit.setFixedWidth(150)
        for label in (self.unit, self.hint):
            label.setStyleSheet(f"color: {theme.text2};")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(6)
        for widget, stretch in ((self.name, 0), (self.edit, 0), (self.unit, 0), (self.hint, 1)):
            layout.addWidget(widget, stretch)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self._read)
        self.edit.returnPressed.connect(self._write)

    def let_grow(self) -> None:
        """Give what is typed the width: there are words."""
        self.edit.setMinimumWidth(self.edit.width())
        self.edit.setMaximumWidth(self.maximumWidth())
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.setStretchFactor(self.edit, 3)
        layout.setStretchFactor(self.hint, 2)

    def show_cell(self, at: Place) -> None:
        """Show a cell; while somebody types here nothing changes under the hand."""
        if self.edit.hasFocus() and self.edit.isModified() and at == self._at:
            return
        self._at, grid = at, self._model.grid
        inside = 0 <= at[0] < len(grid.rows)
        words = self._model.title(at) if inside else ""
        metrics = self.name.fontMetrics()
        self.name.setText(metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, self.name.width() - 12))
        self.name.setToolTip(words)
        self.edit.setAccessibleName(words or self.tr("Value of the chosen cell"))
        lock = grid.lock(*at) if inside else "outside"
        self.edit.setText(self._model.exact(at) if inside else "")
        self.edit.setCursorPosition(0)
        self.edit.setReadOnly(lock is not None)
        self.edit.setAccessibleName(words)
        self.unit.setText(self._model.unit(at) if inside else "")
        usual = self._model.usual_ways()
        locked = self._model.lock_words(lock, at) if lock is not None and inside else ""
        self.hint.setText(locked or usual)
        self.hint.setToolTip(self.hint.text())

    def _read(self, text: str) -> None:
        """Say what is typed is read as before it is stored."""
        if 0 <= self._at[0] < len(self._model.grid.rows):
            self.hint.setText("  ".join(self._model.read_as(self._at, text)))

    def _write(self) -> None:
        self.commit()
        self.left.emit()

    def commit(self) -> None:
        """Hand over what is being typed."""
        if self.edit.isModified() and not self.edit.isReadOnly():
            self.edit.setModified(False)
            self.written.emit(*self._at, self.edit.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc takes back what was typed and goes back to the cells; leaving hands it over."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.edit.setModified(False)
            self.show_cell(self._at)
            self.left.emit()
            return True
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

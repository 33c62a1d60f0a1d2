"""The long words of a record in an editor of their own: the body of a case does not fit into a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.chip_links import ChipLinks
from desktop.window.chips.text_tools import TextTools
from desktop.window.item_models.record_model import Index, RecordModel
from desktop.window.look.card import muted
from schema.grammar.linked import escaped
from schema.values.records import title_of

_SIZE, _LINES = (760, 520), 14
_EDIT = int(Qt.ItemDataRole.EditRole)


class WordsDialog(QDialog):
    """Edits one cell; what stands there changes with the button, in one step."""

    def __init__(self, model: RecordModel, index: Index, parent: QWidget, typed: str = "") -> None:
        """Begin with what was typed over the cell already, behind what stands there."""
        super().__init__(parent)
        self._model, self._row, self._column = model, index.row(), index.column()
        record, column = model.records[index.row()], model.column(index)
        name, title = model.desk.words(column.name), title_of(record, model.kind, model.language)
        self.setWindowTitle(" · ".join(filter(None, (name, title))))
        self.resize(*_SIZE)
        self.edit = ChipEdit(model.desk, model.language, self, _LINES)
        self.edit.setAccessibleName(name)
        self.edit.put(str(model.data(index, _EDIT) or ""))
        self.edit.setUndoRedoEnabled(True)
        self.edit.setReadOnly(not model.desk.session.writable)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        if typed and model.desk.session.writable:
            self.edit.insert(escaped(typed))
        self.links = ChipLinks(model.desk, model.language, self.edit)
        self.count = QLabel(self)
        self._lay_out()
        self.edit.textChanged.connect(self._tell)
        self.edit.chip_followed.connect(lambda _: self.accept())
        self._tell()
        self.edit.setFocus()

    def _lay_out(self) -> None:
        view = QScrollArea(self)
        view.setWidgetResizable(True)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setWidget(self.edit)
        hint = self.tr("Type { to put in a number that stays up to date. An empty line begins a new paragraph.")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(muted(hint, self._model.desk.theme, self))
        layout.addWidget(view, 1)
        foot = QHBoxLayout()
        self.tools = TextTools(self._model.desk.theme, self.edit, self)
        foot.addWidget(self.tools)
        foot.addWidget(self.count, 1)
        layout.addLayout(foot)
        layout.addWidget(buttons)

    def _tell(self) -> None:
        self.count.setText(self.tr("Characters: {count}").format(count=len(self.edit.text.printed())))

    def accept(self) -> None:
        """Take the words over."""
        index = self._model.index(self._row, self._column)
        if index.isValid() and self._model.desk.session.writable:
            self._model.setData(index, self.edit.written())
        super().accept()

"""The long words of a record in an editor of their own: the body of a case does not fit into a cell."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.chip_links import ChipLinks
from desktop.window.chips.text_tools import TextTools
from desktop.window.form.value_edit import PAUSE
from desktop.window.item_models.record_model import Index, RecordModel
from desktop.window.look.card import muted
from schema.grammar.linked import escaped
from schema.values.records import title_of

_SIZE, _LINES = (760, 520), 14
_EDIT = int(Qt.ItemDataRole.EditRole)


class WordsDialog(QDialog):
    """Edits one cell; what is typed is kept after a pause and however the editor closes, all of it in one step."""

    def __init__(self, model: RecordModel, index: Index, parent: QWidget, typed: str = "") -> None:
        """Begin with what was typed over the cell already, behind what stands there."""
        super().__init__(parent)
        record, column = model.records[index.row()], model.column(index)
        self._model, self._key, self._column = model, record.key, index.column()
        self._visit = model.new_visit()
        name, title = model.desk.words(column.name), title_of(record, model.kind, model.language)
        self.setWindowTitle(" · ".join(filter(None, (name, title))))
        self.resize(*_SIZE)
        self.edit = ChipEdit(model.desk, model.language, self, _LINES)
        self.edit.setAccessibleName(name)
        self.edit.put(str(model.data(index, _EDIT) or ""))
        self._kept = self.edit.written()
        self.edit.setUndoRedoEnabled(True)
        self.edit.setReadOnly(not model.desk.session.writable)
        self.edit.moveCursor(QTextCursor.MoveOperation.End)
        if typed and model.desk.session.writable:
            self.edit.insert(escaped(typed))
        self.links = ChipLinks(model.desk, model.language, self.edit)
        self.count = QLabel(self)
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._pause.start)
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
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

    def flush(self) -> None:
        """Hand over what was typed; of a row that is gone meanwhile nothing can be kept."""
        self._pause.stop()
        words = self.edit.written()
        if words != self._kept and self._model.desk.session.writable:
            self._kept = words
            self._model.write(self._key, self._column, words, self._visit)

    def done(self, result: int) -> None:
        """Close with what was typed, by whichever key or button."""
        self.flush()
        super().done(result)

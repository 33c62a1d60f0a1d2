"""The fields of one record's form: one line, a choice, long words with chips. Each writes one cell of the model."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.chip_links import ChipLinks
from desktop.window.chips.text_tools import TextTools
from desktop.window.fields.reading_words import ReadingWords
from desktop.window.form.length_line import LengthLine
from desktop.window.form.picture_field import PictureField
from desktop.window.form.value_edit import PAUSE
from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.chooser import Chooser
from desktop.work.wording import Wording
from schema.catalogue.definitions import RecordColumn
from schema.catalogue.record_numbers import number_metric
from schema.grammar.reference import Key, RecordKey
from schema.values.display import metric_format
from schema.values.image_slots import CellAt

_EDIT = int(Qt.ItemDataRole.EditRole)
_LINES = 5


class RecordField(QWidget):
    """One cell of a record, wherever its row stands by now."""

    def __init__(self, model: RecordModel, key: RecordKey, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.model, self.key, self.column = model, key, column
        self.line = QVBoxLayout(self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(4)

    @property
    def definition(self) -> RecordColumn:
        """Return the column."""
        return self.model.kind.columns[self.column]

    def row(self) -> int:
        """Return where its record stands; -1 where it is gone."""
        return next((n for n, record in enumerate(self.model.records) if record.key == self.key), -1)

    def stored(self) -> str:
        """Return what stands in the cell, as it is edited."""
        return str(self.model.data(self.model.index(self.row(), self.column), _EDIT) or "")

    def write(self, text: str) -> None:
        """Put words into the cell, as one step; the same words change nothing."""
        if self.row() >= 0 and self.model.desk.session.writable:
            self.model.setData(self.model.index(self.row(), self.column), text)

    def flush(self) -> None:
        """Hand over what is being typed."""

    def refresh(self) -> None:
        """Show what stands in the cell now."""

    def focus(self) -> None:
        """Put the cursor here."""
        self.setFocus()


class LineField(RecordField):
    """One line: short words, a number, a date."""

    def __init__(self, model: RecordModel, key: RecordKey, column: int, parent: QWidget) -> None:
        super().__init__(model, key, column, parent)
        self.edit = QLineEdit(self.stored(), self)
        self.edit.setReadOnly(not model.desk.session.writable)
        self.edit.editingFinished.connect(self.flush)
        self.line.addWidget(self.edit)
        if self.definition.numeric:
            metric = number_metric(model.kind, self.definition)
            shown = metric_format(metric, model.desk.catalogue)
            wording = Wording(metric, model.desk.catalogue, model.language, shown, {})
            ReadingWords(model.desk, self.edit).show_below(self.edit, wording, Key(metric.code, 0))

    def flush(self) -> None:
        """Keep what was typed."""
        if self.row() >= 0 and self.edit.text() != self.stored():
            self.write(self.edit.text())

    def refresh(self) -> None:
        """Show what stands in the cell, unless it is being typed into."""
        if not self.edit.hasFocus() and self.edit.text() != self.stored():
            self.edit.setText(self.stored())

    def focus(self) -> None:
        """Put the cursor into the line."""
        self.edit.setFocus()


class ChoiceField(RecordField):
    """One of the choices of the column, or none."""

    def __init__(self, model: RecordModel, key: RecordKey, column: int, parent: QWidget) -> None:
        super().__init__(model, key, column, parent)
        self.box = Chooser(model.desk.theme, self, plain=True)
        self.box.addItem("", "")
        for choice in self.definition.choices:
            self.box.addItem(model.desk.words(choice.name), choice.code)
        self.box.setEnabled(model.desk.session.writable)
        self.box.activated.connect(lambda _: self.write(str(self.box.currentData() or "")))
        self.line.addWidget(self.box)
        self.refresh()

    def refresh(self) -> None:
        """Show the choice."""
        self.box.setCurrentIndex(max(0, self.box.findData(self.stored())))

    def focus(self) -> None:
        """Put the cursor onto the choice."""
        self.box.setFocus()


class WordsField(RecordField):
    """Long words with chips, tables and their length; each stay is one step of undo."""

    def __init__(self, model: RecordModel, key: RecordKey, column: int, parent: QWidget) -> None:
        super().__init__(model, key, column, parent)
        desk, self._visit = model.desk, model.new_visit()
        self.edit = ChipEdit(desk, model.language, self, _LINES)
        self.edit.put(self.stored())
        self.edit.setReadOnly(not desk.session.writable)
        self.links = ChipLinks(desk, model.language, self.edit)
        self.length = LengthLine(desk.theme, model.language, None, self)
        foot = QHBoxLayout()
        self.tools = TextTools(desk.theme, self.edit, self)
        foot.addWidget(self.tools)
        foot.addWidget(self.length, 1)
        self.line.addWidget(self.edit)
        self.line.addLayout(foot)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.flush)
        self.edit.textChanged.connect(self._on_change)
        self.edit.left.connect(self._leave)
        self._on_change()

    def _on_change(self) -> None:
        self.length.show_text(self.edit.text.printed())
        if self.edit.written() != self.stored():
            self._pause.start()

    def _leave(self) -> None:
        self.flush()
        self._visit = self.model.new_visit()

    def flush(self) -> None:
        """Keep what was typed; of a record that is gone meanwhile nothing can be kept."""
        self._pause.stop()
        if self.row() >= 0 and self.edit.written() != self.stored() and self.model.desk.session.writable:
            self.model.write(self.key, self.column, self.edit.written(), self._visit)

    def refresh(self) -> None:
        """Show what stands in the cell, unless it is being typed into."""
        if self._pause.isActive():
            return
        if self.edit.written() != self.stored():
            self.edit.put(self.stored())
        else:
            self.edit.renew()

    def focus(self) -> None:
        """Put the cursor into the words."""
        self.edit.setFocus()


class PictureCell(RecordField):
    """The picture of a column."""

    def __init__(self, model: RecordModel, key: RecordKey, column: int, parent: QWidget) -> None:
        super().__init__(model, key, column, parent)
        place = CellAt(key, self.definition.code)
        self.field = PictureField(model.desk, model.pictures, place, model.desk.words(self.definition.name), self)
        self.line.addWidget(self.field)

    def refresh(self) -> None:
        """Show the picture."""
        self.field.refresh()

    def focus(self) -> None:
        """Put the cursor onto the button that chooses one."""
        self.field.choose.setFocus()


def make_field(model: RecordModel, key: RecordKey, column: int, parent: QWidget) -> RecordField:
    """Return the field that a column asks for."""
    traits = model.kind.columns[column].traits
    match (traits.pictured, traits.chosen, traits.paragraphs):
        case (True, _, _):
            return PictureCell(model, key, column, parent)
        case (_, True, _):
            return ChoiceField(model, key, column, parent)
        case (_, _, True):
            return WordsField(model, key, column, parent)
        case _:
            return LineField(model, key, column, parent)


def label_of(field: RecordField) -> QLabel:
    """Return the words over a field, and name the field by them."""
    words = str(field.model.headerData(field.column, Qt.Orientation.Horizontal))
    label = QLabel(words, field.parentWidget())
    for inner in (getattr(field, name, None) for name in ("edit", "box")):
        if isinstance(inner, QWidget):
            inner.setAccessibleName(words)
            label.setBuddy(inner)
    return label

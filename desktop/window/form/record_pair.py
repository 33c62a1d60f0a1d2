"""Records as a list, and the chosen one as a form beside it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout, QWidget

from desktop.window.form.record_fields import RecordField, label_of, make_field
from desktop.window.form.record_list import RecordList
from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.card import muted
from desktop.window.look.theme import list_sheet, style_sheet
from schema.grammar.reference import RecordKey
from schema.values.image_slots import CellAt

_LIST, _BESIDE = 250, 600
_ANY = 16777215  # Qt's own word for no limit


class RecordForm(QFrame):
    """The fields of one record below each other; `page_wanted` asks for its printed page beside."""

    page_wanted = Signal()

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setStyleSheet(style_sheet(model.desk.theme))
        self.key: RecordKey | None = None
        self.fields: list[RecordField] = []
        self._body = QWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.page = QPushButton(self.tr("As it prints"), self)
        self.page.setAutoDefault(False)
        self.page.setToolTip(self.tr("Show the page beside the form (F7)"))
        self.page.clicked.connect(self.page_wanted)
        self._column.addWidget(self._body)
        self._column.addWidget(self.page, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self.hide()

    def show_record(self, key: RecordKey | None) -> None:
        """Show another record, or none; what was being typed is handed over first."""
        if key == self.key:
            return
        self.flush()
        self.key, self.fields = key, []
        old, self._body = self._body, QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        for column in range(len(self._model.kind.columns)) if key is not None else ():
            assert key is not None
            field = make_field(self._model, key, column, self._body)
            body.addWidget(label_of(field))
            body.addWidget(field)
            body.addSpacing(6)
            self.fields.append(field)
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self.setVisible(key is not None)

    def refresh(self) -> None:
        """Show what stands in the record now."""
        if self.key is not None and not any(record.key == self.key for record in self._model.records):
            self.key, fields, self.fields = None, self.fields, []
            for field in fields:
                field.hide()
            self.hide()
        for field in self.fields:
            field.refresh()

    def flush(self) -> None:
        """Hand over what is being typed."""
        for field in self.fields:
            field.flush()

    def focus_column(self, column: int) -> None:
        """Put the cursor into the field of a column."""
        if 0 <= column < len(self.fields):
            self.fields[column].focus()


class RecordPair(QWidget):
    """The list shares its cursor with the table of the same records. `told_page` asks for the page beside."""

    page_wanted = Signal()

    def __init__(self, model: RecordModel, cursor: QItemSelectionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.list, self.form = RecordList(model, self), RecordForm(model, self)
        self.list.setSelectionModel(cursor)
        self.list.setStyleSheet(list_sheet(model.desk.theme))
        self.list.setAccessibleName(model.desk.words(model.kind.name))
        self.hint = muted(self.tr("Drag a row to put it elsewhere, or press Alt+↑ and Alt+↓."), model.desk.theme, self)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.list)
        left.addWidget(self.hint)
        left.addStretch()
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(16)
        self._sides.addLayout(left, 1)
        self._sides.addWidget(self.form, 2)
        cursor.currentChanged.connect(self._follow)
        self.list.dropped.connect(self._on_dropped)
        self.form.page_wanted.connect(self.page_wanted)

    def _follow(self, current: QModelIndex) -> None:
        """Show the record with the cursor, where the list is seen."""
        if not self.isHidden():
            records, row = self._model.records, current.row()
            self.form.show_record(records[row].key if 0 <= row < len(records) else None)
            self._fit()

    def refresh(self) -> None:
        """Show the records as they are now."""
        self.list.fit()
        self.hint.setVisible(len(self._model.records) > 1 and self._model.desk.session.writable)
        self.form.refresh()
        if not self.isHidden():
            self._follow(self.list.currentIndex())
        self.list.viewport().update()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form below the list where there is no room beside it, as with the page in the window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave the whole width to the list while no record is open, or the form stands below it."""
        beside = self.width() >= _BESIDE
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.list.setMaximumWidth(_LIST if self.form.key is not None and beside else _ANY)
        self.hint.setMaximumWidth(self.list.maximumWidth())

    def _on_dropped(self, row: int, path: Path) -> None:
        """A file that is let go on a row becomes its picture, where records have one, else its evidence."""
        column, key = self._model.picture_column(), self._model.records[row].key
        if column is None:
            self._model.desk.evidence_offered.emit(key.canonical(), [path])
        else:
            self._model.pictures.take(path, CellAt(key, self._model.kind.columns[column].code))

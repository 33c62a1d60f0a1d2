"""How a value was made, for a cell of a grid: measured or estimated, method, source, as-of date, footnote and note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.window.form.making_fields import MakingFields
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.grammar.reference import Key
from schema.values.changes import Change
from schema.values.datapoint import DataPoint
from schema.values.parse import clean_text


class ValueMakingDialog(QDialog):
    """Kept in one step of undo; a date that cannot be read is told and nothing is kept."""

    def __init__(self, desk: Desk, commands: Commands, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self.key = desk, commands, key
        self.setWindowTitle(self.tr("How the value was made"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(640)
        stands = desk.session.point(key)
        point = stands or DataPoint(key)
        self.fields = MakingFields(desk, key, self)
        self.fields.show_point(stands)
        self.fields.show()
        self.footnote, self.note = QLineEdit(point.footnote, self), QLineEdit(point.note, self)
        self.words = QLabel(self, wordWrap=True)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Save"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self._enable()
        # Of what is left out the reason is asked first.
        asked = point.omission and not point.footnote
        (self.footnote if asked else self.fields.method).setFocus()

    def _lay_out(self) -> None:
        lead = QLabel(f"{self._desk.name(self.key)} · {self.key.period}", self, wordWrap=True)
        form, buttons, layout = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for title, field in (
            (self.tr("Footnote (printed)"), self.footnote),
            (self.tr("Note (internal, never printed)"), self.note),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        self.words.setStyleSheet(f"color: {self._desk.theme.error};")
        buttons.addWidget(self.words, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(lead)
        layout.addWidget(self.fields)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def _enable(self) -> None:
        """Of a figure, or where nothing stands, there is nothing to say."""
        point = self._desk.session.point(self.key)
        typed = self._desk.metric(self.key).formula is None and point is not None and self._desk.session.writable
        for field in (self.footnote, self.note, self.go):
            field.setEnabled(typed)
        if not typed:
            self.words.setText(self.tr("There is no typed value here yet."))

    def run(self) -> None:
        """Keep what is said."""
        point = self._desk.session.point(self.key)
        if point is None or self.fields.wrong:
            return
        made = self.fields.made(point)
        footnote, note = (clean_text(field.text()).strip() for field in (self.footnote, self.note))
        # Whoever writes here reads that it is internal: the words are sorted now.
        sorted_now = point.unsorted and note == point.note
        new = replace(made, footnote=footnote, note=note, unsorted=sorted_now)
        if new != point:
            self._commands.change("", [Change(self.key, after=new)])
        self.accept()

"""How a value was made: measured or estimated, method, source, as-of date, and its footnote and note."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.grammar.reference import Key
from schema.values.changes import Change
from schema.values.datapoint import DataPoint
from schema.values.dates import example_day, read_day
from schema.values.parse import clean_text


class ValueMakingDialog(QDialog):
    """Kept in one step of undo; a date that cannot be read is told and nothing is kept."""

    def __init__(self, desk: Desk, commands: Commands, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self.key = desk, commands, key
        self.setWindowTitle(self.tr("How the value was made"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(520)
        point = desk.session.point(key) or DataPoint(key)
        self.stated = QComboBox(self)
        self.stated.addItems([self.tr("Measured"), self.tr("Estimated")])
        self.stated.setCurrentIndex(int(point.estimated))
        self.method, self.source = QLineEdit(point.method, self), QLineEdit(point.source, self)
        self.as_of = QLineEdit(point.as_of, self)
        self.as_of.setPlaceholderText(f"{key.period}-12-31")
        self.footnote, self.note = QLineEdit(point.footnote, self), QLineEdit(point.note, self)
        self.words = QLabel(self, wordWrap=True)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Save"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self._enable()

    def _lay_out(self) -> None:
        lead = QLabel(f"{self._desk.name(self.key)} · {self.key.period}", self, wordWrap=True)
        form, buttons, layout = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for title, field in (
            (self.tr("Measured or estimated"), self.stated),
            (self.tr("Method"), self.method),
            (self.tr("Source"), self.source),
            (self.tr("As of"), self.as_of),
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
        layout.addLayout(form)
        layout.addLayout(buttons)

    def _enable(self) -> None:
        """Of a figure, or where nothing stands, there is nothing to say."""
        point = self._desk.session.point(self.key)
        typed = self._desk.metric(self.key).formula is None and point is not None and self._desk.session.writable
        for field in (self.stated, self.method, self.source, self.as_of, self.footnote, self.note, self.go):
            field.setEnabled(typed)
        if not typed:
            self.words.setText(self.tr("There is no typed value here yet."))

    def run(self) -> None:
        """Keep what is said."""
        point, written = self._desk.session.point(self.key), self.as_of.text().strip()
        day = read_day(written) if written else None
        if point is None or (day is not None and day.problem):
            told = self.tr("“{text}” is no date. Write it like {example}.")
            self.words.setText(told.format(text=written, example=example_day(written) or f"{self.key.period}-12-31"))
            return
        method, source, footnote, note = (
            clean_text(field.text()).strip() for field in (self.method, self.source, self.footnote, self.note)
        )
        new = replace(
            point, estimated=self.stated.currentIndex() == 1, method=method, source=source, footnote=footnote,
            note=note, as_of=day.iso if day else "",
        )  # fmt: skip
        if new != point:
            words = self.tr("making of “{name}”").format(name=self._desk.name(self.key))
            self._commands.change(words, [Change(self.key, after=new)])
        self.accept()

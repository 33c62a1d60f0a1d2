"""Why a value is no longer what a report printed: the reason, per language."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.grammar.words import Words
from schema.validation.fact_amounts import common_format
from schema.validation.fact_words import amount, page_words
from schema.values.changes import Change
from schema.values.datapoint import Restatement
from schema.values.display import Display
from schema.values.subject import RestatementAt


class RestateDialog(QDialog):
    """Shows old and new value; an empty reason in every language withdraws the restatement."""

    def __init__(self, desk: Desk, commands: Commands, stated: Restatement, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._stated = desk, commands, stated
        self.setWindowTitle(self.tr("State a reason"))
        self.setMinimumWidth(520)
        self.setStyleSheet(style_sheet(desk.theme))
        self.reasons = {code: QPlainTextEdit(stated.reason.get(code), self) for code in LANGUAGES}
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Save reason"), self)
        self.go.setObjectName("primary")
        self._lay_out()
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _lay_out(self) -> None:
        desk, form = self._desk, QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(16)
        for code, field in self.reasons.items():
            field.setFixedHeight(58)
            field.setTabChangesFocus(True)
            field.setAccessibleName(LANGUAGES[code])
            form.addRow(LANGUAGES[code], field)
        self.lead = QLabel(self._words(), self, wordWrap=True)
        effect = self.tr("Later reports that show this value print the reason in a footnote.")
        note = QLabel(effect, self, wordWrap=True)
        note.setStyleSheet(f"color: {desk.theme.text2};")
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        for widget in (self.lead, note):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addLayout(buttons)

    def _words(self) -> str:
        """Return what was printed where, and what the value is now."""
        desk, stated = self._desk, self._stated
        metric = desk.metric(stated.key)
        form = common_format((stated.old, stated.new), metric, desk.catalogue)
        now = amount(Display(metric, desk.catalogue, desk.language, form), stated.new)
        where = f"{stated.report} {page_words(stated.place, desk.language)}".strip()
        told = self.tr("{name}, {year}: {place} printed “{text}”; the value is now {value}.")
        return told.format(
            name=desk.name(stated.key), year=stated.key.period, place=where, text=stated.text, value=now
        )  # fmt: skip

    def run(self) -> None:
        """Keep the reason, or withdraw it where none is left."""
        words = Words(*(self.reasons[code].toPlainText().strip() for code in LANGUAGES))
        new = replace(self._stated, reason=words) if words else None
        change = Change(RestatementAt(self._stated.report, self._stated.key), after=new)
        self._commands.change(self.tr("reason of a restatement"), [change])
        self.accept()

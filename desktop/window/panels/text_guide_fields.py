"""What a text is for, in each language, and how long it should be: for the chosen text of an outline."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import Theme
from schema.grammar.text_length import parse_length
from schema.grammar.words import NO_WORDS, Words


class TextGuideFields(QWidget):
    """`changed` says that a purpose or a length was written; a length that cannot be read is told and not kept."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept = ""
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.form.setVerticalSpacing(6)
        self.purposes = {code: QLineEdit(self) for code in LANGUAGES}
        self.extent = QLineEdit(self)
        self.labels = {field: QLabel(self) for field in (*self.purposes.values(), self.extent)}
        for field, label in self.labels.items():
            self.form.addRow(label, field)
            field.editingFinished.connect(self._on_written)
        self.wrong = QLabel(self, wordWrap=True)
        self.wrong.setStyleSheet(f"color: {theme.error};")
        self.form.addRow(self.wrong)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        for code, field in self.purposes.items():
            self._name(field, self.tr("Purpose ({language})").format(language=LANGUAGES[code]))
            field.setPlaceholderText(self.tr("What is to be written here"))
        self._name(self.extent, self.tr("Length, in Chinese characters"))
        self.extent.setPlaceholderText(self.tr("200-350, or 30 for at most so many"))
        self.wrong.setText(self.tr("Write it like 200-350, or like 30 for at most so many."))

    def _name(self, field: QLineEdit, words: str) -> None:
        self.labels[field].setText(words)
        field.setAccessibleName(words)

    def show_guide(self, purpose: Words | None, length: str, asked: Collection[str]) -> None:
        """Show what a text says, in the languages that are asked for; nothing (None) of what is no text."""
        self.setVisible(purpose is not None)
        self._kept = length
        for code, field in self.purposes.items():
            self.form.setRowVisible(field, code in asked)
            field.setText((purpose or NO_WORDS).get(code))
            field.setCursorPosition(0)  # how it begins is seen
        self.extent.setText(length)
        self.form.setRowVisible(self.wrong, False)

    def purpose(self) -> Words:
        """Return what is written as purpose."""
        return Words(*(self.purposes[code].text().strip() for code in ("zh-Hans", "zh-Hant", "en")))

    def length(self) -> str:
        """Return the length that is written; the one before where it cannot be read."""
        written = self.extent.text().strip()
        return written if not written or parse_length(written) is not None else self._kept

    def _on_written(self) -> None:
        written = self.extent.text().strip()
        self.form.setRowVisible(self.wrong, bool(written) and parse_length(written) is None)
        self.changed.emit()

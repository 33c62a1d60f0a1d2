"""Above the outline of whoever has sections of their own: which are shown, and one click to the others."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from desktop.window.look.theme import Theme


class ScopeLine(QWidget):
    """`all_wanted` says whether all sections are to be shown; hidden until there are sections of one's own."""

    all_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.all_sections = False
        self.words, self.other = QLabel(self), QToolButton(self)
        self.words.setStyleSheet(f"color: {theme.text2};")
        self.other.setStyleSheet(f"color: {theme.accent};")
        self.other.setCursor(Qt.CursorShape.PointingHandCursor)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.other)
        self.other.clicked.connect(lambda: self.all_wanted.emit(not self.all_sections))
        self.retranslate()
        self.hide()

    def show_all(self, all_sections: bool) -> None:
        """Say that all sections are shown, or one's own."""
        self.all_sections = all_sections
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the present language."""
        own, every = self.tr("My sections"), self.tr("All sections")
        self.words.setText(every if self.all_sections else own)
        self.other.setText(own if self.all_sections else every)

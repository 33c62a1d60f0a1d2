"""Where nothing is shown: why, and one way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.theme import Theme


class NothingFound(QWidget):
    """`wanted` comes when the way on is taken."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.words, self.way = QLabel(self, wordWrap=True), QPushButton(self)
        self.words.setStyleSheet(f"color: {theme.text2};")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.way.setAutoDefault(False)
        self.way.clicked.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        layout.addWidget(self.words)
        layout.addWidget(self.way, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_words(self, words: str, way: str) -> None:
        """Say why nothing is shown, and what the way on is called; empty where there is none."""
        self.words.setText(words)
        self.way.setText(way)
        self.way.setVisible(bool(way))

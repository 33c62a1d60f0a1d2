"""Over words that stand as they were a year before: since when, and the button that says that they are still true."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.window.look.theme import Theme


class CarriedBar(QWidget):
    """Hidden where nothing is carried; `confirmed` comes when the button is pressed."""

    confirmed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = QLabel(self, wordWrap=True)
        palette = self.words.palette()
        palette.setColor(self.words.foregroundRole(), QColor(theme.doubt))
        self.words.setPalette(palette)
        self.button = QPushButton(self.tr("Still true"), self)
        self.button.setAutoDefault(False)
        self.button.setToolTip(self.tr("Confirm that this still holds for the new year; the mark goes away."))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.button.clicked.connect(self.confirmed)
        self.hide()

    def show_words(self, words: str, *, writable: bool) -> None:
        """Say what is untouched; empty words hide the bar."""
        self.words.setText(words)
        self.button.setEnabled(writable)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of a doubt."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.doubt_soft))
        painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        painter.end()

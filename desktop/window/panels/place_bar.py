"""The places of the window above the outline: what can be worked on, each with what waits there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme


class PlaceBar(QWidget):
    """`wanted` carries the code of the place that was pressed."""

    wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, QLabel] = {}
        self.setStyleSheet(_rules(theme))
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(12, 12, 12, 0)
        self._body.setSpacing(2)

    def add(self, code: str, drawing: str) -> None:
        """Add a place; its words follow with `name`."""
        button = QPushButton(self)
        button.setObjectName("place")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setIcon(icon(drawing, self._theme.text))
        button.setIconSize(QSize(16, 16))
        count = QLabel(button)
        count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line = QHBoxLayout(button)
        line.setContentsMargins(0, 0, 10, 0)
        line.addStretch()
        line.addWidget(count)
        button.clicked.connect(lambda: self.wanted.emit(code))
        self.buttons[code], self._counts[code] = button, count
        self._body.addWidget(button)

    def name(self, code: str, words: str, key: str) -> None:
        """Say what a place is called; `key` leads there."""
        self.buttons[code].setText(words)
        self.buttons[code].setToolTip(f"{words} ({key})" if key else words)

    def tell(self, code: str, words: str, *, loud: bool = False) -> None:
        """Say what waits there; empty where nothing does."""
        colour = self._theme.error if loud else self._theme.text2
        self._counts[code].setStyleSheet(f"color: {colour};")
        self._counts[code].setText(words)
        self.buttons[code].setAccessibleDescription(words)

    def mark(self, code: str) -> None:
        """Show which place is open."""
        self.buttons[code].setChecked(True)


def _rules(theme: Theme) -> str:
    return f"""
    QPushButton#place {{ background: transparent; border: 1px solid transparent; text-align: left; padding: 5px 8px; }}
    QPushButton#place:hover {{ background: {theme.hover}; }}
    QPushButton#place:checked {{ background: {theme.surface}; border: 1px solid {theme.line}; color: {theme.accent};
        font-weight: 600; }}
    QPushButton#place:focus {{ border: 1px solid {theme.accent}; }}
    """

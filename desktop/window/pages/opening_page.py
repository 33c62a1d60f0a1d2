"""What stands in the window while a workspace is being opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from schema.grammar.location import Location


class OpeningPage(QWidget):
    """One quiet line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._path: Location | None = None
        self._words = QLabel(self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)

    def show_path(self, path: Location) -> None:
        """Say what is being opened."""
        self._path = path
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the present language."""
        name = self._path.name if self._path else ""
        self._words.setText(self.tr("Opening {name} …").format(name=name) if name else "")

"""What stands in a place until the workspace is open: that it is being opened."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.window.look.theme import Theme


class WaitingPage(QLabel):
    """One quiet line, where a place has its title."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(self.tr("Opening …"))
        self.setStyleSheet(f"color: {theme.text2};")
        self.setContentsMargins(18, 14, 18, 14)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

"""What can be put into a text, as buttons below it: the same as its keys and its menu do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme


class TextTools(QWidget):
    """Serves one editor; the cursor stays where it is in it."""

    def __init__(self, theme: Theme, edit: ChipEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._edit = edit
        self.number = QToolButton(self)
        self.number.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.number.setIcon(icon("number", theme.text2))
        self.number.setText(self.tr("Insert number"))
        self.number.setToolTip(self.tr("A number that stays up to date ({key})").format(key="{"))
        self.number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.number.clicked.connect(self._ask_number)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.number)
        self.setVisible(not edit.isReadOnly())

    def _ask_number(self) -> None:
        self._edit.setFocus()
        self._edit.number_wanted.emit()

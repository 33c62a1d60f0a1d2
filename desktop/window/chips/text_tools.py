"""What can be put into a text, as buttons below it: the same as its keys and its menu do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme

_ROOM = 540  # pixels of a text from which words stand beside the icons


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
        self.table = QToolButton(self)
        self.table.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.table.setIcon(icon("sheet", theme.text2))
        self.table.setText(self.tr("Table"))
        self.table.setToolTip(self.tr("A new table; in a table its rows and columns"))
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.clicked.connect(self._ask_table)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.number)
        line.addWidget(self.table)
        self.setVisible(not edit.isReadOnly())

    def fit(self, width: int) -> None:
        """Show icons alone where a text has little room: names are in their tips and for screen readers."""
        only, both = Qt.ToolButtonStyle.ToolButtonIconOnly, Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.number, self.table):
            button.setToolButtonStyle(only if width < _ROOM else both)

    def _ask_number(self) -> None:
        self._edit.setFocus()
        self._edit.number_wanted.emit()

    def _ask_table(self) -> None:
        self._edit.setFocus()
        if self._edit.tables.here() is None:
            self._edit.tables.new()
            return
        menu = QMenu(self)
        for words, act in self._edit.tables.menu():
            menu.addAction(words).triggered.connect(act)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.mapToGlobal(self.table.rect().bottomLeft()))

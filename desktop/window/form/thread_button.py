"""The mark of questions at a field, a text or a list: open ones ask for attention, answered ones are quiet."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.window.fields.thread_words import ThreadWords
from desktop.window.look.icons import icon
from desktop.window.session.desk import Desk


class ThreadButton(QToolButton):
    """Hidden where nobody has asked; a click leads to what was asked and answered."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, ThreadWords(desk)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.hide()

    def show_thread(self, subject: str) -> None:
        """Show how the questions about an item (its canonical text) stand."""
        state, theme = self._words.state(subject), self._desk.theme
        self.setVisible(bool(state))
        if not state:
            return
        colour = theme.doubt if state == "open" else theme.text2
        waiting = sum(question.is_open for question in self._desk.questions(subject))
        self.setIcon(icon("ask" if state == "open" else "talk", colour))
        self.setText(str(waiting) if waiting else "")
        self.setStyleSheet(f"QToolButton {{ color: {colour}; padding: 0; }}")
        self.setToolTip(self._words.told(subject))
        self.setAccessibleName(self._words.title(subject))
        self.setAccessibleDescription(self.toolTip())

"""The sentences below one row of a form: its line is made when the first one comes."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.window.form.message_line import MessageLine
from desktop.window.look.theme import Theme

_ROW, _ACROSS = 1, 5  # where it stands in the row's grid


class RowMessage:
    """`words` are all that is said. While the focus is in the card, what has no room waits until it leaves."""

    def __init__(self, row: QWidget, grid: QGridLayout, theme: Theme) -> None:
        self._row, self._grid, self._theme = row, grid, theme
        self._line: MessageLine | None = None
        self._held = False
        self.words = self._state = ""

    def show(self, words: str, state: str) -> None:
        """Say something else, in the colour of a state."""
        self.words, self._state = words, state
        if self._line is None and (not words or self._held):
            return
        theme = self._theme
        colours = {"error": theme.error, "failed": theme.error, "doubt": theme.doubt}
        self._made().say(words, colours.get(state, theme.text2))

    def _made(self) -> MessageLine:
        if self._line is None:
            self._line = MessageLine(self._row)
            self._grid.addWidget(self._line, _ROW, 0, 1, _ACROSS)
        return self._line

    def reserve(self) -> None:
        """Keep room for a line: what is typed here may need it."""
        self._made().reserve()

    def hold(self) -> None:
        """Keep the height."""
        self._held = True
        if self._line is not None:
            self._line.hold()

    def let_go(self) -> None:
        """Say all that there is to say."""
        self._held = False
        if self._line is not None:
            self._line.let_go()
        self.show(self.words, self._state)

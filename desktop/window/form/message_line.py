"""What is said below a field, in a line that does not come and go under the hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_MOST = 16777215  # Qt's own limit of a height: none
_PADDING = 4


class MessageLine(QLabel):
    """Hidden where nothing is said. While its room is held its height stays; what does not fit is in its tool tip.

    `words` are all that is said.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, wordWrap=True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words, self._colour = "", ""
        self._room = -1

    def say(self, words: str, colour: str) -> None:
        """Say something else, in a colour."""
        if colour != self._colour:
            self._colour = colour
            self.setStyleSheet(f"color: {colour}; padding: 0 {_PADDING - 2}px 0 2px;")
        self.words = words
        self._show()

    def hold(self) -> None:
        """Keep the height that it has, also none."""
        self._room = max(self._room, 0 if self.isHidden() else self.height())
        self._show()

    def reserve(self) -> None:
        """Keep room for a line at least, from now on until it is let go."""
        self._room = max(self._room, 0 if self.isHidden() else self.height(), self.fontMetrics().lineSpacing())
        self._show()

    def let_go(self) -> None:
        """Be as high as the words ask for."""
        self._room = -1
        self._show()

    def _show(self) -> None:
        free = self._room < 0
        self.setMinimumHeight(0 if free else self._room)
        self.setMaximumHeight(_MOST if free else self._room)
        fits = free or self.width() <= 0 or self._needed() <= self._room
        self.setText(self.words if fits else self._shortened())
        self.setToolTip("" if fits else self.words)
        self.setVisible(bool(self.words) if free else self._room > 0)

    def _needed(self) -> int:
        room, wrapped = QRect(0, 0, self._width(), _MOST), Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, wrapped, self.words).height()

    def _width(self) -> int:
        return max(1, self.contentsRect().width() - _PADDING)

    def _shortened(self) -> str:
        """Return one line of what is said for each that there is room for."""
        count = max(1, self._room // self.fontMetrics().lineSpacing())
        lines, width = self.words.splitlines(), self._width()
        kept = [*lines[: count - 1], " ".join(lines[count - 1 :])]
        return "\n".join(self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width) for line in kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shortens in another place."""
        super().resizeEvent(event)
        if self._room >= 0 and event.oldSize().width() != event.size().width():
            self._show()


def hold_room(*widgets: QWidget) -> None:
    """Let what is seen now keep its room when it is hidden."""
    for widget in widgets:
        if not widget.isHidden():
            _retain(widget, retained=True)


def free_room(*widgets: QWidget) -> None:
    """Let what is hidden take no room any more."""
    for widget in widgets:
        _retain(widget, retained=False)


def _retain(widget: QWidget, *, retained: bool) -> None:
    policy = widget.sizePolicy()
    if policy.retainSizeWhenHidden() != retained:
        policy.setRetainSizeWhenHidden(retained)
        widget.setSizePolicy(policy)

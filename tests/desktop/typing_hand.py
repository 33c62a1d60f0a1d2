"""A hand that types: keys for what a keyboard has, an input method for what it has not; it counts what it does."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_RUNS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def type_text(widget: QWidget, text: str) -> None:
    """Type into the widget as a person with a Chinese input method does."""
    for character in text:
        if character.isascii():
            QTest.keyClick(widget, character)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(character)
            QApplication.sendEvent(widget, event)


class Hand:
    """Counts the keys and clicks beside those of words: what is typed as contents are its `letters`.

    A choice in a file dialog of the system is two clicks, dragging a file is one.
    """

    def __init__(self) -> None:
        self.keys = self.clicks = self.letters = 0
        self._steps: list[tuple[str, int, int]] = []

    @property
    def moves(self) -> int:
        """Return the keys and clicks together."""
        return self.keys + self.clicks

    def press(
        self,
        widget: QWidget | None,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        times: int = 1,
    ) -> None:
        """Press a key in a widget, in what has the focus where none is named."""
        for _ in range(times):
            self.keys += 1
            QTest.keyClick(widget or focused(), key, modifier)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click a widget with the mouse."""
        self.clicks += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place or widget.rect().center())

    def choose_file(self) -> None:
        """Choose a file in a dialog of the system."""
        self.clicks += 2

    def write(self, text: str) -> None:
        """Type into what has the focus; each run of Chinese is composed before it is committed."""
        self.letters += len(text)
        for run in _RUNS.findall(text):
            if run.isascii():
                for character in run:
                    QTest.keyClick(focused(), character)
                continue
            QApplication.sendEvent(focused(), QInputMethodEvent("pinyin", []))
            commit = QInputMethodEvent("", [])
            commit.setCommitString(run)
            QApplication.sendEvent(focused(), commit)

    def done(self, step: str) -> None:
        """Count what was pressed and clicked since the step before as a step of this name."""
        before = self._steps
        keys, clicks = sum(one[1] for one in before), sum(one[2] for one in before)
        self._steps.append((step, self.keys - keys, self.clicks - clicks))

    def tell(self, job: str, before: Mapping[str, str]) -> None:
        """Print the counts of each step beside what it took in the window of commit f9c2fc3."""
        lines = [
            f"{name}: {keys} keys, {clicks} clicks (f9c2fc3: {before[name]})" for name, keys, clicks in self._steps
        ]
        whole = f"{job}: {self.keys} keys, {self.clicks} clicks, beside {self.letters} letters"
        sys.stdout.write("\n".join(("", whole, *lines, "")))


def focused() -> QWidget:
    """Return what has the focus; there must be something."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget

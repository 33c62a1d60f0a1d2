"""A hand that types: keys for what a keyboard has, an input method for what it has not."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def type_text(widget: QWidget, text: str) -> None:
    """Type into the widget as a person with a Chinese input method does."""
    for character in text:
        if character.isascii():
            QTest.keyClick(widget, character)
        else:
            event = QInputMethodEvent("", [])
            event.setCommitString(character)
            QApplication.sendEvent(widget, event)

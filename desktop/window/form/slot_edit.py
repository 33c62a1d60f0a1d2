"""The words of a slot: a field that grows with its text, with a list of numbers on `{`."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QSizePolicy, QWidget

from desktop.window.form.number_completer import NumberCompleter
from desktop.window.look.dropping import dropped_files
from desktop.window.session.desk import Desk
from desktop.work.text_difference import text_difference

LEAST_LINES = 3


class SlotEdit(QPlainTextEdit):
    """Grows with its text; `{` opens the list of numbers."""

    left = Signal()
    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget, lines: int = LEAST_LINES) -> None:
        super().__init__(parent)
        self._desk, self._lines = desk, lines
        self._completer: QCompleter | None = None
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # what is typed becomes a step of the program's
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(8)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self._grow()

    def _grow(self) -> None:
        """As high as its lines really are: fonts of several scripts have several heights."""
        height, block = 0.0, self.document().begin()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        least = self._lines * self.fontMetrics().lineSpacing()
        self.setFixedHeight(round(max(height, least)) + 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text anew."""
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave scrolling to the form."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Take words; a file that is let go here is evidence, and the form's."""
        return not dropped_files(source) and super().canInsertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; while the list of numbers is open its keys belong to it."""
        popup_keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        if self._popup_is_open() and event.key() in popup_keys:
            event.ignore()
            return
        super().keyPressEvent(event)
        self._offer()

    def _popup_is_open(self) -> bool:
        popup = self._completer.popup() if self._completer is not None else None
        return popup is not None and popup.isVisible()

    def _offer(self) -> None:
        prefix = self._open_prefix()
        if prefix is None:
            if self._completer is not None and (popup := self._completer.popup()) is not None:
                popup.hide()
            return
        completer = self._completer or self._make_completer()
        completer.setCompletionPrefix(prefix)
        area = self.cursorRect()
        area.setWidth(420)
        completer.complete(area)

    def _make_completer(self) -> QCompleter:
        self._completer = NumberCompleter(self._desk, self)
        self._completer.setWidget(self)
        self._completer.activated.connect(self.insert_number)
        return self._completer

    def _open_prefix(self) -> str | None:
        """Return what stands between an open brace and the cursor, or None."""
        before = self.textCursor().block().text()[: self.textCursor().positionInBlock()]
        head, brace, prefix = before.rpartition("{")
        if not brace or head.endswith("{") or any(sign in prefix for sign in "}|"):
            return None
        return prefix

    def put(self, words: str) -> None:
        """Show other words: only what differs is written, and the cursor stands behind it."""
        found = text_difference(self.toPlainText(), words)
        start = _places(self.toPlainText()[: found.start])
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(start + _places(found.old), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(found.new)
        self.setTextCursor(cursor)

    def insert_number(self, line: str) -> None:
        """Put the code of a chosen line in the place of what was typed after the brace."""
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(self._open_prefix() or "")
        )
        cursor.insertText(line.rpartition(" ")[2] + "}")
        self.setTextCursor(cursor)


def _places(text: str) -> int:
    """Return how many places a text takes in a document, which counts rare characters twice."""
    return len(text.encode("utf-16-le")) // 2

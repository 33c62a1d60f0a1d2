"""The editor of a formula: its references are chips with their names, `[` asks for one."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from desktop.window.chips.chip_painter import ChipPainter
from desktop.window.chips.chip_stretches import CHIP, NUMBER, SIGN, WRITTEN, ChipAt, chip_in
from desktop.window.chips.formula_list import CLOSING, FormulaList
from desktop.window.chips.formula_words import FormulaWords, formula_pieces
from desktop.window.chips.printed import Printed
from desktop.window.look.clipboard import empty_mime
from desktop.window.session.desk import Desk
from schema.values.parse import clean_text

_MARGIN, _MOST_LINES, _LEADING, _LEAST = 5, 4, 4, 30


class _Looks:
    """What the chips of one document show."""

    def __init__(self, words: FormulaWords, document: QTextDocument) -> None:
        self._words, self.document = words, document

    def look(self, chip: ChipAt) -> Printed:
        return self._words.look(chip.written)


class FormulaEdit(QTextEdit):
    """Speaks as a line of text does: `textEdited` carries the formula as written whenever a person changes it."""

    textEdited = Signal(str)  # noqa: N815  (as QLineEdit has it)
    grown = Signal()
    abandoned = Signal()  # the focus has gone elsewhere from the list

    def __init__(self, desk: Desk, parent: QWidget, *, lines: int = _MOST_LINES) -> None:
        """One of a single line stands in a cell, and is as high as that."""
        super().__init__(parent)
        self._desk, self._lines, self._numbers = desk, lines, count(1)
        self._filling = False
        self.words = FormulaWords(desk, self)
        self.list: FormulaList | None = None
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        document = self.document()
        document.setDefaultFont(self.font())
        document.setDocumentMargin(_MARGIN if lines > 1 else 1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if lines == 1:
            self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        document.documentLayout().registerHandler(CHIP, ChipPainter(desk.theme, _Looks(self.words, document), self))
        document.documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self.textChanged.connect(self._on_changed)
        self.setText("")
        self._grow()

    # what stands here

    def text(self) -> str:
        """Return the formula as written."""
        return self._between(0, self.document().characterCount() - 1)

    def _between(self, begin: int, end: int) -> str:
        parts: list[str] = []
        for position in range(begin, end):
            chip = self.chip_at(position)
            sign = self.document().characterAt(position)
            parts.append(f"[{chip.written}]" if chip else " " if sign in ("\u2029", "\u2028") else sign)
        return "".join(parts)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show a formula; nobody has changed it yet."""
        self._filling = True
        self.clear()
        if self._lines > 1:
            line = QTextBlockFormat()
            line.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
            self.textCursor().setBlockFormat(line)
        self._insert(self.textCursor(), text)
        self.document().clearUndoRedoStacks()
        self.setModified(False)
        self._filling = False

    def insert(self, text: str) -> None:
        """Put a text where the cursor is, as a person's own deed; references in it become chips."""
        cursor = self.textCursor()
        self._insert(cursor, text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def _insert(self, cursor: QTextCursor, text: str) -> None:
        plain = self.currentCharFormat() if not cursor.charFormat().objectType() else QTextCharFormat()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for words, written in formula_pieces(" ".join(clean_text(text).replace(SIGN, "").split("\n"))):
            cursor.insertText(words, plain)
            if written:
                chip = QTextCharFormat()
                chip.setObjectType(CHIP)
                chip.setProperty(WRITTEN, written)
                chip.setProperty(NUMBER, next(self._numbers))
                cursor.insertText(SIGN, chip)
        cursor.setCharFormat(plain)
        cursor.endEditBlock()

    def isModified(self) -> bool:  # noqa: N802
        """Whether somebody has changed the formula since it was shown."""
        return self.document().isModified()

    def setModified(self, modified: bool) -> None:  # noqa: N802
        """Say that somebody has changed it, or that nobody has."""
        self.document().setModified(modified)

    def chip_at(self, position: int) -> ChipAt | None:
        """Return the chip at a position of the document."""
        return chip_in(self.document(), position)

    def _on_changed(self) -> None:
        if not self._filling:
            self.textEdited.emit(self.text())

    def _grow(self) -> None:
        """Be as high as the formula, up to a few lines."""
        if self._lines == 1:
            return
        line = self.fontMetrics().lineSpacing() + _LEADING
        high = min(self.document().size().height(), self._lines * line + 2 * _MARGIN)
        wanted = round(max(high, _LEAST)) + 2 * self.frameWidth()
        if wanted != self.height():
            self.setFixedHeight(wanted)
            self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the formula anew."""
        super().resizeEvent(event)
        self._grow()

    # asking for a reference

    @property
    def asks(self) -> bool:
        """Whether the list is open: the focus is there, and comes back."""
        return self.list is not None

    def ask(self) -> None:
        """Open the list of metrics at the cursor."""
        self.list = FormulaList(self._desk, self)
        self.list.chosen.connect(self._take)
        self.list.written.connect(lambda text: self.insert(f"[{text}]"))
        self.list.brace.connect(lambda: self.insertPlainText("["))
        self.list.closed.connect(self._forget)
        self.list.open_at(self.cursorRect())

    def _take(self, code: str, open_end: bool) -> None:
        """Put in what was chosen; with an open end a year or a category can be written behind it."""
        self.insert(f"[{code}" if open_end else f"[{code}]")

    def _forget(self) -> None:
        if self.list is not None:
            self.list.deleteLater()
            self.list = None
        if QApplication.focusWidget() is not self:
            self.abandoned.emit()

    def _close_bracket(self) -> None:
        """Make a chip of what stands between the cursor and the bracket before it; a bare bracket stays."""
        cursor = self.textCursor()
        begin = cursor.position()
        while begin > 0 and self.document().characterAt(begin - 1) not in (SIGN, "[", "\u2029"):
            begin -= 1
        written = self._between(begin, cursor.position())
        if begin == 0 or self.document().characterAt(begin - 1) != "[" or not written.strip():
            self.insertPlainText("]")
            return
        cursor.setPosition(begin - 1)
        cursor.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        self._insert(cursor, f"[{written}]")
        self.setTextCursor(cursor)

    def _open_chip(self) -> bool:
        """Write the chip before the cursor out, so that it can be changed; return whether there is one."""
        cursor = self.textCursor()
        chip = self.chip_at(cursor.position() - 1) if cursor.position() else None
        if chip is None:
            return False
        cursor.setPosition(chip.position, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"[{chip.written}", QTextCharFormat())
        self.setTextCursor(cursor)
        return True

    # keys, words, mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; `[` asks for a metric, `]` closes a reference, F2 opens the one before the cursor; Enter goes on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        elif event.text() and event.text() in FormulaList.signs:
            self.ask()
        elif event.text() and event.text() in CLOSING:
            self._close_bracket()
        elif not (event.key() == Qt.Key.Key_F2 and self._open_chip()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take what an input method composes; brackets of it are those of a formula."""
        commit = event.commitString()
        if commit in FormulaList.signs or commit in CLOSING:
            super().inputMethodEvent(QInputMethodEvent("", []))
            if commit in CLOSING:
                self._close_bracket()
            else:
                self.ask()
            return
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say of a chip under the mouse what it stands for."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self.viewport().mapFromGlobal(event.globalPos()).toPointF()
            found = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
            chip = self.chip_at(found) if found >= 0 else None
            QToolTip.showText(event.globalPos(), self.words.html(chip.written) if chip else "", self)
            return True
        return super().event(event)

    # the clipboard

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Hand out what is chosen as it is written."""
        mime, cursor = empty_mime(), self.textCursor()
        mime.setText(self._between(cursor.selectionStart(), cursor.selectionEnd()))
        return mime

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take words; references in brackets become chips."""
        self.insert(source.text())

"""The editor of a text with linked numbers: types like any editor, and each number is one character that is a chip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QToolTip, QWidget

from desktop.window.chips.chip_facts import ChipFacts
from desktop.window.chips.chip_painter import ChipPainter
from desktop.window.chips.chip_stretches import CHIP, SIGN, ChipAt, chip_in
from desktop.window.chips.chip_text import ChipText
from desktop.window.chips.line_ends import LineEnds
from desktop.window.chips.printed import filled
from desktop.window.chips.table_hand import TableHand
from desktop.window.look.clipboard import empty_mime
from desktop.window.look.dropping import dropped_files
from desktop.window.look.scale import WRITTEN
from desktop.window.session.desk import Desk
from schema.grammar.text_table import from_sheet, table_rows
from schema.values.parse import clean_text

# The words of a text as they are stored, beside how they print.
OWN = "application/x-annals-text"
_PIXELS, _LEADING, _MARGIN = WRITTEN, 4, 8
LEAST_LINES = 3
_BRACES = ("{", "｛")  # a Chinese keyboard types the wide one


class ChipEdit(QTextEdit):
    """Grows with its text.

    `number_wanted` comes with `{`, `correction_wanted` with Alt+Enter, `chip_followed` with a chip whose field is
    wanted, `chip_opened` with one whose particulars are, and whether by a key.
    """

    left = Signal()
    entered = Signal()
    number_wanted = Signal()
    correction_wanted = Signal()
    chip_opened = Signal(object, bool)
    chip_followed = Signal(object)

    def __init__(self, desk: Desk, language: str, parent: QWidget, lines: int = LEAST_LINES) -> None:
        super().__init__(parent)
        self._desk, self._lines, self.language = desk, lines, language
        self.correction = ""  # what can be put right, as the menu says it
        self.facts = ChipFacts(desk, language)
        font = QFont(self.font())
        font.setPixelSize(_PIXELS)
        self.setFont(font)
        document = self.document()
        document.setDefaultFont(font)
        document.setDocumentMargin(_MARGIN)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)  # what is typed becomes a step of the program's
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.text = ChipText(desk, language, document)
        self.text.line.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        self.tables = TableHand(self, self.text, desk.theme)
        self.painter = ChipPainter(desk.theme, self.text, self)
        document.documentLayout().registerHandler(CHIP, self.painter)
        document.documentLayout().documentSizeChanged.connect(lambda _: self._grow())
        self.ends = LineEnds(self, self.painter)
        self.textChanged.connect(self._follow_words)
        self._grow()

    # what stands here

    def put(self, text: str) -> None:
        """Show other words: only what differs is written, and the cursor stands behind it."""
        if self.document().isEmpty():
            self.text.fill(text)
            return
        self.setTextCursor(self.text.put(text))

    def written(self) -> str:
        """Return the text as it is stored: linked numbers in braces."""
        return self.text.read()

    def renew(self) -> None:
        """Show the numbers as they are now."""
        if self.text.renew():
            self._grow()

    def _follow_words(self) -> None:
        """A change says its direction only where the words before it do not."""
        self.text.renew(changes=True)

    def insert(self, text: str) -> None:
        """Put a text where the cursor is, as a person's own deed."""
        cursor = self.textCursor()
        self.text.insert(cursor, text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def chip_here(self) -> ChipAt | None:
        """Return the chip that is chosen, else the one before the cursor, else the one behind it."""
        cursor, document = self.textCursor(), self.document()
        if cursor.hasSelection():
            begin, end = cursor.selectionStart(), cursor.selectionEnd()
            return self.chip_at(begin) if end == begin + 1 else None
        before = self.chip_at(cursor.position() - 1) if cursor.position() else None
        return before or (self.chip_at(cursor.position()) if cursor.position() < document.characterCount() else None)

    def chip_at(self, position: int) -> ChipAt | None:
        """Return the chip at a position of the document."""
        return chip_in(self.document(), position)

    def chip_under(self, place: QPoint) -> ChipAt | None:
        """Return the chip at a point of the viewport."""
        point = place.toPointF()
        point.setY(point.y() + self.verticalScrollBar().value())
        found = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        return self.chip_at(found) if found >= 0 else None

    def choose(self, chip: ChipAt) -> None:
        """Choose a chip."""
        cursor = self.textCursor()
        cursor.setPosition(chip.position)
        cursor.setPosition(chip.position + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def ring(self, number: int) -> None:
        """Draw a ring round the chip that is looked at; 0 round none."""
        self.painter.ringed = number
        self.viewport().update()

    # its size

    def _grow(self) -> None:
        least = self._lines * (self.fontMetrics().lineSpacing() + _LEADING) + 2 * _MARGIN
        self.setFixedHeight(round(max(self.document().size().height(), least)) + 2 * self.frameWidth() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the text anew."""
        super().resizeEvent(event)
        self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave scrolling to the form."""
        event.ignore()

    # keys, words, mouse

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has left."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; `{` asks for a number, Enter on a chosen chip for its field, F2 for its particulars."""
        ctrl_space = event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if not self.isReadOnly() and (event.text() in _BRACES or ctrl_space):
            self.number_wanted.emit()
        elif not (self._take_chip_key(event) or self.tables.take(event)):
            super().keyPressEvent(event)

    def _take_chip_key(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and enter:
            self.correction_wanted.emit()
            return True
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and enter and self.tables.here() is None:
            if not self.isReadOnly():
                self.textCursor().insertBlock()  # the break within a paragraph has no other sign in a stored text
            return True
        if event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            return False
        chip = self.chip_here()
        if chip is not None and event.key() == Qt.Key.Key_F2:
            self.choose(chip)
            self.chip_opened.emit(chip, True)
            return True
        if chip is not None and enter and self.textCursor().hasSelection():
            self.chip_followed.emit(chip)
            return True
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """Take what an input method composes; a brace of it asks for a number, too."""
        if event.commitString() in _BRACES and not self.isReadOnly():
            super().inputMethodEvent(QInputMethodEvent("", []))
            self.number_wanted.emit()
            return
        super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A click chooses a chip and asks for its particulars."""
        super().mouseReleaseEvent(event)
        chip = self.chip_under(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if chip is not None and plain:
            self.choose(chip)
            self.chip_opened.emit(chip, False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Two clicks on a chip lead to its field."""
        chip = self.chip_under(event.position().toPoint())
        if chip is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.choose(chip)
            self.chip_followed.emit(chip)

    def event(self, event: QEvent) -> bool:
        """Say of a chip under the mouse what it stands for; Tab goes from cell to cell."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.tables.take_tab(event):
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            chip = self.chip_under(self.viewport().mapFromGlobal(event.globalPos()))
            QToolTip.showText(event.globalPos(), self.facts.html(chip.written) if chip else "", self)
            return True
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer what can be put right, and a number, above what every editor offers."""
        menu = self.createStandardContextMenu()
        first = menu.actions()[0] if menu.actions() else None
        acts = [(self.correction, self.correction_wanted.emit)] if self.correction else []
        if not self.isReadOnly():
            acts.append((self.tr("Put in a number") + "\t{", self.number_wanted.emit))
            acts += self.tables.menu()
        for words, act in acts:
            action = QAction(words, menu)
            action.triggered.connect(act)
            if first is not None:
                menu.insertAction(first, action)
        if acts and first is not None:
            menu.insertSeparator(first)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def exchange(self, chip: ChipAt, text: str) -> None:
        """Put another text in the place of a chip; a chip that it becomes is chosen."""
        self.choose(chip)
        self.insert(text)
        now = self.chip_at(chip.position)
        if now is not None:
            self.choose(now)

    # the clipboard

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """Take words; a file that is let go here is evidence, and the form's."""
        return not dropped_files(source) and (source.hasFormat(OWN) or source.hasText())

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802
        """Hand out what is chosen as it prints, and for texts here as it is stored."""
        cursor, mime = self.textCursor(), empty_mime()
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        own = self.text.chosen_cells(cursor) if cursor.hasComplexSelection() else self.text.between(begin, end)
        mime.setText(self._as_printed(own) if cursor.hasComplexSelection() else self.text.printed(begin, end))
        mime.setData(OWN, own.encode())
        return mime

    def _as_printed(self, lines: str) -> str:
        rows = [[filled(self._desk, cell, self.language)[0] for cell in row] for row in table_rows(lines.split("\n"))]
        return "\n".join(map("\t".join, rows))

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802
        """Take words without their looks; numbers stay linked, codes in braces become so, cells of a sheet a table."""
        own = bytes(source.data(OWN).data()).decode() if source.hasFormat(OWN) else ""
        self.insert(clean_text(own or from_sheet(source.text())).replace(SIGN, ""))

"""No line of a text begins with a comma that belongs to the chip before it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSignalBlocker, QTimer
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QTextEdit

from desktop.window.chips.chip_painter import ChipPainter
from desktop.window.chips.chip_stretches import SIGN

# What never stands first in a line.
_CLOSING = frozenset("，。；：、！？）》」』】〉〕”’…％‰·,.;:!?)]}%")


class LineEnds(QObject):
    """Goes over the lines after each layout.

    Qt may break behind any object in a text, whatever follows it. A chip at the end of a line is made as much wider as
    what follows it lacks, so that both go to the next line: a letter's width at most.
    """

    def __init__(self, editor: QTextEdit, painter: ChipPainter) -> None:
        super().__init__(editor)
        self._editor, self._painter = editor, painter
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self.settle)
        editor.document().contentsChanged.connect(self._soon.start)
        editor.document().documentLayout().documentSizeChanged.connect(self._soon.start)

    def settle(self) -> None:
        """Break the lines anew where that is needed; no word of the text changes."""
        document = self._editor.document()
        with QSignalBlocker(document), QSignalBlocker(document.documentLayout()):
            self._undo()
            block = document.begin()
            while block.isValid():
                self._settle(block)
                block = block.next()
        document.documentLayout().documentSizeChanged.emit(document.size())
        self._soon.stop()
        self._editor.viewport().update()

    def _undo(self) -> None:
        document, wider = self._editor.document(), dict(self._painter.wider)
        self._painter.wider.clear()
        for position in wider:
            if position < document.characterCount():
                document.markContentsDirty(position, 1)

    def _settle(self, block: QTextBlock) -> None:
        if SIGN not in block.text() or block.layout().preeditAreaText():
            return
        for _ in range(block.text().count(SIGN)):
            lack = self._lacking(block)
            if lack is None:
                return
            position, width = lack
            self._painter.wider[position] = width
            self._editor.document().markContentsDirty(position, 1)

    def _lacking(self, block: QTextBlock) -> tuple[int, float] | None:
        """Return the first chip that is parted from what closes it, and the room that is left beside it and a bit."""
        document, layout, begin = self._editor.document(), block.layout(), block.position()
        self._editor.document().size()  # lays out what is not yet
        for number in range(1, layout.lineCount()):
            start, before = layout.lineAt(number).textStart(), layout.lineAt(number - 1)
            chip = begin + start - 1
            is_parted = document.characterAt(chip) == SIGN and document.characterAt(begin + start) in _CLOSING
            if is_parted and before.textStart() < start - 1 and chip not in self._painter.wider:
                return chip, before.width() - before.naturalTextWidth() + 1
        return None

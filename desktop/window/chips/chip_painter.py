"""How a chip looks: a rounded tag with the value, one that has none marked by colour and words."""

from __future__ import annotations

from typing import Protocol, cast

from PySide6.QtCore import QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from desktop.window.chips.chip_stretches import ChipAt, chip_of
from desktop.window.chips.printed import Printed
from desktop.window.look.theme import Theme

_PAD, _GAP, _MOST = 4, 1, 340  # pixels: beside the words, outside the frame, of the widest chip's words


class Looks(Protocol):
    """Says what chips show."""

    @property
    def document(self) -> QTextDocument:
        """The document that they stand in."""
        ...

    def look(self, chip: ChipAt) -> Printed:
        """Return what a chip shows."""
        ...


class ChipPainter(QPyTextObject):
    """Handler of chips in the layout of a document.

    A chip is as high as the letters above the line, so that a line with chips is no higher than one without; its frame
    goes round the tails below the line all the same.
    """

    def __init__(self, theme: Theme, text: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._text = theme, text
        self._widths: dict[str, float] = {}
        self._metrics = QFontMetricsF(text.document.defaultFont())
        self.ringed = 0  # the number of the chip that is being looked at
        self.wider: dict[int, float] = {}  # by how much chips at these positions are wider than their words

    def _shown(self, form: QTextFormat) -> Printed:
        chip = chip_of(form)
        return self._text.look(chip) if chip is not None else Printed("")

    def intrinsicSize(self, document: QTextDocument, place: int, form: QTextFormat) -> QSizeF:  # noqa: N802
        """Return the room that a chip takes in its line."""
        del document
        words = self._shown(form).words
        width = self._widths.get(words)
        if width is None:
            width = min(self._metrics.horizontalAdvance(words), _MOST) + 2 * (_PAD + _GAP)
            self._widths[words] = width
        return QSizeF(width + self.wider.get(place, 0.0), self._metrics.ascent())

    def drawObject(  # noqa: N802
        self, painter: QPainter, box: QRectF | QRect, document: QTextDocument, place: int, form: QTextFormat
    ) -> None:
        """Draw the frame and the words."""
        del place
        shown, theme = self._shown(form), self._theme
        good = shown.state == "value"
        frame = QRectF(box).adjusted(_GAP + 0.5, -0.5, -_GAP - 0.5, self._metrics.descent() - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = chip_of(form)
        ringed = chip is not None and chip.number == self.ringed
        line = QColor(theme.accent if ringed else theme.chip_line if good else theme.error)
        painter.setPen(QPen(line, 2 if ringed else 1))
        painter.setBrush(QColor(theme.chip if good else theme.error_soft))
        painter.drawRoundedRect(frame, 4, 4)
        painter.setFont(document.defaultFont())
        painter.setPen(QColor(theme.text if good else theme.error))
        words = self._metrics.elidedText(shown.words, Qt.TextElideMode.ElideMiddle, box.width() - 2 * (_PAD + _GAP) + 1)
        painter.drawText(frame, cast("int", Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

"""A foreign text with its numbers marked by their verdicts; a click on one chooses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from desktop.window.look.theme import Theme
from desktop.work.scan import QuotedAt, ScannedText
from schema.validation.quoted.quoted_number import Agreement


class ScannedTextView(QPlainTextEdit):
    """`chosen` carries the number that was clicked. Paragraphs are parted by a blank line, as they were read."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptDrops(False)  # a file that is let go on it is the page's
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._theme, self._starts = theme, list[int]()
        self._scanned: ScannedText | None = None
        self._now: QuotedAt | None = None
        self.viewport().installEventFilter(self)

    def show_text(self, scanned: ScannedText | None) -> None:
        """Show a text with its marks."""
        self._scanned, self._now, self._starts = scanned, None, []
        at, parts = 0, list[str]()
        for paragraph in scanned.paragraphs if scanned else ():
            self._starts.append(at)
            parts.append(paragraph.text)
            at += _units(paragraph.text) + 2
        self.setPlainText("\n\n".join(parts))
        self._mark()

    def show_number(self, found: QuotedAt | None) -> None:
        """Bring a number into view, and frame it."""
        self._now = found
        self._mark()
        if found is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._place(found)[0])
            self.setTextCursor(cursor)
            self.centerCursor()

    def _place(self, found: QuotedAt) -> tuple[int, int]:
        """Return where a number begins and ends in the document, which counts as UTF-16 does."""
        assert self._scanned is not None
        text, start = self._scanned.paragraphs[found.paragraph].text, self._starts[found.paragraph]
        return start + _units(text[: found.number.start]), start + _units(text[: found.number.end])

    def _mark(self) -> None:
        marks = list[QTextEdit.ExtraSelection]()
        for found in self._scanned.numbers if self._scanned else ():
            if found.number.agreement != "other" or found is self._now:
                marks.append(self._marked(found))
        self.setExtraSelections(marks)

    def _marked(self, found: QuotedAt) -> QTextEdit.ExtraSelection:
        mark, form = QTextEdit.ExtraSelection(), QTextCharFormat()
        ground, ink = self._colours(found.number.agreement)
        form.setBackground(QColor(ground))
        form.setForeground(QColor(ink))
        if found is self._now:
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            form.setFontWeight(700)
        cursor, (start, end) = QTextCursor(self.document()), self._place(found)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, form  # type: ignore[attr-defined]  # a plain structure in C++
        return mark

    def _colours(self, agreement: Agreement) -> tuple[str, str]:
        theme = self._theme
        colours: dict[Agreement, tuple[str, str]] = {
            "match": (theme.good_soft, theme.good), "rounded": (theme.good_soft, theme.good),
            "stale": (theme.doubt_soft, theme.doubt), "mismatch": (theme.error_soft, theme.error),
            "circular": (theme.soft, theme.accent), "unknown": (theme.sunken, theme.text2),
            "other": (theme.surface, theme.text),
        }  # fmt: skip
        return colours[agreement]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the number that is clicked."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            at = self.cursorForPosition(event.position().toPoint()).position()
            for found in self._scanned.numbers if self._scanned else ():
                start, end = self._place(found)
                if start <= at <= end:
                    self.chosen.emit(found)
                    break
        return super().eventFilter(watched, event)


def _units(text: str) -> int:
    """Return how long a text is as Qt counts: what is beyond the first plane takes two."""
    return len(text) + sum(ord(letter) > 0xFFFF for letter in text)

"""Under a text: what the data contradict in it, and the button that links typed numbers that equal a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.session.desk import Desk
from schema.validation.issue import Issue

if TYPE_CHECKING:
    from desktop.work.sentences import Judged

_KEY = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_L)


class StatementBar(QWidget):
    """Hidden where a text says nothing wrong and nothing can be linked; `linked` comes with the button or its key."""

    linked = Signal()

    def __init__(self, desk: Desk, edit: ChipEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._edit = desk, edit
        self.words = QLabel(self, wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.link = QPushButton(self)
        self.link.setAutoDefault(False)
        self.link.setShortcut(_KEY)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.words, 1)
        self.answer = QPushButton(self)
        self.answer.setAutoDefault(False)
        self.answer.clicked.connect(lambda: desk.answer_requested.emit(self._issues))
        self._issues: tuple[Issue, ...] = ()
        layout.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.link.clicked.connect(self.linked)
        self.hide()

    def show_judged(self, judged: Judged) -> None:
        """Mark the words in question and say what is wrong with them."""
        self._edit.setExtraSelections([self._marked(issue) for issue in judged.issues])
        self.words.setText("\n".join(self._desk.sentence(issue) for issue in judged.issues))
        wrong = any(issue.severity == "error" for issue in judged.issues)
        self.words.setStyleSheet(f"color: {self._desk.theme.error if wrong else self._desk.theme.doubt};")
        quotes = list(dict.fromkeys(offer.quote for offer in judged.offers))
        self.link.setText(self.tr("Link {numbers}").format(numbers=", ".join(quotes)))
        self.link.setToolTip(self.tr("These typed numbers equal a value; linked they stay up to date ({key}).").format(
            key=_KEY.toString(QKeySequence.SequenceFormat.NativeText)))  # fmt: skip
        self.link.setVisible(bool(judged.offers) and self._desk.session.writable)
        self._issues = judged.issues
        self.answer.setText(self.tr("Explain and keep …"))
        self.answer.setToolTip(self.tr("Say why the words are right; other words or data ask again."))
        self.answer.setVisible(bool(judged.issues) and self._desk.session.writable)
        self.words.setVisible(bool(judged.issues))
        self.setVisible(bool(judged.issues) or not self.link.isHidden())

    def _marked(self, issue: Issue) -> QTextEdit.ExtraSelection:
        """Return the words of an issue as a stretch with a wavy line."""
        mark, begin, end = QTextEdit.ExtraSelection(), issue.facts.get("from", 0), issue.facts.get("to", 0)
        line = QTextCharFormat()
        line.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        error = issue.severity == "error"
        line.setUnderlineColor(QColor(self._desk.theme.error if error else self._desk.theme.doubt))
        line.setBackground(QColor(self._desk.theme.doubt_soft))
        cursor = QTextCursor(self._edit.document())
        if isinstance(begin, int) and isinstance(end, int):
            cursor.setPosition(self._edit.text.position(begin))
            cursor.setPosition(self._edit.text.position(end), QTextCursor.MoveMode.KeepAnchor)
        mark.cursor, mark.format = cursor, line  # pyright: ignore[reportAttributeAccessIssue]
        return mark

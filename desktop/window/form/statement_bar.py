"""Under a text: what the data contradict in it with what would be right, and which typed numbers can be linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QWidget

from desktop.window.chips.chip_edit import ChipEdit
from desktop.window.chips.printed import filled
from desktop.window.session.desk import Desk
from desktop.work.corrections import Correction
from schema.validation.issue import Issue

if TYPE_CHECKING:
    from desktop.work.judged import Judged

_KEY = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_L)


class StatementBar(QWidget):
    """Hidden where a text says nothing wrong and nothing can be linked.

    `linked` comes with the button or its key, `corrected` with what is to be put right.
    """

    linked = Signal()
    corrected = Signal(object)

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
        self.fix = QPushButton(self)
        self.fix.setAutoDefault(False)
        self.fix.clicked.connect(self.correct)
        layout.addWidget(self.fix, 0, Qt.AlignmentFlag.AlignTop)
        edit.correction_wanted.connect(self.correct)
        edit.cursorPositionChanged.connect(self._name_fix)
        self.corrections: list[Correction] = []
        self.answer = QPushButton(self)
        self.answer.setAutoDefault(False)
        self.answer.clicked.connect(lambda: desk.answer_requested.emit(self._issues))
        self._issues: tuple[Issue, ...] = ()
        layout.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.link, 0, Qt.AlignmentFlag.AlignTop)
        self.link.clicked.connect(self.linked)
        self.hide()

    def show_judged(self, judged: Judged, corrections: list[Correction]) -> None:
        """Mark the words in question and say what is wrong with them, and what would be right."""
        self.corrections = corrections
        self._name_fix()
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

    def _here(self) -> Correction | None:
        """Return what can be put right where the cursor is, else the first."""
        text, place = self._edit.text, self._edit.textCursor().position()
        at_cursor = (one for one in self.corrections if text.position(one.begin) <= place <= text.position(one.end))
        return next(at_cursor, self.corrections[0] if self.corrections else None)

    def _name_fix(self) -> None:
        """Say on the button what the words would become."""
        here = self._here() if self.corrections else None
        self.fix.setVisible(here is not None and self._desk.session.writable)
        self._edit.correction = ""
        if here is not None:
            words = filled(self._desk, here.words, self._edit.language)[0]
            self._edit.correction = self.tr("Change to “{words}”").format(words=words)
            self.fix.setText(self._edit.correction)
            self.fix.setToolTip(self.tr("Put these words in the place of those that are marked (Alt+Enter)."))

    def correct(self) -> None:
        """Put right what the button names."""
        here = self._here()
        if here is not None and self._desk.session.writable:
            self.corrected.emit(here)

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

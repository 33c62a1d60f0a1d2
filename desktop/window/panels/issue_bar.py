"""At the foot of the issues: what can be done with those that are ticked, and what became of the last deed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.fields.issue_words import IssueWords
from desktop.window.look.icons import icon
from desktop.window.session.desk import Desk
from desktop.work.issue_desk.deeds import Parted, Refused, answerable, in_sheet, ownable
from desktop.work.issue_desk.rows import Row, is_carried

_GAP, _AROUND, _LEAST = 8, 64, 60  # between buttons, around the row with the tick, of its words


class IssueBar(QFrame):
    """Each signal carries the rows of a deed; `undo_wanted` takes the last step back."""

    confirm_wanted = Signal(object)
    answer_wanted = Signal(object)
    owner_wanted = Signal(object)
    sheet_wanted = Signal(object)
    cleared = Signal()
    undo_wanted = Signal()

    def __init__(self, desk: Desk, words: IssueWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, words
        self._rows: tuple[Row, ...] = ()
        self._why_not, self._why_no_owner, self._counted = "", "", ""
        self.setObjectName("issueBar")
        theme = desk.theme
        self.setStyleSheet(f"#issueBar {{ background: {theme.surface}; border-top: 1px solid {theme.line}; }}")
        self.count = QCheckBox(self)
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # its words give way
        self.confirm, self.owner, self.answer, self.sheet = (QPushButton(self) for _ in range(4))
        self.said, self.undo, self.close_said = QLabel(self, wordWrap=True), QPushButton(self), QToolButton(self)
        self.close_said.setIcon(icon("close", theme.text2))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.tell("", ())

    def _lay_out(self) -> None:
        layout, row, told = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(4)
        row.addWidget(self.count, 1)
        for button in (self.confirm, self.owner, self.answer, self.sheet):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        told.addWidget(self.said, 1)
        told.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.close_said, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(told)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.count.clicked.connect(self.cleared)
        self.confirm.clicked.connect(lambda: self.confirm_wanted.emit(self._rows))
        self.answer.clicked.connect(lambda: self.answer_wanted.emit(self._rows))
        self.owner.clicked.connect(lambda: self.owner_wanted.emit(self._rows))
        self.sheet.clicked.connect(lambda: self.sheet_wanted.emit(self._rows))
        self.undo.clicked.connect(self.undo_wanted)
        self.close_said.clicked.connect(lambda: self.tell("", ()))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.undo.setText(self.tr("Undo"))
        self.close_said.setAccessibleName(self.tr("Close the message"))
        self.close_said.setToolTip(self.tr("Close the message"))
        self.show_chosen(self._rows, self._why_not, self._why_no_owner)

    def show_chosen(self, rows: Sequence[Row], why_not: str, why_no_owner: str) -> None:
        """Offer what can be done with these rows; what cannot be says why."""
        self._rows, self._why_not, self._why_no_owner = tuple(rows), why_not, why_no_owner
        none = self.tr("Tick issues first: Space, Shift or Ctrl and a click.")
        self.count.setChecked(bool(rows))
        self.count.setEnabled(bool(rows))
        self._counted = self.tr("{count} chosen").format(count=len(rows)) if rows else none
        self.count.setToolTip(self.tr("Take every tick away (Esc)") if rows else none)
        carried = tuple(row for row in rows if row.answer is None and is_carried(row.issue))
        nothing = self.tr("Nothing of that kind is among the chosen ones.")
        self._offer(self.confirm, self.tr("Still true"), len(carried), why_not, nothing if rows else none)
        for button, words, parted, refused in (
            (self.owner, self.tr("Owner …"), ownable(rows), why_no_owner),
            (self.answer, self.tr("Accept with a remark …"), answerable(rows), why_not),
            (self.sheet, self.tr("Open in the sheet"), in_sheet(rows), ""),
        ):
            self._offer(button, words, len(_able(parted)), refused, nothing if rows else none)
        self._fit()

    def _fit(self) -> None:
        """Shorten the words beside the buttons to the room that these leave."""
        buttons = (self.confirm, self.owner, self.answer, self.sheet)
        taken = sum(button.sizeHint().width() + _GAP for button in buttons)
        room = self.width() - taken - _AROUND
        whole, metrics = self._counted, self.count.fontMetrics()
        # A stump of a word says less than none: the tick has its words as a tip.
        self.count.setText(metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room) if room >= _LEAST else "")
        self.count.setAccessibleName(whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten them anew."""
        super().resizeEvent(event)
        self._fit()

    def _offer(self, button: QPushButton, words: str, count: int, refused: str, none: str) -> None:
        button.setText(f"{words} {count}" if count else words)
        why = refused or ("" if count else none)
        button.setEnabled(not why)
        button.setToolTip(why)

    def tell(self, done: str, refused: tuple[Refused, ...], *, undo: bool = False) -> None:
        """Say what became of a deed and what was left as it is; nothing where both are empty."""
        words = "\n".join(filter(None, (done, self._words.refused(refused))))
        self.said.setText(words)
        for widget in (self.said, self.close_said):
            widget.setVisible(bool(words))
        self.undo.setVisible(bool(words) and undo)


def _able(parted: Parted) -> tuple[Row, ...]:
    return parted[0]

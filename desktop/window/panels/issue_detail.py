"""Below the issues: the one with the cursor in full; of a contradiction both statements and the ways to settle it."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.window.chips.printed import filled
from desktop.window.fields.issue_words import IssueWords
from desktop.window.look.card import heading
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.scale import WRITTEN
from desktop.window.panels.contradiction_view import ContradictionView
from desktop.window.session.desk import Desk
from desktop.window.session.issue_fixes import Fix, fix_changes, fixes_of
from desktop.window.session.standing import present_moment
from desktop.window.session.undo import Commands
from desktop.work.issue_desk.deeds import allowance
from desktop.work.issue_desk.rows import Row
from schema.validation.contradictions.contradiction import Contradiction
from schema.validation.facts import ID


class IssueDetail(QFrame):
    """`deed_wanted` carries the row whose verb is asked for, `owner_wanted` the one that is to get an owner."""

    deed_wanted = Signal(object)
    owner_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, words: IssueWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._words = desk, commands, words
        self._row: Row | None = None
        self._shown: object = None
        self.setObjectName("issueDetail")
        self.setStyleSheet(
            f"#issueDetail {{ background: {desk.theme.ground}; border-top: 1px solid {desk.theme.line}; }}"
        )
        self.title, self.where, self.sentence = heading("", self, WRITTEN), QLabel(self), QLabel(self, wordWrap=True)
        self.title.setWordWrap(False)
        self.where.setStyleSheet(f"color: {desk.theme.text2};")
        self.go, self.owner, self.fix = QPushButton(self), QPushButton(self), QPushButton(self)
        self._fixes: tuple[Fix, ...] = ()
        self.statements = ContradictionView(desk, self, flat=True)
        self.stack = QStackedWidget(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        plain = QWidget(self)
        column, head, layout = QVBoxLayout(plain), QHBoxLayout(), QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.sentence, 1)
        self.stack.addWidget(plain)
        self.stack.addWidget(self.statements)
        head.addWidget(self.title)
        head.addWidget(self.where, 1)
        for button in (self.fix, self.owner, self.go):
            button.setAutoDefault(False)
            head.addWidget(button)
        layout.setContentsMargins(16, 10, 14, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.go.clicked.connect(lambda: self._row and self.deed_wanted.emit(self._row))
        self.fix.clicked.connect(self.correct)
        self.owner.clicked.connect(lambda: self._row and self.owner_wanted.emit((self._row,)))
        self.statements.place_wanted.connect(self.place_wanted)
        self.statements.explained.connect(self._explain)
        self.statements.withdrawn.connect(lambda: self._row and self.deed_wanted.emit(self._row))
        self.statements.restate_wanted.connect(self._desk.restate_requested)

    def show_row(self, row: Row | None, section: str) -> None:
        """Show an issue, or nothing; `section` is the title of where it stands."""
        found = self.contradiction(row) if row is not None else None
        shown = (row, section, found, self._desk.language, self._desk.session.writable)
        if shown == self._shown:
            return
        self._row, self._shown = row, shown
        if row is None:
            self._show_nothing()
            return
        self.title.setText(row.about)
        owners = self.tr(", ").join(self._desk.department(code) for code in row.departments if code)
        self.where.setText(" · ".join(filter(None, (section, owners or self.tr("nobody’s")))))
        given = f"{self._desk.answer_words(row.answer)}\n\n" if row.answer is not None else ""
        self.sentence.setText(given + row.sentence)
        self.go.setText(self._words.verb(row.verb) if row.answer is None else self.tr("Take answer back"))
        self.go.setVisible(found is None)
        self.owner.setText(self.tr("Owner …"))
        self.owner.setVisible(bool(row.item))
        self._offer_fix(row)
        self.stack.setCurrentIndex(int(found is not None))
        if found is not None:
            self.statements.show_found(found)

    def _show_nothing(self) -> None:
        """Stand empty where the cursor is at the head of a group: what is above must not move under the pointer."""
        for told in (self.title, self.where, self.sentence):
            told.clear()
        for button in (self.go, self.owner, self.fix):
            button.hide()
        self.stack.setCurrentIndex(0)

    def _offer_fix(self, row: Row) -> None:
        """Name what the words of a text would become, where the check proposes that."""
        desk = self._desk
        fixes = fixes_of(desk, row) if desk.session.writable else ()
        allowed = allowance(present_moment(desk), desk.session.who) if fixes else None
        self._fixes = fixes if allowed and all(map(allowed, fix_changes(desk, fixes))) else ()
        self.fix.setVisible(bool(self._fixes))
        if self._fixes:
            shown = next((one for one in self._fixes if one.at.language == desk.language), self._fixes[0])
            words = filled(desk, shown.correction.words, shown.at.language)[0]
            self.fix.setText(self.tr("Change to “{words}”").format(words=words))
            told = self.tr("Put these words in the place of those that the data contradict ({languages}), as one step.")
            tongues = self.tr(", ").join(LANGUAGES[one.at.language] for one in self._fixes)
            self.fix.setToolTip(told.format(languages=tongues))

    def correct(self) -> None:
        """Put the right words in the place of the wrong ones, in all languages that say them, as one step."""
        changes = fix_changes(self._desk, self._fixes)
        self._fixes = ()
        self.fix.hide()
        if changes:
            self._commands.change(self.tr("correction"), changes)

    def contradiction(self, row: Row) -> Contradiction | None:
        """Return the contradiction that an issue tells of, with what its statements say; None of any other issue."""
        name = str(row.issue.facts.get(ID, ""))
        known = self._desk.session.contradictions(self._desk.report) if name else None
        return next((found for found in known or () if found.id == name), None)

    def begin(self) -> None:
        """Put the cursor into the reason of a contradiction."""
        if self.statements.reason.isVisible():
            self.statements.reason.setFocus()

    def _explain(self, words: str) -> None:
        """Keep the reason, as one step; it is bound to what the statements said when they were shown."""
        from desktop.work.remark import Reason, answer  # deferred: not needed before somebody explains

        session, found = self._desk.session, self.statements.found
        if found is None or not words:
            return
        reason = Reason(words, session.who, datetime.now(UTC))
        change = answer(present_moment(self._desk), found.issue, reason)
        self._commands.change(self.tr("explanation of a contradiction"), [change])

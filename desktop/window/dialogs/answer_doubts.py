"""A reason for doubts that need no change: the chosen ones, and others of the same kind that it may answer, too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.moment import Moment
from schema.validation.issue import Issue

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ISSUE = int(Qt.ItemDataRole.UserRole)


class AnswerDialog(QDialog):
    """The chosen doubts are ticked, those alike are not; one step of undo for all that are answered."""

    def __init__(
        self, desk: Desk, commands: Commands, doubts: Sequence[Issue], alike: Sequence[Issue], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self.setWindowTitle(self.tr("Answer doubts"))
        self.resize(620, 460)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build(doubts, alike)
        self._lay_out(bool(alike))
        self._connect()
        self._enable()

    def _build(self, doubts: Sequence[Issue], alike: Sequence[Issue]) -> None:
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setStyleSheet(f"QListWidget {{ background: {self._desk.theme.surface}; }}")
        self.list.setAccessibleName(self.tr("Doubts that the reason answers"))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        for issue in (*doubts, *alike):
            item = QListWidgetItem(self._words(issue), self.list)
            item.setData(_ISSUE, issue)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if issue in doubts else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        self.reason = QPlainTextEdit(self)
        self.reason.setFixedHeight(84)
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setPlaceholderText(self.tr("Why this is right as it stands: what was checked, where it comes from"))
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.go.setObjectName("primary")

    def _words(self, issue: Issue) -> str:
        known = issue.key is not None and issue.key.metric in self._desk.catalogue.metrics
        name = f"{self._desk.name(issue.key)}: " if known and issue.key is not None else ""
        return name + self._desk.sentence(issue)

    def _lay_out(self, alike: bool) -> None:
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        if alike:
            layout.addWidget(self._quiet(self.tr("Others of the same kind stand below: tick what it answers, too.")))
        layout.addWidget(self.list, 1)
        label = QLabel(self.tr("Reason"), self)
        label.setBuddy(self.reason)
        layout.addWidget(label)
        layout.addWidget(self.reason)
        layout.addWidget(self._quiet(self.tr(
            "Kept with your name and the date, printed nowhere. A later change opens the doubt again."
        )))  # fmt: skip
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)
        self.reason.setFocus()

    def _quiet(self, words: str) -> QLabel:
        label = QLabel(words, self, wordWrap=True)
        label.setStyleSheet(f"color: {self._desk.theme.text2};")
        return label

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self.reason.textChanged.connect(self._enable)
        self.list.itemChanged.connect(lambda _: self._enable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter answers, also out of the reason, where Enter begins a line."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go.click()
        else:
            super().keyPressEvent(event)

    def chosen(self) -> list[Issue]:
        """Return the doubts that are ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_ISSUE) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _enable(self) -> None:
        count = len(self.chosen())
        words = self.tr("Answer {count} doubts").format(count=count)
        self.go.setText(words if count > 1 else self.tr("Answer doubt"))
        self.go.setEnabled(bool(count) and bool(self.reason.toPlainText().strip()))

    def run(self) -> None:
        """Keep the reason for each doubt that is ticked, as one step."""
        from desktop.work.remark import Reason, answer  # deferred: not needed before somebody answers

        session = self._desk.session
        moment = Moment(session.definitions, session.snapshot)
        reason = Reason(self.reason.toPlainText().strip(), session.who, datetime.now(UTC))
        changes = [answer(moment, issue, reason) for issue in self.chosen()]
        self._commands.change(self.tr("answer to doubts"), changes)
        self.accept()

"""A follow-up mark: why something is to be looked at again, who said so and when; set, worded anew, taken away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from schema.values.datapoint import LastChange
from schema.values.follow_ups import MOST_WORDS, FollowUpAt, follow_up_of
from schema.values.kept_things import Subject


class FollowUpDialog(QDialog):
    """`marked` carries the words that say why, `unmarked` that the mark goes."""

    marked = Signal(str)
    unmarked = Signal()

    def __init__(self, desk: Desk, subject: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.subject = desk, subject
        self.setWindowTitle(self.tr("Follow-up"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(460)
        mark = follow_up_of(desk.session.snapshot, subject)
        self.why = QLineEdit(mark.why if mark else "", self)
        self.why.setMaxLength(MOST_WORDS)
        self.why.setPlaceholderText(self.tr("Why it is to be looked at again (may stay empty)"))
        self.why.setAccessibleName(self.tr("Why"))
        self.since = QLabel(self, wordWrap=True)
        self.since.setStyleSheet(f"color: {desk.theme.text2};")
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.remove = QPushButton(self.tr("Take mark away"), self)
        self.remove.setVisible(mark is not None)
        self.go = QPushButton(self.tr("Save") if mark else self.tr("Mark"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        for field in (self.why, self.remove, self.go):
            field.setEnabled(desk.session.writable)
        self._lay_out(name)
        self._connect()
        self._tell_since(marked=mark is not None)

    def _lay_out(self, name: str) -> None:
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(QLabel(name, self, wordWrap=True))
        layout.addWidget(self.why)
        layout.addWidget(self.since)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.remove.clicked.connect(self._on_remove)

    def _tell_since(self, *, marked: bool) -> None:
        """Say who marked it and when, a moment later: the history knows."""
        self.since.setText(self.tr("Printed nowhere, and no approval falls with it."))
        at = FollowUpAt(self.subject)

        def take(last: Mapping[Subject, LastChange]) -> None:
            if at in last:
                when = last[at].when.astimezone()
                told = self.tr("Marked by {who} on {day}.").format(who=last[at].who, day=f"{when:%Y-%m-%d %H:%M}")
                self.since.setText(f"{told} {self.since.text()}")

        if marked:
            self._desk.session.ask(lambda workspace: workspace.last_changes([at]), take, lambda _: None)

    def _on_go(self) -> None:
        self.marked.emit(self.why.text())
        self.accept()

    def _on_remove(self) -> None:
        self.unmarked.emit()
        self.accept()

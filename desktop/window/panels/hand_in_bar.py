"""Handing a share in: what is missing asks for a reason first."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.requests import Act, submit
from schema.validation.shares import Share
from schema.values.people import people_of


class HandInBar(QWidget):
    """Hidden from whoever fills in nothing here."""

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._share: Share | None = None
        self.words, self.reason, self.go = QLabel(self, wordWrap=True), QLineEdit(self), QPushButton(self)
        self.words.setStyleSheet(f"color: {desk.theme.error};")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 10)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.reason, 1)
        layout.addWidget(self.go)
        self.go.clicked.connect(self.hand_in)

    def show_share(self, share: Share | None) -> None:
        """Offer to hand this share in."""
        me, same = self._desk.me, share is not None and self._share is not None
        if not same or (share and share.department) != (self._share and self._share.department):
            self.words.clear()
        self._share = share if share is not None and share.request is not None else None
        may = self._share is not None and (me is None or me.role == "contact")
        self.setVisible(may and self._desk.session.writable)
        self.reason.setVisible(self._share is not None and bool(self._share.missing))
        self.reason.setPlaceholderText(self.tr("Why the share is handed in though something is missing"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.go.setText(self.tr("Hand in"))
        self.go.setEnabled(may)

    def hand_in(self) -> None:
        """Hand the share in; where something is missing a reason is asked for first."""
        share, session, reason = self._share, self._desk.session, self.reason.text().strip()
        if share is None:
            return
        if share.missing and not reason:
            words = self.tr("Items missing: {count}. Fill them in, or say why the share is handed in without them.")
            self.words.setText(words.format(count=len(share.missing)))
            self.reason.setFocus()
            return
        act = Act(session.who, datetime.now(UTC), reason if share.missing else "")
        people, me = people_of(session.snapshot), self._desk.me
        if me is not None and me.role == "contact" and any(person.role == "editor" for person in people):
            session.change(submit(share, act))  # a contact may not take it back: a reviewer returns it
        else:
            self._commands.change(self.tr("handing in"), submit(share, act))
        self.words.clear()
        self.reason.clear()
        self.go.setEnabled(False)  # until what follows has told how it stands now

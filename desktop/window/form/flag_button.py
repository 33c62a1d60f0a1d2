"""The flag of the follow-up mark at a field, a text or a list; a click opens it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.window.look.icons import icon
from desktop.window.session.desk import Desk
from schema.values.follow_ups import FollowUp, FollowUpAt, follow_up_of
from schema.values.kept_things import Subject


class FlagButton(QToolButton):
    """Faint where nothing is marked; `subject` says what it is about now (canonical text), or nothing."""

    def __init__(self, desk: Desk, subject: Callable[[], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._subject = desk, subject
        self._shown: tuple[FollowUp | None] | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setIconSize(QSize(14, 14))
        self.setAccessibleName(self.tr("Follow-up"))
        self.clicked.connect(self._on_click)
        desk.session.saving.connect(self._follow)
        desk.session.failed.connect(self._follow)

    def _on_click(self) -> None:
        self._desk.follow_up_requested.emit(self._subject())

    def _follow(self, subjects: frozenset[Subject], _: object = None) -> None:
        if FollowUpAt(self._subject()) in subjects:
            self.refresh()

    def refresh(self) -> None:
        """Show whether it is marked, and why."""
        subject = self._subject()
        mark = follow_up_of(self._desk.session.snapshot, subject) if subject else None
        if self._shown == (mark,):  # each change of any value asks every field of the form
            return
        self._shown = (mark,)
        self.setIcon(icon("flag", self._desk.theme.doubt if mark else self._desk.theme.text3))
        words = self.tr("To be looked at again") + (f": {mark.why}" if mark.why else "") if mark else ""
        self.setToolTip(words or self.tr("Mark for follow-up"))
        self.setAccessibleDescription(words)

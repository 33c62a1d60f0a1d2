"""The rows of the issue desk for the chosen report: made off the UI thread after each check, if somebody wants them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.window.session.desk import Desk
from desktop.work.issue_desk.rows import Rows, changed_since, issue_rows
from schema.workspace import Workspace


class IssueBook(QObject):
    """`changed` says that other rows are there; until the first check there are none (`rows` is None)."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._wanted, self._waiting = False, list[Callable[[], None]]()
        self.rows: Rows | None = None
        for signal in (desk.session.issues_changed, desk.report_changed, desk.language_changed):
            signal.connect(self._refresh)

    def want(self, then: Callable[[], None] = lambda: None) -> None:
        """Call when the rows of the last check are there: now, or once they are made; rows are kept up from now on."""
        self._wanted = True
        if self.current:
            then()
            return
        self._waiting.append(then)
        self._refresh()

    @property
    def current(self) -> bool:
        """Whether the rows are those of the last check of the chosen report, in the present language."""
        last, rows, desk = self._desk.session.last_check, self.rows, self._desk
        if last is None or rows is None:
            return False
        return (rows.report, rows.language) == (desk.report, desk.language) and rows.moment is last.moment

    def unchecked(self) -> frozenset[str]:
        """Return the names of the rows whose ground has changed since they were checked."""
        session = self._desk.session
        if self.rows is None or self.rows.moment.snapshot is session.snapshot:
            return frozenset()
        return changed_since(self.rows, session.snapshot)

    def _refresh(self) -> None:
        desk, last = self._desk, self._desk.session.last_check
        if not self._wanted or not desk.report or last is None or self.current:
            return
        if desk.session.issues_of(desk.report) is None:
            return  # they are being looked for from now on
        work = partial(issue_rows, last.moment, desk.report, desk.language)

        def make(_: Workspace) -> Rows:
            return work()

        desk.session.ask(make, self._take, desk.session.crashed.emit)

    def _take(self, rows: Rows) -> None:
        if rows.report != self._desk.report or rows.language != self._desk.language:
            return
        self.rows = rows
        waiting, self._waiting = self._waiting, []
        self.changed.emit()
        for then in waiting:
            then()

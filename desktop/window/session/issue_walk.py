"""From issue to issue through the report, wherever the cursor is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.window.session.issue_book import IssueBook
from desktop.work.issue_desk.rows import Row
from schema.validation.issue import IndexAt


class IssueWalk(QObject):
    """Goes on behind the issue that it led to last, else from the section that is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.book = IssueBook(desk)
        self._name, self._section = "", ""

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) open issue of the report, once the checks have found any."""
        self.book.want(partial(self._step, step))

    def _step(self, step: int) -> None:
        rows, section = self.book.rows, self._desk.section_code
        listed = rows.walk(section) if rows is not None else ()
        if not listed:
            return
        name = self._name if section == self._section else ""  # somebody went elsewhere by himself
        place = next((number for number, row in enumerate(listed) if row.name == name), -1 if step > 0 else 0)
        self.go(listed[(place + step) % len(listed)])

    def go(self, row: Row) -> None:
        """Bring what an issue stands at on the screen; its section where it stands at nothing in particular."""
        from desktop.window.session.places import go_to  # deferred: nobody goes anywhere at the first look

        at = row.issue.at
        self._desk.choose_section(row.section)
        if at is None or isinstance(at, IndexAt):
            self._desk.went.emit()
        else:
            go_to(self._desk, at)
        self._name, self._section = row.name, self._desk.section_code

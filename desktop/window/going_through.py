"""Through the issues of a report: the keys that lead from one to the next anywhere, and the place that lists them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.actions import Actions
from desktop.window.session.desk import Desk
from desktop.window.session.issue_walk import IssueWalk
from desktop.window.session.undo import Commands

if TYPE_CHECKING:
    from desktop.window.pages.issues_page import IssuesPage
    from desktop.window.pages.sheet_page import SheetPage
    from schema.grammar.reference import Key
    from schema.validation.contradictions.contradiction import Stated


class Places(Protocol):
    """What leads to the places of the window."""

    flush: Callable[[], None]

    def commit(self) -> None:
        """Hand over what is being typed in the place that is shown."""
        ...

    def show_room(self, code: str) -> QWidget | None:
        """Show a place, and return its page."""
        ...


class GoingThrough(QObject):
    """`owner_wanted` carries the subjects of items that are to get another owner."""

    owner_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, actions: Actions, rooms: Places) -> None:
        super().__init__(desk)
        self._desk, self._commands, self._actions, self._rooms = desk, commands, actions, rooms
        self._walk = IssueWalk(desk)
        self.page: IssuesPage | None = None
        actions.next_issue.triggered.connect(self._next)
        actions.previous_issue.triggered.connect(self._previous)
        actions.check.triggered.connect(self._check)

    def make_page(self, parent: QWidget) -> QWidget:
        """Build the place of issues."""
        from desktop.window.pages.issues_page import IssuesPage

        self.page = page = IssuesPage(self._desk, self._commands, self._walk.book, parent)
        page.place_wanted.connect(self._walk.go)
        page.statement_wanted.connect(self._show_statement)
        page.again.clicked.connect(self._check)
        page.bar.undo_wanted.connect(self._actions.undo.trigger)
        page.deeds.define_wanted.connect(self._actions.assumed.trigger)
        page.deeds.owner_wanted.connect(self.owner_wanted)
        page.deeds.sheet_wanted.connect(self._show_values)
        return page

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        """Go on: in the table where it is shown, else to the place of the issue."""
        self._rooms.flush()
        if self.page is not None and self.page.isVisible():
            self.page.step(step)
        else:
            self._walk.step(step)

    def _check(self) -> None:
        """Check what stands here now, what is being typed included."""
        self._rooms.flush()
        self._rooms.commit()
        self._desk.session.check_all()

    def _show_statement(self, stated: Stated) -> None:
        from desktop.window.session.places import show_place  # deferred: nobody goes anywhere at the first look

        show_place(self._desk, stated.at, stated.report)

    def _show_values(self, keys: Sequence[Key]) -> None:
        """Show these values in the sheet, and no others."""
        page = cast("SheetPage", self._rooms.show_room("sheet"))
        page.tools.name_lines(keys)

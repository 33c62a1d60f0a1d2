"""What the overview leads to: places of the window and dialogs; and when whoever works here looked at it last."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.window.actions import Actions
from desktop.window.panels.overview_goals import Goal, GoalKind
from desktop.window.requesting import Requesting
from desktop.window.rooms import ISSUES, REVIEW, SHEET, Rooms
from desktop.window.session.desk import Desk

if TYPE_CHECKING:
    from desktop.window.pages.issues_page import IssuesPage
    from desktop.window.pages.overview_page import OverviewPage
    from desktop.window.pages.sheet_page import SheetPage
    from desktop.window.settings import Settings
    from desktop.work.visit import Visit


class Overviewing(QObject):
    """A visit lasts as long as the workspace is open: going to a cell and back tells the same changes again."""

    def __init__(self, desk: Desk, rooms: Rooms, requesting: Requesting, actions: Actions) -> None:
        super().__init__(rooms)
        self._desk, self._rooms, self._requesting, self._actions = desk, rooms, requesting, actions
        self._settings: Settings | None = None
        self._since: dict[tuple[str, str], Visit | None] = {}
        rooms.make_overview_page = self.make_page

    def begin(self, settings: Settings) -> None:
        """Take what is remembered of this person's visits."""
        self._settings = settings

    def make_page(self, parent: QWidget) -> OverviewPage:
        """Return the place of the overview."""
        from desktop.window.pages.overview_page import OverviewPage

        page = OverviewPage(self._desk, self, parent)
        page.wanted.connect(self.lead)
        return page

    # visits

    def since(self, report: str) -> Visit | None:
        """Return the visit before this one."""
        session, settings = self._desk.session, self._settings
        at = (session.who, report)
        if at not in self._since and settings is not None:
            self._since[at] = settings.visit(session.path, *at)
        return self._since.get(at)

    def keep(self, report: str, visit: Visit) -> None:
        """Remember that a report was looked at."""
        session = self._desk.session
        if self._settings is not None:
            self._settings.keep_visit(session.path, session.who, report, visit)

    # where things lead

    def lead(self, goal: Goal) -> None:
        """Go where something in the overview leads."""
        rooms, actions, requesting = self._rooms, self._actions, self._requesting
        deeds: dict[GoalKind, Callable[[], object]] = {
            "open_values": lambda: self._show_sheet(goal), "cell": lambda: self._show_sheet(goal),
            "text": lambda: self._show_place(goal), "place": lambda: self._show_place(goal),
            "requests": lambda: self._show_requests(goal), "late": lambda: self._show_requests(goal),
            "review": lambda: rooms.show_room(REVIEW), "owners": lambda: self._name_owners(goal),
            "ask": lambda: requesting.ask(goal.departments), "remind": lambda: requesting.remind(goal.departments),
            "contradictions": self._settle, "coverage": actions.coverage.trigger,
            "export": actions.export.trigger, "compare": actions.freezes.trigger,
        }  # fmt: skip
        deeds[goal.kind]()

    def _settle(self) -> None:
        """Open the place of issues on the contradictions."""
        from desktop.work.issue_desk.choice import Choice

        cast("IssuesPage", self._rooms.show_room(ISSUES)).choose(Choice(kind="contradiction"))

    def _show_sheet(self, goal: Goal) -> None:
        """Open the sheet on a department's values in a chapter, or on all that are open."""
        from desktop.work.sheet.choice import Choice

        page = cast("SheetPage", self._rooms.show_room(SHEET))
        if page.filter.isVisible():
            page.nothing.way.click()
        department = goal.departments[0] if len(goal.departments) == 1 else ""
        page.tools.turn_to(Choice(goal.chapter, department, only="open" if goal.kind == "open_values" else "all"))

    def _show_place(self, goal: Goal) -> None:
        from desktop.window.session.places import show_place
        from schema.grammar.reference import RecordKey
        from schema.validation.approvals import read_approvable
        from schema.validation.issue import FieldAt

        at = read_approvable(goal.subjects[0]) if goal.subjects else goal.at
        if at is not None:
            show_place(self._desk, FieldAt(at) if isinstance(at, RecordKey) else at, self._desk.report)

    def _show_requests(self, goal: Goal) -> None:
        page = self._rooms.show_requests()
        page.filters["late" if goal.kind == "late" and not page.filters["late"].isHidden() else "all"].click()
        if goal.departments:
            page.list.look_at(goal.departments[0])

    def _name_owners(self, goal: Goal) -> None:
        """Name who owns items; where everything has an owner, show whose it is."""
        if goal.subjects:
            self._requesting.change_owner(goal.subjects)
        else:
            self._rooms.show_requests()

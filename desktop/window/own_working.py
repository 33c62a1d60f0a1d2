"""The own work of whoever fills in here: its place, its count, the keys through it, and the outline of own sections."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.actions import Actions
from desktop.window.panels.outline_panel import OutlinePanel
from desktop.window.rooms import MY_WORK, SECTIONS, SHEET, Rooms
from desktop.window.session.desk import Desk
from desktop.window.session.own_work import OwnWork

if TYPE_CHECKING:
    from desktop.window.handing_in import HandingIn
    from desktop.window.pages.my_work_page import MyWorkPage
    from desktop.window.pages.sheet_page import SheetPage
    from desktop.window.settings import Settings


class OwnWorking(QObject):
    """`pass_wanted` carries the department whose share is to be passed on."""

    pass_wanted = Signal(str)

    def __init__(self, desk: Desk, rooms: Rooms, outline: OutlinePanel, flush: Callable[[], None]) -> None:
        super().__init__(rooms)
        self._desk, self._rooms, self._outline = desk, rooms, outline
        self._settings: Settings | None = None
        self._handing_in: HandingIn | None = None
        self.own = OwnWork(desk, flush, lambda key: rooms.show_keys((key,)))
        self.own.told.connect(rooms.told)
        self.own.looked.connect(self._look)
        rooms.make_my_work = self._make_page
        rooms.bar.buttons[MY_WORK].hide()
        outline.all_wanted.connect(self._keep_all)

    def follow(self, actions: Actions, handing_in: HandingIn) -> None:
        """Go through open items with the keys; the line over the workspace gives way where its words stand anyway."""
        self._handing_in = handing_in
        self._actions = actions
        actions.next_open.triggered.connect(self._next)
        actions.previous_open.triggered.connect(self._previous)
        self._rooms.moved.connect(self._on_moved)

    def begin(self, settings: Settings) -> None:
        """Take what is remembered of this person, and look for what is asked, once the workspace is open."""
        self._settings = settings
        session = self._desk.session
        self._outline.show_all(settings.sees_all(session.path, session.who))
        self._admit()
        self.own.refresh()

    def close(self) -> None:
        """Follow no further."""
        self.own.close()

    def _next(self) -> None:
        self.own.go_on() if self._rooms.room() == MY_WORK else self.own.step(1)

    def _previous(self) -> None:
        self.own.step(-1)

    def _on_moved(self, code: str) -> None:
        if self._handing_in is not None:
            self._handing_in.stand_back(away=code == MY_WORK)

    def _look(self) -> None:
        work = self.own.work
        self._admit()
        count = len(work.to_do) if work is not None else 0
        self._rooms.bar.tell(MY_WORK, str(count) if count else "")
        if self._desk.report:
            self._outline.offer_own(self.own.sections)

    def _admit(self) -> None:
        """Show the place where it is this person's; else the key to it is greyed and says why."""
        mine = self.own.is_mine
        self._rooms.bar.buttons[MY_WORK].setVisible(mine)
        self._actions.allow(
            self._actions.my_work, "" if mine else self.tr("Nobody asks you for a department's share here.")
        )

    def _keep_all(self, all_sections: bool) -> None:
        if self._settings is not None:
            session = self._desk.session
            self._settings.keep_sees_all(session.path, session.who, all_sections=all_sections)

    def _make_page(self, parent: QWidget) -> MyWorkPage:
        from desktop.window.pages.my_work_page import MyWorkPage

        page = MyWorkPage(self._desk, self.own, parent)
        page.hand_in_wanted.connect(self._hand_in)
        page.letter_wanted.connect(self._open_letter)
        page.sheet_wanted.connect(self._show_sheet)
        page.sections_wanted.connect(lambda: self._rooms.show_room(SECTIONS))
        page.pass_wanted.connect(self.pass_wanted)
        return page

    def _hand_in(self) -> None:
        if self._handing_in is not None:
            self._handing_in.open_dialog()

    def _open_letter(self) -> None:
        if self._handing_in is not None:
            self._handing_in.open_letter()

    def _show_sheet(self, department: str) -> None:
        """Show the sheet on what the department is asked for."""
        page = cast("SheetPage | None", self._rooms.show_room(SHEET))
        if page is not None:
            page.tools.choose_department(department)

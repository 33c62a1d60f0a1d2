"""The place in which somebody begins: it is shown once the workspace is open, since most places read what is in it."""

from __future__ import annotations

from desktop.window.pages.waiting_page import WaitingPage
from desktop.window.rooms import SECTIONS, Rooms
from desktop.window.session.desk import Desk


class Beginning:
    """Until then a quiet line stands there; whoever goes to another place meanwhile stays there."""

    def __init__(self, desk: Desk, rooms: Rooms) -> None:
        self._desk, self._rooms = desk, rooms
        self._wanted = ""

    def start(self, code: str) -> None:
        """Mark the place that is wanted; nothing happens for the sections, and for a place that is none."""
        rooms = self._rooms
        if code != SECTIONS and code in rooms.bar.buttons:
            self._wanted = code
            rooms.setCurrentIndex(rooms.addWidget(WaitingPage(self._desk.theme, rooms)))
            rooms.bar.buttons[code].show()
            rooms.bar.mark(code)

    def show(self) -> None:
        """Show it; the sections where it cannot be shown."""
        wanted, self._wanted = self._wanted, ""
        if wanted and self._rooms.currentIndex() != 0 and self._rooms.show_room(wanted) is None:
            self._rooms.show_room(SECTIONS)

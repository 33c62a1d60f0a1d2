"""On which page of the draft a block will about stand: counted once for a report, after it was checked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.background import Background
from desktop.work.page import count_report

if TYPE_CHECKING:
    from desktop.window.session.workspace_session import WorkspaceSession
    from exporters.excerpt import Counted

_LATER = 1200  # milliseconds after which nobody waits for anything else
_Place = tuple[str, str, str]  # of definitions, a report, a language


class PageNumbers(QObject):
    """`counted` says that another report's pages are known."""

    counted = Signal()

    def __init__(self, session: WorkspaceSession) -> None:
        super().__init__(session)
        self._session = session
        self._known: dict[_Place, Mapping[str, int]] = {}
        self._wanted: _Place | None = None
        self._thread: Background | None = None
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._count)
        session.issues_changed.connect(self._go_on)

    def page(self, report: str, language: str, block: str) -> int:
        """Return on which page a block (its id) will about stand; 0 while that is counted, and where it is nowhere."""
        place = (self._session.definitions.hash, report, language)
        if place not in self._known and place != self._wanted:
            self._wanted = place
            self._go_on()
        return self._known.get(place, {}).get(block, 0)

    def _go_on(self) -> None:
        """Count once the first check is through: it takes the machine for itself."""
        if self._wanted is not None and self._session.last_checked is not None:
            self._later.start()

    def _count(self) -> None:
        place, checked = self._wanted, self._session.last_checked
        if place is None or checked is None or checked.definitions.hash != place[0]:
            return
        if self._thread is None:
            self._thread = Background("pages", self)
        self._wanted = None
        self._known[place] = {}
        work = partial(count_report, checked, place[1], place[2])
        self._thread.run(work, partial(self._take, place), self._session.crashed.emit)

    def _take(self, place: _Place, found: Counted) -> None:
        self._known[place] = found.pages
        self.counted.emit()

    def close(self) -> None:
        """End the thread."""
        self._later.stop()
        if self._thread is not None:
            self._thread.close()
            self._thread = None

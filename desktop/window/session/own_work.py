"""What whoever works here has to do: read off the UI thread after each check, and gone through with two keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.desk import Desk
from desktop.window.session.places import show_place
from desktop.window.session.standing import present_moment
from schema.grammar.reference import Key
from schema.validation.issue import write_subject
from schema.values.pack_origin import origin_of

if TYPE_CHECKING:
    from desktop.work.my_work import MyItem, MyWork
    from desktop.work.open_items import Stop
    from schema.workspace import Workspace

_SOON = 60


class OwnWork(QObject):
    """`looked` says that it was read again, `told` carries a sentence for the status line.

    `known` is False before it was read for the first time; `work` is None where nothing is asked of this person.
    """

    looked = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, flush: Callable[[], None], show_key: Callable[[Key], bool]) -> None:
        super().__init__(desk)
        self._desk, self._flush, self._show_key = desk, flush, show_key
        self.work: MyWork | None = None
        self.known = False
        self.sections: frozenset[str] | None = None  # with items of a contact's department; None for who sees all
        self.watched: Callable[[], bool] = lambda: False  # whether what is saved is to be seen at once
        self._closed = False
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        for signal in (desk.session.issues_changed, desk.report_changed):
            signal.connect(self._soon.start)
        desk.session.saved.connect(self._on_saved)

    def close(self) -> None:
        """Follow no further: the last check may be told while the workspace is being closed."""
        self._closed = True
        self._soon.stop()

    def _on_saved(self) -> None:
        if self.watched():
            self._soon.start()

    @property
    def is_mine(self) -> bool:
        """Whether the place of one's own work is this person's."""
        from desktop.work.my_work import has_own_work  # deferred: nothing is asked at the first look

        session, report = self._desk.session, self._desk.report
        return bool(report) and has_own_work(session.snapshot, report, session.who)

    def refresh(self) -> None:
        """Read it anew, as far as it is somebody's; `looked` follows."""
        from desktop.work.my_work import Looking, my_work, own_department, own_sections

        desk, session = self._desk, self._desk.session
        if self._closed or session.workspace is None or not desk.report:
            return
        if not self.is_mine:
            self._take(desk.report, None, None)
            return
        moment, report, issues = present_moment(desk), desk.report, session.issues_of(desk.report)
        looking = Looking(session.who, datetime.now().astimezone().date())
        department = own_department(session.snapshot, session.who) if self._sees_own else ""

        def work(workspace: Workspace) -> tuple[str, MyWork | None, frozenset[str] | None]:
            own = own_sections(moment, report, department) if department else None
            return report, my_work(moment, report, looking, workspace.history(), issues), own

        session.ask(work, lambda read: self._take(*read), session.crashed.emit)

    @property
    def _sees_own(self) -> bool:
        """Whether whoever works here fills in for one department alone."""
        return bool(self._desk.own_department) or origin_of(self._desk.session.snapshot) is not None

    def _take(self, report: str, work: MyWork | None, own: frozenset[str] | None) -> None:
        if report == self._desk.report and not self._closed:
            self.work, self.known, self.sections = work, True, own
            self.looked.emit()

    # the way from one open item to the next

    def here(self) -> str:
        """Return the subject of what is looked at; empty where nothing is."""
        return write_subject(self._desk.item) if self._desk.item is not None else ""

    def current(self) -> MyItem | None:
        """Return what to go on with: what was looked at last while it is open, else the next open item."""
        todo = self.work.to_do if self.work is not None else ()
        here = next((item for item in todo if item.item.subject == self.here()), None)
        return here or self._beside(1)

    def _beside(self, step: int) -> MyItem | None:
        from desktop.work.open_items import neighbour, own_stops

        if self.work is None:
            return None
        stop = neighbour(own_stops(self.work), self.here(), step)
        return next((item for item in self.work.items if stop is not None and item.item.subject == stop.subject), None)

    def go_on(self) -> None:
        """Go to what is to be gone on with."""
        if (item := self.current()) is not None:
            self.go_to(item)
        else:
            self.step(1)

    def go_to(self, item: MyItem) -> None:
        """Bring an item on the screen."""
        show_place(self._desk, item.item.at, self._desk.report)

    def step(self, step: int) -> None:
        """Go to the next open item (1) or the one before (-1): of one's own share, else of the whole report."""
        from desktop.work.open_items import neighbour, present_stops, report_stops

        self._flush()
        desk, here, work = self._desk, self.here(), self.work
        if desk.session.workspace is None or not desk.report:
            return
        moment, report = present_moment(desk), desk.report

        def look(_: Workspace) -> Stop | None:
            stops = present_stops(moment, work) if work is not None else report_stops(moment, report)
            return neighbour(stops, here, step)

        desk.session.ask(look, self._arrive, desk.session.crashed.emit)

    def _arrive(self, stop: Stop | None) -> None:
        if stop is not None:
            if not (isinstance(stop.at, Key) and self._show_key(stop.at)):
                show_place(self._desk, stop.at, self._desk.report)
        elif self.work is not None:
            self.told.emit(self.tr("Nothing is open any more: hand in with Ctrl+Shift+Enter."))
        else:
            self.told.emit(self.tr("Nothing is open in this report."))

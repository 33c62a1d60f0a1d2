"""What the page beside the form shows, made off the UI thread whenever something that it prints may have changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.work.page import PageMaker, Wanted
from schema.values.changes import Change, overlay

if TYPE_CHECKING:
    from desktop.work.page import Shown
    from schema.catalogue.outline import Definitions
    from schema.moment import Moment
    from schema.values.datapoint import Snapshot

_AFTER_FORM = 60  # milliseconds: the form of a section that is gone to comes first


class PageSource(QObject):
    """`made` carries the page in each language that was asked for; nothing is made before `wanted` is set."""

    made = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.wanted: Wanted | None = None
        self._maker, self._typed = PageMaker(desk.session.contents.read), dict[object, Change]()
        self._thread: Background | None = None
        self._is_running = self._is_late = self._forget = False
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._make)
        session = desk.session
        session.saving.connect(self._on_change)
        session.issues_changed.connect(self._on_check)
        session.definitions_changed.connect(self._on_check)
        desk.typing.connect(self._on_typing)

    def want(self, wanted: Wanted | None) -> None:
        """Make another page; None while none is looked at."""
        if wanted != self.wanted:
            self.wanted = wanted
            self._ask(_AFTER_FORM)

    def refresh(self) -> None:
        """Make the page anew, as soon as the one that is being made is there."""
        self._ask(0)

    def _ask(self, milliseconds: int) -> None:
        if self.wanted is not None:
            self._soon.start(milliseconds)

    def _on_change(self, subjects: frozenset[object]) -> None:
        for subject in self._typed.keys() & subjects:
            del self._typed[subject]
        self.refresh()

    def _on_typing(self, change: Change) -> None:
        """Show words while they are being typed; what is stored takes their place."""
        self._typed[change.subject] = change
        self.refresh()

    def _on_check(self) -> None:
        """What nobody has approved, and how many numbers stand before a section, may be other ones now."""
        self._forget = True
        self.refresh()

    def _make(self) -> None:
        if self.wanted is None:
            return
        if self._is_running:
            self._is_late = True
            return
        self._is_running = True
        session, forget = self._desk.session, self._forget
        self._forget = False
        snapshot = overlay(session.snapshot, list(self._typed.values())) if self._typed else session.snapshot
        work = partial(self._work, forget, (session.definitions, snapshot), session.last_checked, self.wanted)
        if self._thread is None:
            self._thread = Background("page", self)
        self._thread.run(work, self._take, self._fail)

    def _work(
        self, forget: bool, at: tuple[Definitions, Snapshot], checked: Moment | None, wanted: Wanted
    ) -> Sequence[Shown]:
        if forget:
            self._maker.forget()
        return self._maker.make(*at, checked, wanted)

    def _take(self, pages: Sequence[Shown]) -> None:
        self._is_running = False
        if self._is_late:
            self._is_late = False
            self.refresh()
        self.made.emit(pages)

    def _fail(self, error: Exception) -> None:
        self._is_running = False
        self._desk.session.crashed.emit(error)

    def close(self) -> None:
        """End the thread; what it still makes is shown nowhere."""
        self.wanted = None
        self._soon.stop()
        if self._thread is not None:
            self._thread.close()
            self._thread = None

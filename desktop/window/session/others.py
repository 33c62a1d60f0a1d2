"""Others who have the same workspace open: what they store is shown here, and where they are."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from functools import partial
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.desk import Desk
from schema.values.changes import Change
from schema.values.datapoint import Snapshot
from schema.values.snapshot_difference import differing
from schema.values.watching import Changed, Heard, Present, Watch
from schema.workspace import Workspace

_SOON = 150  # milliseconds: several stores of one moment are read once
_STILL_HERE = 20_000  # milliseconds between two words of where somebody is
_GONE_AFTER = 60.0  # seconds without a word


class Others(QObject):
    """`moved` comes when somebody else is elsewhere, `redefined` when other definitions are in force.

    Nothing happens in a file, which one person holds alone.
    """

    moved = Signal()
    redefined = Signal()
    _heard = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._watch: Watch | None = None
        self._own = uuid.uuid4().hex
        self._version = ""
        self._there: dict[str, tuple[Present, float]] = {}
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._again = QTimer(self, interval=_STILL_HERE)
        self._soon.timeout.connect(self._read)
        self._again.timeout.connect(self._say)
        self._heard.connect(self._hear)
        desk.section_changed.connect(self._say)

    def begin(self) -> None:
        """Listen, once the workspace is open."""

        def work(workspace: Workspace) -> tuple[Watch, str]:
            return workspace.listen(self._heard.emit), workspace.versions()[-1].name

        self._desk.session.ask(work, self._begun, self._desk.session.crashed.emit)

    def _begun(self, begun: tuple[Watch, str]) -> None:
        self._watch, self._version = begun
        self._say()
        self._again.start()

    def close(self) -> None:
        """Say that nobody is here any more, and listen no more."""
        self._again.stop()
        if self._watch is not None:
            self._watch.say(Present(self._desk.session.who, self._own))
            self._watch.stop()
            self._watch = None

    # where they are

    def at(self, report: str, section: str) -> tuple[str, ...]:
        """Return who else looks at a section of a report, each once."""
        latest = monotonic() - _GONE_AFTER
        here = (
            one.who
            for one, when in self._there.values()
            if when > latest and (one.report, one.section) == (report, section)
        )
        return tuple(dict.fromkeys(here))

    def everywhere(self) -> Mapping[str, Present]:
        """Return where the others are, by their desks."""
        latest = monotonic() - _GONE_AFTER
        return {desk: one for desk, (one, when) in self._there.items() if when > latest}

    def _say(self) -> None:
        desk = self._desk
        if self._watch is not None and desk.session.who:
            self._watch.say(Present(desk.session.who, self._own, desk.report, desk.section_code))
        self.moved.emit()

    def _hear(self, heard: Heard) -> None:
        if self._watch is None:
            return
        match heard:
            case Changed():
                self._soon.start()
            case Present(desk=self._own):
                pass
            case Present():
                known = heard.desk in self._there
                if heard.report:
                    self._there[heard.desk] = heard, monotonic()
                else:
                    self._there.pop(heard.desk, None)
                if heard.report and not known and self._watch is not None:
                    self._say()  # who comes hears where this one is
                self.moved.emit()

    # what they store

    def _read(self) -> None:
        session, version = self._desk.session, self._version
        shown = session.snapshot

        def work(workspace: Workspace) -> tuple[bool, Snapshot, tuple[Change, ...]]:
            stored = workspace.snapshot()
            return workspace.versions()[-1].name != version, stored, differing(shown, stored)

        session.ask(work, partial(self._take, shown), session.crashed.emit)

    def _take(self, shown: Snapshot, read: tuple[bool, Snapshot, tuple[Change, ...]]) -> None:
        is_redefined, _, changes = read
        session = self._desk.session
        if is_redefined:
            self.redefined.emit()
        elif session.snapshot is not shown:
            self._soon.start()  # something was typed meanwhile
        elif news := [change for change in changes if session.state(change.subject) == "saved"]:
            session.hear(news)  # what was typed here and is not stored yet stays

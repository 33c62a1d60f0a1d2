"""Saving as typed: changes go to the worker in order; one that failed is kept and tried again.

What this person may not change waits for another person to be chosen, and what somebody else has changed meanwhile for
a decision: trying again alone would change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.session.background import Background
from schema.errors import RightsError
from schema.values.changes import Change
from schema.values.kept_things import Subject, Thing
from schema.values.races import Raced

_AGAIN_AFTER = 3000


class Saver(QObject):
    """`settled` carries the subjects of a transaction and the exception that stopped it, or None."""

    settled = Signal(object, object)

    def __init__(self, apply: Callable[[Sequence[Change]], Any], store: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._apply = apply
        self._store = store
        self._latest: dict[Subject, Change] = {}
        self._stored: dict[Subject, Thing | None] = {}  # what the store had of it when this was last known
        self._failed: dict[Subject, Change] = {}
        self._reasons: dict[Subject, Exception] = {}
        self._timer = QTimer(self, singleShot=True, interval=_AGAIN_AFTER)
        self._timer.timeout.connect(self.try_again)

    def save(self, changes: Sequence[Change]) -> None:
        """Give changes to the worker as one transaction."""
        for change in changes:
            self._stored.setdefault(change.subject, change.before)
            self._latest[change.subject] = change
            self._failed.pop(change.subject, None)
        self._send(tuple(changes))

    def state(self, subject: Subject) -> str:
        """Return "saving", "failed" or "saved"."""
        if subject in self._failed:
            return "failed"
        return "saving" if subject in self._latest else "saved"

    def reason(self, subject: Subject) -> Exception | None:
        """Return what stopped the last try, where something is failed."""
        return self._reasons.get(subject) if subject in self._failed else None

    def open(self) -> int:
        """Return how many subjects are not durable yet."""
        return len(self._latest)

    def pending(self) -> tuple[Change, ...]:
        """Return what is not durable yet, each as it stands now."""
        return tuple(self._latest.values())

    def try_again(self) -> None:
        """Send everything that failed once more, each as it stands now."""
        failed, self._failed = self._failed, {}
        for change in failed.values():
            self._send((change,))

    def give_up(self) -> None:
        """Try no more: all that is not stored here was stored elsewhere."""
        self._timer.stop()
        self._latest, self._failed, self._reasons, self._stored = {}, {}, {}, {}

    def keep_mine(self, subject: Subject, stands: Thing | None) -> None:
        """Store what is here in spite of what stands there now."""
        change = self._failed.pop(subject, None)
        if change is not None:
            self._stored[subject] = stands
            self._send((change,))

    def drop(self, subject: Subject) -> None:
        """Store no more what is here of a subject: another's stays."""
        for known in (self._latest, self._failed, self._reasons, self._stored):
            known.pop(subject, None)

    def _send(self, changes: tuple[Change, ...]) -> None:
        def store() -> None:  # on the worker: what is stored is known there before the next changes are
            self._apply(tuple(replace(change, before=self._stored.get(change.subject)) for change in changes))
            self._stored |= {change.subject: change.after for change in changes}

        self._store.run(
            store,
            lambda _: self._done(changes),
            lambda error: self._not_done(changes, error),
        )

    def _done(self, changes: tuple[Change, ...]) -> None:
        settled = tuple(change.subject for change in changes if self._is_latest(change))
        for subject in settled:
            self.drop(subject)
        self.settled.emit(settled, None)

    def _not_done(self, changes: tuple[Change, ...], error: Exception) -> None:
        kept = [change for change in changes if self._is_latest(change)]
        for change in kept:
            self._failed[change.subject], self._reasons[change.subject] = change, error
        if kept and not isinstance(error, RightsError | Raced):
            self._timer.start()
        self.settled.emit(tuple(change.subject for change in kept), error)

    def _is_latest(self, change: Change) -> bool:
        return self._latest.get(change.subject) is change

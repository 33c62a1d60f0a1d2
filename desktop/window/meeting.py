"""Several people at one workspace: what others store appears, who is where is said, and a lost race is decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.window.panels.status_line import StatusLine
from desktop.window.session.desk import Desk
from desktop.window.session.others import Others
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import Change, keep
from schema.values.races import Raced

if TYPE_CHECKING:
    from desktop.window.dialogs.races import RacesDialog
    from schema.exchange.merging.decision import Verdict
    from schema.values.races import Race

_LOOK = 400  # milliseconds between two looks whether somebody still types


class Meeting(QObject):
    """`redefined` comes when others have put other definitions in force: the workspace is to be opened again."""

    redefined = Signal()

    def __init__(self, desk: Desk, status: StatusLine, view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._status, self._view = desk, status, view
        self.dialog: RacesDialog | None = None
        self.others = Others(desk)
        self._later = QTimer(self, interval=_LOOK)
        self._later.timeout.connect(self._rebuild)
        session = desk.session
        session.failed.connect(self._on_failed)
        session.overtaken.connect(self._on_overtaken)
        self.others.moved.connect(self._show_present)
        self.others.redefined.connect(self.redefined)
        for signal in (desk.section_changed, desk.report_changed, desk.language_changed):
            signal.connect(self._show_present)

    def begin(self) -> None:
        """Listen, once the workspace is open."""
        self.others.begin()

    def close(self) -> None:
        """Leave."""
        self._later.stop()
        self.others.close()

    # what others store

    def _on_overtaken(self, subjects: frozenset[object]) -> None:
        if not all(isinstance(subject, Key | RecordKey) for subject in subjects):
            self._rebuild()

    def _rebuild(self) -> None:
        """Show texts, requests and the like anew, but never under the hand of somebody who types."""
        if _is_typing(self._view):
            self._later.start()
            return
        self._later.stop()
        self._desk.session.replaced.emit()

    # who is where

    def _show_present(self) -> None:
        people = self.others.at(self._desk.report, self._desk.section_code)
        names = PUNCTUATION[self._desk.language].listed(people)
        self._status.show_present(self.tr("Also in this section: {names}").format(names=names) if people else "")

    # lost races

    def _on_failed(self, _: object, error: Exception) -> None:
        if isinstance(error, Raced):
            self._ask(error.races)

    def _ask(self, races: Sequence[Race]) -> None:
        from desktop.window.dialogs.races import RacesDialog

        if self.dialog is None:
            self.dialog = RacesDialog(self._desk, self._view)
            self.dialog.decided.connect(self._decided)
        self.dialog.show_races(races)

    def _decided(self, decided: Sequence[tuple[Race, Verdict]]) -> None:
        session = self._desk.session
        from schema.exchange.merging.decision import Own

        for race, verdict in decided:
            if verdict == "theirs":  # what was typed here
                session.saver.keep_mine(race.subject, race.stands)
                continue
            session.saver.drop(race.subject)
            session.hear([Change(race.subject, race.change.after, race.stands)])
            if isinstance(verdict, Own):  # written from both
                session.change([keep(verdict.thing)])
        session.saver.try_again()
        session.saved.emit(frozenset(race.subject for race, _ in decided))


def _is_typing(view: QWidget) -> bool:
    """Whether the cursor stands in a field in which something may be unfinished."""
    field = QApplication.focusWidget()
    if not isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) or field.isReadOnly():
        return False
    return view.isAncestorOf(field)

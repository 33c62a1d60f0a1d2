"""Which actions of an open workspace are somebody's here: what is greyed in the menu says why."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.window.actions import Actions
from desktop.window.session.desk import Desk
from schema.moment import Moment


class Allowing(QObject):
    """Follows who works here and what stands in the workspace, as the buttons of the places do."""

    def __init__(self, desk: Desk, actions: Actions, view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._actions = desk, actions
        for signal in (desk.session.issues_changed, desk.session.saved, desk.language_changed):
            signal.connect(self.refresh)

    def refresh(self) -> None:
        """Grey what may not be done, and say why."""
        from desktop.work.permission import asking_refused, definitions_refused  # deferred: not for the first look

        desk, actions = self._desk, self._actions
        moment, who = Moment(desk.session.definitions, desk.session.snapshot), desk.session.who
        for refused, forbidden in (
            (None, (actions.hand_in, actions.next_open, actions.previous_open)),
            (asking_refused(moment, who), (actions.ask, actions.send)),
            (definitions_refused(moment, who), (actions.next_year, actions.newer)),
        ):
            why = desk.sentence(refused) if refused else ""
            if not why and not desk.session.writable:
                why = self.tr("Opened for reading only.")
            for action in forbidden:
                actions.allow(action, why)

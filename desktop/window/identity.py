"""Who works in the window: asked once for each workspace that lists people, remembered here, changed at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.settings import Place
from schema.errors import RightsError, WorkspaceError
from schema.grammar.location import whole

if TYPE_CHECKING:
    from desktop.window.dialogs.person import PersonDialog
    from desktop.window.opening import Opened, Opener
    from desktop.window.settings import Settings
    from desktop.window.workspace_view import WorkspaceView
    from schema.grammar.location import Location
    from schema.values.datapoint import Snapshot


class Identity(QObject):
    """`changed` carries the path of a workspace that is to be opened anew, since somebody else works there now
    or has taken it over.

    What a person says in the window goes before a name that came with the call, before what was remembered.
    """

    changed = Signal(object)

    def __init__(self, opener: Opener, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._opener, self._settings, self._window = opener, settings, window
        self._chosen: dict[str, str] = {}
        self._view: WorkspaceView | None = None
        self.dialog: PersonDialog | None = None

    def opener(self, path: Location) -> Opener:
        """Return what opens a workspace as the person who works there."""
        name = self._name(path)
        if name is None:
            return self._opener
        return replace(self._opener, who=name, said=True) if name else replace(self._opener, reads=True)

    def _name(self, path: Location) -> str | None:
        """Return who was said to work there; empty for somebody who only reads, None where nobody said."""
        chosen = self._chosen.get(whole(path))
        return self._settings.person(path) if chosen is None and not self._opener.said else chosen

    def must_ask(self, path: Location, snapshot: Snapshot) -> bool:
        """Whether it is to be asked who works there: people are listed, and nobody said, or one who is not listed.

        A share that is addressed to one person is that person's unasked.
        """
        from desktop.work.send import filled_in_by_several
        from schema.values.pack_origin import origin_of
        from schema.values.people import people_of
        from schema.values.rights import acting

        people, name = people_of(snapshot), self._name(path)
        if not people or name == "":
            return False
        if name is None:
            origin = origin_of(snapshot)
            return not self._opener.said and (origin is None or filled_in_by_several(snapshot, origin))
        try:
            acting(name, people)
        except RightsError:
            return True
        return False

    def place(self, path: Location, snapshot: Snapshot) -> Place:
        """Return where whoever works there was last, else where their role begins; nowhere while it must be asked."""
        from desktop.work.first_place import first_place, first_report

        if (who := self._who(path, snapshot)) is None:
            return Place()
        left = self._settings.place(path, who)
        if left.room:
            return left
        return Place(left.report or first_report(snapshot, who), left.section, first_place(snapshot, who))

    def _who(self, path: Location, snapshot: Snapshot) -> str | None:
        """Return who will work there; None while it must be asked."""
        from desktop.work.first_place import contact_of

        if self.must_ask(path, snapshot):
            return None
        name = self._name(path)
        if name is not None:
            return name
        return self._opener.who if self._opener.said else contact_of(snapshot) or self._opener.who

    def keep_place(self, view: WorkspaceView) -> None:
        """Remember where whoever works in the open workspace is."""
        place = Place(view.desk.report, view.desk.section_code, view.rooms.room())
        self._settings.keep_place(view.session.path, view.session.who, place)

    def take(self, view: WorkspaceView, path: Location, opened: Opened) -> None:
        """Let the view follow what was opened, and ask who is there before anything can be changed."""
        self._view = view
        locked = isinstance(opened.trouble, WorkspaceError)
        asks = not locked and self.must_ask(path, opened.snapshot)
        view.session.writable = True
        view.status.unsaid = asks or self._name(path) == ""
        view.take(replace(opened, trouble=RightsError("rights.unsaid")) if asks else opened)
        view.status.person.clicked.connect(self.ask)
        view.banner.taken_over.connect(self.changed)
        view.saving_anew.saved.connect(self.changed)
        view.meeting.redefined.connect(lambda: self.changed.emit(path))
        if asks:
            self.ask()

    def ask(self) -> None:
        """Ask who works in the open workspace."""
        from desktop.window.dialogs.person import PersonDialog

        if self._view is None:
            return
        self._view.form.flush()
        known = self._name(self._view.session.path)
        self.dialog = PersonDialog(self._view.desk, known, self._opener.who, self._window)
        self.dialog.chosen.connect(self._choose)
        self.dialog.open()

    def _choose(self, name: str) -> None:
        """Let somebody else work there; what the one before was not allowed to save is tried again in this name."""
        view = self._view
        if view is None:
            return
        session = view.session
        self._settings.keep_person(session.path, name)
        self._chosen[whole(session.path)] = name
        view.finish()
        if name:
            session.ask(lambda workspace: workspace.act_as(name), lambda _: None, session.crashed.emit)
        self.changed.emit(session.path)

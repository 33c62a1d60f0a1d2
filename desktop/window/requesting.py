"""Dialogs about requests and people, wherever they are asked for: asking, sending, reminding, who works here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.window.session.usual_folder import usual_folder

if TYPE_CHECKING:
    from desktop.window.dialogs.asking import AskDialog
    from desktop.window.dialogs.owner import OwnerDialog
    from desktop.window.dialogs.passing import PassDialog
    from desktop.window.dialogs.people import PeopleDialog
    from desktop.window.dialogs.sending import SendDialog
    from desktop.window.pages.requests_page import RequestsPage
    from desktop.window.settings import Settings

_FOLDER = "send"


class Requesting(QObject):
    """`flush` hands over what is being typed before a dialog opens; `who` asks who works here."""

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._commands, self._flush, self._view = desk, commands, flush, view
        self._settings: Settings | None = None
        self.ask_dialog: AskDialog | None = None
        self.send_dialog: SendDialog | None = None
        self.owner_dialog: OwnerDialog | None = None
        self.pass_dialog: PassDialog | None = None
        self.people_dialog: PeopleDialog | None = None

    def begin(self, settings: Settings) -> None:
        """Take what is remembered of this person's folders."""
        self._settings = settings

    def follow(self, page: RequestsPage, who: Callable[[], None]) -> None:
        """Open what the page asks for."""
        page.ask_wanted.connect(self.ask)
        page.send_wanted.connect(self.send)
        page.remind_wanted.connect(self.remind)
        page.owner_wanted.connect(self.change_owner)
        page.pass_wanted.connect(self.pass_on)
        page.people_wanted.connect(lambda: self.keep_people(who))

    def ask(self, departments: Collection[str]) -> None:
        """Ask departments; those not asked yet are ticked where none is named."""
        from desktop.window.dialogs.asking import AskDialog

        self._flush()
        self.ask_dialog = AskDialog(self._desk, self._commands, departments, self._view)
        self.ask_dialog.open()

    def send(self, departments: Collection[str]) -> None:
        """Send shares."""
        self._send(departments, reminding=False)

    def remind(self, departments: Collection[str]) -> None:
        """Write letters about what is open."""
        self._send(departments, reminding=True)

    def _send(self, departments: Collection[str], *, reminding: bool) -> None:
        from desktop.window.dialogs.sending import Addressees, SendDialog

        self._flush()
        to = Addressees(departments, self._folder(), reminding)
        self.send_dialog = SendDialog(self._desk, self._commands, to, self._view)
        self.send_dialog.folder_chosen.connect(self._keep_folder)
        self.send_dialog.open()

    def _folder(self) -> Path:
        """Return where files of this workspace went last, else a folder beside it."""
        path = self._desk.session.path
        known = self._settings.folder(_FOLDER, path) if self._settings else None
        return known if known is not None and known.is_dir() else Path(usual_folder(path))

    def _keep_folder(self, folder: Path) -> None:
        if self._settings is not None:
            self._settings.keep_folder(_FOLDER, folder, self._desk.session.path)

    def change_owner(self, subjects: Sequence[str]) -> None:
        """Name another owner of items."""
        from desktop.window.dialogs.owner import OwnerDialog

        self._flush()
        self.owner_dialog = OwnerDialog(self._desk, self._commands, subjects, self._view)
        self.owner_dialog.open()

    def pass_on(self, department: str, subjects: Sequence[str] = ()) -> None:
        """Pass a request of the chosen report, or some items of it, on to a colleague."""
        from desktop.window.dialogs.passing import PassDialog

        self._flush()
        self.pass_dialog = PassDialog(self._desk, self._commands, department, subjects, self._view)
        self.pass_dialog.open()

    def keep_people(self, who: Callable[[], None]) -> None:
        """Show the people; `who` asks who works here."""
        from desktop.window.dialogs.people import PeopleDialog

        self._flush()
        self.people_dialog = PeopleDialog(self._desk, self._commands, self._view)
        self.people_dialog.who_wanted.connect(who)
        self.people_dialog.open()

"""What others can rely on: freezes and what is different between them, assurance, whether the history is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.window.actions import Actions
from desktop.window.session.desk import Desk
from desktop.window.session.half_hours import HalfHours
from desktop.window.session.undo import Commands
from schema.validation.issue import Subject

if TYPE_CHECKING:
    from desktop.window.dialogs.assurance import AssuranceDialog
    from desktop.window.dialogs.backups import BackupsDialog
    from desktop.window.dialogs.freezes import FreezesDialog
    from desktop.window.dialogs.verify import VerifyDialog
    from desktop.window.session.freezing import Freezing


class Vouching(QObject):
    """Its dialogs stay open beside the window; in another language they are made anew. `told` carries a sentence."""

    told = Signal(str)

    def __init__(
        self, desk: Desk, commands: Commands, actions: Actions, flush: Callable[[], None], view: QWidget
    ) -> None:
        super().__init__(view)
        self._desk, self._commands, self._actions, self._flush, self._view = desk, commands, actions, flush, view
        self._freezing: Freezing | None = None
        self.half_hours = HalfHours(desk)
        self.half_hours.told.connect(self.told)
        self.freezes: FreezesDialog | None = None
        self.backups: BackupsDialog | None = None
        self.assurance: AssuranceDialog | None = None
        self.verify: VerifyDialog | None = None
        actions.freezes.triggered.connect(self.open_freezes)
        actions.backups.triggered.connect(self.open_backups)
        actions.assurance.triggered.connect(self.open_assurance)
        actions.verify.triggered.connect(self.open_verify)
        desk.language_changed.connect(self._let_go)

    def open_freezes(self) -> None:
        """Show the freezes."""
        from desktop.window.dialogs.freezes import FreezesDialog  # deferred: not needed before somebody asks
        from desktop.window.session.freezing import Freezing

        self._flush()
        if self.freezes is None:
            self._freezing = self._freezing or Freezing(self._desk, self._flush)
            self.freezes = FreezesDialog(self._desk, self._freezing, self._view)
            self.freezes.place_wanted.connect(self._show_place)
            self.freezes.who_wanted.connect(self._actions.person.trigger)
        else:
            self.freezes.refresh()
        _raise(self.freezes)

    def open_backups(self) -> None:
        """Show the automatic backups."""
        from desktop.window.dialogs.backups import BackupsDialog
        from desktop.window.session.freezing import Freezing

        self._flush()
        if self.backups is None:
            self._freezing = self._freezing or Freezing(self._desk, self._flush)
            self.backups = BackupsDialog(self._desk, self._freezing, self._view)
            self.backups.place_wanted.connect(self._show_place)
        else:
            self.backups.refresh()
        _raise(self.backups)

    def open_assurance(self) -> None:
        """Show what an auditor found of the chosen report."""
        from desktop.window.dialogs.assurance import AssuranceDialog

        self._flush()
        if self.assurance is None:
            self.assurance = AssuranceDialog(self._desk, self._commands, self._view)
            self.assurance.place_wanted.connect(self._show_place)
            self.assurance.who_wanted.connect(self._actions.person.trigger)
        _raise(self.assurance)
        self.assurance.refresh()

    def open_verify(self) -> None:
        """Verify the history, once what is being typed is stored."""
        from desktop.window.dialogs.verify import VerifyDialog

        self._flush()
        dialog = self.verify = self.verify or VerifyDialog(self._desk, self._view)
        _raise(dialog)
        self._desk.session.ask(lambda workspace: None, lambda _: dialog.run(), self._desk.session.crashed.emit)

    def _show_place(self, at: Subject, report: str) -> None:
        """Bring a place on the screen while the dialog stays; what only a text names leads to that text's section."""
        from desktop.window.session.places import place_in, show_place

        desk = self._desk
        if place_in(desk, at, report) is not None or report not in desk.session.definitions.outlines:
            show_place(desk, at, report)
            return
        outline = desk.session.definitions.outlines[report]
        section = desk.session.moment.places(report, outline.language).section_of(at)
        if section:
            if report != desk.report:
                desk.choose_report(report)
            desk.went.emit()
            desk.choose_section(section)

    def _let_go(self) -> None:
        """Close the dialogs and forget them: they speak the language before."""
        for dialog in (self.freezes, self.backups, self.assurance, self.verify):
            if dialog is not None:
                dialog.close()
                dialog.waiting.close_worker()
                dialog.deleteLater()
        self.freezes = self.backups = self.assurance = self.verify = None

    def close(self) -> None:
        """End the dialogs and their threads."""
        self._let_go()


def _raise(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()

"""What others can rely on: freezes and what is different between them, assurance, whether the history is true."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from desktop.window.actions import Actions
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.validation.issue import Subject

if TYPE_CHECKING:
    from desktop.window.dialogs.freezes import FreezesDialog
    from desktop.window.session.freezing import Freezing


class Vouching(QObject):
    """Its dialogs stay open beside the window; in another language they are made anew."""

    def __init__(
        self, desk: Desk, commands: Commands, actions: Actions, flush: Callable[[], None], view: QWidget
    ) -> None:
        super().__init__(view)
        self._desk, self._commands, self._actions, self._flush, self._view = desk, commands, actions, flush, view
        self._freezing: Freezing | None = None
        self.freezes: FreezesDialog | None = None
        actions.freezes.triggered.connect(self.open_freezes)
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

    def _show_place(self, at: Subject, report: str) -> None:
        """Bring a place on the screen, while the dialog stays where it is."""
        from desktop.window.session.places import show_place

        show_place(self._desk, at, report)

    def _let_go(self) -> None:
        """Close the dialogs and forget them: they speak the language before."""
        if self.freezes is not None:
            self.freezes.close()
            self.freezes.waiting.close_worker()
            self.freezes.deleteLater()
            self.freezes = None

    def close(self) -> None:
        """End the dialogs and their threads."""
        self._let_go()


def _raise(dialog: QDialog) -> None:
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()

"""Handing a share in: the line over the workspace of whoever fills in here, and the dialog that hands it in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from desktop.window.panels.share_bar import ShareBar
from desktop.window.session.desk import Desk
from desktop.window.session.own_share import OwnShare
from desktop.window.session.share_words import ShareWords
from desktop.window.session.undo import Commands
from desktop.work.handed_in import HandedIn

if TYPE_CHECKING:
    from desktop.window.dialogs.hand_in import HandInDialog


class HandingIn(QObject):
    """Follows the checks of the workspace; `pass_wanted` carries the department whose share is to be passed on."""

    pass_wanted = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._flush, self._view = desk, flush, view
        self._away = False
        self.own = OwnShare(desk, commands, flush)
        self.handed_in: HandedIn | None = None
        self.dialog: HandInDialog | None = None
        self.bar = ShareBar(desk, view)
        self.bar.wanted.connect(self.open_dialog)
        self.bar.first_wanted.connect(self._go_to_first)
        self.bar.pass_wanted.connect(self._pass_on)
        self.own.looked.connect(self._look)
        desk.language_changed.connect(self._show)

    def _pass_on(self) -> None:
        if (share := self.own.share()) is not None:
            self.pass_wanted.emit(share.department)

    def _look(self) -> None:
        share = self.own.share()
        if share is None:
            self._take(None)
        else:
            self.own.ask_handed_in(share, self._take)

    def _take(self, told: HandedIn | None) -> None:
        self.handed_in = told
        self._show()

    def _show(self) -> None:
        self.bar.show_share(None if self._away else self.own.share(), self.handed_in)

    def stand_back(self, *, away: bool) -> None:
        """Take the line away where a place says the same, or bring it back."""
        self._away = away
        self._show()

    def _go_to_first(self) -> None:
        share = self.own.share()
        todo = ShareWords(self._desk, share, self.handed_in).to_do() if share is not None else ()
        if todo:
            self.own.go_to(todo[0])

    def open_dialog(self) -> None:
        """Show what is missing, and hand the share in; the window stays in use."""
        from desktop.window.dialogs.hand_in import HandInDialog

        self._flush()
        if self.dialog is None:
            self.dialog = HandInDialog(self._desk, self.own, self._view)
        self.dialog.show()
        self.dialog.refresh()
        self.dialog.raise_()
        self.dialog.activateWindow()

    def open_letter(self) -> None:
        """Open the letter that the answer is mailed with; where none is there any more, the dialog that writes it."""
        letter = self.own.letter()
        if letter is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(letter))):
            self.open_dialog()

    def close(self) -> None:
        """Follow no further."""
        self.own.close()
        if self.dialog is not None:
            self.dialog.close()

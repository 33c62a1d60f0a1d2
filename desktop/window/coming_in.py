"""What comes in from departments: the dialogs that take answers, list what came, and ask whether a key is believed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.merging import Merging
from desktop.window.session.undo import Commands
from schema.errors import AnnalsError

if TYPE_CHECKING:
    from desktop.window.dialogs.came_in import CameInDialog
    from desktop.window.dialogs.merge import MergeDialog
    from desktop.window.dialogs.trust import TrustDialog


class ComingIn(QObject):
    """Both dialogs stay open beside the window."""

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._view = desk, view
        self.merging = Merging(desk, commands, flush)
        self.merge_dialog: MergeDialog | None = None
        self.list_dialog: CameInDialog | None = None
        self.trust_dialog: TrustDialog | None = None

    def open_merge(self) -> None:
        """Show the dialog that takes answers; files are chosen there."""
        self.offer(())

    def offer(self, paths: Sequence[Path]) -> None:
        """Show what files bring that came back."""
        from desktop.window.dialogs.merge import MergeDialog

        if self.merge_dialog is None or not self.merge_dialog.isVisible():
            self.merge_dialog = MergeDialog(self._desk, self.merging, self._view)
            self.merge_dialog.trust_wanted.connect(self._ask_trust)
            self.merge_dialog.taken.connect(self._refresh)
        dialog = self.merge_dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        if paths:
            dialog.load(paths)

    def open_list(self) -> None:
        """Show what came in so far."""
        from desktop.window.dialogs.came_in import CameInDialog

        if self.list_dialog is None:
            self.list_dialog = CameInDialog(self._desk, self.merging, self._view)
            self.list_dialog.add_wanted.connect(self.open_merge)
        self.list_dialog.show()
        self.list_dialog.refresh()
        self.list_dialog.raise_()
        self.list_dialog.activateWindow()

    def _refresh(self) -> None:
        if self.list_dialog is not None and self.list_dialog.isVisible():
            self.list_dialog.refresh()

    def _ask_trust(self, error: AnnalsError) -> None:
        from desktop.window.dialogs.trust import TrustDialog

        dialog, person = self.merge_dialog, error.params.get("person", "")
        if dialog is None:
            return
        self.trust_dialog = TrustDialog(person, error.params.get("file", ""), self._desk.theme, dialog)
        self.trust_dialog.believed.connect(
            lambda: self.merging.trust(person, dialog.try_again, lambda trouble: dialog.words.setText(
                self._desk.sentence(trouble)))
        )  # fmt: skip
        self.trust_dialog.open()

    def close(self) -> None:
        """End the reading and the dialogs."""
        for dialog in (self.merge_dialog, self.list_dialog):
            if dialog is not None:
                dialog.close()
        self.merging.close()

"""A workspace whose file was lost or replaced while it is open: said over everything, and saved as one of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.window.actions import Actions
from desktop.window.panels.reading_banner import ReadingBanner
from desktop.window.session.desk import Desk
from desktop.window.session.usual_folder import folder_beside
from schema.errors import AnnalsError, WorkspaceError
from schema.grammar.location import title_of

if TYPE_CHECKING:
    from desktop.work.rest import Rescued
    from schema.workspace import Workspace

_LOST = ("workspace.gone", "workspace.replaced")


class SavingAnew(QObject):
    """`finish` hands over what is being typed and tries once more to store it. `saved` carries the new path, `told` a
    sentence."""

    saved = Signal(object)
    told = Signal(str)

    def __init__(
        self, desk: Desk, banner: ReadingBanner, actions: Actions, finish: Callable[[], bool], view: QWidget
    ) -> None:
        super().__init__(view)
        self._desk, self._banner, self._finish, self._view = desk, banner, finish, view
        self._error: AnnalsError | None = None
        actions.save_as_new.triggered.connect(self.ask)
        banner.save.clicked.connect(self.ask)
        desk.session.failed.connect(self._on_failed)
        desk.session.saved.connect(self._on_saved)
        desk.language_changed.connect(self._show)

    def _on_failed(self, _: object, error: Exception) -> None:
        if isinstance(error, WorkspaceError) and error.code in _LOST:
            self.hear(error)

    def hear(self, error: AnnalsError) -> None:
        """Say what kept something from being read or stored: over everything where it is unsaved, else in passing."""
        if error.code in _LOST and self._desk.session.unsaved():
            self._error = error
            self._show()
        else:
            self.told.emit(self._desk.sentence(error))

    def _on_saved(self, _: object) -> None:
        if self._error is not None and not self._desk.session.unsaved():
            self._error = None
            self._show()

    def _show(self) -> None:
        self._banner.show_lost(self._desk.sentence(self._error) if self._error is not None else "")

    def ask(self) -> None:
        """Ask for a name and save everything under it."""
        self._finish()
        kinds = self.tr("Annals workspaces") + " (*.annals)"
        title = self.tr("Save as a new workspace")
        name, _ = QFileDialog.getSaveFileName(self._view, title, str(self._suggested()), kinds)
        if name:
            self.save(Path(name).with_suffix(".annals"))

    def _suggested(self) -> Path:
        path = self._desk.session.path
        folder, title = folder_beside(path), title_of(path)
        names = (
            f"{title} {datetime.now().astimezone():%Y-%m-%d}{more}.annals"
            for more in ("", *map(" ({})".format, range(2, 99)))
        )
        return next((folder / name for name in names if not (folder / name).exists()), folder / f"{title}.annals")

    def save(self, target: Path) -> None:
        """Save everything that is shown as a new workspace, off the UI thread, and let it be opened."""
        session = self._desk.session
        definitions, snapshot, pending = session.definitions, session.snapshot, session.saver.pending()
        reason = self.tr("Saved as a new workspace: {path} was lost or replaced").format(path=session.path)

        def work(workspace: Workspace) -> Rescued:
            from desktop.work.rest import Shown, save_as_new

            return save_as_new(workspace, Shown(definitions, snapshot, pending), target, reason)

        session.ask(work, self._done, self._failed)

    def _done(self, rescued: Rescued) -> None:
        self._desk.session.saver.give_up()
        QMessageBox.information(self._view, self.tr("Save as a new workspace"), self._words(rescued))
        self.saved.emit(rescued.path)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AnnalsError):
            self._desk.session.crashed.emit(error)
            return
        QMessageBox.warning(self._view, self.tr("Save as a new workspace"), self._desk.sentence(error))

    def _words(self, rescued: Rescued) -> str:
        """Return what was saved and what could not be, one sentence a line."""
        match rescued.rest:
            case "all":
                words = self.tr("Everything stands in {path} now, with its whole history. It is opened next.")
            case "backup":
                words = self.tr(
                    "Everything that was shown stands in {path} now. Its history is that of the newest backup; what "
                    "came later is one step of yours. It is opened next."
                )
            case "copy":
                words = self.tr(
                    "Everything that was shown stands in {path} now. Its history is that of the copy that took the "
                    "file's place; what differs is one step of yours. It is opened next."
                )
            case "nothing":
                words = self.tr(
                    "Everything that was shown stands in {path} now. Its earlier history was lost with the file. It "
                    "is opened next."
                )
        files = self.tr("Files that stood in the lost one alone, to be added again: {count}.")
        freezes = self.tr("Freezes that are gone with the history that they name: {count}.")
        refused = self.tr("Changes left out because they are not yours to make: {count}.")
        counts = ((files, rescued.files), (freezes, rescued.freezes), (refused, rescued.refused))
        lines = (words.format(path=rescued.path), *(told.format(count=count) for told, count in counts if count))
        return "\n\n".join(lines)

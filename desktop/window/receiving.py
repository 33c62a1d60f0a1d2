"""Packs that were received: looked into off the UI thread, then it is asked where the share is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.window.session.background import Background
from schema.errors import AnnalsError

if TYPE_CHECKING:
    from desktop.window.dialogs.received_pack import ReceivedPackDialog
    from desktop.window.dialogs.renewed_share import RenewedShareDialog
    from desktop.window.dialogs.trust import TrustDialog
    from desktop.window.look.theme import Theme
    from desktop.window.opening import Opened
    from desktop.window.settings import Settings
    from desktop.window.workspace_view import WorkspaceView
    from desktop.work.pack_gist import PackGist, Standing
    from schema.catalogue.program_words import ProgramWords

_FOLDER = "shares"


class Receiving(QObject):
    """`asked` says that a place is suggested; `chosen` carries a pack and the place of its workspace, `refused` why a
    file is none; `left` says that nobody wants it."""

    asked = Signal()
    chosen = Signal(object, object)
    left = Signal()
    refused = Signal(object, object)

    def __init__(self, program: ProgramWords, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._program, self._settings, self._window = program, settings, window
        self._worker: Background | None = None
        self._gist: PackGist | None = None
        self.dialog: ReceivedPackDialog | None = None
        self.renewed: RenewedShareDialog | None = None
        self.trust: TrustDialog | None = None
        self._last: tuple[Path, Path] | None = None  # the pack that was opened last, and the place of its share

    def receive(self, pack: Path, language: str, theme: Theme) -> None:
        """Look into a pack and ask where its share is kept."""
        from desktop.work.pack_gist import pack_gist  # deferred: most workspaces are opened without a pack

        self._run(
            partial(pack_gist, pack, self._program),
            partial(self._ask, language, theme),
            lambda error: self.refused.emit(pack, error),
        )

    def _run(self, work: Callable[[], object], then: Callable[..., None], failed: Callable[[Exception], None]) -> None:
        if self._worker is None:
            self._worker = Background("pack", self)
        self._worker.run(work, then, failed)

    def _ask(self, language: str, theme: Theme, gist: PackGist) -> None:
        from desktop.window.dialogs.received_pack import ReceivedPackDialog

        if self.dialog is not None:
            self.dialog.close()
        self._gist, self.dialog = gist, ReceivedPackDialog(gist, language, theme, self._window)
        self.dialog.chosen.connect(partial(self._choose, gist))
        self.dialog.rejected.connect(self.left)
        self.dialog.place_wanted.connect(self._look)
        self.dialog.open()
        known = self._settings.share(gist.share)
        if known is not None and known.exists():
            self._look(known)
        else:
            self._look_for_room(gist)

    def _look(self, place: Path) -> None:
        """Look what stands at a place, then show it."""
        from desktop.work.pack_gist import standing_at

        gist = self._gist
        if gist is not None:
            self._run(lambda: (place, standing_at(place, gist, self._program)), self._show, self._crash)

    def _look_for_room(self, gist: PackGist) -> None:
        """Suggest a place: the folder of the share that was kept last, else one among the documents."""
        from desktop.work.pack_gist import place_of, standing_at

        folder, program = self._settings.folder(_FOLDER) or _documents(), self._program

        def work() -> tuple[Path, Standing]:
            place = place_of(gist, folder, lambda path: standing_at(path, gist, program))
            return place, standing_at(place, gist, program)

        self._run(work, self._show, self._crash)

    def _show(self, seen: tuple[Path, Standing]) -> None:
        if self.dialog is not None:
            self.dialog.show_place(*seen)
            self.asked.emit()

    def _crash(self, error: Exception) -> None:
        raise error  # the crash reporter's

    def _choose(self, gist: PackGist, place: Path) -> None:
        self._last = (gist.pack, place)
        self._settings.keep_share(gist.share, place)
        self._settings.keep_folder(_FOLDER, place.parent)
        if self._settings.folder("answer", place) is None:
            self._settings.keep_folder("answer", gist.pack.parent, place)
        self.chosen.emit(gist.pack, place)

    def follow(self, view: WorkspaceView, opened: Opened) -> None:
        """Show what a pack has changed in a share that was there, and what is asked."""
        from desktop.window.dialogs.renewed_share import RenewedShareDialog

        if opened.pack is None:
            return
        view.rooms.show_room("my_work")
        if not opened.pack.made:
            self.renewed = RenewedShareDialog(view.desk, opened.pack, view)
            self.renewed.show()

    def show_trouble(self, error: Exception, language: str) -> str:
        """Say over an open workspace why a file is no pack to fill in; return the sentence."""
        from desktop.window.dialogs.trouble import error_words

        words = error_words(error, self._program, language)
        QMessageBox(QMessageBox.Icon.Warning, "Annals", words, parent=self._window).open()
        return words

    def ask_trust(self, error: Exception, theme: Theme) -> None:
        """Where a pack is signed with another key than its sender's before, ask whether it is believed."""
        from desktop.window.dialogs.trust import TrustDialog

        if not isinstance(error, AnnalsError) or error.code != "open.key" or self._last is None:
            return
        person, (pack, place) = error.params["person"], self._last
        self.trust = TrustDialog(person, error.params["file"], theme, self._window)
        self.trust.believed.connect(
            lambda: self._run(
                partial(_forget, place, person, self._program), lambda _: self.chosen.emit(pack, place),
                lambda trouble: self.refused.emit(pack, trouble),
            )
        )  # fmt: skip
        self.trust.open()

    def close(self) -> None:
        """End the thread."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None


def _forget(place: Path, person: str, program: ProgramWords) -> None:
    """Forget the key of whoever sends the packs of a share, so that the next one's is kept."""
    from desktop.work.people import forgotten_key
    from schema.workspace import Workspace

    with Workspace.open(place, write=True, program=program) as workspace:
        workspace.act_as(workspace.contact or person)
        workspace.apply([forgotten_key(workspace.snapshot(), person)])


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) / "Annals"

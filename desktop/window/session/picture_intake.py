"""Pictures on their way between files, the workspace and the screen; reading and shrinking run off the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.window.session.background import Background
from desktop.window.session.undo import Commands
from desktop.window.session.workspace_session import WorkspaceSession
from schema.values.image_slots import PictureAt, picture_changes

if TYPE_CHECKING:
    from schema.exchange.picture_reader import ReadPicture
    from schema.validation.issue import Issue

_WIDTH, _HEIGHT = 320, 200


class Pictures(QObject):
    """`taken` carries a place when its file has been read, `shown` a hash when its thumbnail is there.

    A file that was chosen is put in its place even where the form that asked for it has gone meanwhile.
    """

    taken = Signal(object)
    shown = Signal(str)

    def __init__(self, session: WorkspaceSession, commands: Commands) -> None:
        super().__init__(session)
        self._session, self._commands = session, commands
        self._working = Background("pictures", self)
        self._small: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._busy: set[PictureAt] = set()
        self._issues: dict[PictureAt, Sequence[Issue]] = {}

    def take(self, path: Path, place: PictureAt) -> None:
        """Read a file and put its picture in a place, or remember why that cannot be."""
        self._busy.add(place)
        self._issues.pop(place, None)
        self._working.run(partial(_read, path), partial(self._read, place), self._session.crashed.emit)

    def _read(self, place: PictureAt, found: ReadPicture) -> None:
        self._busy.discard(place)
        self._issues[place] = found.issues
        if found.change is not None and found.attachment is not None:
            # Taken in apart: undo takes a picture out of its place, never out of the workspace.
            self._session.change([found.change])
            self._put(self.tr("change of a picture"), place, found.attachment.hash)
        self.taken.emit(place)

    def remove(self, place: PictureAt) -> None:
        """Take the picture out of a place."""
        self._issues.pop(place, None)
        self._put(self.tr("removal of a picture"), place, "")
        self.taken.emit(place)

    def _put(self, words: str, place: PictureAt, name: str) -> None:
        self._commands.change(words, picture_changes(self._session.snapshot, place, name))

    def busy(self, place: PictureAt) -> bool:
        """Whether a file is being read for this place."""
        return place in self._busy

    def issues(self, place: PictureAt) -> Sequence[Issue]:
        """Return what was found when a file was last read for this place."""
        return self._issues.get(place, ())

    def thumbnail(self, name: str) -> QImage | None:
        """Return a small copy of a picture, or None: then `shown` tells when it is there."""
        if name not in self._asked:
            self._asked.add(name)
            self._session.contents.ask(name, partial(self._shrink, name))
        return self._small.get(name)

    def _shrink(self, name: str, content: bytes) -> None:
        self._working.run(partial(_small, content), partial(self._keep, name), self._session.crashed.emit)

    def _keep(self, name: str, image: QImage) -> None:
        if not image.isNull():
            self._small[name] = image
            self.shown.emit(name)

    def wait(self) -> None:
        """Finish what is being read."""
        self._working.wait()

    def close(self) -> None:
        """Finish and end the thread."""
        self._working.close()


def _read(path: Path) -> ReadPicture:
    from schema.exchange.picture_reader import read_picture  # deferred: nobody needs it before the first picture

    return read_picture(path)


def _small(content: bytes) -> QImage:
    image = QImage.fromData(content)
    if image.isNull():
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(_WIDTH, _HEIGHT, keep, smooth)

"""Files that are dropped anywhere on the window: workspaces, packs and forms; texts where no field takes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QWindow
from PySide6.QtWidgets import QWidget

from desktop.window.look.dropping import TEXTS
from schema.exchange.packs.manifest import SUFFIX as PACK_SUFFIX

if TYPE_CHECKING:
    from desktop.window.pages.scan_page import ScanPage
    from desktop.window.workspace_view import WorkspaceView

_SUFFIXES = (".annals", PACK_SUFFIX)
_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


class Drops(QObject):
    """Hears the window before its fields do, which would take a file for its name in words. `dropped` carries paths.

    A text is heard after them: on a value it is evidence, on the rest of an open workspace it is to be read.
    """

    dropped = Signal(object)

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._own: tuple[Path, ...] = ()

    def watch(self, window: QWindow) -> None:
        """Begin to hear a window that is on the screen."""
        window.installEventFilter(self)
        below = self.parent()
        if isinstance(below, QWidget):  # it gets what none of its own widgets has taken
            below.setAcceptDrops(True)
            below.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged where all of it is for the window."""
        kind = event.type()
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        assert isinstance(event, QDropEvent)
        if isinstance(watched, QWidget):
            return self._take(event, text_files(event.mimeData()) if self._is_open() else ())
        if kind != QEvent.Type.DragMove:  # files are looked into once, not at each step of the mouse
            self._own = own_files(event.mimeData())
        return self._take(event, self._own) or super().eventFilter(watched, event)

    def _take(self, event: QDropEvent, paths: tuple[Path, ...]) -> bool:
        if not paths:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(paths)
        return True

    def _is_open(self) -> bool:
        return getattr(self.parent(), "view", None) is not None


def own_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files of what is dragged where each is a workspace, a pack or a form; nothing else."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return paths if paths and all(map(_is_own, paths)) else ()


def text_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the one file of what is dragged where it is a text that can be read against a workspace."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return paths if len(paths) == 1 and _is_text(paths[0]) else ()


def read_text(view: WorkspaceView | None, paths: Sequence[Path]) -> bool:
    """Show a text that was dropped in the place where it is read against the workspace; False where it is none."""
    if view is None or not _is_text(paths[0]):
        return False
    page = view.rooms.show_room("scan")
    if page is not None:
        cast("ScanPage", page).read(paths[0])
    return True


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in TEXTS


def _is_own(path: Path) -> bool:
    if path.suffix.lower() in _SUFFIXES:
        return True
    if path.suffix.lower() not in _BOOKS:
        return False
    from desktop.work.forms import is_form

    return is_form(path)

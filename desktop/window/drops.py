"""Files that are dropped anywhere on the window: workspaces, packs and forms; what else is dropped is the fields'."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent, QWindow

from schema.exchange.packs.manifest import SUFFIX as PACK_SUFFIX

_SUFFIXES = (".annals", PACK_SUFFIX)
_BOOKS = (".xlsx", ".xlsm", ".xls", ".ods")


class Drops(QObject):
    """Hears the window before its fields do, which would take a file for its name in words. `dropped` carries paths."""

    dropped = Signal(object)

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._own: tuple[Path, ...] = ()

    def watch(self, window: QWindow) -> None:
        """Begin to hear a window that is on the screen."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dragged where all of it is for the window."""
        kind = event.type()
        if kind not in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return super().eventFilter(watched, event)
        assert isinstance(event, QDropEvent)
        if kind != QEvent.Type.DragMove:  # files are looked into once, not at each step of the mouse
            self._own = own_files(event.mimeData())
        if not self._own:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if kind == QEvent.Type.Drop:
            self.dropped.emit(self._own)
        return True


def own_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the files of what is dragged where each is a workspace, a pack or a form; nothing else."""
    paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return paths if paths and all(map(_is_own, paths)) else ()


def _is_own(path: Path) -> bool:
    if path.suffix.lower() in _SUFFIXES:
        return True
    if path.suffix.lower() not in _BOOKS:
        return False
    from desktop.work.forms import is_form

    return is_form(path)

"""The pictures of a page by their hash: read once, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QPixmap

from desktop.window.session.workspace_session import WorkspaceSession


class PagePictures:
    """Called with a hash it returns the picture, None while that is being read; `read` hears when it is there."""

    def __init__(self, session: WorkspaceSession, read: Callable[[], None]) -> None:
        self._session, self._read = session, read
        self._known: dict[str, QPixmap | None] = {}

    def __call__(self, name: str) -> QPixmap | None:
        """Return a picture, or ask for it."""
        if name not in self._known:
            self._known[name] = None
            self._session.contents.ask(name, partial(self._keep, name))
        return self._known[name]

    def _keep(self, name: str, content: bytes) -> None:
        pixmap = QPixmap()
        pixmap.loadFromData(content)
        self._known[name] = pixmap
        self._read()

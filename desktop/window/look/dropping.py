"""What is dragged over the window from outside: files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files of what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]

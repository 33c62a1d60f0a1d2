"""What is dragged over the window from outside: files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

# The files whose words can be read against a workspace.
TEXTS = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")


def dropped_files(mime: QMimeData) -> list[Path]:
    """Return the files of what is dragged."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]

"""Where files go that people have not said a folder for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def usual_folder(workspace: Path) -> str:
    """Return the folder `out` beside a workspace; the documents of whoever works here where it is kept nowhere."""
    beside = workspace.absolute().parent / "out"
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return str(beside if beside.parent.exists() else documents)

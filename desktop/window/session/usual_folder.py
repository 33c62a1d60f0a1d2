"""Where files go that people have not said a folder for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from schema.grammar.location import Location, folder_of


def documents_folder() -> Path:
    """Return where whoever works here keeps documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place else Path.home()


def folder_beside(workspace: Location) -> Path:
    """Return the folder that a workspace's file lies in; that of one's documents where there is none."""
    folder = folder_of(workspace)
    return folder if folder is not None and folder.is_dir() else documents_folder()


def usual_folder(workspace: Location) -> str:
    """Return the folder `out` beside a workspace; the documents of whoever works here where it is kept nowhere."""
    folder = folder_beside(workspace)
    return str(folder / "out" if folder == folder_of(workspace) else folder)

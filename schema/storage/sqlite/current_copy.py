"""A file of an older program, as today's would have it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from schema.storage.sqlite.header import USER_VERSION, check_header


def current_copy(path: Path) -> TemporaryDirectory[str] | None:
    """Return a folder with an upgraded copy, under the file's name; None where the file itself is current."""
    if check_header(path) == USER_VERSION:
        return None
    from schema.storage.sqlite.upgrade import upgraded_copy  # deferred, with the libraries that it takes

    return upgraded_copy(path)

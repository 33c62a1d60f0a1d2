"""The file of an open workspace, held as it was opened."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from schema.storage.sqlite.connections import raw_connection


class HeldFile:
    """The file as it was opened: whatever stands at the path by now, its connection goes on seeing it.

    Not on Windows: there a file that is open can be neither moved nor deleted, and people want to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.connection: sqlite3.Connection | None = None
        self.hold()

    def hold(self) -> None:
        """See what stands at the path now."""
        self.close()
        if os.name != "nt":
            with contextlib.suppress(sqlite3.Error):
                self.connection = raw_connection(self._path, "ro")

    def close(self) -> None:
        """Let go of the file."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None

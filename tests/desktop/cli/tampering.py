"""A history that somebody writes anew, as one would who knows how it is chained."""

import sqlite3
from dataclasses import replace
from pathlib import Path

from schema.storage.chain import entry_hash
from schema.storage.history import read_history
from schema.workspace import Workspace


def rehash(path: Path, number: int) -> None:
    """Give an entry another author, and everything after it new hashes."""
    with Workspace.open(path, write=False) as workspace:
        entries = workspace._store.read(read_history)
    previous = ""
    with sqlite3.connect(path) as database:
        for entry in entries:
            who = "别人" if entry.number == number else entry.who
            previous = entry_hash(replace(entry, who=who), previous)
            database.execute("UPDATE history SET who = ?, hash = ? WHERE number = ?", (who, previous, entry.number))

"""The settings that keep values safe, and troubles that get a name."""

import sqlite3
import subprocess
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, text

from schema.errors import WorkspaceError
from schema.storage.rows import TABLES
from schema.storage.sqlite import connections
from schema.storage.sqlite import database as database_module
from schema.storage.sqlite.database import Database
from schema.workspace import Workspace
from tests.factories import change

DURABLE = {"journal_mode": "truncate", "synchronous": 3, "foreign_keys": 1, "trusted_schema": 0}


@pytest.fixture
def database(path: Path):
    opened = Database(path, write=True)
    yield opened
    opened.close()


def test_writing_is_durable(database):
    found = database.write(lambda c: {name: c.exec_driver_sql(f"PRAGMA {name}").scalar() for name in DURABLE})
    assert found == DURABLE


def test_reading_cannot_write(database):
    with pytest.raises(WorkspaceError) as caught:
        database.read(lambda connection: connection.execute(text("DELETE FROM history")))
    assert caught.value.code == "workspace.readonly"


def test_a_writer_holds_the_file_from_the_beginning_of_its_transaction(database, path):
    other = sqlite3.connect(path, timeout=0, isolation_level=None)

    def look(connection):
        connection.execute(select(TABLES["point"].c.id)).all()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")

    database.write(look)
    other.close()


def test_a_busy_file_is_tried_again(database, path, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.05)
    busy = Database(path, write=True)
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    tried: list[float] = []
    release = threading.Timer(0.4, lambda: other.execute("ROLLBACK"))
    release.start()
    busy.write(lambda connection: tried.append(time.monotonic()))
    release.join()
    other.close()
    busy.close()
    assert len(tried) == 1


def test_a_file_that_stays_busy_is_told_by_name(path, monkeypatch):
    monkeypatch.setattr(connections, "BUSY_SECONDS", 0.02)
    monkeypatch.setattr(database_module, "RETRY_SECONDS", 0.1)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    busy = Database(path, write=True)
    with pytest.raises(WorkspaceError) as caught:
        busy.write(lambda connection: None)
    assert caught.value.code == "workspace.busy"
    other.close()
    busy.close()


def test_a_full_disk_is_told_by_name_and_what_was_saved_is_there(workspace, path):
    workspace.apply([change(value="1")])
    limit = workspace._store.write(lambda c: c.exec_driver_sql("PRAGMA page_count").scalar())
    workspace._store.write(lambda c: c.exec_driver_sql(f"PRAGMA max_page_count = {limit}").scalar())
    with pytest.raises(WorkspaceError) as caught:
        workspace.apply([change("energy.gas", year, note="x" * 500) for year in range(1950, 2020)])
    assert caught.value.code == "workspace.full"
    assert [point.value for point in workspace.snapshot().points.values()] == [Decimal(1)]
    workspace._store.write(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1000000").scalar())
    assert workspace.apply([change(value="2")])


def test_a_read_only_folder_can_be_read_and_says_so_when_written(workspace, path):
    workspace.apply([change()])
    workspace.close()
    path.parent.chmod(0o555)
    path.chmod(0o444)
    try:
        assert _as_nobody(path) == "1 workspace.readonly"
    finally:
        path.parent.chmod(0o755)


def _as_nobody(path: Path) -> str:
    """Run in a process that is no superuser: for that one nothing is read-only."""
    code = f"""
import os, sys
from pathlib import Path
from schema.errors import WorkspaceError
from schema.workspace import Workspace
import schema.storage.sqlite.open_file, schema.storage.snapshot, schema.storage.transaction, sqlalchemy.dialects.sqlite
path = Path({str(path)!r})
if os.getuid() == 0:
    for folder in path.parents:
        # What others may enter is not the tests' own: the system's folders keep their rights.
        if not folder.stat().st_mode & 0o001:
            folder.chmod(0o755)
    path.parent.chmod(0o555)
    os.setuid(65534)
with Workspace.open(path, write=False) as workspace:
    print(len(workspace.snapshot().points), end=" ")
try:
    Workspace.open(path, write=True, who="me")
except WorkspaceError as error:
    print(error.code)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.stdout.strip() or done.stderr


@pytest.mark.parametrize("programs", [2, pytest.param(8, marks=pytest.mark.long)])
def test_programs_that_read_and_write_lose_nothing(path, programs):
    """Each adds one to the same number ten times, through the store and without the lock file."""
    code = f"""
from decimal import Decimal
from datetime import UTC, datetime
from pathlib import Path
from schema.storage.sqlite.database import Database
from schema.storage.driver_rows import raw_rows
from schema.storage.snapshot import read_snapshot
from schema.storage.author import Author
from schema.storage.transaction import apply_changes
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.grammar.reference import Key
key = Key("energy.gas", 2022)
def add(connection):
    old = read_snapshot(raw_rows(connection))[1].points.get(key)
    new = DataPoint(key, (old.value if old else Decimal(0)) + 1)
    return apply_changes(connection, [keep(new)], Author("me", datetime.now(UTC)))
database = Database(Path({str(path)!r}), write=True)
for _ in range(10):
    database.write(add)
database.close()
"""
    running = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(programs)]
    assert [process.wait() for process in running] == [0] * programs
    with Workspace.open(path, write=False) as opened:
        assert [point.value for point in opened.snapshot().points.values()] == [Decimal(10 * programs)]
        assert opened.verify() == ()

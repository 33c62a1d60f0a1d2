"""Foreign, broken, empty and newer files are told apart and left as they are."""

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.storage.snapshot import read_snapshot
from schema.storage.sqlite.database import Database
from schema.storage.sqlite.header import APPLICATION_ID, USER_VERSION
from schema.workspace import Workspace
from tests.factories import change, names_in


def _foreign_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE mine (a)")
    connection.close()


def _sqlite(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


CASES = {
    "workspace.empty": lambda path: path.write_bytes(b""),
    "workspace.foreign": lambda path: path.write_bytes(b"PK\x03\x04 no database" * 100),
    "workspace.foreign short": lambda path: path.write_bytes(b"hello"),
    "workspace.foreign database": _foreign_database,
    "workspace.foreign folder": lambda path: path.mkdir(),
    "workspace.newer": lambda path: _sqlite(
        path,
        f"PRAGMA application_id = {APPLICATION_ID}",
        f"PRAGMA user_version = {USER_VERSION + 1}",
        "CREATE TABLE t (a)",
    ),
}


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_what_is_no_workspace_of_ours_is_named_and_left_alone(tmp_path, case, write):
    path = tmp_path / "x.annals"
    CASES[case](path)
    before = _contents(tmp_path)
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path, write=write, who="me")
    assert caught.value.code == case.split()[0]
    assert caught.value.params["path"] == str(path)
    assert _contents(tmp_path) == before


def test_a_missing_file_is_not_made(tmp_path):
    for write in (False, True):
        with pytest.raises(WorkspaceError) as caught:
            Workspace.open(tmp_path / "none.annals", write=write)
        assert caught.value.code == "workspace.missing"
    assert names_in(tmp_path) == []


def test_a_workspace_whose_tables_are_gone_is_broken(path):
    _sqlite(path, "DROP TABLE meta")
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path, write=True, who="me")
    assert caught.value.code == "workspace.broken"
    assert not path.with_name(path.name + ".lock").exists()


def test_damaged_pages_are_told_as_broken_when_read(workspace, path):
    workspace.apply([change("energy.gas", year) for year in range(1950, 2026)])
    workspace.close()
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(WorkspaceError) as caught, Workspace.open(path, write=False) as opened:
        opened.snapshot()
    assert caught.value.code == "workspace.broken"


def test_definitions_that_cannot_be_read_are_told_as_broken(path):
    _sqlite(path, """UPDATE definitions SET json = '{"outlines": '""")
    with Workspace.open(path, write=False) as opened, pytest.raises(WorkspaceError) as caught:
        _ = opened.definitions
    assert caught.value.code == "workspace.broken"


def test_looking_at_a_header_keeps_the_locks_of_this_process(workspace, path):
    """POSIX drops all locks of a process when it closes any handle of the file: the probe must not do that."""
    ours = sqlite3.connect(path, isolation_level=None)
    ours.execute("BEGIN IMMEDIATE")
    Workspace.open(path, write=False).close()
    code = f"import sqlite3; sqlite3.connect({str(path)!r}, timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"
    assert "database is locked" in _error_of(code)
    ours.execute("ROLLBACK")
    ours.close()


CRASH = """
import os, sqlite3
connection = sqlite3.connect({path!r}, isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA journal_mode = TRUNCATE")
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE big (a)")
connection.executemany("INSERT INTO big VALUES (?)", [("x" * 3000,) for _ in range(2000)])
connection.execute("UPDATE data_point SET value = '666'")
os._exit(0)
"""


@pytest.fixture
def crashed(workspace, path) -> Path:
    """A workspace whose program died in the middle of a commit."""
    workspace.apply([change(value="1")])
    workspace.close()
    _error_of(CRASH.format(path=str(path)))
    assert path.with_name(path.name + "-journal").stat().st_size > 0
    return path


def test_a_crash_in_the_middle_of_a_commit_is_cleaned_up_by_the_next_reader(crashed):
    with Workspace.open(crashed, write=False) as reader:
        assert [str(point.value) for point in reader.snapshot().points.values()] == ["1"]
        assert reader.verify() == ()


def test_where_a_crash_cannot_be_cleaned_up_the_half_change_is_not_shown(crashed):
    database = Database(crashed, write=False, alterable=False)
    with pytest.raises(WorkspaceError) as caught:
        database.read_rows(read_snapshot)
    assert caught.value.code == "workspace.unfinished"
    database.close()


def _error_of(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False).stderr


def _contents(folder: Path) -> dict[str, str]:
    files = [file for file in folder.iterdir() if file.is_file()]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


@pytest.mark.parametrize("kept", [4096, 20480])
def test_a_workspace_that_was_cut_off_is_told_as_broken(workspace, path, kept):
    workspace.close()
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path, write=False)
    assert caught.value.code == "workspace.broken"


def _workspace(folder: Path, definitions) -> Path:
    path = folder / "a.annals"
    Workspace.create(path, definitions, "me").close()
    return path


@pytest.mark.parametrize("write", [True, False])
def test_a_file_that_is_named_as_the_journal_and_is_none_is_named_and_not_touched(tmp_path, definitions, write):
    path = _workspace(tmp_path, definitions)
    journal = tmp_path / "a.annals-journal"
    journal.write_bytes("小王的日记".encode())
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(path, write=write, who="me")
    assert (caught.value.code, caught.value.params["journal"]) == ("workspace.strange_journal", journal.name)
    assert journal.read_bytes() == "小王的日记".encode()
    assert names_in(tmp_path) == [path.name, journal.name]


@pytest.mark.parametrize("left", [b"", bytes(512)])
def test_a_journal_that_sqlite_needs_no_more_is_none_of_our_business(tmp_path, definitions, left):
    path = _workspace(tmp_path, definitions)
    (tmp_path / "a.annals-journal").write_bytes(left)
    with Workspace.open(path, write=True, who="me") as workspace:
        assert workspace.snapshot().points == {}


def test_a_new_workspace_is_not_made_beside_a_strange_journal(tmp_path, definitions):
    journal = tmp_path / "a.annals-journal"
    journal.write_bytes(b"mine")
    with pytest.raises(WorkspaceError, match=r"strange_journal"):
        _workspace(tmp_path, definitions)
    assert (journal.read_bytes(), names_in(tmp_path)) == (b"mine", [journal.name])

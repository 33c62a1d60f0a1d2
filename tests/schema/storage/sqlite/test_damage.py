"""A workspace with flipped bytes never crashes the program and never passes for whole."""

import random
import sqlite3
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.storage.sqlite.header import USER_VERSION
from schema.workspace import Workspace

KEPT = Path(__file__).parents[3] / "old_files" / f"{USER_VERSION:04}.annals"


def _read(path: Path) -> tuple[object, bool]:
    """Return everything that is read, and whether the file verifies."""
    with Workspace.open(path, write=False) as opened:
        return (opened.snapshot(), opened.history(), opened.definitions), opened.verify() == ()


def _mutants(path: Path, count: int, seed: int) -> None:
    whole, _ = _read(KEPT)
    chance = random.Random(seed)
    changed, codes = 0, set[str]()
    for _ in range(count):
        data = bytearray(KEPT.read_bytes())
        for _ in range(chance.choice((1, 1, 3, 20))):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            found, verified = _read(path)
        except WorkspaceError as error:
            codes.add(error.code)
            continue
        changed += found != whole
        assert found == whole or not verified
    assert changed > 0
    assert "workspace.broken" in codes
    assert codes <= {"workspace.broken", "workspace.foreign", "workspace.newer", "workspace.strange"}


def test_flipped_bytes_are_told_or_found(tmp_path):
    _mutants(tmp_path / "m.annals", 50, 7)


def test_a_column_that_may_have_lost_its_text_is_refused(tmp_path):
    path = tmp_path / "m.annals"
    path.write_bytes(KEPT.read_bytes())
    with sqlite3.connect(path, isolation_level=None) as raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', '') WHERE name = 'record'")
    raw.close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE record SET fields = NULL")
    raw.close()
    with pytest.raises(WorkspaceError) as told:
        _read(path)
    assert told.value.code == "workspace.strange"


@pytest.mark.long
def test_many_flipped_bytes_are_told_or_found(tmp_path):
    _mutants(tmp_path / "m.annals", 6000, 6)

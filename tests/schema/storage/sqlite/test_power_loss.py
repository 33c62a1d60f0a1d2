"""An acknowledged value survives a power cut."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.schema.storage.sqlite.power_loss import Disk, File, record

STATES = 20_000
CONTROL_STATES = 2000
VALUES = 60

WRITER = """
import os
from datetime import UTC, datetime
from pathlib import Path
from schema.storage.sqlite import database
from schema.storage.author import Author
from schema.storage.transaction import apply_changes
from tests.factories import change
{settings}
opened = database.Database(Path({path!r}), write=True)
for number in range(1, {values} + 1):
    changes = [change("energy.gas", 2022, str(number)), change("waste.paper", 1950 + number, str(number))]
    opened.write(lambda connection: apply_changes(connection, changes, Author("me", datetime.now(UTC))))
    os.write(1, b"%d\\n" % number)
os._exit(0)
"""
# What SQLAlchemy does unless it is told otherwise: the control must lose values.
DEFAULTS = 'database._WRITING = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL")'


def _losses(path: Path, tmp_path: Path, wanted: int, settings: str = "") -> tuple[int, int]:
    """Return how many of the states after a power cut are damaged, and how many have lost a value."""
    disk = Disk()
    disk.live[path.name] = disk.certain[path.name] = File(bytearray(path.read_bytes()))
    code = WRITER.format(settings=settings, path=str(path), values=VALUES)
    events = record(code, path.parent, tmp_path / "trace.log")
    assert [event[2] for event in events if event[0] == "acknowledged"] == list(range(1, VALUES + 1))
    chance = random.Random(3)
    cut = tmp_path / "after the cut"
    cut.mkdir()
    damaged, lost, acknowledged = 0, 0, 0
    for number, event in enumerate(events):
        disk.play(event)
        acknowledged = event[2] if event[0] == "acknowledged" else acknowledged
        states = wanted * (number + 1) // len(events) - wanted * number // len(events)
        for _ in range(states):
            disk.after_cut(cut, chance)
            found = _read(cut / path.name)
            damaged += found is None
            lost += found is not None and found < acknowledged
    return damaged, lost


def _read(path: Path) -> int | None:
    """Return the value that is found, or None where the file is damaged or holds half a change."""
    connection = sqlite3.connect(path)
    try:
        if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            return None
        found = dict(connection.execute("SELECT metric, max(CAST(value AS INTEGER)) FROM data_point GROUP BY metric"))
        history = connection.execute("SELECT count(*) FROM history").fetchone()[0]
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    value = found.get("energy.gas", 0)
    return value if value == found.get("waste.paper", 0) and history == 1 + 2 * value else None


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.mark.long
@needs_strace
def test_no_power_cut_damages_the_file_or_takes_an_acknowledged_value(path, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    path = path.rename(folder / "a.annals")
    assert _losses(path, tmp_path, STATES) == (0, 0)


@pytest.mark.long
@needs_strace
def test_the_control_with_the_librarys_own_settings_does_lose_values(path, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    path = path.rename(folder / "a.annals")
    damaged, lost = _losses(path, tmp_path, CONTROL_STATES, DEFAULTS)
    assert damaged == 0
    assert lost > CONTROL_STATES // 20

"""An acknowledged value survives a power cut."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.schema.storage.sqlite.power_loss import Disk, File, record

STATES = 20_000
FREEZE_STATES = 4000
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
# A file that proves a value comes with it, then what stands is frozen.
FREEZER = """
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from schema.storage.sqlite import database
from schema.storage.author import Author
from schema.storage.transaction import apply_changes, apply_freeze
from schema.values.changes import keep
from schema.values.datapoint import Attachment
from schema.values.evidence import Evidence
from schema.values.freezes import Freeze
from tests.factories import change
opened = database.Database(Path({path!r}), write=True)
me = lambda: Author("me", datetime.now(UTC))
for number in range(1, {values} + 1):
    file = Attachment(f"{{number:064x}}", "a.pdf", "pdf", 20_000)
    proof = Evidence("energy.gas@2022", file.hash, file.name)
    brought = [change("energy.gas", 2022, str(number)), keep(file, content=bytes(20_000)), keep(proof)]
    opened.write(lambda connection: apply_changes(connection, brought, me()))
    made = lambda at, head: Freeze(f"{{number}}", "", "me", "2026-11-30T00:00:00Z", "why", at, head)
    opened.write(lambda connection: apply_freeze(connection, made, me()))
    os.write(1, b"%d\\n" % number)
os._exit(0)
"""
# What SQLAlchemy does unless it is told otherwise: the control must lose values.
DEFAULTS = 'database._WRITING = ("PRAGMA journal_mode = DELETE", "PRAGMA synchronous = FULL")'


Read = Callable[[sqlite3.Connection], int | None]


def _losses(path: Path, tmp_path: Path, wanted: int, code: str, read: Read) -> tuple[int, int]:
    """Return how many of the states after a power cut are damaged, and how many have lost a value."""
    disk = Disk()
    disk.live[path.name] = disk.certain[path.name] = File(bytearray(path.read_bytes()))
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
            found = _read(cut / path.name, read)
            damaged += found is None
            lost += found is not None and found < acknowledged
    return damaged, lost


def _read(path: Path, read: Read) -> int | None:
    """Return the number that is found, or None where the file is damaged or holds half a change."""
    connection = sqlite3.connect(path)
    try:
        intact = connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return read(connection) if intact else None
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()


def _value(connection: sqlite3.Connection) -> int | None:
    found = dict(connection.execute("SELECT metric, max(CAST(value AS INTEGER)) FROM data_point GROUP BY metric"))
    history = connection.execute("SELECT count(*) FROM history").fetchone()[0]
    value = found.get("energy.gas", 0)
    return value if value == found.get("waste.paper", 0) and history == 1 + 2 * value else None


def _freezes(connection: sqlite3.Connection) -> int | None:
    """Return how many freezes there are; None where one is of another head, or a file came without all that it is."""
    tables = ("freeze", "evidence", "attachment", "attachment_content")
    frozen, *proofs = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)
    value = connection.execute("SELECT max(CAST(value AS INTEGER)) FROM data_point").fetchone()[0] or 0
    true = "SELECT count(*) FROM freeze JOIN history ON history.number = freeze.number AND history.hash = freeze.head"
    history = connection.execute("SELECT count(*) FROM history").fetchone()[0]
    whole = connection.execute(true).fetchone()[0] == frozen and set(proofs) == {value} and frozen in (value, value - 1)
    return frozen if whole and history == 1 + 3 * value + frozen else None


needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.mark.long
@needs_strace
def test_no_power_cut_damages_the_file_or_takes_an_acknowledged_value(path, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    path = path.rename(folder / "a.annals")
    code = WRITER.format(settings="", path=str(path), values=VALUES)
    assert _losses(path, tmp_path, STATES, code, _value) == (0, 0)


@pytest.mark.long
@needs_strace
def test_no_power_cut_takes_a_freeze_or_leaves_half_of_it_or_of_the_evidence_before_it(path, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    path = path.rename(folder / "a.annals")
    code = FREEZER.format(path=str(path), values=VALUES)
    assert _losses(path, tmp_path, FREEZE_STATES, code, _freezes) == (0, 0)


@pytest.mark.long
@needs_strace
def test_the_control_with_the_librarys_own_settings_does_lose_values(path, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    path = path.rename(folder / "a.annals")
    code = WRITER.format(settings=DEFAULTS, path=str(path), values=VALUES)
    damaged, lost = _losses(path, tmp_path, CONTROL_STATES, code, _value)
    assert damaged == 0
    assert lost > CONTROL_STATES // 20

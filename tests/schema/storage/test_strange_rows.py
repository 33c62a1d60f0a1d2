"""Whatever stands in a cell of a known table: the rest is read, the row is named, and its place can be filled again."""

import contextlib
import shutil
import sqlite3
from datetime import UTC, datetime
from itertools import cycle
from pathlib import Path

import pytest

from desktop.cli.main import main
from schema.grammar.reference import Key
from schema.storage.sqlite.header import USER_VERSION
from schema.values.changes import clear, keep
from schema.values.kept_contents import TEXTS
from schema.values.kept_things import KEPT
from schema.workspace import Workspace

WHOLE = Path(__file__).parents[2] / "old_files" / f"{USER_VERSION:04}.annals"
EDITOR, ENTRIES = "李编辑", 31
HOSTILE = {
    "bytes": b"\xff\xfe\x00\x01",
    "half a character": None,
    "not a number": "NaN",
    "endless number": "1E999999999",
    "deep JSON": "[" * 100_000,
    "JSON of another shape": '{"a":{"b":1}}',
    "impossible date": "2026-13-45",
    "zero character": "a\0b",
    "large": 10**15,
    "real": 1e300,
    "ten megabytes": "x" * 10_000_000,
}
COLUMNS = [(kept.table, column.name) for kept in KEPT for column in (*kept.identity, *kept.columns)]
# The quick form: bytes in every column, and one of the others by turns.
QUICK = [
    (*place, name)
    for place, other in zip(COLUMNS, cycle([name for name in HOSTILE if name != "bytes"]), strict=False)
    for name in ("bytes", other)
]
EVERY = [(*place, name) for place in COLUMNS for name in HOSTILE]


def planted(path: Path, table: str, column: str, name: str) -> bool:
    """Put a hostile value into the first row of a table; false where the table itself refuses it."""
    shutil.copyfile(WHOLE, path)
    with contextlib.closing(sqlite3.connect(path)) as raw:
        place = f'UPDATE {table} SET "{column}" = {{}} WHERE id = (SELECT min(id) FROM {table})'
        with contextlib.suppress(sqlite3.IntegrityError):
            if HOSTILE[name] is None:
                raw.execute(place.format("CAST(x'eda080' AS TEXT)"))
            else:
                raw.execute(place.format("?"), (HOSTILE[name],))
            raw.commit()
            return raw.total_changes == 1
    return False


def _survives(path: Path, table: str, column: str, name: str) -> None:
    if not planted(path, table, column, name):
        return
    with Workspace.open(path, write=False) as opened:
        found = opened.verify()
        snapshot = opened.snapshot()
        assert found, (table, column, name)
        assert opened.definitions.catalogue.metrics
        assert len(opened.history()) == ENTRIES
    with Workspace.open(WHOLE, write=False) as whole:
        lost = len(whole.snapshot().points) - len(snapshot.points)
    assert lost == (table == "data_point" and column in ("metric", "entity", "period", "category", "span")) or lost == 0


def test_any_cell_may_hold_anything(tmp_path):
    for table, column, name in QUICK:
        _survives(tmp_path / "m.annals", table, column, name)


@pytest.mark.long
@pytest.mark.parametrize("table", [kept.table for kept in KEPT])
def test_any_cell_may_hold_anything_at_all(tmp_path, table):
    for one, column, name in EVERY:
        if one == table:
            _survives(tmp_path / "m.annals", table, column, name)


@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "large"])  # that is a number
def test_a_value_that_is_none_counts_as_not_read_and_is_cleared(tmp_path, name):
    path = tmp_path / "m.annals"
    assert planted(path, "data_point", "value", name)
    with Workspace.open(path, write=True, who=EDITOR) as opened:
        issues = [issue for issue in opened.verify() if issue.code == "verify.row"]
        assert [dict(issue.facts) for issue in issues] == [{"table": "data_point", "number": "1", "column": "value"}]
        (strange,) = [point for point in opened.snapshot().points.values() if point.unread and point.value is None]
        assert isinstance(strange.key, Key)
        opened.apply([clear(strange.key)])
        assert strange.key not in opened.snapshot().points
        assert opened.verify() == ()


def test_a_text_that_is_none_is_left_out_and_written_again(tmp_path):
    path = tmp_path / "m.annals"
    with Workspace.open(WHOLE, write=False) as whole:
        first = next(iter(TEXTS.place.all(whole.snapshot()).values()))
    shutil.copyfile(WHOLE, path)
    with contextlib.closing(sqlite3.connect(path)) as raw:
        raw.execute("UPDATE slot_text SET text = x'ff00' WHERE report = ? AND slot = ? AND language = ?",
                    (first.report, first.slot, first.language))  # fmt: skip
        raw.commit()
    with Workspace.open(path, write=True, who=EDITOR) as opened:
        assert TEXTS.subject(first) not in TEXTS.place.all(opened.snapshot())
        opened.apply([keep(first)])
        assert TEXTS.place.all(opened.snapshot())[TEXTS.subject(first)] == first
        assert not [issue for issue in opened.verify() if issue.code == "verify.row"]


@pytest.mark.parametrize("column", ["at", "who", "kind", "subject", "old", "new", "reason", "hash", "via"])
def test_an_entry_of_the_history_that_is_none_is_told_and_named(tmp_path, column, capsys):
    path = tmp_path / "m.annals"
    shutil.copyfile(WHOLE, path)
    with contextlib.closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE history SET {column} = x'fffe00' WHERE number = 5")
        raw.commit()
    assert main(["history", str(path), "--language", "en"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == ENTRIES
    assert main(["verify", str(path), "--language", "en"]) == 1
    assert "entry 5" in capsys.readouterr().out
    with Workspace.open(path, write=False) as opened:
        assert opened.history()[4].when <= datetime.now(UTC)


@pytest.mark.parametrize("command", ["values", "check", "verify", "history"])
@pytest.mark.parametrize("name", ["bytes", "half a character", "endless number", "deep JSON"])
def test_a_command_tells_the_rest(tmp_path, capsys, command, name):
    path = tmp_path / "m.annals"
    assert planted(path, "data_point", "value", name)
    assert main([command, str(path), "--language", "en"]) in (0, 1)
    told = capsys.readouterr()
    assert told.out.count("\n") > 2 or command == "verify"
    assert "damaged" not in told.err


def test_a_record_of_a_type_that_the_definitions_lack_is_named_by_its_address(tmp_path, capsys):
    path = tmp_path / "m.annals"
    assert planted(path, "record", "carried", "impossible date")
    assert main(["verify", str(path), "--language", "en"]) == 1
    assert "case" in capsys.readouterr().out

"""A file that holds anything else than Annals' own tables is refused before a statement of ours meets it."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from desktop.cli.main import main
from schema.errors import WorkspaceError
from schema.storage.sqlite import connections, known_objects, upgrade
from schema.storage.sqlite.backup_folder import backups_of
from schema.storage.sqlite.connections import Patience, raw_connection, switch_off
from schema.storage.sqlite.header import USER_VERSION
from schema.storage.sqlite.known_tables import TABLES
from schema.workspace import Workspace, place_of
from tests.factories import change

OLD_FILES = Path(__file__).parents[3] / "old_files"
NOW, OLDER = f"{USER_VERSION:04}.annals", "0009.annals"
ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x"
MARK = "id INTEGER NOT NULL, subject TEXT NOT NULL, code TEXT NOT NULL, content TEXT NOT NULL, reason TEXT NOT NULL, \
who TEXT NOT NULL, at TEXT NOT NULL, version INTEGER NOT NULL {more}, CONSTRAINT pk_remark PRIMARY KEY (id), \
CONSTRAINT uq_remark_subject UNIQUE (subject, code) {end}"


def _remark(more: str = "", end: str = "") -> list[str]:
    return ["DROP TABLE remark", f"CREATE TABLE remark ({MARK.format(more=more, end=end)})"]


def _sql(old: str, new: str) -> list[str]:
    write = f"UPDATE sqlite_master SET sql = replace(sql, '{old}', '{new}') WHERE name = 'data_point'"
    return ["PRAGMA writable_schema = ON", write]


STRANGE = {
    "trigger that deletes": ["CREATE TRIGGER t AFTER INSERT ON history BEGIN DELETE FROM data_point; END"],
    "trigger for a moment": ["CREATE TRIGGER t BEFORE UPDATE ON data_point BEGIN SELECT 1; END"],
    "view": ["CREATE VIEW v AS SELECT 1"],
    "view without end": ["DROP TABLE remark", f"CREATE VIEW remark AS {ENDLESS} AS id, 'a' AS subject FROM c"],
    "history without end": ["ALTER TABLE history RENAME TO h", f"CREATE VIEW history AS {ENDLESS} AS number FROM c"],
    "another table": ["CREATE TABLE x (a)"],
    "a virtual table": ["CREATE VIRTUAL TABLE x USING fts5(a)"],
    "statistics": ["ANALYZE"],
    "an index": ["CREATE INDEX i ON data_point (value)"],
    "an index over a function": ["CREATE INDEX i ON data_point (lower(value))"],
    "another column": ["ALTER TABLE data_point ADD COLUMN x TEXT"],
    "a computed column": ["ALTER TABLE data_point ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(zeroblob(9))) VIRTUAL"],
    "a column less": ["ALTER TABLE data_point DROP COLUMN note"],
    "a check that calls a function": _remark("CHECK (length(hex(version)) > 0)"),
    "a check of the table": _remark(end=", CHECK (length(hex(zeroblob(9))) > 0)"),
    "a default that calls a function": _remark("DEFAULT (abs(1))"),
    "a conflict that replaces": _remark(end="ON CONFLICT REPLACE"),
    "a table without rowid": ["DROP TABLE remark", f"CREATE TABLE remark ({MARK.format(more='', end='')}) WITHOUT ROWID"],
    "a comparison that does not see case": _sql("typed TEXT", "typed TEXT COLLATE NOCASE"),
    "a comment": _sql("typed TEXT", "typed /* */ TEXT"),
}  # fmt: skip


def altered(path: Path, statements: list[str], kept: str = NOW) -> Path:
    shutil.copyfile(OLD_FILES / kept, path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
    return path


def _code(call) -> str:
    with pytest.raises(WorkspaceError) as caught:
        call()
    return caught.value.code


@pytest.mark.parametrize("name", STRANGE)
def test_a_file_with_anything_strange_is_refused_and_left_as_it_is(tmp_path, name):
    path = altered(tmp_path / "m.annals", STRANGE[name])
    before = path.read_bytes()
    assert _code(lambda: Workspace.open(path, write=True, who="李编辑")) == "workspace.strange"
    assert _code(lambda: Workspace.open(path, write=False)) == "workspace.strange"
    assert Workspace.peek(path) is None
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["trigger that deletes", "view", "an index", "another column", "a column less"])
def test_an_older_file_with_anything_strange_is_refused_before_it_is_upgraded(tmp_path, name):
    path = altered(tmp_path / "m.annals", STRANGE[name], OLDER)
    before = path.read_bytes()
    assert _code(lambda: Workspace.open(path, write=False)) == "workspace.strange"
    assert _code(lambda: upgrade.upgrade(path)) == "workspace.strange"
    assert path.read_bytes() == before


def test_a_table_that_is_gone_is_damage(tmp_path):
    path = altered(tmp_path / "m.annals", ["DROP TABLE remark"])
    assert _code(lambda: Workspace.open(path, write=False)) == "workspace.broken"


def test_every_command_that_reads_a_file_says_so_in_one_sentence(tmp_path, capsys):
    path = str(altered(tmp_path / "m.annals", STRANGE["trigger that deletes"]))
    whole = str(shutil.copyfile(OLD_FILES / NOW, tmp_path / "w.annals"))
    calls = (
        ["values", path], ["verify", path], ["check", path], ["history", path], ["diff", whole, path],
        ["diff", path, whole], ["backup", path, "--to", str(tmp_path / "b.annals")],
        ["restore", path, "--to", str(tmp_path / "r.annals")],
    )  # fmt: skip
    for call in calls:
        assert main([*call, "--language", "en"]) == 2, call
        told = capsys.readouterr().err
        assert "(trigger t)" in told, call
        assert "Traceback" not in told, call
    assert not (tmp_path / "b.annals").exists()
    assert not (tmp_path / "r.annals").exists()


def test_a_strange_file_beside_a_workspace_is_no_backup_of_it(tmp_path):
    path = Path(shutil.copyfile(OLD_FILES / NOW, tmp_path / "m.annals"))
    altered(tmp_path / "m.annals.0009.old", STRANGE["history without end"], OLDER)
    assert backups_of(path) == ()
    assert place_of(path).backups() == ()


def test_what_is_planted_while_a_workspace_is_open_stops_the_next_reading(tmp_path):
    path = Path(shutil.copyfile(OLD_FILES / NOW, tmp_path / "m.annals"))
    with Workspace.open(path, write=True, who="李编辑") as opened:
        with contextlib.closing(sqlite3.connect(path)) as raw:
            raw.execute(STRANGE["trigger that deletes"][0])
        assert _code(opened.snapshot) == "workspace.strange"
        assert _code(lambda: opened.apply([change(value="3")])) == "workspace.strange"


def test_the_known_tables_are_those_of_every_revision():
    config, made = Config(), {}
    config.set_main_option("script_location", str(upgrade.MIGRATIONS))
    raw = sqlite3.connect(":memory:", isolation_level=None)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        for revision in range(1, USER_VERSION + 1):
            command.upgrade(config, f"{revision:04}")
            objects = raw.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
            made |= {name: made.get(name, {}) for _, name, _, sql in objects if sql}
            shapes = {name: known_objects.shape(sql) for _, name, _, sql in objects if sql}
            for name, known in made.items():
                if [*known.values()][-1:] != [shapes.get(name, "")]:
                    known[revision] = shapes.get(name, "")
            assert [*known_objects.strange_objects(objects, revision)] == []
    engine.dispose()
    assert made == TABLES


def test_a_statement_without_end_is_stopped_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr(connections, "MOST_STEPS", 20_000_000)
    path = Path(shutil.copyfile(OLD_FILES / NOW, tmp_path / "m.annals"))
    with Workspace.open(path, write=False) as opened:
        endless = f"SELECT count(*) FROM ({ENDLESS} FROM c)"
        assert _code(lambda: opened._store.read_rows(lambda rows: list(rows(endless, ())))) == "workspace.endless"
        assert opened.snapshot().points


def test_a_new_transaction_is_given_all_its_steps_anew():
    patience = Patience(10_000_000)
    assert [patience(), patience(), patience()] == [False, False, True]
    patience.renew()
    assert patience() is False


def test_a_cell_that_is_too_large_is_told(tmp_path):
    grown = "UPDATE slot_text SET text = printf('%.*c', 150000000, 'x') WHERE id = (SELECT min(id) FROM slot_text)"
    path = altered(tmp_path / "m.annals", [grown])
    with Workspace.open(path, write=False) as opened:
        assert _code(opened.snapshot) == "workspace.cell_too_large"


def test_no_file_is_joined_to_one_that_is_open(tmp_path):
    shutil.copyfile(OLD_FILES / NOW, tmp_path / "m.annals")
    with contextlib.closing(raw_connection(tmp_path / "m.annals", "ro")) as raw:
        with pytest.raises(sqlite3.OperationalError, match="too many attached"):
            raw.execute("ATTACH ':memory:' AS other")
        assert raw.execute("PRAGMA trusted_schema").fetchone() == (0,)
        assert raw.execute("PRAGMA cell_size_check").fetchone() == (1,)


def test_where_python_can_say_so_triggers_and_views_are_off_in_the_library_too():
    class Library:
        SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW = 1010, 1003, 1015

    class Newer(list):
        def setconfig(self, switch, on):
            self.append((switch, on))

    told = Newer()
    switch_off(told, Library)
    assert told == [(1010, True), (1003, False), (1015, False)]

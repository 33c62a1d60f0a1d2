"""An older file becomes a current one, or stays what it is."""

import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect

from schema.errors import WorkspaceError
from schema.grammar.reference import Key, RecordKey
from schema.storage.rows import Base
from schema.storage.sqlite import known_objects
from schema.storage.sqlite import upgrade as upgrading
from schema.storage.sqlite.header import USER_VERSION
from schema.values.changes import keep
from schema.values.datapoint import Field, Record
from schema.workspace import Workspace
from tests.factories import change, names_in, words

OLD_FILES = Path(__file__).parents[3] / "old_files"
LATER = USER_VERSION + 1
NEXT = f'''"""A later revision, as a later release might have it: a table rebuilt, one added."""
import sqlalchemy as sa
from alembic import op
revision = "{LATER:04}"
down_revision = "{USER_VERSION:04}"
def upgrade():
    op.add_column("history", sa.Column("place", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("definitions", recreate="always") as batch:
        batch.add_column(sa.Column("note", sa.Text(), server_default="", nullable=False))
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
'''


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """The migrations of a release that does not exist yet."""
    folder = tmp_path / "migrations of 100%"
    shutil.copytree(upgrading.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / f"{LATER:04}_next.py").write_text(NEXT)
    return folder


@pytest.fixture
def old(path: Path) -> Path:
    with Workspace.open(path, write=True, who="me") as workspace:
        workspace.apply([change("energy.gas", year) for year in range(1950, 2020)])
    return path


def _query(path: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_the_tables_are_what_the_migrations_make():
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        upgrading.migrate(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_a_new_file_has_the_very_tables_that_the_migrations_make(path):
    made = create_engine("sqlite://")
    new = create_engine(f"sqlite:///{path}")
    with made.begin() as connection:
        upgrading.migrate(connection)
        assert _tables(inspect(connection)) == _tables(inspect(new))
        context = MigrationContext.configure(connection)
        with new.connect() as other:
            assert MigrationContext.configure(other).get_current_revision() == context.get_current_revision()
    made.dispose()
    new.dispose()


def _tables(inspector):
    names = sorted(inspector.get_table_names())
    return [
        (
            name,
            [(column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(name)],
            inspector.get_unique_constraints(name),
            inspector.get_pk_constraint(name),
            inspector.get_foreign_keys(name),
        )
        for name in names
    ]


def test_the_programs_revision_is_the_newest_migration():
    assert upgrading.newest_revision() == USER_VERSION


def test_an_older_file_is_upgraded_and_kept(old, migrations):
    before = old.read_bytes()
    kept = upgrading.upgrade(old, migrations)
    assert kept.read_bytes() == before
    assert _query(old, "PRAGMA user_version") == [(LATER,)]
    assert _query(old, "SELECT count(*), max(place) FROM history") == [(71, "")]
    assert _query(old, "SELECT count(*) FROM definitions JOIN meta ON hash = definitions") == [(1,)]
    assert names_in(old.parent) == sorted([old.name, kept.name, migrations.name])


def test_a_program_that_is_too_old_for_the_upgraded_file_says_so(old, migrations):
    upgrading.upgrade(old, migrations)
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(old, write=True, who="me")
    assert caught.value.code == "workspace.newer"


def _shapes(path):
    return {name: known_objects.shape(sql) for name, sql in _query(path, "SELECT name, sql FROM sqlite_master") if sql}


def test_an_older_file_is_upgraded_before_something_is_written(old, migrations, monkeypatch, tmp_path):
    next_one = Path(shutil.copyfile(old, tmp_path / "next.annals"))
    upgrading.upgrade(next_one, migrations)
    later = {name: {**known_objects.TABLES.get(name, {}), LATER: shape} for name, shape in _shapes(next_one).items()}
    monkeypatch.setattr(known_objects, "TABLES", later)
    monkeypatch.setattr(upgrading, "check_objects", lambda raw, path: None)  # what is known is the later release's
    monkeypatch.setattr("schema.storage.sqlite.header.check_header.__defaults__", (LATER,))
    for module in ("open_file", "current_copy"):
        monkeypatch.setattr(f"schema.storage.sqlite.{module}.USER_VERSION", LATER)
    for work in ("upgrade", "upgraded_copy"):
        monkeypatch.setattr(f"schema.storage.sqlite.upgrade.{work}.__defaults__", (migrations,))
    with Workspace.open(old, write=True, who="me") as opened:
        assert len(opened.snapshot().points) == 70
        assert _query(old, "PRAGMA user_version") != [(LATER,)]
        opened.apply([change()])
    assert _query(old, "PRAGMA user_version") == [(LATER,)]


def test_an_upgrade_that_fails_leaves_the_old_file(old, migrations):
    failing = NEXT + '    op.execute("INSERT INTO nowhere VALUES (1)")\n'
    (migrations / "versions" / f"{LATER:04}_next.py").write_text(failing)
    before = old.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        upgrading.upgrade(old, migrations)
    assert caught.value.code == "workspace.broken"
    assert old.read_bytes() == before
    assert names_in(old.parent) == sorted([old.name, migrations.name])


def test_an_upgrade_that_would_leave_dangling_rows_is_not_kept(old, migrations):
    dangling = NEXT + '    op.execute("DELETE FROM definitions")\n'
    (migrations / "versions" / f"{LATER:04}_next.py").write_text(dangling)
    with pytest.raises(WorkspaceError):
        upgrading.upgrade(old, migrations)
    assert _query(old, "PRAGMA user_version") == [(USER_VERSION,)]


@pytest.mark.parametrize("name", sorted(file.name for file in OLD_FILES.glob("*.annals")))
def test_a_file_of_every_past_revision_opens_with_all_it_holds(tmp_path, name):
    path = tmp_path / name
    shutil.copyfile(OLD_FILES / name, path)
    with Workspace.open(path, write=True, who="me") as opened:
        snapshot = opened.snapshot()
        assert [(key.canonical(), str(point.value)) for key, point in snapshot.points.items()] == [
            ("energy.gas@2021", "1195403.49"),
            ("energy.gas@2022", "None"),
            ("staff.total@2022:age=young;gender=male", "1.50"),
        ]
        assert [value.text for value in snapshot.published] == ["超过119万"]
        revision = int(path.stem)
        pictures = [file for file in snapshot.attachments.values() if file.width]
        files = [file for file in snapshot.attachments.values() if not file.width]
        drafts = ["用氣 {energy.gas}。"] if name >= "0005" else []
        assert [origin.draft for origin in snapshot.origins.values()] == [True for _ in drafts]
        assert list(snapshot.texts.values()) == [
            "用气 {energy.gas}。",
            *drafts,
            *(picture.hash for picture in pictures),
        ]
        proofs = [(one.subject, one.name, one.page) for one in snapshot.more.get("evidence", {}).values()]
        awaited, invoice = ("record/case/fair", "签到表.xlsx", 0), ("energy.gas@2021", "发票.pdf", 2)
        assert sorted(proofs) == ([] if revision < 14 else [invoice, awaited])
        assert [(file.type, file.pages) for file in files] == ([] if revision < 14 else [("pdf", 3)])
        assert [picture.name for picture in pictures] == (["招聘会.png"] if name >= "0004.annals" else [])
        assert [opened.attachment(picture.hash) for picture in pictures] == [b"the bytes of a picture"] * len(pictures)
        assert sorted(opened.definitions.catalogue.metrics) == [
            "energy.gas",
            "staff.total",
            "training.share",
            "waste.paper",
        ]
        records = [(key.canonical(), record.field("people").value) for key, record in snapshot.records.items()]
        assert records == ([] if revision < 2 else [("record/case/fair", Decimal("1.50"))])
        carried = [*snapshot.carried.values(), *(record.carried for record in snapshot.records.values())]
        assert carried == ([] if revision < 2 else [""] if revision < 3 else ["esg-2020", "esg-2020"])
        stated = [(one.report, one.text, one.old, one.new) for one in snapshot.restatements.values()]
        assert stated == ([] if revision < 3 else [("esg-2021", "超过119万", Decimal(1190000), Decimal("1195403.49"))])
        remarks = [remark.reason for remark in snapshot.more.get("remarks", {}).values()]
        assert remarks == ([] if revision < 7 else ["新食堂"])
        answers = [(one.words, one.meaning) for one in snapshot.more.get("answers", {}).values()]
        assert answers == ([] if revision < 8 else [("MT", "t")])
        people = [(one.name, one.role) for one in snapshot.more.get("people", {}).values()]
        assert people == ([] if revision < 9 else [("李编辑", "editor")])
        asked = [(one.department, one.submitted.by) for one in snapshot.more.get("requests", {}).values()]
        assert asked == ([] if revision < 10 else [("admin", "李编辑")])
        approvals = [one.who for one in snapshot.more.get("approvals", {}).values()]
        assert approvals == ([] if revision < 10 else ["审核人"])
        origins = [(one.person, one.pack) for one in snapshot.more.get("pack_origins", {}).values()]
        assert origins == ([] if revision < 11 else [("联系人", 1)])
        told = [(entry.kind, entry.who) for entry in opened.history() if entry.via]
        people_came = [("person", "李编辑")] if revision >= 16 else []  # with a pack, as those of a share do
        assert told == ([] if revision < 11 else [("request", "联系人"), *people_came])
        merges = [(one.person, one.undone) for one in snapshot.more.get("merges", {}).values()]
        assert merges == ([] if revision < 12 else [("联系人", None)])
        frozen = [(one.name, one.number) for one in snapshot.more.get("freezes", {}).values()]
        assert frozen == ([] if revision < 13 else [("送审稿", 18)])
        verdicts = [one.finding for one in snapshot.more.get("verdicts", {}).values()]
        assert verdicts == ([] if revision < 13 else ["fail"])
        passed = [one.persons for one in snapshot.more.get("requests", {}).values() if one.person]
        assert passed == ([] if revision < 15 else [{"": "联系人", "energy.gas@2021": "王"}])
        questions = [(one.asked.by, len(one.answers)) for one in snapshot.more.get("questions", {}).values()]
        assert questions == ([] if revision < 15 else [("联系人", 1)])
        marks = sorted((one.subject, one.why) for one in snapshot.more.get("follow_ups", {}).values())
        assert marks == ([] if revision < 16 else [("energy.gas@2021", "等发票"), ("record/case/fair", "")])
        note = snapshot.points[Key("energy.gas", 2021)]
        assert (note.note, note.footnote, note.unsorted) == ("含食堂", "", revision < 7)
        counts = (
            records,
            stated,
            pictures,
            pictures,
            drafts,
            remarks,
            answers,
            people,
            asked,
            approvals,
            origins,
            merges,
            frozen,
            verdicts,
            questions,
            proofs,
            files,
            marks,
        )
        renamed = 2 if revision >= 17 else 0
        assert len(opened.history()) == 9 + renamed + sum(map(len, counts))
        assert opened.verify() == ()


def test_a_file_of_the_first_revision_takes_records_after_its_upgrade(tmp_path):
    path = tmp_path / "0001.annals"
    shutil.copyfile(OLD_FILES / path.name, path)
    fair = Record(RecordKey("case", "fair"), "esg-2021", 1, {"title": Field(words("招聘会"))})
    with Workspace.open(path, write=True, who="me") as opened:
        assert opened.definitions.catalogue.records == {}
        opened.apply([keep(fair)])
        assert opened.snapshot().records == {fair.key: fair}
        assert opened.verify() == ()


def test_there_is_a_kept_file_of_every_revision():
    assert [file.stem for file in sorted(OLD_FILES.glob("*.annals"))] == [f"{n:04}" for n in range(1, USER_VERSION + 1)]


@pytest.mark.long
def test_an_upgrade_killed_at_any_moment_leaves_the_old_file_or_the_new_one(old, migrations, tmp_path):
    """60 kills, some before and some after the new file is in place; the next upgrade finishes what was cut off."""
    with Workspace.open(old, write=True, who="me") as workspace:
        for code in ("energy.gas", "waste.paper", "staff.total"):
            workspace.apply([change(code, year, category=f"x=m{n}") for year in range(1950, 2020) for n in range(20)])
        rows = len(workspace.history())
    seed = random.Random(14)
    whole = _upgrade_time(old, migrations, tmp_path)
    done = 0
    for _ in range(60):
        path = tmp_path / "killed.annals"
        shutil.copyfile(old, path)
        with _start_upgrade(path, migrations) as process:
            time.sleep(seed.uniform(0, whole))
            process.send_signal(signal.SIGKILL)
        version = _query(path, "PRAGMA user_version")[0][0]
        done += version == LATER
        assert _query(path, "PRAGMA integrity_check") == [("ok",)]
        assert _query(path, "SELECT count(*) FROM history") == [(rows,)]
        assert len(_query(path, "SELECT name FROM sqlite_master WHERE name = 'later'")) == (version == LATER)
        if version == USER_VERSION:
            upgrading.upgrade(path, migrations)
            assert _query(path, "PRAGMA user_version") == [(LATER,)]
        for left in tmp_path.glob("*killed.annals*"):
            left.unlink()
    assert 0 < done < 60


def _start_upgrade(path: Path, migrations: Path) -> subprocess.Popen[str]:
    code = f"""
from pathlib import Path
from schema.storage.sqlite.upgrade import upgrade
print("ready", flush=True)
upgrade(Path({str(path)!r}), Path({str(migrations)!r}))
"""
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    return process


def _upgrade_time(old: Path, migrations: Path, tmp_path: Path) -> float:
    path = tmp_path / "timed.annals"
    shutil.copyfile(old, path)
    with _start_upgrade(path, migrations) as process:
        begun = time.monotonic()
        assert process.wait() == 0
    return (time.monotonic() - begun) * 1.1

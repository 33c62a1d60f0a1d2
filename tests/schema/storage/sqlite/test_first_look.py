"""The first look shows exactly what the opened workspace holds, or nothing."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Catalogue, Company
from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import NO_WORDS, Words
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, Field, PublishedValue, Record, Restatement, SlotText
from schema.workspace import Workspace

KEY = Key("a.b", 2022, "", "gender=male")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "空 格.annals"
    catalogue = Catalogue(Company(NO_WORDS, NO_WORDS), {}, {}, {}, {}, (), {}, (), {}, {})
    with Workspace.create(file, with_hash(Definitions(catalogue, {})), "tester") as workspace:
        points = (
            DataPoint(
                KEY, Decimal("1.50"), "over", typed="1.50", note="n", estimated=True, as_of="2022-06-30", since=7
            ),
            DataPoint(Key("c", 2021), omission="legal"),
            DataPoint(Key("d", 2020), unread="twelve", typed="twelve"),
        )
        workspace.apply([keep(point) for point in points])
        workspace.apply([keep(PublishedValue("r", KEY, "1.5万", Decimal("15000"), "about", Decimal(1000), "p. 3"))])
        workspace.apply([keep(SlotText("r", "s", "en", "words {a.b}", "q"))])
        stated = Restatement("r", KEY, "1.5万", "p. 3", Decimal("15000"), Decimal("1.50"), Words("重算", en="again"))
        workspace.apply([keep(stated)])
        row = Record(RecordKey("case", "a"), "r", 1, {"people": Field(typed="约1.50", value=Decimal("1.50"))}, "q")
        workspace.apply([keep(row)])
    return file


def test_it_shows_what_the_opened_workspace_holds(path):
    definitions, snapshot = Workspace.peek(path)
    with Workspace.open(path, write=False) as workspace:
        assert snapshot == workspace.snapshot()
        assert str(snapshot.points[KEY].value) == str(workspace.snapshot().points[KEY].value)
        assert definitions == workspace.definitions


def test_it_loads_no_database_library(path):
    code = f"""
import sys
from pathlib import Path
from schema.workspace import Workspace
assert Workspace.peek(Path({str(path)!r})) is not None
print([name for name in ("sqlalchemy", "alembic", "yaml", "pydantic") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_what_is_no_workspace_gives_no_look(tmp_path):
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE data_point (metric)")
    connection.close()
    broken = tmp_path / "broken.annals"
    broken.write_bytes(b"no database at all" * 100)
    for file in (foreign, broken, tmp_path / "missing.annals"):
        assert Workspace.peek(file) is None
    assert not (tmp_path / "missing.annals").exists()


def test_it_changes_nothing_in_the_file(path):
    before = path.read_bytes()
    Workspace.peek(path)
    assert path.read_bytes() == before
    assert [item.name for item in path.parent.iterdir()] == [path.name]

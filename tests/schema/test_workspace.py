"""The one door to a workspace."""

import itertools
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.grammar.reference import Key
from schema.storage.sqlite.lock import lock_path
from schema.values.datapoint import PublishedValue, SlotText
from schema.workspace import Workspace
from tests.factories import change, names_in, small_definitions, ticking

GAS = Key("energy.gas", 2022)
PRINTED = PublishedValue("esg-2021", GAS, "7,570万", Decimal(75700000), "over", Decimal(10000), "p. 77")
LEAD = SlotText("esg-2021", "green.lead", "zh-Hant", "用氣 {energy.gas}。")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "公司 100%.annals"


@pytest.fixture
def workspace(path: Path):
    with Workspace.create(path, small_definitions(), "李编辑", ticking()) as made:
        yield made


def test_many_changes_at_once_are_the_same_as_one_by_one(tmp_path):
    years, codes = range(1990, 2030), ("energy.gas", "waste.paper")
    changes = [change(code, year, str(year)) for code, year in itertools.product(codes, years)]
    again = [change(code, year, None if year % 2 else "7") for code, year in itertools.product(codes, years)]
    with Workspace.create(tmp_path / "a.annals", small_definitions(), "me") as bulk:
        bulk.apply(changes)
        bulk.apply(again)
        with Workspace.create(tmp_path / "b.annals", small_definitions(), "me") as single:
            for item in (*changes, *again):
                single.apply([item])
            assert dict(bulk.snapshot().points) == dict(single.snapshot().points)
        assert len(bulk.snapshot().points) == 40
        assert bulk.verify() == ()


def test_a_writer_whose_lock_was_broken_and_taken_changes_nothing_more(workspace, path):
    lock_path(path).write_text('{"host": "other", "user": "B", "pid": 1, "since": "2023", "token": "t"}', "utf-8")
    workspace._store._lock._beat()
    with pytest.raises(WorkspaceError) as caught:
        workspace.apply([change()])
    assert caught.value.code == "workspace.locked"
    assert workspace.snapshot().points == {}


def test_an_existing_file_is_not_replaced(path):
    path.write_bytes(b"mine")
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(path, small_definitions(), "me")
    assert caught.value.code == "workspace.exists"
    assert path.read_bytes() == b"mine"
    assert names_in(path.parent) == [path.name]


def test_a_link_to_a_workspace_shares_its_lock(workspace, path, tmp_path):
    link = tmp_path / "links" / "link.annals"
    link.parent.mkdir()
    link.symlink_to(path)
    with pytest.raises(WorkspaceError) as caught:
        Workspace.open(link, write=True, who="other")
    assert caught.value.code == "workspace.locked"
    workspace.close()
    with Workspace.open(link, write=True, who="other") as opened:
        opened.apply([change()])
    assert link.is_symlink()


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(WorkspaceError) as caught:
        Workspace.create(tmp_path / "none" / "a.annals", small_definitions(), "me")
    assert caught.value.code == "workspace.no_folder"


def test_nothing_but_the_workspace_is_left_when_it_is_closed(workspace, path):
    workspace.apply([change()])
    workspace.close()
    workspace.close()
    assert names_in(path.parent) == [path.name]


def test_a_backup_replaces_an_earlier_one_but_never_the_workspace_itself(workspace, tmp_path, path):
    target = tmp_path / "backup.annals"
    workspace.backup(target)
    workspace.apply([change()])
    workspace.backup(target)
    with Workspace.open(target, write=False) as copy:
        assert list(copy.snapshot().points) == [GAS]
    with pytest.raises(WorkspaceError) as caught:
        workspace.backup(path)
    assert caught.value.code == "workspace.backup_onto_itself"
    assert not [name for name in names_in(tmp_path) if name.startswith(".annals-tmp-")]


def test_importing_the_workspace_loads_no_database_library():
    code = "import sys, schema.workspace; print(sorted({'sqlalchemy', 'alembic', 'sqlite3'} & set(sys.modules)))"
    assert _python(code) == "[]"


def test_opening_a_current_file_loads_no_migration_library(workspace, path):
    workspace.close()
    code = f"""
import sys
from pathlib import Path
from schema.workspace import Workspace
with Workspace.open(Path({str(path)!r}), write=True, who="me") as workspace:
    workspace.definitions, workspace.snapshot()
print(sorted({{'alembic', 'yaml', 'pydantic', 'pint', 'lark'}} & set(sys.modules)))
"""
    assert _python(code) == "[]"


def test_reading_a_current_file_loads_no_database_library(workspace, path):
    workspace.close()
    code = f"""
import sys
from pathlib import Path
from schema.workspace import Workspace
with Workspace.open(Path({str(path)!r}), write=False) as workspace:
    workspace.definitions, workspace.snapshot(), workspace.snapshot(), workspace.contact
print('sqlalchemy' in sys.modules)
"""
    assert _python(code) == "False"


def _python(code: str) -> str:
    # Where coverage is measured it would measure here, too, and load what it needs itself.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=bare)
    return done.stdout.strip()

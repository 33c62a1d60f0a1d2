"""Footnote and note in the tables: new ones as they are, those of a file from when both were one field."""

import json
import shutil
import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace
from tests.factories import change

OLD = Path(__file__).parents[2] / "old_files" / "0006.annals"
GAS = Key("energy.gas", 2021)


@pytest.fixture
def old(tmp_path) -> Path:
    return Path(shutil.copyfile(OLD, tmp_path / OLD.name))


def stored(path: Path) -> tuple[DataPoint, ...]:
    with Workspace.open(path, write=False) as workspace:
        assert workspace.verify() == ()
        return tuple(workspace.snapshot().points.values())


def test_a_note_of_before_is_unsorted_and_its_history_keeps_its_hashes(old):
    with Workspace.open(old, write=False) as workspace:
        before = [entry.hash for entry in workspace.history()]
    with Workspace.open(old, write=True, who="me") as workspace:
        point = workspace.snapshot().points[GAS]
        assert (point.note, point.footnote, point.unsorted) == ("含食堂", "", True)
        assert [entry.hash for entry in workspace.history()] == before
        assert workspace.verify() == ()


def test_sorting_a_note_of_before_is_a_change_that_history_tells(old):
    with Workspace.open(old, write=True, who="me") as workspace:
        point = workspace.snapshot().points[GAS]
        (entry,) = workspace.apply([keep(replace(point, unsorted=False))])
        assert "sorted" not in json.loads(entry.old)
        assert json.loads(entry.new)["sorted"] is True
        assert not workspace.snapshot().points[GAS].unsorted
        assert workspace.verify() == ()


def test_the_note_of_an_omission_of_before_is_its_footnote(old):
    with sqlite3.connect(old) as connection:
        connection.execute("UPDATE data_point SET note = '未装表' WHERE omission != ''")
        state = '{"note":"未装表","omission":"not_collected"}'
        connection.execute("UPDATE history SET new = ? WHERE subject = 'energy.gas@2022'", (state,))
    connection.close()
    with Workspace.open(old, write=True, who="me") as workspace:
        point = workspace.snapshot().points[Key("energy.gas", 2022)]
        assert (point.footnote, point.note, point.unsorted) == ("未装表", "", False)
        assert [issue.code for issue in workspace.verify()] == ["verify.chain"]  # the entry was written by hand


def test_a_note_of_today_is_sorted_from_the_start(tmp_path):
    path = Path(shutil.copyfile(OLD, tmp_path / "new.annals"))
    with Workspace.open(path, write=True, who="me") as workspace:
        workspace.apply([change("waste.paper", 2022, "7", note="待核对", footnote="含废纸箱")])
    point = next(point for point in stored(path) if point.key == Key("waste.paper", 2022))
    assert point == DataPoint(Key("waste.paper", 2022), Decimal(7), typed="7", footnote="含废纸箱", note="待核对")

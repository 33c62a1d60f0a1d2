"""Any moment of the past: playing the history again up to an entry gives what stood there then."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from schema.storage.reading import last_number
from schema.storage.replay import snapshot_at
from schema.values.changes import keep
from schema.values.datapoint import Snapshot
from schema.values.freezes import Freeze, freezes_of
from schema.workspace import Workspace
from tests.factories import change, small_definitions, ticking
from tests.schema.values.test_changes import COMMANDS, Store

OLD_FILES = sorted((Path(__file__).parents[2] / "old_files").glob("*.annals"))


def told(snapshot: Snapshot) -> tuple[Snapshot, set[object]]:
    """What a snapshot says, in whatever order evidence stands."""
    return replace(snapshot, published=()), set(snapshot.published)


@given(COMMANDS)
@settings(max_examples=settings.default.max_examples // 3)  # each plays its history again and again
def test_the_history_played_up_to_any_entry_gives_what_stood_there_then(commands):
    store = Store()
    taken = {0: store.snapshot()}
    for command in commands:
        store.apply(command)
        taken[store.read_rows(last_number)] = store.snapshot()
    for number, snapshot in taken.items():
        assert told(store.read_rows(lambda rows, at=number: snapshot_at(rows, at))) == told(snapshot)
    store.close()


@pytest.mark.parametrize("name", [path.name for path in OLD_FILES])
def test_the_history_of_every_past_revision_plays_to_what_stands_there_now(tmp_path, name):
    path = Path(shutil.copy(OLD_FILES[0].parent / name, tmp_path / "w.annals"))
    with Workspace.open(path, write=False) as workspace:
        number = len(workspace.history())
        assert told(workspace.replay.snapshot(number)) == told(workspace.snapshot())
        assert workspace.definitions_at(number).hash == workspace.definitions.hash
        assert told(workspace.replay.snapshot(1)) == told(Snapshot())


def test_the_definitions_of_a_moment_are_those_that_were_in_force_then(tmp_path):
    with Workspace.create(tmp_path / "w.annals", small_definitions(), "me", ticking()) as workspace:
        first = workspace.definitions.hash
        workspace.apply([change("energy.gas", 2021, "1")])
        number = len(workspace.history())
        workspace.adopt(small_definitions(departments={}))
        assert workspace.definitions_at(number).hash == first
        assert workspace.definitions_at(number + 1).hash == workspace.definitions.hash != first


def test_a_freeze_holds_number_and_head_of_what_it_freezes_and_its_name_is_given_once(tmp_path):
    with Workspace.create(tmp_path / "w.annals", small_definitions(), "me", ticking()) as workspace:
        workspace.apply([change("energy.gas", 2021, "1")])
        history = workspace.history()

        def made(number: int, head: str) -> Freeze:
            return Freeze("送审稿", "", "me", "2026-11-30T00:00:00Z", "why", number, head)

        assert [entry.kind for entry in workspace.freeze(made)] == ["freeze"]
        (freeze,) = freezes_of(workspace.snapshot())
        assert (freeze.number, freeze.head) == (history[-1].number, history[-1].hash)
        workspace.apply([change("energy.gas", 2021, "2")])
        assert workspace.freeze(made) == workspace.apply([keep(replace(freeze, reason="other"))]) == ()
        assert freezes_of(workspace.snapshot()) == (freeze,)
        then = workspace.replay.snapshot(freeze.number)
        assert [str(point.value) for point in then.points.values()] == ["1"]
        assert workspace.verify() == ()

"""Versions of the definitions that are in force no more take little room, and are all still there."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from schema.catalogue.compiled import to_json, with_hash
from schema.errors import WorkspaceError
from schema.grammar.words import Words
from schema.storage.sqlite.header import check_header
from schema.storage.version_steps import earlier_of, is_step, step_between
from schema.workspace import Workspace
from tests.factories import small_definitions

MANY = 6


def renamed(definitions, number):
    """The definitions with another name of one metric, and one metric less or more."""
    metrics = dict(definitions.catalogue.metrics)
    code = sorted(metrics)[number % len(metrics)]
    metrics[code] = replace(metrics[code], name=Words(f"名称{number}"))
    if number % 3 == 2:
        metrics[f"new.m{number}"] = replace(metrics[code], code=f"new.m{number}", name=Words(f"新{number}"))
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics)))


def stored(path):
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT hash, json FROM definitions")).all()
    engine.dispose()
    return {name: kept for name, kept in rows}  # noqa: C416 - no pairs but rows


@pytest.mark.parametrize("number", range(3))
def test_a_version_is_given_back_letter_by_letter_from_the_one_after_it(definitions, number):
    earlier, later = to_json(definitions), to_json(renamed(definitions, number))
    step = step_between(earlier, later, "x")
    assert step is not None
    assert is_step(step)
    assert not is_step(earlier)
    assert len(step) < len(earlier) // 50
    assert earlier_of(later, (step,)) == earlier


def test_what_would_save_little_is_kept_whole(definitions):
    assert step_between(to_json(small_definitions()), to_json(definitions), "x") is None


def test_many_steps_take_the_room_of_few_versions_and_each_can_be_read(tmp_path):
    definitions = small_definitions()
    path, versions = tmp_path / "w.annals", [definitions]
    for number in range(MANY):
        versions.append(renamed(versions[-1], number))
    with Workspace.create(path, definitions, "me") as workspace:
        numbers = [workspace.replay.number]
        for version in versions[1:]:
            workspace.adopt(version, "step")
            numbers.append(workspace.replay.number)
        assert [workspace.definitions_at(number).hash for number in numbers] == [one.hash for one in versions]
        assert workspace.verify() == ()
        whole = len(to_json(definitions))
        assert sum(map(len, stored(path).values())) < 3 * whole  # the first is what others come from, and stays whole
        for version in (versions[3], versions[-1], versions[0]):  # as undo and redo go
            workspace.adopt(version, "undo")
            assert not is_step(stored(path)[version.hash])
        assert [workspace.definitions_at(number).hash for number in numbers] == [one.hash for one in versions]
        assert workspace.verify() == ()
    with Workspace.open(path, write=False) as workspace:
        assert workspace.definitions.hash == definitions.hash


KEPT = Path(__file__).parents[2] / "old_files" / "0017.annals"


def test_the_kept_workspace_of_revision_17_gives_each_version_back():
    assert sum(map(is_step, stored(KEPT).values())) == 2
    with Workspace.open(KEPT, write=False) as workspace:
        texts = [workspace.compiled(version.name) for version in workspace.versions()]
        assert workspace.verify() == ()
    names = ["energy.gas" in text and ("天然气用量" in text, "天然气消耗量" in text) for text in texts]
    assert names == [(False, False), (True, False), (False, True)]


def test_a_program_that_knows_no_steps_takes_the_file_for_one_of_a_newer_program():
    assert check_header(KEPT) == 17
    with pytest.raises(WorkspaceError) as caught:
        check_header(KEPT, newest=16)
    assert caught.value.code == "workspace.newer"

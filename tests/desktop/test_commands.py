"""One command for every change: what it does, what undo gives back, and what is joined in one visit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QObject

from desktop.window.session.undo import Commands
from schema.grammar.reference import Key, RecordKey
from schema.values.changes import clear, keep, overlay
from schema.values.datapoint import Attachment, DataPoint, PublishedValue, Record, Restatement, SlotText, Snapshot
from schema.values.kept_things import subject_of
from tests.factories import words

GAS, PAPER = Key("energy.gas", 2022), Key("waste.paper", 2022)
ONE, TWO, THREE = (DataPoint(GAS, Decimal(value), typed=str(value)) for value in (1, 2, 3))
OF_EVERY_TYPE = (
    ONE,
    SlotText("r", "lead", "en", "Hello", "r-2021"),
    Record(RecordKey("case", "a"), "r", 1),
    PublishedValue("r", GAS, "5", Decimal(5)),
    Restatement("r", GAS, "5", "p. 7", Decimal(5), Decimal(6), words("why")),
    Attachment("ab" * 32, "a.png", "png", 3, 4, 3),
)


class Session(QObject):
    """Holds a snapshot and remembers what it was told to change."""

    def __init__(self) -> None:
        super().__init__()
        self.snapshot = Snapshot()
        self.done = []

    def change(self, changes) -> None:
        self.snapshot = overlay(self.snapshot, changes)
        self.done.append(changes)


@pytest.fixture
def session(qapp):
    return Session()


@pytest.fixture
def commands(session):
    return Commands(session, lambda act, changes: f"{act} {len(changes)}", lambda: "sections")


@pytest.mark.parametrize("thing", OF_EVERY_TYPE, ids=lambda thing: type(thing).__name__)
def test_what_is_kept_comes_goes_and_comes_back(commands, session, thing):
    commands.change("come", [keep(thing)])
    there = session.snapshot
    assert there != Snapshot()
    commands.change("go", [clear(subject_of(thing))])
    assert session.snapshot == Snapshot()
    commands.undo()
    assert session.snapshot == there
    commands.undo()
    assert session.snapshot == Snapshot()
    commands.redo()
    assert session.snapshot == there


def test_what_is_typed_in_one_visit_is_one_step(commands, session):
    visit = commands.new_visit()
    commands.change("set", [keep(ONE)])
    for point in (TWO, THREE):
        commands.change("type", [keep(point)], visit)
    assert commands.count() == 2
    commands.undo()
    assert session.snapshot.points == {GAS: ONE}
    commands.redo()
    assert session.snapshot.points == {GAS: THREE}


def test_another_visit_and_another_thing_are_steps_of_their_own(commands):
    first, second = commands.new_visit(), commands.new_visit()
    commands.change("type", [keep(ONE)], first)
    commands.change("type", [keep(replace(ONE, key=PAPER))], first)
    commands.change("type", [keep(replace(TWO, key=PAPER))], second)
    assert commands.count() == 3


def test_changes_outside_a_visit_are_never_joined(commands):
    commands.change("one", [keep(ONE)])
    commands.change("two", [keep(TWO)])
    assert commands.count() == 2


def test_several_changes_of_one_thing_are_undone_to_what_stood_before_them(commands, session):
    commands.change("set", [keep(ONE)])
    commands.change("many", [keep(TWO), clear(GAS), keep(THREE)])
    commands.undo()
    assert session.snapshot.points == {GAS: ONE}


def test_undo_keeps_the_reason(commands, session):
    commands.change("import", [keep(ONE, "a.csv")])
    commands.undo()
    assert [change.reason for changes in session.done for change in changes] == ["a.csv", "a.csv"]


def test_nothing_to_do_is_no_step(commands):
    commands.change("nothing", [])
    assert commands.count() == 0


def test_a_step_knows_its_name_what_it_changes_and_where_it_was_done(commands):
    commands.change("values", [keep(replace(ONE, key=PAPER)), keep(ONE)])
    step = commands.step(0)
    assert (step.text(), step.room) == ("values 2", "sections")
    assert [change.subject for change in step.changes()] == [PAPER, GAS]
    assert commands.step(1) is None


def test_a_step_of_one_visit_is_called_after_its_last_word(session):
    commands = Commands(session, lambda act, changes: changes[0].after.typed, lambda: "")
    visit = commands.new_visit()
    for point in (ONE, TWO):
        commands.change("", [keep(point)], visit)
    assert (commands.count(), commands.undoText()) == (1, "2")

"""Changes in memory and in a store do the same, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from schema.grammar.reference import Key, RecordKey
from schema.storage.author import Author
from schema.storage.driver_rows import raw_rows
from schema.storage.first_rows import fill
from schema.storage.snapshot import read_snapshot
from schema.storage.transaction import apply_changes
from schema.storage.verification import state_issues
from schema.values.changes import Change, change_of, clear, keep, overlay, thing_at, upon
from schema.values.datapoint import Attachment, DataPoint, Origin, PublishedValue, Record, SlotText, Snapshot
from schema.values.kept_things import KEPT, subject_of
from schema.values.subject import TextAt
from tests.schema.values.kept_things import THINGS

AUTHOR = Author("me", datetime(2026, 3, 1, tzinfo=UTC))
GAS = Key("energy.gas", 2022)
POINT = DataPoint(GAS, Decimal("1.50"), typed="1.50")
PRINTED = PublishedValue("r", GAS, "5", Decimal(5), place="p. 7")
OTHER = replace(PRINTED, text="6", value=Decimal(6))
LEAD = SlotText("r", "lead", "en", "Hello", "r-2021", Origin("zh-Hans", "0" * 16, True))
PHOTO = Attachment("ab" * 32, "a.png", "png", 3, 4, 3)


@st.composite
def changes(draw):
    """One thing comes, becomes another, or goes."""
    thing = draw(st.one_of(*THINGS.values()))
    subject = subject_of(thing)
    return Change(subject, after=draw(st.sampled_from([thing, thing, None])), content=b"bytes")


COMMANDS = st.lists(st.lists(changes(), max_size=6), max_size=5)


class Store:
    """The tables of a workspace in memory, read anew after each command as an open workspace is."""

    def __init__(self) -> None:
        self._engine = create_engine("sqlite://", poolclass=StaticPool)
        self._known = None
        with self._engine.begin() as connection:
            fill(connection, "{}", AUTHOR)
        self.snapshot()

    def apply(self, command):
        with self._engine.begin() as connection:
            return apply_changes(connection, command, AUTHOR)

    def read(self, work):
        with self._engine.begin() as connection:
            return work(connection)

    def read_rows(self, work):
        return self.read(lambda connection: work(raw_rows(connection)))

    def snapshot(self) -> Snapshot:
        with self._engine.begin() as connection:
            self._known = read_snapshot(raw_rows(connection), self._known)
            assert read_snapshot(raw_rows(connection))[1] == self._known[1]
            assert list(state_issues(connection)) == []
        return self._known[1]

    def close(self) -> None:
        self._engine.dispose()


@pytest.fixture
def store():
    made = Store()
    yield made
    made.close()


@given(COMMANDS)
@settings(max_examples=settings.default.max_examples // 2)  # each writes a store
def test_changes_in_memory_and_in_a_store_give_the_same_snapshot(commands):
    store, snapshot = Store(), Snapshot()
    for command in commands:
        true = upon(snapshot, command)
        entries = store.apply(command)
        snapshot = overlay(snapshot, command)
        assert store.snapshot() == snapshot
        altering = [change for change in true if _state(change, change.before) != _state(change, change.after)]
        assert [(entry.old, entry.new) for entry in entries] == [
            (_state(change, change.before), _state(change, change.after)) for change in altering
        ]
    store.close()


@given(COMMANDS)
def test_each_before_is_true_and_undoing_all_gives_the_first_state_back(commands):
    snapshot, done = Snapshot(), []
    for command in commands:
        true = upon(snapshot, command)
        for change in true:
            assert thing_at(snapshot, change.subject) == change.before
            snapshot = overlay(snapshot, [change])
        done += true
    for change in reversed(done):
        snapshot = overlay(snapshot, [change.undone()])
    assert snapshot == Snapshot()


@given(COMMANDS)
def test_a_command_at_once_is_the_same_as_one_change_after_another(commands):
    at_once = single = Snapshot()
    for command in commands:
        at_once = overlay(at_once, command)
        for change in command:
            single = overlay(single, [change])
        assert replace(at_once, published=()) == replace(single, published=())
        assert set(at_once.published) == set(single.published)


def test_a_file_that_comes_and_goes_in_one_command_leaves_no_bytes_and_may_come_again(store):
    come, go = replace(keep(PHOTO), content=b"abc"), clear(subject_of(PHOTO))
    store.apply([come, go])
    assert store.snapshot() == Snapshot()
    store.apply([come])
    assert store.snapshot() == overlay(Snapshot(), [come])


def _state(change, thing):
    return next(kept for kept in KEPT if kept.form.type is type(change.subject)).state(thing)


def test_evidence_that_is_withdrawn_goes_and_the_same_evidence_twice_stands_once(store):
    command = [keep(PRINTED), keep(PRINTED), keep(OTHER)]
    assert overlay(Snapshot(), command).published == (PRINTED, OTHER)
    assert len(store.apply(command)) == 2
    withdrawn = [clear(subject_of(PRINTED))]
    assert overlay(overlay(Snapshot(), command), withdrawn).published == (OTHER,)
    store.apply(withdrawn)
    assert store.snapshot().published == (OTHER,)


def test_evidence_that_comes_back_in_another_command_stands_last(store):
    snapshot = Snapshot()
    for command in ([keep(PRINTED), keep(OTHER)], [clear(subject_of(PRINTED))], [keep(PRINTED)]):
        snapshot = overlay(snapshot, command)
        store.apply(command)
    assert snapshot.published == store.snapshot().published == (OTHER, PRINTED)


def test_evidence_that_goes_and_comes_in_one_command_keeps_its_place(store):
    command = [clear(subject_of(PRINTED)), keep(replace(PRINTED, qualifier="over"))]
    snapshot = overlay(Snapshot(published=(PRINTED, OTHER)), command)
    assert [value.qualifier for value in snapshot.published] == ["over", ""]
    store.apply([keep(PRINTED), keep(OTHER)])
    store.apply(command)
    assert store.snapshot() == snapshot


def test_an_empty_text_is_none(store):
    snapshot = overlay(Snapshot(), [keep(LEAD)])
    assert (snapshot.texts, snapshot.carried) == ({("r", "lead", "en"): "Hello"}, {("r", "lead", "en"): "r-2021"})
    assert snapshot.origins == {("r", "lead", "en"): LEAD.origin}
    assert overlay(snapshot, [keep(replace(LEAD, text=""))]) == Snapshot()
    store.apply([keep(LEAD)])
    store.apply([keep(replace(LEAD, text=""))])
    assert store.snapshot() == Snapshot()


def test_the_first_name_of_an_attachment_stays(store):
    command = [keep(PHOTO, content=b"one"), keep(replace(PHOTO, name="copy.png"), content=b"one")]
    assert list(overlay(Snapshot(), command).attachments.values()) == [PHOTO]
    store.apply(command)
    assert list(store.snapshot().attachments.values()) == [PHOTO]


def test_a_change_made_from_a_snapshot_knows_what_stood_there():
    snapshot = overlay(Snapshot(), [keep(POINT), keep(LEAD)])
    assert change_of(snapshot, GAS, None, "why") == Change(GAS, POINT, None, "why")
    assert change_of(snapshot, TextAt("r", "lead", "en"), None).before == LEAD
    assert change_of(snapshot, TextAt("r", "lead", "zh-Hans"), None).before is None
    again = replace(POINT, value=Decimal(2))
    assert [change.before for change in upon(snapshot, [keep(again), clear(GAS), keep(POINT)])] == [POINT, again, None]


def test_what_is_undone_is_the_change_back_for_the_same_reason():
    change = Change(GAS, None, POINT, "typed in error")
    assert change.undone() == Change(GAS, POINT, None, "typed in error")
    assert change.undone().undone() == change


def test_what_nothing_touches_is_the_same_object():
    snapshot = overlay(Snapshot(), [keep(POINT), keep(PRINTED), keep(LEAD)])
    now = overlay(snapshot, [keep(Record(RecordKey("case", "a"), "r", 1))])
    assert now.points is snapshot.points
    assert now.texts is snapshot.texts
    assert now.published is snapshot.published
    assert overlay(snapshot, []) is snapshot
    assert overlay(snapshot, [keep(POINT)]) is snapshot


def test_a_changes_own_reason_wins_over_the_commands(store):
    entries = store.apply([keep(POINT, "read again"), keep(LEAD)])
    assert [entry.reason for entry in entries] == ["read again", ""]


def test_bytes_are_not_in_what_a_change_looks_like():
    assert "secret" not in repr(keep(PHOTO, content=b"secret"))

"""What a workspace keeps, in a file and on a server alike."""

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from schema.errors import WorkspaceError
from schema.grammar.reference import Key
from schema.values.changes import change_of, clear, keep
from schema.values.datapoint import DataPoint, PublishedValue, SlotText
from schema.values.kept_things import subject_of
from schema.values.races import Raced
from schema.workspace import Workspace
from tests.factories import change, small_definitions, ticking, words

GAS = Key("energy.gas", 2022)
PRINTED = PublishedValue("esg-2021", GAS, "7,570万", Decimal(75700000), "over", Decimal(10000), "p. 77")
LEAD = SlotText("esg-2021", "green.lead", "zh-Hant", "用氣 {energy.gas}。")


@pytest.fixture(params=["file", "server"])
def path(request, tmp_path: Path):
    """Where the workspace is kept."""
    return tmp_path / "公司 100%.annals" if request.param == "file" else request.getfixturevalue("database")


@pytest.fixture
def workspace(path):
    with Workspace.create(path, small_definitions(), "李编辑", ticking()) as made:
        yield made


def test_a_value_is_there_when_the_file_is_opened_again(workspace, path):
    point = DataPoint(
        GAS, Decimal("1.50"), "over", typed="超过1.50", note="注", method="measured", estimated=True,
        as_of="2022-12-31", since=2016, source="bill",
    )  # fmt: skip
    workspace.apply([keep(point)])
    workspace.close()
    with Workspace.open(path, write=False) as again:
        assert again.snapshot().points == {GAS: point}
        assert str(again.snapshot().points[GAS].value) == "1.50"


@pytest.mark.parametrize(
    "digits", ["0", "-0.00", "123456789012345678901234567890.123456789", "0.000000000000001", "1E+20"]
)
def test_no_digit_is_lost(workspace, path, digits):
    workspace.apply([keep(DataPoint(GAS, Decimal(digits)))])
    with Workspace.open(path, write=False) as other:
        assert other.snapshot().points[GAS].value == Decimal(digits)


def test_texts_and_published_values_are_kept(workspace, path):
    workspace.apply([keep(LEAD), keep(PRINTED)])
    with Workspace.open(path, write=False) as other:
        assert other.snapshot().published == (PRINTED,)
        assert other.snapshot().texts == {("esg-2021", "green.lead", "zh-Hant"): LEAD.text}


def test_a_point_of_none_and_an_empty_text_clear(workspace):
    workspace.apply([change(), keep(LEAD)])
    cleared = workspace.apply([change(value=None), keep(replace(LEAD, text=""))], "wrong year")
    assert [(entry.new, entry.reason) for entry in cleared] == [("", "wrong year")] * 2
    assert workspace.snapshot().points == {}
    assert workspace.snapshot().texts == {}


def test_several_published_values_may_stand_for_one_data_point(workspace):
    other = replace(PRINTED, report="csr-2022", text="75.7百万")
    workspace.apply([keep(PRINTED), keep(other), keep(PRINTED)])
    assert workspace.snapshot().published == (PRINTED, other)
    workspace.apply([clear(subject_of(PRINTED))])
    assert workspace.snapshot().published == (other,)


def test_each_change_has_one_history_row_with_old_and_new(workspace):
    workspace.apply([change(value="1.50")])
    workspace.apply([change(value="2", note="重算")], "meter read again")
    first, second = workspace.history("energy.gas")
    assert (first.old, json.loads(first.new)) == ("", {"typed": "1.50", "value": "1.5"})
    assert (second.old, json.loads(second.new)) == (
        first.new,
        {"note": "重算", "sorted": True, "typed": "2", "value": "2"},
    )
    assert (second.who, second.kind, second.subject) == ("李编辑", "point", "energy.gas@2022")
    assert second.reason == "meter read again"
    assert second.when > first.when


def test_what_does_not_change_anything_leaves_no_history(workspace):
    changes = [change(), keep(LEAD), keep(PRINTED)]
    assert len(workspace.apply(changes)) == 3
    assert workspace.apply(changes) == ()
    assert workspace.apply([change("waste.paper", value=None)]) == ()


def test_the_same_key_twice_in_one_command_is_two_steps_in_their_order(workspace):
    entries = workspace.apply([change(value="1"), change(value="2"), change(value=None), change(value="3")])
    assert [entry.new != "" for entry in entries] == [True, True, False, True]
    assert workspace.snapshot().points[GAS].value == 3
    assert workspace.verify() == ()


def test_history_of_one_metric_leaves_out_longer_codes(workspace):
    catalogue_key = Key("energy.gas.leak", 2022)
    workspace.apply([change(), keep(DataPoint(catalogue_key, Decimal(1)))])
    assert [entry.subject for entry in workspace.history("energy.gas")] == ["energy.gas@2022"]


def test_history_begins_with_the_definitions(workspace):
    (first,) = workspace.history()
    assert (first.number, first.kind, first.who) == (1, "definitions", "李编辑")


def test_moments_are_kept_in_utc_to_the_microsecond(path):
    moment = datetime(2026, 3, 1, 8, 0, 0, 123456, tzinfo=timezone(timedelta(hours=8)))
    with Workspace.create(path, small_definitions(), "me", lambda: moment) as workspace:
        workspace.apply([change()])
        (entry,) = workspace.history("energy.gas")
    assert entry.when == datetime(2026, 3, 1, 0, 0, 0, 123456, tzinfo=UTC)
    assert entry.when.tzinfo is UTC


def test_the_definitions_come_out_as_they_went_in(workspace, path):
    with Workspace.open(path, write=False) as other:
        assert other.definitions == small_definitions()


def test_other_definitions_are_put_in_force_and_the_earlier_ones_kept(workspace, path):
    changed = small_definitions(messages={"hello": words("hello")})
    (entry,) = workspace.adopt(changed, "2026 catalogue")
    assert entry.reason == "2026 catalogue"
    assert workspace.adopt(changed) == ()
    with Workspace.open(path, write=False) as other:
        assert other.definitions == changed
    workspace.adopt(small_definitions())
    assert workspace.definitions == small_definitions()
    assert workspace.verify() == ()


def test_a_failing_command_changes_nothing_at_all(workspace):
    bad = keep(DataPoint(Key("waste.paper", 2022), Decimal("NaN")))
    with pytest.raises(StatementError, match="NaN"):
        workspace.apply([change(), bad])
    assert workspace.snapshot().points == {}
    assert len(workspace.history()) == 1


def test_a_snapshot_taken_again_is_what_a_fresh_reading_finds(workspace, path):
    workspace.apply([change(year_code, year) for year_code in ("energy.gas", "waste.paper") for year in (2020, 2022)])
    workspace.snapshot()
    steps = (
        [change("energy.gas", 2021, "5")],
        [change("energy.gas", 2020, None), keep(LEAD)],
        [change("staff.total", 2021, "9", category="gender=male"), keep(PRINTED)],
        [change("waste.paper", year) for year in range(1950, 2010)],
    )
    for step in steps:
        workspace.apply(step)
        with Workspace.open(path, write=False) as fresh:
            assert list(workspace.snapshot().points.items()) == list(fresh.snapshot().points.items())
            assert workspace.snapshot() == fresh.snapshot()


def test_a_snapshot_does_not_change_when_values_do(workspace):
    workspace.apply([change(value="1")])
    before = workspace.snapshot()
    workspace.apply([change(value="2")])
    assert before.points[GAS].value == 1
    assert workspace.snapshot().points[GAS].value == 2


def test_a_reader_sees_what_another_program_writes(workspace, path):
    with Workspace.open(path, write=False) as reader:
        assert reader.snapshot().points == {}
        workspace.apply([change()])
        assert list(reader.snapshot().points) == [GAS]


def test_a_workspace_opened_for_reading_refuses_changes(workspace, path):
    with Workspace.open(path, write=False) as reader, pytest.raises(WorkspaceError) as caught:
        reader.apply([change()])
    assert caught.value.code == "workspace.reading"


def test_subjects_never_fall_together_whatever_stands_in_their_texts(workspace):
    one = replace(PRINTED, place="p. 7|x", text="5")
    other = replace(PRINTED, place="p. 7", text="x|5")
    backslash = replace(PRINTED, place="p. 7\\", text="x|5")
    entries = workspace.apply([keep(item) for item in (one, other, backslash)])
    assert len({entry.subject for entry in entries}) == 3
    assert workspace.verify() == ()


def test_threads_may_write_and_read_at_once(workspace):
    def write(code: str) -> None:
        for year in range(1990, 2010):
            workspace.apply([change(code, year)])
            workspace.snapshot()

    threads = [threading.Thread(target=write, args=(code,)) for code in ("energy.gas", "waste.paper", "staff.total")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(workspace.snapshot().points) == 60
    assert workspace.verify() == ()


def test_a_backup_of_an_open_workspace_is_a_workspace(workspace, tmp_path):
    workspace.apply([change(), keep(LEAD)])
    target = tmp_path / "backup.annals"
    workspace.backup(target)
    with Workspace.open(target, write=True, who="me") as copy:
        assert copy.snapshot() == workspace.snapshot()
        assert copy.history() == workspace.history()
        assert copy.verify() == ()


def test_a_copy_that_has_gone_its_own_way_is_not_replaced_by_a_backup(workspace, tmp_path):
    target = tmp_path / "copy.annals"
    workspace.backup(target)
    with Workspace.open(target, write=True, who="another") as copy:
        copy.apply([change("energy.gas", 1999, "7")])
    workspace.apply([change("energy.gas", 1998, "8")])
    before = target.read_bytes()
    with pytest.raises(WorkspaceError) as caught:
        workspace.backup(target)
    assert caught.value.code == "workspace.backup_other"
    assert target.read_bytes() == before


def test_a_backup_into_a_missing_folder_is_refused_by_name(workspace, tmp_path):
    with pytest.raises(WorkspaceError) as caught:
        workspace.backup(tmp_path / "none" / "b.annals")
    assert caught.value.code == "workspace.no_folder"


def test_a_change_upon_what_another_has_changed_is_not_stored_and_told_with_both_and_who(workspace):
    before = workspace.apply([keep(DataPoint(GAS, Decimal(1)))])
    seen = workspace.snapshot()
    workspace.act_as("王芳")
    workspace.apply([keep(DataPoint(GAS, Decimal(2)))])
    workspace.act_as("李雷")
    mine = change_of(seen, GAS, DataPoint(GAS, Decimal(3)))
    with pytest.raises(Raced) as lost:
        workspace.apply([keep(LEAD), mine], as_seen=True)
    (race,) = lost.value.races[-1:]
    assert (race.subject, race.change, race.stands) == (GAS, mine, DataPoint(GAS, Decimal(2)))
    assert race.last is not None
    assert race.last.who == "王芳"
    assert workspace.history()[-1].number == before[-1].number + 1
    assert not workspace.snapshot().texts


def test_a_change_upon_what_stands_or_to_what_stands_already_is_no_race(workspace):
    seen = workspace.snapshot()
    workspace.apply([change_of(seen, GAS, DataPoint(GAS, Decimal(1)))], as_seen=True)
    assert workspace.apply([change_of(seen, GAS, DataPoint(GAS, Decimal(1)))], as_seen=True) == ()
    held = workspace.snapshot()
    twice = change_of(held, GAS, DataPoint(GAS, Decimal(2))), change_of(held, GAS, DataPoint(GAS, Decimal(3)))
    workspace.apply(twice, as_seen=True)
    assert workspace.snapshot().points[GAS].value == 3
    with pytest.raises(Raced):
        workspace.apply([change_of(seen, GAS, None)], as_seen=True)
    workspace.apply([keep(DataPoint(GAS, Decimal(9)))])

"""A clock that is wrong or was set back changes no order, loses nothing and breaks no chain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from schema.workspace import Workspace, place_of
from tests.factories import change, small_definitions

START = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
CLOCKS = {
    "a day back": timedelta(days=-1),
    "a year ahead": timedelta(days=365),
    "over the year's end": timedelta(seconds=1),
    "an hour back, as in autumn": timedelta(hours=-1),
    "an hour ahead, as in spring": timedelta(hours=1),
    "stopped": timedelta(),
    "at the beginning of time": datetime(1970, 1, 1, tzinfo=UTC) - START,
    "in another century": datetime(2100, 2, 28, 23, 59, 59, tzinfo=UTC) - START,
    "on a leap day": datetime(2028, 2, 29, 12, tzinfo=UTC) - START,
}


@pytest.mark.parametrize("shift", CLOCKS.values(), ids=CLOCKS)
def test_what_was_typed_last_stands_whatever_the_clock_says(tmp_path, shift):
    path = tmp_path / "x.annals"
    with Workspace.create(path, small_definitions(), "甲", lambda: START) as workspace:
        workspace.apply([change(value="1")])
        workspace.keep_backup("import")
    with Workspace.open(path, write=True, who="乙", now=lambda: START + shift) as workspace:
        workspace.apply([change(value="2")])
        workspace.keep_backup("import")
        workspace.apply([change(value="3")])
    with Workspace.open(path, write=False) as workspace:
        assert [str(point.value) for point in workspace.snapshot().points.values()] == ["3"]
        entries = workspace.history()
        assert [entry.number for entry in entries] == [1, 2, 3, 4]
        assert [entry.who for entry in entries] == ["甲", "甲", "乙", "乙"]
        assert [str(point.value) for point in workspace.replay.snapshot(3).points.values()] == ["2"]
        assert workspace.verify() == ()
    # The newest change's backup is there, also where an earlier one seems to be younger.
    assert {backup.number for backup in place_of(path).backups()} >= {3}
    [kept] = [backup for backup in place_of(path).backups() if backup.number == 3]
    place_of(tmp_path / "again.annals").put_back(kept.path)
    with Workspace.open(tmp_path / "again.annals", write=False) as again:
        assert [str(point.value) for point in again.snapshot().points.values()] == ["2"]

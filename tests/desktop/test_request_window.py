"""The list of requests: how shares stand, the way to what is missing, and handing a share in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from schema.values.changes import keep
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.values.subject import RequestAt
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot, new_window, workspace_file):
    """The list of a workspace in which the administration was asked long ago; no editor is listed."""
    asked = Request("csr-2022", "admin", "2023-01-31", "请按年报口径", Step("编辑", "2023-01-01T00:00:00Z"))
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(Person("行政联系人", "admin", "contact")), keep(asked)])
    window = new_window()
    window._settings.keep_person(workspace_file, "行政联系人")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    window.actions_.requests.trigger()
    return window.view.requests_dialog


def told(dialog):
    return [dialog.model.data(dialog.model.index(0, column)) for column in range(dialog.model.columnCount())]


def test_a_share_is_listed_with_its_people_due_day_state_and_counts(dialog):
    assert told(dialog)[:3] == ["行政部", "行政联系人", "2023-01-31 逾期"]
    assert "请按年报口径" in dialog.words.text()


def test_what_is_missing_leads_to_its_field(dialog):
    desk = dialog._desk
    row = next(row for row in range(dialog.items.count()) if "天然气" in dialog.items.item(row).text())
    desk.choose_section("people")
    dialog.items.setCurrentRow(row)
    dialog.items.itemActivated.emit(dialog.items.item(row))
    assert desk.section_code == "green.energy"


def test_an_incomplete_share_is_handed_in_with_a_reason_only_and_taken_back_by_undo(qtbot, dialog):
    session = dialog._desk.session

    def kept():
        return session.snapshot.more["requests"][RequestAt("csr-2022", "admin")]

    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert kept().submitted is None
    qtbot.keyClicks(dialog.reason, "meter broken")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert (kept().submitted.by, kept().submitted.words) == ("行政联系人", "meter broken")
    dialog._commands.undo()
    assert kept().submitted is None
    session.settle()
    assert session.unsaved() == 0

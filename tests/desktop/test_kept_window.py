"""The window that tests share comes back as it was opened, or another is opened."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize
from shiboken6 import isValid

from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace

GAS = Key("energy.gas", 2022)
POINT = DataPoint(GAS, Decimal(5), typed="5")


def test_what_was_done_is_taken_back_and_the_window_stays(own_windows, opened_at):
    window = own_windows.window(opened_at)
    view, size = window.view, window.size()
    view.commands.change("", [keep(POINT)])
    view.desk.choose_section("people")
    view.outline.filter.setText("no section")
    view.form.write_in("en")
    view.rooms.show_room("sheet")
    window.resize(QSize(1010, 700))
    own_windows.put_back()
    assert own_windows.window(opened_at) is window
    assert (view.desk.section_code, view.outline.filter.text(), window.size()) == ("green.energy", "", size)
    assert (view.rooms.room(), view.rooms.pages, view.form.text_language) == ("sections", {}, "")
    assert (view.commands.count(), GAS in view.session.snapshot.points) == (0, False)
    with Workspace.open(own_windows.path, write=False) as workspace:
        assert GAS not in workspace.snapshot().points


def test_a_window_that_does_not_come_back_whole_is_closed_and_another_is_opened(own_windows, opened_at):
    window, path = own_windows.window(opened_at), own_windows.path
    window.view.session.change([keep(POINT)])  # by no step that could be taken back
    own_windows.put_back()
    assert not isValid(window)
    other = own_windows.window(opened_at)
    assert own_windows.path != path
    assert GAS not in other.view.session.snapshot.points


def test_who_begins_otherwise_gets_another_window(own_windows, opened_at):
    window = own_windows.window(opened_at)
    other = own_windows.window(opened_at, "编辑", (POINT,))
    assert not isValid(window)
    assert other.view.session.snapshot.points[GAS].value == 5

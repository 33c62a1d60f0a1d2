"""Lines copied elsewhere become metrics in the catalogue's sheet, by key, menu and clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.window.look.clipboard import put_on_clipboard
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LINES = "名称（简体中文）\t单位\t部门\t种类\n光伏发电\t立方米\t行政部\t\n节水\t立方米\t\t\n柴油消耗量\t立方米\t行政部\t\n雨水\t立方米\t行政部\t随便\n"


@pytest.fixture
def page(qtbot, window):
    window.activateWindow()
    page = window.view.rooms.show_room("catalogue")
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    return page


def metrics(page, workspace_file) -> dict:
    page._desk.session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        return {one.name.zh_hans: one for one in workspace.definitions.catalogue.metrics.values()}


def test_lines_become_metrics_in_one_step_and_what_is_missing_is_named(qtbot, page, window, workspace_file):
    QGuiApplication.clipboard().setText(LINES)
    before = window.view.commands.count()
    page.grid.view.setFocus()
    QTest.keyClick(page.grid.view, Qt.Key.Key_V, CONTROL | SHIFT)
    page._desk.session.settle()
    qtbot.waitUntil(lambda: not page.structuring.is_open, timeout=60000)
    assert window.view.commands.count() == before + 1
    made = metrics(page, workspace_file)
    assert {"光伏发电", "雨水"} <= made.keys()
    assert "节水" not in made
    assert made["光伏发电"].unit == "m3"
    told = page.report.lines.toPlainText()
    assert "复制的第 3 行 “节水”没有写入" in told
    assert "缺少部门" in told
    assert len(page.report._ways) == 1  # the cell of the metric that was made
    assert "已有指标“柴油消耗量”" in told
    assert "随便" in told
    assert page.model.grid.rows[page.grid.view.at()[0]].name == made["光伏发电"].code
    window.actions_.undo.trigger()
    page._desk.session.settle()
    qtbot.waitUntil(lambda: not page.structuring.is_open, timeout=60000)
    assert "光伏发电" not in metrics(page, workspace_file)


def test_the_way_is_in_the_menus_and_open_in_the_catalogue_alone(qtbot, page, window):
    assert window.actions_.paste_new.isEnabled()
    put_on_clipboard("", "")
    with qtbot.waitSignal(page.told):
        window.actions_.paste_new.trigger()
    window.view.rooms.show_room("sheet")
    assert not window.actions_.paste_new.isEnabled()
    assert "Alt+0" in window.actions_.paste_new.toolTip()
    window.view.rooms.show_room("catalogue")
    page.menus._open(page.mapToGlobal(page.rect().center()))
    assert any("Ctrl+Shift+V" in act.text() for act in page.menus.shown.actions())
    page.menus.shown.close()


def test_nothing_is_made_where_nothing_may_be_changed(qtbot, page, window):
    QGuiApplication.clipboard().setText(LINES)
    page.model.why = "只读"
    with qtbot.waitSignal(page.told) as told:
        page.making.paste()
    assert told.args == ["只读"]
    assert window.view.commands.count() == 0


def test_nearly_all_codes_are_whole_beside_the_notes(qtbot, new_window, sample_workspace):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(sample_workspace)
    window.resize(1280, 720)
    page = window.view.rooms.show_room("catalogue")
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    still = page.grid.still
    codes = [row.name for row in page.model.grid.rows if row.kind == "value"]
    cut = [code for code in codes if still.fontMetrics().horizontalAdvance(code) + 12 > still.columnWidth(1)]
    assert len(codes) > 300
    assert len(cut) < len(codes) * 0.05
    at = page.model.grid.rows.index(next(row for row in page.model.grid.rows if row.name == cut[0]))
    assert page.model.tip((at, 1)) == cut[0]

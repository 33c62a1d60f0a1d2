"""The history verified in the window: what agrees and what does not, in sentences that name things."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.work.witnesses import heads_folder, remember
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch) -> None:
    """What this computer remembers is the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def verified(qtbot, window):
    """Press the key; return the dialog once it knows."""
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    dialog = window.view.vouching.verify
    qtbot.waitUntil(lambda: dialog.list.count() > 0, timeout=60000)
    return dialog


def lines(dialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_what_is_whole_says_what_it_was_held_against_and_a_noted_hash_is_tried(qtbot, window):
    dialog = verified(qtbot, window)
    head = window.view.session.workspace.head
    assert lines(dialog)[0].startswith("一致：文件、")
    assert "没有发现更晚的或不同的修改记录" in lines(dialog)[-1]
    assert head in dialog.head.text()
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == head
    for noted, expected in ((head, "所记的哈希在这里的修改记录中"), ("0" * 64, "修改记录中没有 " + "0" * 64)):
        dialog.noted.clear()
        with qtbot.waitSignal(dialog.told, timeout=60000):
            type_text(dialog.noted, noted)
            QTest.keyClick(dialog.noted, Qt.Key.Key_Return)
        assert any(expected in line for line in lines(dialog))


def test_a_history_that_was_cut_is_told_and_a_changed_value_by_its_name(qtbot, new_window, workspace_file, crashes):
    with Workspace.open(workspace_file, write=False) as workspace:
        remember(heads_folder(), workspace)
    with sqlite3.connect(workspace_file) as database:
        database.execute("DELETE FROM history WHERE number = (SELECT max(number) FROM history)")
        database.execute("DELETE FROM data_point WHERE metric = 'staff'")
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    dialog = verified(qtbot, window)
    assert any("这台电脑" in line and "末尾被截掉" in line for line in lines(dialog))
    assert not any(line.startswith("没有发现") for line in lines(dialog))
    window.leave_workspace()
    with sqlite3.connect(workspace_file) as database:
        database.execute("UPDATE data_point SET value = '77' WHERE metric = 'energy.diesel'")
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    dialog = verified(qtbot, window)
    assert any(line.startswith("柴油消耗量") and "与修改记录不符" in line for line in lines(dialog))
    assert len(lines(dialog)) == 1

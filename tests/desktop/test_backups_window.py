"""Automatic backups in the window: listed, held against now, made a workspace again, kept each half hour."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.session.half_hours import SECONDS, HalfHours
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace, place_of
from tests.desktop.conftest import YEAR

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", YEAR)


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def store(qtbot, window, value: str) -> None:
    session = window.view.session
    session.change([keep(DataPoint(GAS, Decimal(value)))])
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)


def test_a_backup_is_listed_held_against_now_and_restored_beside(qtbot, window, workspace_file):
    session = window.view.session
    session.ask(lambda workspace: workspace.keep_backup("import"), lambda _: None, session.crashed.emit)
    store(qtbot, window, "4321")
    QTest.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.view.vouching.backups
    assert dialog.list.topLevelItem(0).text(1) == "导入前"
    assert str(workspace_file) + ".backups" in dialog.place.text()
    with qtbot.waitSignal(dialog.compared, timeout=60000):
        dialog.compare.click()
    assert "有 1 处改动" in dialog.words.text()
    target = workspace_file.with_name("恢复.annals")
    with qtbot.waitSignal(dialog.restored, timeout=60000):
        dialog.put_back(dialog.chosen(), target)
    with Workspace.open(target, write=False) as again:
        assert again.snapshot().points.get(GAS) is None
    dialog.put_back(dialog.chosen(), workspace_file)
    qtbot.waitUntil(lambda: "已存在" in dialog.words.text(), timeout=60000)


def test_each_half_hour_of_changes_keeps_a_backup_and_a_refused_one_is_told_once(qtbot, window, workspace_file):
    now = [0.0]
    window.view.vouching.half_hours = half_hours = HalfHours(window.view.desk, lambda: now[0])
    told = []
    half_hours.told.connect(told.append)
    store(qtbot, window, "1")
    now[0] = SECONDS - 1
    store(qtbot, window, "2")
    assert place_of(workspace_file).backups() == ()
    now[0] = SECONDS
    store(qtbot, window, "3")
    qtbot.waitUntil(lambda: [one.why for one in place_of(workspace_file).backups()] == ["work"], timeout=60000)
    store(qtbot, window, "4")
    folder = place_of(workspace_file).backups()[0].path.parent
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way", "utf-8")
    for value in ("5", "6"):
        now[0] += SECONDS
        store(qtbot, window, value)
        qtbot.waitUntil(lambda: len(told) == 1, timeout=60000)
    assert folder.name in told[0]
    assert window.view.session.unsaved() == 0

"""A workspace that is lost or replaced while its window is open: told over everything, saved as one of its own."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.window.application import hear_crashes
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS, DIESEL = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)
CHOICE = QMessageBox.StandardButton


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def fresh_window(new_window, opened_at, workspace_file):
    """A window of the test's own, which hears of troubles as the program's does; a bug fails the test."""
    made, bugs = new_window(), []
    made.opened.connect(lambda: hear_crashes(made, bugs.append))
    opened_at(made, workspace_file)
    yield made
    assert not bugs


@pytest.fixture
def told(monkeypatch) -> list[str]:
    """What is told in boxes."""
    words: list[str] = []
    for box in ("information", "warning"):
        monkeypatch.setattr(QMessageBox, box, lambda *of: words.append(of[2]) or CHOICE.Ok)
    return words


@pytest.fixture
def target(tmp_path, monkeypatch) -> Path:
    """The name that is chosen when one is asked for."""
    path = tmp_path / "另存.annals"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def stored(qtbot, window, key: Key, value: str) -> None:
    session = window.view.session
    session.change([keep(DataPoint(key, Decimal(value)))])
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)


def typed_in_vain(qtbot, window, key: Key, value: str) -> None:
    session = window.view.session
    with qtbot.waitSignal(session.failed, timeout=60000):
        session.change([keep(DataPoint(key, Decimal(value)))])


def opened_next(qtbot, window, act) -> None:
    with qtbot.waitSignal(window.opened, timeout=60000):
        act()


def test_a_deleted_workspace_is_told_and_saved_anew_with_all_that_was_typed(
    qtbot, fresh_window, workspace_file, target, told
):
    window = fresh_window
    stored(qtbot, window, GAS, "4321")
    workspace_file.unlink()
    assert window.view.banner.isHidden()
    typed_in_vain(qtbot, window, DIESEL, "77")
    banner = window.view.banner
    assert not banner.isHidden()
    assert "已经不在原处" in banner.text()
    assert (banner.take.isHidden(), banner.save.isHidden()) == (True, False)
    opened_next(qtbot, window, lambda: QTest.mouseClick(banner.save, Qt.MouseButton.LeftButton))
    assert "完整的修改记录" in told[0]
    session = window.view.session
    assert (session.path, session.unsaved(), window.view.banner.isHidden()) == (target, 0, True)
    with Workspace.open(target, write=False) as made:
        values = made.snapshot().points
        assert (values[GAS].value, values[DIESEL].value) == (Decimal(4321), Decimal(77))
        assert made.verify() == ()
    stored(qtbot, window, GAS, "1")  # work goes on there
    assert not workspace_file.exists()


def test_an_overwritten_workspace_is_saved_anew_by_its_key_and_the_other_copy_stays(
    qtbot, fresh_window, workspace_file, target, told, tmp_path
):
    window = fresh_window
    shutil.copy(workspace_file, tmp_path / "older")
    stored(qtbot, window, GAS, "4321")
    older = (tmp_path / "older").read_bytes()
    workspace_file.write_bytes(older)
    typed_in_vain(qtbot, window, DIESEL, "77")
    assert "已被换成另一份" in window.view.banner.text()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    opened_next(qtbot, window, lambda: QTest.keyClick(window, Qt.Key.Key_S, keys))
    assert "取代原文件的那一份" in told[0]
    with Workspace.open(target, write=False) as made:
        values = made.snapshot().points
        assert (values[GAS].value, values[DIESEL].value) == (Decimal(4321), Decimal(77))
        assert "另存为新工作区" in made.history()[-1].reason
    assert workspace_file.read_bytes() == older


def test_a_file_put_back_ends_the_trouble_by_itself(qtbot, fresh_window, workspace_file, tmp_path):
    window = fresh_window
    workspace_file.rename(tmp_path / "away")
    typed_in_vain(qtbot, window, GAS, "5")
    assert not window.view.banner.isHidden()
    (tmp_path / "away").rename(workspace_file)
    qtbot.waitUntil(lambda: window.view.banner.isHidden(), timeout=60000)
    assert window.view.session.unsaved() == 0


def test_who_closes_is_asked_and_may_save_anew_instead_of_losing(
    qtbot, fresh_window, workspace_file, target, monkeypatch
):
    window = fresh_window
    workspace_file.unlink()
    typed_in_vain(qtbot, window, GAS, "5")
    asked = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *of: asked.append(of[2]) or CHOICE.Save)
    monkeypatch.setattr(QMessageBox, "information", lambda *of: asked.append(of[2]) or CHOICE.Ok)
    opened_next(qtbot, window, window.close)
    assert "有 1 处修改未能保存" in asked[0]
    assert window.isVisible()
    with Workspace.open(target, write=False) as made:
        assert made.snapshot().points[GAS].value == Decimal(5)


def test_a_place_that_is_taken_is_told_and_nothing_is_given_up(qtbot, fresh_window, workspace_file, target, told):
    window = fresh_window
    workspace_file.unlink()
    typed_in_vain(qtbot, window, GAS, "5")
    target.write_bytes(b"another file")
    window.actions_.save_as_new.trigger()
    qtbot.waitUntil(lambda: bool(told), timeout=60000)
    assert "已存在" in told[0]
    assert target.read_bytes() == b"another file"
    assert window.view.session.unsaved() == 1


def test_what_is_open_for_reading_only_can_be_saved_as_ones_own(
    qtbot, new_window, opened_at, workspace_file, target, told
):
    with Workspace.open(workspace_file, write=True, who="别人"):
        window = new_window()
        opened_at(window, workspace_file)
        assert not window.view.session.writable
        assert window.view.banner.save.isHidden()
        opened_next(qtbot, window, window.actions_.save_as_new.trigger)
    assert (window.view.session.path, window.view.session.writable) == (target, True)

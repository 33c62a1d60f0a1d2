"""Answers come in through the window: dropped, decided, taken, listed, taken back; with keys as people press them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.panels.conflict_view import from_both
from desktop.work.imports import store_import
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.subject import PersonAt
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.control_walk import faults, unseen
from tests.desktop.test_hand_in import hand_in, open_dialog, share, type_value  # noqa: F401

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support|No drag target set")
GAS, DIESEL = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)


@pytest.fixture
def handed_in(qtbot, share) -> Path:  # noqa: F811
    """What the contact hands in: 1,250 typed where nothing stood, and 70 where 50 stood."""
    type_value(qtbot, share, GAS, "1250")
    type_value(qtbot, share, DIESEL, "70")
    dialog = open_dialog(qtbot, share)
    hand_in(qtbot, dialog, "the rest follows")
    share.leave_workspace()
    return dialog.answer.pack


@pytest.fixture(scope="module")
def kept(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def answer(request, kept, workspace_file, tmp_path, monkeypatch) -> Path:
    """The answer, and in the company's workspace the request that it answers: typed and handed in once for the file."""
    monkeypatch.delenv("ANNALS_AS", raising=False)
    sent, pack = kept / "small.annals", kept / "admin.answer.annalspack"
    if not pack.exists():
        made = request.getfixturevalue("handed_in")
        shutil.copy(workspace_file, sent)
        shutil.copy(made, pack)
    shutil.copy(sent, workspace_file)
    return Path(shutil.copy(pack, tmp_path / pack.name))


@pytest.fixture
def editor(qtbot, new_window, workspace_file, crashes):
    """Opens the company's workspace as its editor, who has meanwhile set a value of her own."""

    def call(**values: str):
        with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
            points = [DataPoint(Key(f"energy.{code}", YEAR), Decimal(text)) for code, text in values.items()]
            workspace.apply([keep(point) for point in points])
        window = new_window(who="编辑")
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(workspace_file)
        window.view.session.crashed.connect(crashes.append)
        window.activateWindow()
        return window

    return call


def drop(window, *paths: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, buttons, keys, QEvent.Type.Drop)
    event.setAccepted(False)
    QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def dropped(qtbot, window, *paths: Path):
    """Drop files on the window and wait until it is shown what they bring."""
    qtbot.waitUntil(lambda: drop(window, *paths), timeout=60000)
    qtbot.waitUntil(lambda: window.view.coming_in.merge_dialog is not None, timeout=60000)
    dialog = window.view.coming_in.merge_dialog
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == len(paths), timeout=60000)
    return dialog


def press(qtbot, dialog, button) -> None:
    with qtbot.waitSignal(dialog.shown, timeout=60000):
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)


def take(qtbot, dialog) -> None:
    with qtbot.waitSignal(dialog.taken, timeout=60000):
        dialog.go.setFocus()
        QTest.keyClick(dialog.go, Qt.Key.Key_Space)


def value(workspace_file: Path, key: Key) -> Decimal | None:
    with Workspace.open(workspace_file, write=False) as workspace:
        point = workspace.snapshot().points.get(key)
        return point.value if point else None


def test_an_answer_is_dropped_its_conflict_decided_for_theirs_taken_and_taken_back(
    qtbot, answer, editor, workspace_file
):
    window = editor(diesel="60")
    dialog = dropped(qtbot, window, answer)
    assert (faults(dialog), unseen(dialog)) == ([], [])
    assert dialog.list.asked().conflict.subject == DIESEL
    assert dialog.go.text() == "收下 1 项"
    press(qtbot, dialog, dialog.conflict.theirs)
    assert dialog.go.text() == "收下 2 项"
    assert value(workspace_file, DIESEL) == 60  # nothing is stored yet
    take(qtbot, dialog)
    assert (value(workspace_file, GAS), value(workspace_file, DIESEL)) == (1250, 70)
    assert window.view.session.snapshot.points[DIESEL].value == 70
    window.actions_.came_in.trigger()
    listed = window.view.coming_in.page
    qtbot.waitUntil(lambda: listed.chosen() is not None, timeout=60000)
    assert (listed.chosen().way, listed.chosen().person, listed.chosen().standing) == ("merge", "行政联系人", 2)
    QTest.mouseClick(listed.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2 项会恢复" in listed.words.text(), timeout=60000)
    QTest.mouseClick(listed.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listed.chosen().undone is not None, timeout=60000)
    assert (value(workspace_file, GAS), value(workspace_file, DIESEL)) == (None, 60)


def test_what_is_not_decided_stays_and_one_undo_takes_all_back_one_redo_does_it_again(
    qtbot, answer, editor, workspace_file
):
    window = editor(diesel="60")
    take(qtbot, dropped(qtbot, window, answer))
    assert (value(workspace_file, GAS), value(workspace_file, DIESEL)) == (1250, 60)
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: value(workspace_file, GAS) is None, timeout=60000)
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: value(workspace_file, GAS) == 1250, timeout=60000)


def test_a_broken_file_is_told_and_the_others_are_taken(qtbot, answer, editor, workspace_file, tmp_path):
    broken = tmp_path / "broken.annalspack"
    broken.write_bytes(answer.read_bytes()[:800])
    window = editor()
    dialog = dropped(qtbot, window, broken, answer)
    assert "broken.annalspack" in dialog.list.topLevelItem(0).text(1)
    take(qtbot, dialog)
    assert value(workspace_file, GAS) == 1250


def test_what_was_changed_since_is_left_and_named(qtbot, answer, editor, workspace_file):
    window = editor()
    take(qtbot, dropped(qtbot, window, answer))
    window.view.commands.change("", [keep(DataPoint(GAS, Decimal(9)))])
    window.view.session.settle()
    window.actions_.came_in.trigger()
    listed = window.view.coming_in.page
    qtbot.waitUntil(lambda: listed.chosen() is not None, timeout=60000)
    QTest.mouseClick(listed.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "保持不变的：天然气消耗量" in listed.words.text(), timeout=60000)


def test_another_key_is_explained_and_believed(qtbot, answer, editor, workspace_file):
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        person = workspace.snapshot().more["people"][PersonAt("行政联系人")]
        workspace.apply([keep(replace(person, key="A" * 43 + "="))])
    window = editor()
    dialog = dropped(qtbot, window, answer)
    QTest.mouseClick(dialog.trust, Qt.MouseButton.LeftButton)
    trust = window.view.coming_in.trust_dialog
    assert "行政联系人" in trust.windowTitle() + trust.person
    with qtbot.waitSignal(dialog.shown, timeout=60000):
        QTest.mouseClick(trust.go, Qt.MouseButton.LeftButton)
    take(qtbot, dialog)
    assert value(workspace_file, GAS) == 1250


def test_an_import_is_listed_and_taken_back_as_a_merge_is(qtbot, editor, workspace_file):
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        store_import(workspace, [keep(DataPoint(GAS, Decimal(3)))], "旧表.xlsx")
    window = editor()
    window.actions_.came_in.trigger()
    listed = window.view.coming_in.page
    qtbot.waitUntil(lambda: listed.chosen() is not None, timeout=60000)
    assert (listed.chosen().way, listed.chosen().file) == ("import", "旧表.xlsx")
    for _ in range(2):
        words = listed.words.text()
        QTest.mouseClick(listed.back, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda words=words: listed.words.text() != words, timeout=60000)
    qtbot.waitUntil(lambda: value(workspace_file, GAS) is None, timeout=60000)


def figures(tmp_path: Path, value: str) -> Path:
    book, path = Workbook(), tmp_path / "能源.xlsx"
    for row in (["指标", "单位", str(YEAR)], ["天然气消耗量", "m³", int(value)]):
        book.worksheets[0].append(row)
    book.save(path)
    return path


def import_figures(qtbot, window, path: Path) -> None:
    """Take a file of figures with the dialog that the menu opens."""
    window.actions_.import_.trigger()
    dialog = window.view.coming_in.import_dialog
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        dialog.load(path)
    with qtbot.waitSignal(dialog.imported, timeout=60000):
        QTest.keyClick(dialog.go, Qt.Key.Key_Space)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=15000)


def test_an_import_of_the_window_has_its_number_and_one_undo_takes_it_back_as_the_command_does(
    qtbot, editor, workspace_file, tmp_path
):
    window = editor()
    import_figures(qtbot, window, figures(tmp_path, "77"))
    assert value(workspace_file, GAS) == 77
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    page = window.view.coming_in.page
    qtbot.waitUntil(lambda: page.chosen() is not None, timeout=60000)
    assert [page.list.topLevelItem(0).text(column) for column in (0, 1, 4)] == ["导入 1", "能源.xlsx", "收下 1 项"]
    qtbot.waitUntil(lambda: window.actions_.undo.isEnabled() and window.isActiveWindow(), timeout=60000)

    def taken_back():
        if window.actions_.undo.isEnabled():  # pressed anew where the window was not the active one yet
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        return page.chosen().undone is not None

    qtbot.waitUntil(taken_back, timeout=60000)
    assert value(workspace_file, GAS) is None
    assert "已由编辑撤回" in page.list.topLevelItem(0).text(4)
    assert not page.back.isVisible()
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: page.list.topLevelItemCount() == 2, timeout=60000)
    assert value(workspace_file, GAS) == 77


def test_the_side_bar_counts_what_came_in_since_the_last_visit_and_a_visit_sees_it(
    qtbot, editor, workspace_file, tmp_path
):
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        store_import(workspace, [keep(DataPoint(Key("users.daily", YEAR), Decimal(3)))], "旧表.xlsx")
    window = editor()
    place = window.view.rooms.bar.buttons["came_in"]
    qtbot.waitUntil(lambda: place.accessibleDescription() == "新到 1", timeout=60000)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    page = window.view.rooms.came_in
    qtbot.waitUntil(lambda: place.accessibleDescription() == "", timeout=60000)
    assert page.list.topLevelItem(0).font(0).bold()  # it stands out as long as one is there
    assert "上次查看后新到 1 项" in page.count.text()
    window.view.rooms.show_room("sections")
    import_figures(qtbot, window, figures(tmp_path, "8"))
    qtbot.waitUntil(lambda: place.accessibleDescription() == "新到 1", timeout=60000)
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.list.topLevelItemCount() == 2, timeout=60000)
    assert [page.list.topLevelItem(row).font(0).bold() for row in (0, 1)] == [True, False]


def test_an_empty_place_says_what_would_stand_there(qtbot, editor):
    window = editor()
    QTest.keyClick(window, Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    page = window.view.rooms.came_in
    with qtbot.waitSignal(page.listed, timeout=60000):
        page.refresh()
    assert page.empty.isVisible()
    assert page.add.isVisible()
    assert not page.list.isVisible()


def test_both_texts_stand_below_each_other_where_they_differ():
    assert from_both("a\nb\nc", "a\nB\nc") == "a\nb\nB\nc"

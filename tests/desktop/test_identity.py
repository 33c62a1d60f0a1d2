"""The window asks once who works there, remembers it, makes every change in that name, and says what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from desktop.window.form.field_row import FieldRow
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.typing_hand import type_text

EDITOR, CONTACT = Person("编辑", "", "editor"), Person("行政联系人", "admin", "contact")
OTHER, REVIEWER = Person("法务联系人", "law", "contact"), Person("审核人", "", "reviewer")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def nobody_said(monkeypatch):
    """No name comes with the call; at the end of a test what could not be saved is let go."""
    monkeypatch.delenv("ANNALS_AS", raising=False)
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: QMessageBox.StandardButton.Discard)


@pytest.fixture
def peopled(workspace_file: Path) -> Path:
    """The small workspace with an editor, two contacts and a reviewer."""
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(person) for person in (EDITOR, CONTACT, OTHER, REVIEWER)])
    return workspace_file


@pytest.fixture
def open_window(qtbot, new_window, peopled):
    def call():
        window = new_window()
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(peopled)
        return window

    return call


def choose(qtbot, window, name):
    """Choose a row of the dialog with the keyboard, as somebody does who types the beginning of a name."""
    dialog = window.identity.dialog
    dialog.list.setCurrentIndex(dialog.model.index(dialog.model.names.index(name), 0))
    with qtbot.waitSignal(window.opened, timeout=60000):
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)


def gas(qtbot, window):
    """The field of natural gas."""
    window.activateWindow()
    window.view.rooms.show_room("sections")
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        window.view.desk.choose_section("green.energy")
        window.view.session.check_all()
    return next(row for row in window.view.form.parts_of(FieldRow) if row.key == Key("energy.gas", YEAR))


def type_gas(qtbot, window, text):
    row = gas(qtbot, window)
    row.edit.setFocus()
    type_text(row.edit, text)
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    return row


def last_author(path: Path) -> str:
    with Workspace.open(path, write=False) as workspace:
        return workspace.history()[-1].who


def test_it_asks_before_anything_can_be_changed_and_each_change_is_made_in_that_name(qtbot, open_window, peopled):
    window = open_window()
    assert window.identity.dialog.isVisible()
    assert not window.view.session.writable
    assert "尚未说明" in window.view.banner.text()
    choose(qtbot, window, "行政联系人")
    assert not window.view.banner.isVisible()
    assert window.view.status.person.text() == "行政联系人 · 联系人"
    type_gas(qtbot, window, "12")
    window.view.session.settle()
    assert last_author(peopled) == "行政联系人"


def test_it_is_remembered_and_not_asked_again(qtbot, open_window, peopled, tmp_path):
    window = open_window()
    choose(qtbot, window, "编辑")
    window.show_start()
    again = open_window()
    assert again.identity.dialog is None
    assert again.view.session.who == "编辑"
    assert again.view.session.writable


def test_whoever_is_not_listed_reads_only(qtbot, open_window):
    window = open_window()
    choose(qtbot, window, "")
    assert not window.view.session.writable
    assert "不能改动" in window.view.banner.text()
    window.show_start()
    assert open_window().identity.dialog is None


def test_whoever_does_not_answer_reads_only_and_is_asked_by_the_status_line(qtbot, open_window):
    window = open_window()
    qtbot.keyClick(window.identity.dialog, Qt.Key.Key_Escape)
    assert not window.view.session.writable
    assert window.view.status.person.text() == "您是谁？"
    qtbot.mouseClick(window.view.status.person, Qt.MouseButton.LeftButton)
    choose(qtbot, window, "编辑")
    assert window.view.session.writable


def test_a_refused_value_is_told_at_its_field_and_saved_once_another_is_chosen(qtbot, open_window, peopled, stored):
    window = open_window()
    choose(qtbot, window, "法务联系人")
    row = type_gas(qtbot, window, "12")
    qtbot.waitUntil(lambda: "法务联系人" in row.message.words, timeout=20000)
    told = row.message.words
    assert "天然气消耗量" in told
    assert "--as" not in told
    assert "energy.gas" not in told
    assert row.edit.text().startswith("12")
    assert stored("energy.gas") is None
    window.actions_.person.trigger()
    choose(qtbot, window, "行政联系人")
    assert stored("energy.gas").typed == "12"
    assert last_author(peopled) == "行政联系人"


def test_a_refused_value_is_not_tried_again_by_itself(qtbot, open_window):
    window = open_window()
    choose(qtbot, window, "审核人")
    row = type_gas(qtbot, window, "12")
    saver = window.view.session.saver
    qtbot.waitUntil(lambda: saver.reason(row.key) is not None, timeout=20000)
    assert not saver._timer.isActive()
    assert window.view.status._state.text().startswith("未保存：1")
    with qtbot.waitSignal(window.view.session.saved, timeout=20000):
        window.actions_.undo.trigger()
    assert window.view.session.unsaved() == 0


def test_closing_with_a_refused_value_asks(qtbot, open_window, monkeypatch):
    window = open_window()
    choose(qtbot, window, "审核人")
    row = type_gas(qtbot, window, "12")
    qtbot.waitUntil(lambda: window.view.session.saver.reason(row.key) is not None, timeout=20000)
    asked = []
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Discard]
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: (asked.append(words), answers.pop(0))[1])
    assert not window.leave_workspace()
    assert row.edit.text().startswith("12")
    assert window.leave_workspace()
    assert len(asked) == 2


def test_a_name_that_was_taken_out_is_asked_for_again(qtbot, open_window, peopled):
    window = open_window()
    choose(qtbot, window, "审核人")
    window.show_start()
    with Workspace.open(peopled, write=True, who="编辑") as workspace:
        from desktop.work.people import removal

        workspace.apply([removal(workspace.snapshot(), "审核人")])
    assert open_window().identity.dialog.isVisible()


def test_a_name_that_comes_with_the_call_is_not_asked_for(qtbot, new_window, peopled):
    window = new_window(who="编辑")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(peopled)
    assert window.identity.dialog is None
    assert window.view is not None
    assert window.view.session.who == "编辑"


def test_without_people_nobody_is_asked(window):
    assert window.identity.dialog is None
    assert window.view.status.person.isHidden()


def test_while_no_editor_is_listed_whoever_is_not_may_change_everything(qtbot, new_window, workspace_file, stored):
    with Workspace.open(workspace_file, write=True, who="tester") as workspace:
        workspace.apply([keep(CONTACT)])
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    login = window.identity.dialog.model.names[-1]
    assert login
    choose(qtbot, window, login)
    type_gas(qtbot, window, "7")
    window.view.session.settle()
    assert stored("energy.gas").typed == "7"
    assert last_author(workspace_file) == login

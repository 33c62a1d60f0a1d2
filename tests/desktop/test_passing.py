"""A request, or items of it, is passed on to a colleague in the window; in a share from the line over it."""

# ruff: noqa: F811 - fixtures of other files

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from schema.values.people import Person
from tests.desktop.test_request_window import AT, CONTACT, EDITOR, asked, kept, keys, opened, press  # noqa: F401
from tests.desktop.test_small_window import small  # noqa: F401
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

COLLEAGUE = Person("行政同事", "admin", "contact")


def pass_dialog(page):
    return page.window().view.requesting.pass_dialog


def choose(qtbot, dialog, name: str) -> None:
    """Choose a colleague with the keys of the list."""
    dialog.to.setFocus()
    for _ in range(dialog.to.findData(name)):
        QTest.keyClick(dialog.to, Qt.Key.Key_Down)
    assert dialog.to.currentData() == name


def test_a_contact_passes_the_request_on_with_a_reason_and_undo_takes_it_back(qtbot, opened):
    page = opened("行政联系人", EDITOR, CONTACT, COLLEAGUE, asked("2023-01-31"))
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = pass_dialog(page)
    assert not dialog.go.isEnabled()
    assert dialog.go.toolTip()
    choose(qtbot, dialog, "行政同事")
    type_text(dialog.reason, "休假")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert kept(page).person == "行政同事"
    page.window().view.session.settle()
    assert page._desk.session.state(AT) == "saved"
    qtbot.waitUntil(lambda: "已转给行政同事" in page.detail.words.text(), timeout=15000)
    page.window().actions_.undo.trigger()
    assert kept(page).person == ""


def test_an_editor_passes_some_items_on_and_takes_them_back(qtbot, opened):
    page = opened("编辑", EDITOR, CONTACT, COLLEAGUE, asked("2023-01-31"))
    page.detail.items.setCurrentRow(1)
    (subject,) = page.detail.chosen()
    press(page.detail.pass_on)
    dialog = pass_dialog(page)
    assert dialog.chosen.isChecked()
    choose(qtbot, dialog, "行政同事")
    press(dialog.go)
    assert kept(page).persons == {subject: "行政同事"}
    press(page.detail.pass_on)
    dialog = pass_dialog(page)
    QTest.keyClick(dialog.whole, Qt.Key.Key_Space)
    choose(qtbot, dialog, "")
    press(dialog.go)
    assert kept(page).persons == {}


def test_who_may_not_pass_on_reads_why(opened):
    page = opened("审核人", EDITOR, CONTACT, Person("审核人", "", "reviewer"), asked("2023-01-31"))
    assert not page.detail.pass_on.isEnabled()
    assert "只有该部门的联系人和编辑可以转交" in page.detail.pass_on.toolTip()


def test_where_nobody_is_listed_there_is_nobody_to_pass_it_on_to(opened):
    page = opened("编辑", EDITOR, asked("2023-01-31"))
    assert not page.detail.pass_on.isEnabled()
    assert page.detail.pass_on.toolTip().startswith("行政部")


def test_a_share_is_passed_on_from_the_line_over_it_and_its_answer_carries_that(qtbot, small):
    bar, session = small.view.handing_in.bar, small.view.session
    small.view.rooms.show_room("sections")
    qtbot.waitUntil(bar.isVisible, timeout=60000)
    assert bar.pass_on.isEnabled()
    QTest.mouseClick(bar.pass_on, Qt.MouseButton.LeftButton)
    dialog = small.view.requesting.pass_dialog
    dialog.to.setCurrentIndex(1)
    name = dialog.to.currentData()
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    (request,) = session.snapshot.more["requests"].values()
    assert request.person == name
    session.settle()
    assert session.unsaved() == 0
    small.actions_.undo.trigger()
    (request,) = session.snapshot.more["requests"].values()
    assert request.person == ""

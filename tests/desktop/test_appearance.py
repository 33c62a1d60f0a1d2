"""Light and dark: everything follows at once, at the same place, and nothing that was done is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.window.form.text_editor import TextEditor
from desktop.window.look.theme import DARK, LIGHT
from desktop.window.settings import Settings
from schema.grammar.reference import Key
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", 2022)


def ground() -> str:
    return QApplication.palette().window().color().name().upper()


def test_dark_is_chosen_in_the_menu_and_remembered(qtbot, window, tmp_path):
    light = window.view
    window.actions_.looks["dark"].trigger()
    assert window.view is not light
    assert (window.view.desk.theme.surface, ground()) == (DARK.surface, DARK.ground)
    assert Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)).look == "dark"
    window.actions_.looks["system"].trigger()
    assert window.view.desk.theme.surface == LIGHT.surface  # what the system of the tests does not say is light


def test_what_was_typed_and_done_and_looked_at_is_there_in_the_other_look(qtbot, window, crashes):
    view = window.view
    view.desk.jump(GAS)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "777")  # not handed over yet
    window.actions_.looks["dark"].trigger()
    view = window.view
    assert (view.desk.section_code, view.desk.key) == ("green.energy", GAS)
    assert view.session.point(GAS).typed == "777"
    assert view.commands.count() == 1
    QApplication.processEvents()  # the light one is gone
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: view.session.point(GAS) is None, timeout=5000)
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert view.rooms.room() == "sheet"
    qtbot.waitUntil(lambda: bool(view.rooms.sheet.model.grid.rows), timeout=5000)
    window.actions_.looks["light"].trigger()
    assert window.view.rooms.room() == "sheet"


def test_the_cursor_stays_in_its_field_in_another_look_and_another_language(qtbot, window):
    window.view.desk.jump(GAS)
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "12345")
    field.setCursorPosition(2)
    window.actions_.looks["dark"].trigger()
    mark = window.bar.mark.theme.company
    for again in (lambda: window.speak("en"), lambda: window.speak("zh-Hans")):
        again()
        edit = QApplication.focusWidget()
        assert edit is not field
        assert (window.view.form.cursor_place().subject, edit.cursorPosition()) == (GAS.canonical(), 2)
        assert window.bar.mark.theme.company == mark  # the company's colour, not the window's
    QTest.keyClicks(QApplication.focusWidget(), "9")
    assert QApplication.focusWidget().text() == "129,345"
    editor = window.view.form.parts_of(TextEditor)[0].edit
    editor.setFocus()
    type_text(editor, "节约能源")
    editor.moveCursor(QTextCursor.MoveOperation.Left)
    window.actions_.looks["light"].trigger()
    type_text(QApplication.focusWidget(), "用")
    assert QApplication.focusWidget().toPlainText() == "节约能用源"
    window.view.outline.filter.setFocus()
    window.actions_.looks["dark"].trigger()
    assert window.view.outline.filter.hasFocus()


def test_another_look_waits_until_a_dialog_is_closed(qtbot, window):
    dialog = QDialog(window)
    dialog.show()
    window.appearance.choose("dark")
    assert window.view.desk.theme.surface == LIGHT.surface
    dialog.close()
    window.appearance._application.focusWindowChanged.emit(None)
    qtbot.waitUntil(lambda: window.view.desk.theme.surface == DARK.surface, timeout=5000)


def test_the_section_stays_in_another_look_also_with_the_focus_in_the_outline(window):
    window.view.desk.choose_section("green.energy")
    window.view.outline.tree.setFocus()
    window.actions_.looks["dark"].trigger()
    assert window.view.desk.section_code == "green.energy"
    assert window.view.outline.tree.hasFocus()
    window.actions_.looks["light"].trigger()

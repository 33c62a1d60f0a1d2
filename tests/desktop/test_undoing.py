"""One undo for everything: its keys work wherever the cursor is, each step says what it was and leads there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.field_row import FieldRow
from desktop.window.form.text_editor import TextEditor
from desktop.window.session.step_names import StepNames
from schema.grammar.reference import Key
from schema.values.changes import Change, clear, keep
from schema.values.datapoint import DataPoint, SlotText
from schema.values.follow_ups import FollowUp, FollowUpAt
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DIESEL = Key("energy.diesel", 2022)


@pytest.fixture
def window(kept_window):
    return kept_window


def undo() -> None:
    """Press Ctrl+Z wherever the cursor is."""
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CONTROL)


def redo(key: Qt.Key = Qt.Key.Key_Y) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, CONTROL | SHIFT if key == Qt.Key.Key_Z else CONTROL)


def row_of(window, code: str) -> FieldRow:
    window.view.form.build_all()
    return next(row for row in window.view.form.parts_of(FieldRow) if row.key.metric == code)


def typed_into(row: FieldRow, text: str) -> None:
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, text)


def value(window, key: Key = DIESEL):
    point = window.view.session.point(key)
    return point and (point.value if point.value is not None else point.typed)


def test_the_keys_work_in_the_field_itself_and_say_what_they_take_back(window):
    row, actions = row_of(window, "energy.diesel"), window.actions_
    typed_into(row, "777")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    assert "柴油消耗量" in actions.undo.text()
    assert "777立方米" in actions.undo.toolTip()
    assert not actions.redo.isEnabled()
    row.edit.setFocus()
    undo()
    assert (value(window), row.edit.text(), row.edit.selectedText()) == (50, "50", "50")
    assert "777立方米" in actions.redo.text()
    assert "777立方米" in actions.redo.toolTip()
    redo()
    assert (value(window), row.edit.text()) == (777, "777")
    undo()
    redo(Qt.Key.Key_Z)
    assert value(window) == 777


def test_what_is_being_typed_is_taken_back_first_and_can_be_brought_back(window):
    row = row_of(window, "energy.gas")
    typed_into(row_of(window, "energy.diesel"), "51")
    typed_into(row, "12")
    assert row.edit.edited
    undo()
    assert (row.edit.text(), value(window, row.key), value(window)) == ("", None, 51)
    redo()
    assert row.edit.text() == "12"
    undo()
    undo()
    assert value(window) == 50


def test_while_an_input_method_composes_the_keys_take_nothing_back(window):
    row = row_of(window, "energy.diesel")
    typed_into(row, "51")
    row.edit.flush()
    QApplication.sendEvent(row.edit, QInputMethodEvent("wan", []))
    undo()
    assert value(window) == 51
    done = QInputMethodEvent("", [])
    done.setCommitString("万")
    QApplication.sendEvent(row.edit, done)
    assert row.edit.text() == "51万"
    undo()
    assert (value(window), row.edit.text()) == (50, "50")


def test_a_text_is_taken_back_pause_by_pause_with_the_cursor_where_it_changed(window):
    window.view.form.build_all()
    editor = window.view.form.parts_of(TextEditor)[0]
    editor.edit.setFocus()
    for words in ("我们节约能源。", "并减少排放。"):
        type_text(editor.edit, words)
        editor.flush()
    editor.edit.moveCursor(editor.edit.textCursor().MoveOperation.Start)
    type_text(editor.edit, "今年")
    undo()
    assert (editor.edit.toPlainText(), editor.edit.textCursor().position()) == ("我们节约能源。并减少排放。", 0)
    undo()
    assert (editor.edit.toPlainText(), editor.edit.textCursor().position()) == ("我们节约能源。", 7)
    assert "并减少排放。" in window.actions_.redo.toolTip()
    assert "能源" in window.actions_.redo.toolTip()
    assert editor.edit.hasFocus()
    redo()
    redo()
    assert editor.edit.toPlainText() == "今年我们节约能源。并减少排放。"


def test_undo_leads_to_the_section_the_grid_and_the_text_where_it_happened(qtbot, window):
    desk = window.view.desk
    typed_into(row_of(window, "energy.diesel"), "51")
    editor = window.view.form.parts_of(TextEditor)[0]
    editor.edit.setFocus()
    type_text(editor.edit, "节能")
    desk.choose_section("people")
    window.view.form.build_all()
    grid = window.view.form.parts_of(BreakdownGrid)[0]
    grid.enter(1)
    grid.paste("61\n40\n")
    assert "粘贴" in window.actions_.undo.text()
    desk.choose_section("green.energy")
    undo()
    assert desk.section_code == "people"
    assert value(window, Key("staff", 2022, category="gender=male")) == 60
    undo()
    assert desk.section_code == "green.energy"
    assert window.view.form.parts_of(TextEditor)[0].edit.hasFocus()
    undo()
    assert row_of(window, "energy.diesel").edit.hasFocus()
    assert value(window) == 50


def test_an_earlier_year_and_a_note_are_gone_back_to(window):
    window.view.choose_period(2021)
    typed_into(row_of(window, "energy.gas"), "1100")
    window.view.choose_period(2022)
    row = row_of(window, "energy.diesel")
    row.open_remarks("note")
    note = row._remarks.note
    type_text(note, "表计")
    undo()  # nothing is handed over yet: the line takes back its own typing
    assert (note.text(), window.view.session.point(DIESEL).note) == ("", "")
    type_text(note, "表计损坏")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert "备注" in window.actions_.undo.text()
    undo()
    assert (note.text(), window.view.session.point(DIESEL).note) == ("", "")
    undo()
    assert window.view.desk.period == 2021
    assert value(window, Key("energy.gas", 2021)) == 1000


def test_in_the_sheet_the_editor_takes_back_its_typing_then_the_last_step_is_shown(qtbot, window):
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = window.view.rooms.sheet
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    view = page.grid.view
    qtbot.waitUntil(view.hasFocus, timeout=60000)
    (at,) = page.model.locate([DIESEL])
    view.choose(at)
    QTest.keyClick(view, "5")
    QTest.keyClick(QApplication.focusWidget(), "1")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert value(window) == 51
    view.choose(at)
    QTest.keyClick(view, "9")
    editor = QApplication.focusWidget()
    undo()
    assert (editor.text(), value(window)) == ("51", 51)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    page.grid.folding.emit(page.model.grid.rows[at[0]].within[0], True)
    assert not page.model.locate([DIESEL])
    view.setFocus()
    undo()
    assert value(window) == 50
    assert [view.at()] == page.model.locate([DIESEL])


def test_each_step_says_which_thing_and_what_becomes_of_it(window):
    names = StepNames(window.view.desk)
    old, text = DataPoint(DIESEL, 50, typed="50"), SlotText("csr-2022", "green.energy.body", "zh-Hans", "节约能源")
    told = [
        names.of("", [Change(DIESEL, old, replace(old, value=32))]),
        names.of("", [Change(DIESEL, old, None)]),
        names.of("", [Change(DIESEL, old, replace(old, value=None, omission="not_applicable"))]),
        names.of("", [Change(DIESEL, old, replace(old, note="x"))]),
        names.of("", [Change(DIESEL, old, replace(old, estimated=True))]),
        names.of("", [Change(keep(text).subject, text, replace(text, text="节约大量能源"))]),
        names.of("粘贴", [keep(old), clear(Key("energy.gas", 2022))]),
        names.of("跟进标记", [keep(FollowUp(DIESEL.canonical()))]),
        names.of("", [clear(FollowUpAt(DIESEL.canonical()))]),
    ]
    assert told == [
        "改为 32立方米：柴油消耗量", "清空：柴油消耗量", "改为 不适用：柴油消耗量", "备注：柴油消耗量", "标为估算值：柴油消耗量",
        "写入“大量”：能源", "粘贴：柴油消耗量 等 2 项", "跟进标记：柴油消耗量", "去掉：“柴油消耗量”的跟进标记",
    ]  # fmt: skip


def test_the_names_follow_the_language_and_are_gone_with_the_workspace(window):
    typed_into(row_of(window, "energy.diesel"), "51")
    row_of(window, "energy.diesel").edit.flush()
    window.speak("en")
    assert window.actions_.undo.text().startswith("&Undo ")
    window.speak("zh-Hans")
    window.show_start()
    assert window.actions_.undo.text() == "撤销(&U)"

"""Ctrl+K goes to or does anything, Ctrl+F filters the place at hand; the focus comes back to where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.field_row import FieldRow
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
K, F = Qt.Key.Key_K, Qt.Key.Key_F
CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, how)


def shown(palette) -> list[str]:
    return [getattr(row, "code", "") for row in palette.rows.rows]


def test_ctrl_k_leads_from_a_field_to_a_value_a_place_an_action_and_back(qtbot, window):
    window.show()
    view, field = window.view, window.bar.search
    row = view.form.parts_of(FieldRow)[0]
    row.edit.setFocus()
    press(K, CTRL)
    palette = view.finder.palette
    assert field.hasFocus()
    assert palette.isVisible()
    assert palette.parent() is window
    assert not palette.isWindow()
    assert "sheet" in shown(palette)
    press(Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert row.edit.hasFocus()
    press(K, CTRL)
    type_text(field, "symhs")
    assert shown(palette) == []
    assert "symhs" in palette.nothing.words.text()
    field.clear()
    type_text(field, "员工人数")
    press(Qt.Key.Key_Return)
    assert view.desk.section_code == "people"
    assert view.desk.key.metric == "staff"
    assert field.text() == ""
    press(K, CTRL)
    type_text(field, "tbb")
    press(Qt.Key.Key_Return)
    assert view.rooms.room() == "sheet"


def test_what_cannot_be_done_says_why_and_stays_and_values_are_listed_in_the_sheet(qtbot, window):
    window.show()
    view, field = window.view, window.bar.search
    view.form.parts_of(FieldRow)[0].edit.setFocus()
    press(K, CTRL)
    palette = view.finder.palette
    type_text(field, "撤销")
    (undo,) = (one for one in palette.rows.rows if getattr(one, "code", "") == "undo")
    assert undo.why == "没有可以撤销的操作"
    press(Qt.Key.Key_Return)
    assert palette.isVisible()
    field.clear()
    type_text(field, "能耗")
    press(Qt.Key.Key_Return)  # nothing in this report: every report
    assert "所有报告" in palette.nothing.words.text()
    press(Qt.Key.Key_Return)
    assert field.text() == ""
    type_text(field, "柴油")
    press(Qt.Key.Key_Return, CTRL)
    assert view.rooms.room() == "sheet"
    assert view.rooms.sheet.tools.search.text() == "柴油"


def test_ctrl_f_filters_the_place_at_hand_and_finds_everywhere_where_a_place_has_no_filter(qtbot, window):
    window.show()
    view = window.view
    view.form.parts_of(FieldRow)[0].edit.setFocus()
    press(F, CTRL)
    assert view.outline.filter.hasFocus()
    for place, field in (("issues", "search"), ("requests", "search")):
        page = view.rooms.show_room(place)
        press(F, CTRL)
        assert getattr(page, field).hasFocus()
    view.rooms.show_room("structure")
    press(F, CTRL)
    assert window.bar.search.hasFocus()
    assert view.finder.palette.isVisible()


def test_a_found_text_is_one_line_and_is_gone_to(qtbot, window):
    window.show()
    view = window.view
    view.commands.change("", [keep(SlotText("csr-2022", "green.energy.body", "zh-Hans", "one\ntwo"))])
    view.desk.choose_section("people")
    window.bar.search.setFocus()
    type_text(window.bar.search, "two")
    (found,) = (row for row in view.finder.palette.rows.rows if getattr(row, "kind", "") == "text")
    assert found.name == "“one two”"
    press(Qt.Key.Key_Return)
    assert view.desk.section_code == "green.energy"

"""Cells that are pasted into a field of a section go into it and the fields below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop.window.form.field_menu import FieldMenu
from desktop.window.form.field_row import FieldRow
from schema.grammar.reference import Key

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def rows(window) -> list[FieldRow]:
    window.view.form.build_all()
    return window.view.form.parts_of(FieldRow)


def paste(row: FieldRow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    row.edit.setFocus()
    row.edit.selectAll()
    QTest.keyClick(row.edit, Qt.Key.Key_V, CONTROL)


def test_a_column_is_one_step_over_the_fields_below_and_what_had_no_place_is_counted(qtbot, window, rows):
    session, told = window.view.session, []
    window.view.form.told.connect(told.append)
    before = window.view.commands.count()
    paste(rows[0], "1,200\r\n1.2万\r\n99\r\n7\r\n")
    open_rows = [row for row in rows if not row.edit.isReadOnly()]
    assert [row.key.metric for row in open_rows] == ["energy.gas", "energy.diesel"]
    assert session.point(Key("energy.gas", 2022)).value == 1200
    assert session.point(Key("energy.diesel", 2022)).value == 12000
    assert session.point(Key("energy.fuel", 2022)) is None
    assert window.view.commands.count() == before + 1
    assert told == ["已粘贴 2 个；2 个没有位置"]
    assert "粘贴" in window.actions_.undo.text()
    window.actions_.undo.trigger()
    assert session.point(Key("energy.gas", 2022)) is None
    assert session.point(Key("energy.diesel", 2022)).value == 50


def test_what_cannot_be_read_is_kept_there_and_marked_and_a_blank_clears(qtbot, window, rows):
    told = []
    window.view.form.told.connect(told.append)
    paste(rows[0], "见附件\n\nx")
    session = window.view.session
    assert session.point(Key("energy.gas", 2022)).unread
    assert session.point(Key("energy.diesel", 2022)) is None
    assert told == ["已粘贴 1 个；1 个看不懂，已保留并标出；1 个没有位置"]


def test_several_columns_lead_to_the_sheet_and_one_cell_is_typed_as_ever(qtbot, window, rows):
    told = []
    window.view.form.told.connect(told.append)
    before = window.view.commands.count()
    paste(rows[0], "1\t2\n3\t4")
    assert "填报表" in told[0]
    assert window.view.commands.count() == before
    paste(rows[0], "345\n")
    assert rows[0].edit.text().strip() == "345"
    rows[0].edit.flush()
    assert window.view.session.point(Key("energy.gas", 2022)).value == 345


def test_the_menu_pastes_like_the_key(qtbot, window, rows):
    QGuiApplication.clipboard().setText("5\n6")
    menu = FieldMenu(window.view.desk, rows[0].key, rows[0])
    menu.add_edits(rows[0].edit)
    next(action for action in menu.actions() if action.objectName() == "edit-paste").trigger()
    assert window.view.session.point(Key("energy.diesel", 2022)).value == 6
    menu.deleteLater()

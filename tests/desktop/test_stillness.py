"""The form does not move under the hand: what is said of values comes and goes without shifting any field."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.field_row import FieldRow
from desktop.window.form.text_editor import TextEditor
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from tests.desktop.typing_hand import type_text


def fields(window) -> list[FieldRow]:
    window.view.form.build_all()
    return window.view.form.parts_of(FieldRow)


def settled(qtbot, window) -> None:
    """Wait until everything that was typed is saved and checked, and what follows from it is laid out."""
    session = window.view.session
    with qtbot.waitSignal(session.issues_changed, timeout=60000):
        session.check_all()
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)
    QApplication.processEvents()


def heights(rows: list[FieldRow]) -> list[int]:
    return [row.edit.mapToGlobal(QPoint(0, 0)).y() for row in rows]


def test_wrong_right_and_wrong_values_move_no_field_while_the_cursor_stays(qtbot, window):
    rows = fields(window)
    for number, row in enumerate(rows[:2]):
        row.edit.setFocus()
        QApplication.processEvents()
        before = heights(rows)
        for text in ("9x9", "120", "-5", "1.2万"):
            row.edit.selectAll()
            type_text(row.edit, text)
            QApplication.processEvents()
            row.edit.flush()
            settled(qtbot, window)
            assert heights(rows)[number:] == before[number:], text
        assert "12,000" in row.message.words
    rows[0].edit.setFocus()
    QApplication.processEvents()
    before = heights(rows)
    rows[0].edit.selectAll()
    type_text(rows[0].edit, "一段读不懂的话" * 30)
    rows[0].edit.flush()
    settled(qtbot, window)
    assert heights(rows) == before  # what does not fit is in the tool tip until the cursor leaves
    line = rows[0].message._line
    assert line.text().endswith("…")
    assert line.toolTip() == rows[0].message.words
    low = line.height()
    window.view.outline.tree.setFocus()
    QApplication.processEvents()
    assert line.height() > low
    assert line.text() == rows[0].message.words


def test_what_is_said_of_a_field_above_waits_until_the_cursor_leaves_the_card(qtbot, window):
    desk, session = window.view.desk, window.view.session
    desk.choose_section("people")
    rows = fields(window)
    users, staff = rows[0], next(row for row in rows if row.key.metric == "staff")
    staff.edit.setFocus()
    QApplication.processEvents()
    before = heights(rows)
    point = users._wording.point("9x9", users.key, None)
    window.view.commands.change("", [keep(point)])
    settled(qtbot, window)
    assert (users.mark.state, heights(rows)) == ("error", before)
    text_before = staff.edit.mapToGlobal(QPoint(0, 0)).y()
    window.view.outline.tree.setFocus()
    QApplication.processEvents()
    assert users.message._line.isVisible()
    assert staff.edit.mapToGlobal(QPoint(0, 0)).y() > text_before
    assert session.unsaved() == 0


def test_the_field_that_is_come_to_stays_where_it_is_when_the_card_above_gives_back_its_room(qtbot, window):
    words = SlotText("csr-2022", "green.energy.body", "zh-Hans", "一行\n" * 20)
    window.view.commands.change("", [keep(words)])
    rows, editor = fields(window), window.view.form.parts_of(TextEditor)[0]
    rows[0].edit.setFocus()
    rows[1].edit.setFocus()
    QApplication.processEvents()
    bar = window.view.form.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > rows[0].message._line.height(), timeout=60000)  # once all is laid out
    bar.setValue(bar.maximum())
    before, card = editor.edit.mapToGlobal(QPoint(0, 0)).y(), rows[0].parentWidget().height()
    assert bar.value() > rows[0].message._line.height()
    editor.edit.setFocus(Qt.FocusReason.MouseFocusReason)
    QApplication.processEvents()
    assert rows[0].parentWidget().height() < card
    assert editor.edit.mapToGlobal(QPoint(0, 0)).y() == before


def test_the_bar_over_words_of_last_year_gives_back_its_room_only_when_the_cursor_leaves(qtbot, window):
    editor = fields(window) and window.view.form.parts_of(TextEditor)[0]
    carried = SlotText("csr-2022", "green.energy.body", "zh-Hans", "去年的话", "csr-2021")
    window.view.commands.change("", [keep(carried)])
    QApplication.processEvents()
    assert editor.carried.isVisible()
    editor.edit.setFocus()
    QApplication.processEvents()
    before = editor.edit.mapToGlobal(QPoint(0, 0)).y()
    type_text(editor.edit, "今年")
    QApplication.processEvents()
    assert not editor.carried.isVisible()
    assert editor.edit.mapToGlobal(QPoint(0, 0)).y() == before
    QTest.keyClick(editor.edit, Qt.Key.Key_Tab)
    window.view.outline.tree.setFocus()
    QApplication.processEvents()
    assert editor.edit.mapToGlobal(QPoint(0, 0)).y() < before

"""Typing into the form's fields as a person does."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.field_row import FieldRow
from desktop.window.main_window import MainWindow
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text


@pytest.fixture
def window(kept_window):
    return kept_window


def row_of(window: MainWindow, code: str) -> FieldRow:
    window.view.form.build_all()
    return next(row for row in window.view.form.parts_of(FieldRow) if row.key.metric == code)


def type_into(window: MainWindow, code: str, text: str) -> FieldRow:
    row = row_of(window, code)
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, text)
    return row


def wait_saved(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.view.session.unsaved() == 0, timeout=60000)
    window.view.session._thinking.wait()
    QApplication.processEvents()


def test_a_typed_value_is_durable_after_a_pause(qtbot, window, stored):
    row = type_into(window, "energy.gas", "1234.5")
    with qtbot.waitSignal(window.view.session.saved, timeout=60000):
        pass
    assert stored("energy.gas").value == Decimal("1234.5")
    wait_saved(qtbot, window)
    assert row.mark.state == "filled"


def test_nothing_of_an_older_value_stands_while_a_newer_one_is_checked(qtbot, window):
    row = type_into(window, "energy.gas", "1,2,3,4")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert (row.edit.text(), row.mark.state) == ("1,2,3,4", "error")
    session, is_let_go = window.view.session, Event()
    session._thinking.run(is_let_go.wait, lambda _: None, session.crashed.emit)
    row.edit.selectAll()
    qtbot.keyClick(row.edit, Qt.Key.Key_Delete)
    row.edit.flush()
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)
    row.refresh()  # as whatever else changes on the form makes it do
    assert (row.edit.text(), row.message.words, row.mark.state) == ("", "", "empty")
    type_into(window, "energy.gas", "7")
    row.edit.flush()
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)
    assert (row.edit.text(), row.strip._change, row.mark.state) == ("7", "", "unchecked")
    is_let_go.set()
    wait_saved(qtbot, window)
    assert row.mark.state == "doubt"  # far from last year's
    assert row.strip._change


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("１，２３４．５", "1234.5", ""),
        ("超过7,570", "7570", "over"),
        ("1.2万", "12000", ""),
        ("近3萬立方米", "30000", "nearly"),
        ("-5", "-5", ""),
    ],
)
def test_numbers_are_understood_as_people_write_them(qtbot, window, stored, text, value, qualifier):
    row = type_into(window, "energy.gas", text)
    row.edit.flush()
    wait_saved(qtbot, window)
    point = stored("energy.gas")
    assert (point.value, point.qualifier) == (Decimal(value), qualifier)


def test_what_was_understood_is_said_when_it_was_written_in_another_way(qtbot, window):
    row = type_into(window, "energy.gas", "1.2万")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert "12,000" in row.message.words


@pytest.mark.parametrize(
    ("text", "told"), [("=12*3+4", "40"), ("1,234①", "①"), ("1 234", "1,234"), ("1.2万", "12,000")]
)
def test_what_was_dropped_or_assumed_is_said_before_it_is_stored(window, stored, text, told):
    row = type_into(window, "energy.gas", text)
    assert told in row.message.words
    assert row.edit.edited
    assert stored("energy.gas") is None or stored("energy.gas").typed != text


def test_what_was_dropped_or_assumed_is_still_said_once_it_is_stored(qtbot, window, stored):
    row = type_into(window, "energy.gas", "1,234*")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert stored("energy.gas").value == Decimal(1234)
    assert "*" in row.message.words


def test_a_bare_number_is_meant_in_the_unit_that_the_field_shows(qtbot, window, stored):
    window.view.desk.choose_section("people")
    row = type_into(window, "users.daily", "36590.5")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert stored("users.daily").value == Decimal("365905000")
    assert row.edit.accessibleName().endswith("万人")


def test_a_percent_sign_may_be_typed_and_is_not_doubled(qtbot, window, stored):
    window.view.desk.choose_section("people")
    row = type_into(window, "training.share", "９３．６％")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert stored("training.share").value == Decimal("93.6")
    window.view.form.setFocus()
    assert row.edit.text() == "93.6"


def test_a_reason_may_be_typed_in_the_place_of_a_value(qtbot, window, stored):
    row = type_into(window, "energy.gas", "不适用")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert stored("energy.gas").omission == "not_applicable"
    assert row.edit.text() == "不适用"


def test_text_that_cannot_be_read_is_kept_and_said_beside_the_field(qtbot, window, stored):
    row = type_into(window, "energy.gas", "twelve")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert stored("energy.gas").unread == "twelve"
    assert row.mark.state == "error", window.view.session.issues_at(row.key)
    assert row.message.words
    assert row.edit.text() == "twelve"


def test_clearing_the_field_clears_the_value(qtbot, window, stored):
    row = row_of(window, "energy.diesel")
    row.edit.setFocus()
    row.edit.selectAll()
    QTest.keyClick(row.edit, Qt.Key.Key_Delete)
    row.edit.flush()
    wait_saved(qtbot, window)
    assert stored("energy.diesel") is None


def test_enter_and_down_go_to_the_next_field_and_up_goes_back(qtbot, window):
    first, second = row_of(window, "energy.gas"), row_of(window, "energy.diesel")
    first.edit.setFocus()
    QTest.keyClick(first.edit, Qt.Key.Key_Return)
    assert second.edit.hasFocus()
    QTest.keyClick(second.edit, Qt.Key.Key_Up)
    assert first.edit.hasFocus()


def test_leaving_a_field_saves_without_waiting_for_the_pause(qtbot, window, stored):
    row = type_into(window, "energy.gas", "77")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    wait_saved(qtbot, window)
    assert stored("energy.gas").value == 77


def test_what_was_typed_is_taken_over_as_soon_as_the_cursor_leaves(qtbot, window):
    row = type_into(window, "energy.gas", "78")
    QTest.keyClick(row.edit, Qt.Key.Key_Tab)
    assert not row.edit.hasFocus()
    assert window.view.session.point(row.key).value == 78


def test_half_a_number_stays_in_its_field_when_the_form_is_shown_anew(qtbot, window):
    row = type_into(window, "energy.gas", "12")
    row.refresh()
    assert row.edit.text() == "12"
    type_text(row.edit, "3")
    row.edit.flush()
    assert window.view.session.point(row.key).value == 123


def test_escape_takes_back_what_was_typed(qtbot, window, stored):
    row = type_into(window, "energy.diesel", "999")
    QTest.keyClick(row.edit, Qt.Key.Key_Escape)
    wait_saved(qtbot, window)
    assert stored("energy.diesel").value == 50
    assert row.edit.text() == "50"


def test_a_figure_follows_its_inputs_and_cannot_be_typed_into(qtbot, window):
    figure = row_of(window, "energy.fuel")
    assert figure.edit.isReadOnly()
    assert not figure.edit.text()
    type_into(window, "energy.gas", "100").edit.flush()
    wait_saved(qtbot, window)
    assert figure.edit.text() == "150.00"
    assert figure.mark.state == "formula", window.view.session.issues_at(figure.key)
    assert "天然气消耗量" in figure.edit.toolTip()
    assert "100" in figure.edit.toolTip()


def test_looking_at_a_value_changes_nothing(qtbot, window):
    before = len(window.view.session.workspace.history())
    for code in ("energy.gas", "energy.diesel", "energy.fuel"):
        row_of(window, code).edit.setFocus()
        qtbot.wait(20)
    window.view.form.setFocus()
    window.view.session.settle()
    assert len(window.view.session.workspace.history()) == before


def test_the_exact_value_is_shown_while_the_cursor_is_in_the_field(qtbot, window):
    row = type_into(window, "energy.gas", "1234.5678")
    row_of(window, "energy.diesel").edit.setFocus()
    wait_saved(qtbot, window)
    assert row.edit.text() == "1,234.57"
    row.edit.setFocus()
    assert row.edit.text() == "1,234.5678"


def test_undo_brings_the_old_value_back_and_redo_the_new_one(qtbot, window, stored):
    row = type_into(window, "energy.diesel", "51")
    row.edit.flush()
    window.actions_.undo.trigger()
    wait_saved(qtbot, window)
    assert stored("energy.diesel").value == 50
    assert row.edit.text() == "50"
    window.actions_.redo.trigger()
    wait_saved(qtbot, window)
    assert stored("energy.diesel").value == 51


def test_one_stay_in_a_field_is_one_step_of_undo(qtbot, window, stored):
    row = type_into(window, "energy.diesel", "6")
    row.edit.flush()
    type_text(row.edit, "7")
    row.edit.flush()
    window.actions_.undo.trigger()
    wait_saved(qtbot, window)
    assert stored("energy.diesel").value == 50


def test_a_chosen_reason_asks_for_a_footnote_and_keeps_it(qtbot, window, stored):
    row = row_of(window, "energy.gas")
    row.choose_omission("not_collected")
    footnote = row._remarks.footnote
    assert footnote.hasFocus()
    type_text(footnote, "表计损坏")
    QTest.keyClick(footnote, Qt.Key.Key_Return)
    wait_saved(qtbot, window)
    assert (stored("energy.gas").omission, stored("energy.gas").footnote) == ("not_collected", "表计损坏")


def test_an_estimate_is_marked_in_words(qtbot, window, stored):
    row = row_of(window, "energy.diesel")
    row.mark_estimated(True)
    wait_saved(qtbot, window)
    assert stored("energy.diesel").estimated
    assert row.message.words


def test_note_and_mark_stay_when_another_value_is_typed(qtbot, window, stored):
    row = row_of(window, "energy.diesel")
    row.put(replace(window.view.session.point(row.key), note="why", estimated=True))
    type_into(window, "energy.diesel", "51").edit.flush()
    wait_saved(qtbot, window)
    found = stored("energy.diesel")
    assert (found.value, found.note, found.estimated) == (51, "why", True)


def test_last_year_and_change_stand_beside_the_field(qtbot, window):
    row = type_into(window, "energy.gas", "1100")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert row.strip._past[0] == "1,000.00"
    assert row.strip._change == "+10%"  # 1,000 as typed may be 999.6: a tenth of a percent would be too exact
    assert [year for year, _ in row.strip._values] == [2021, 2022]


def test_every_field_has_an_accessible_name(window):
    for section in window.view.desk.outline.walk():
        window.view.desk.choose_section(section.code)
        window.view.form.build_all()
        for row in window.view.form.parts_of(FieldRow) + window.view.form.parts_of(BreakdownGrid):
            field = row.edit if isinstance(row, FieldRow) else row
            assert field.accessibleName(), section.code


def test_the_year_chooser_fills_in_an_earlier_year(qtbot, window):
    window.view.choose_period(2021)
    row = type_into(window, "energy.diesel", "48")
    row.edit.flush()
    wait_saved(qtbot, window)
    assert window.view.session.point(Key("energy.diesel", 2021)).value == 48


def test_an_empty_field_is_not_scolded_and_a_typed_one_is_told_what_is_wrong(qtbot, window):
    row = row_of(window, "energy.gas")
    assert row.mark.state == "empty"
    assert not row.message.words
    type_into(window, "energy.gas", "9x9").edit.flush()
    wait_saved(qtbot, window)
    assert row.mark.state == "error"


def test_a_sum_of_parts_is_offered_and_can_be_overwritten(qtbot, window, stored):
    session = window.view.session
    window.view.desk.choose_section("people")
    window.view.form.build_all()
    grid = window.view.form.parts_of(BreakdownGrid)[0]
    grid.enter(1)
    grid.paste("60\n40\n")
    wait_saved(qtbot, window)
    row = row_of(window, "staff")
    assert (row.edit.text(), row.edit.placeholderText(), row.mark.state) == ("", "100", "total")
    type_into(window, "staff", "101").edit.flush()
    wait_saved(qtbot, window)
    assert stored("staff").value == 101
    with qtbot.waitSignal(session.issues_changed, timeout=60000):
        pass
    assert row.mark.state == "error"


def test_a_field_that_has_the_cursor_shows_what_redo_brings_back(qtbot, window, stored):
    row = type_into(window, "energy.diesel", "abc")
    row.edit.flush()
    window.actions_.undo.trigger()
    assert row.edit.text() == "50"
    window.actions_.redo.trigger()
    assert row.edit.text() == "abc"
    wait_saved(qtbot, window)
    assert stored("energy.diesel").unread == "abc"


def test_a_field_never_says_saved_while_something_is_being_typed(qtbot, window):
    row = type_into(window, "energy.diesel", "51")
    assert row.mark.state == "saving"
    row.refresh()
    assert row.mark.state == "saving"
    row.edit.flush()
    wait_saved(qtbot, window)
    assert row.mark.state == "filled"


LONG_NUMBERS = {"energy.gas": "9" * 59 + ".5", "energy.diesel": "12" * 20 + "0" * 5000, "users.daily": "7" * 60}


@pytest.fixture
def long_numbers(new_window, opened_at, kept_file, tmp_path):
    """A window with numbers as an earlier program stored them, with more digits than are read."""
    path = Path(shutil.copy(kept_file, tmp_path / "long.annals"))
    keys = {Key(code, 2022): text for code, text in LONG_NUMBERS.items()} | {Key("energy.gas", 2021): "8" * 70}
    with Workspace.open(path, write=True, who="earlier") as workspace:
        workspace.apply([keep(DataPoint(key, Decimal(text), typed=text)) for key, text in keys.items()])
    window = new_window()
    opened_at(window, path)
    return window


def test_a_number_with_too_many_digits_is_painted_told_and_can_be_cleared(qtbot, long_numbers):
    window = long_numbers
    for section in ("people", "green.energy"):
        window.view.desk.choose_section(section)
        window.view.form.build_all()
        assert not window.grab().isNull()
    for code in ("energy.gas", "energy.diesel"):
        row = row_of(window, code)
        assert LONG_NUMBERS[code].partition(".")[0] in row.edit.text().replace(",", "")
        issues = [issue.code for issue in window.view.session.issues_at(row.key)]
        assert "value.digits" in issues
        row.edit.setFocus()
        row.edit.selectAll()
        QTest.keyClick(row.edit, Qt.Key.Key_Delete)
        row.edit.flush()
    wait_saved(qtbot, window)
    with Workspace.open(window.view.session.path, write=False) as workspace:
        assert not {Key("energy.gas", 2022), Key("energy.diesel", 2022)} & workspace.snapshot().points.keys()


def test_too_many_digits_are_kept_as_typed_and_said_beside_the_field(qtbot, window, stored):
    row = type_into(window, "energy.gas", "1234567890" * 6)
    row.edit.flush()
    wait_saved(qtbot, window)
    assert (stored("energy.gas").unread, stored("energy.gas").value) == ("1234567890" * 6, None)
    assert [issue.code for issue in window.view.session.issues_at(row.key)] == ["unread.digits"]
    assert "1234567890123456…" in row.message.words


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_key_opens_what_the_field_offers_with_its_own_cut_copy_and_paste(window):
    row, seen = row_of(window, "energy.diesel"), []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        seen.extend(action.text() or action.objectName() for action in menu.actions())
        menu.close()

    row.edit.setFocus()
    QTimer.singleShot(200, look)
    QApplication.sendEvent(row.edit, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5)))
    assert any("备注" in words for words in seen)
    assert any("复制" in words or "Copy" in words for words in seen)
    assert not any("撤" in words or "Undo" in words for words in seen)


def test_what_is_left_out_asks_why_and_its_line_is_what_is_looked_at(window):
    gas, diesel = (row_of(window, code) for code in ("energy.gas", "energy.diesel"))
    gas.edit.setFocus()
    type_text(gas.edit, "未统计")
    QTest.keyClick(gas.edit, Qt.Key.Key_Return)
    gas.edit.setFocus()
    window.actions_.making.trigger()
    assert gas.making.isVisible()
    assert gas._remarks.footnote.hasFocus()
    diesel.edit.setFocus()
    assert window.view.desk.key == diesel.key
    gas._remarks.footnote.setFocus()
    assert window.view.desk.key == gas.key

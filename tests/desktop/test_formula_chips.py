"""Formulas with chips: in the form of a metric and in the catalogue's cells, with real keys and an input method."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.window.chips.formula_edit import FormulaEdit
from desktop.window.look.clipboard import put_on_clipboard
from desktop.work.catalogue_sheet.fields import COLUMNS
from desktop.work.sheet.grid import Column
from tests.desktop.typing_hand import Hand, focused, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def edit(qtbot, window) -> FormulaEdit:
    """The formula's field of a form that stands alone."""
    made = FormulaEdit(window.view.desk, window)
    made.setGeometry(300, 200, 420, 34)
    made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus, timeout=10000)
    yield made
    made.hide()
    made.deleteLater()


def chips(edit: FormulaEdit) -> list[str]:
    """What the chips show, in order."""
    found = (edit.chip_at(place) for place in range(edit.document().characterCount()))
    return [edit.words.look(chip.written).words for chip in found if chip is not None]


def commit(text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def test_a_bracket_opens_the_list_that_finds_by_initials_and_puts_a_chip_in(edit):
    QTest.keyClicks(edit, "2 * [")
    assert edit.asks
    type_text(focused(), "trq")  # 天然气
    assert edit.list.rows.entries[0].code == "energy.gas"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert edit.hasFocus()
    assert not edit.asks
    assert edit.text() == "2 * [energy.gas]"
    assert chips(edit) == ["天然气消耗量"]
    QTest.keyClicks(edit, " + 1")
    assert edit.text() == "2 * [energy.gas] + 1"


def test_an_input_method_finds_a_metric_by_its_name_and_types_chinese_brackets(edit):
    commit("【")
    assert edit.asks
    assert "【" not in edit.text()
    commit("柴油")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert edit.text() == "[energy.diesel]"
    QApplication.sendEvent(edit, QInputMethodEvent("chai", []))  # composed, not yet meant
    assert edit.text().startswith("[energy.diesel]")
    commit("")
    commit("［")
    commit("energy.gas")
    commit("］") if edit.hasFocus() else QTest.keyClicks(focused(), "]")
    assert edit.text() == "[energy.diesel][energy.gas]"


def test_a_reference_typed_to_its_end_is_taken_as_it_is_with_year_and_category(edit):
    Hand().write("[energy.gas@-1] / [staff:gender=male] + [energy.gaz]")
    assert edit.text() == "[energy.gas@-1] / [staff:gender=male] + [energy.gaz]"
    assert chips(edit) == ["天然气消耗量 · 上年", "员工人数 · 男性", "[energy.gaz]"]
    assert edit.words.look("energy.gaz").state == "unknown"
    Hand().write(" + [柴油消耗量]")
    assert edit.text().endswith(" + [energy.diesel]")  # a whole name is as good as a code


def test_tab_in_the_list_goes_on_writing_and_f2_opens_a_chip_again(edit):
    QTest.keyClicks(edit, "[")
    type_text(focused(), "energy.gas")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert edit.text() == "[energy.gas"
    QTest.keyClicks(edit, "@-1]")
    assert chips(edit) == ["天然气消耗量 · 上年"]
    QTest.keyClick(edit, Qt.Key.Key_F2)
    assert chips(edit) == []
    for _ in range(3):
        QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClicks(edit, "]")
    assert edit.text() == "[energy.gas]"
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == ""
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.text() == "[energy.gas]"


def test_esc_leaves_the_formula_as_it_was_and_a_second_bracket_is_one(edit):
    QTest.keyClicks(edit, "1 + [")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert (edit.text(), edit.hasFocus(), edit.asks) == ("1 + ", True, False)
    QTest.keyClicks(edit, "[")
    QTest.keyClicks(focused(), "[")
    assert edit.text() == "1 + ["


def test_copied_formulas_are_written_in_codes_and_pasted_codes_become_chips(edit):
    put_on_clipboard("[energy.gas]\n+ [energy.diesel]")
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert chips(edit) == ["天然气消耗量", "柴油消耗量"]
    QTest.keyClick(edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(edit, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "[energy.gas] + [energy.diesel]"


def test_the_pointer_on_a_chip_tells_value_unit_definition_and_code(edit, monkeypatch):
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, words, _widget: told.append(words))
    edit.setText("[energy.gas@-1]")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.Start)
    edit.setTextCursor(cursor)
    place = edit.cursorRect().center() + QPoint(20, 0)
    QApplication.sendEvent(edit, QHelpEvent(QEvent.Type.ToolTip, place, edit.viewport().mapToGlobal(place)))
    assert "2021：1,000 立方米" in told[0]
    assert "办公大楼的天然气" in told[0]
    assert "[energy.gas@-1]" in told[0]
    assert edit.words.html("staff").count("没有数值") == 1


def test_the_form_of_a_metric_checks_what_is_typed_and_shows_the_inputs(qtbot, window):
    page = window.view.rooms.show_room("structure")
    page.new_metric()
    dialog = window.view.rooms.grids.shaping.metric
    qtbot.waitUntil(dialog.fields.name.hasFocus, timeout=20000)
    hand = Hand()
    hand.write("两种燃料")
    hand.click(dialog.fields.making.button(1))
    assert dialog.focusWidget() is dialog.fields.formula.line
    hand.write("[energy.gas] + [energy.dizel]")
    qtbot.waitUntil(lambda: "energy.dizel" in dialog.fields.formula.inputs.text(), timeout=20000)
    assert not dialog.go.isEnabled()
    dialog.fields.formula.inputs.linkActivated.emit("energy.dizel>energy.diesel")
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20000)
    assert dialog.fields.formula.text() == "[energy.gas] + [energy.diesel]"
    assert chips(dialog.fields.formula.line) == ["天然气消耗量", "柴油消耗量"]
    assert "50" in dialog.fields.formula.inputs.text()
    dialog.reject()


def test_a_cell_of_the_catalogue_is_written_with_chips_and_says_below_what_it_is_read_as(qtbot, fresh_window):
    window = fresh_window
    QTest.keyClick(window, Qt.Key.Key_0, ALT)
    page = window.view.rooms.catalogue
    view = page.grid.view
    qtbot.waitUntil(view.hasFocus, timeout=60000)
    row = next(number for number, row in enumerate(page.model.grid.rows) if row.name == "energy.fuel")
    view.choose((row, COLUMNS.index(Column("field", field="formula"))))
    QTest.keyClick(view, Qt.Key.Key_BracketLeft)
    field = next(iter(view.viewport().findChildren(FormulaEdit)))
    assert field.asks  # the first key opens the cell, and the list
    QTest.keyClicks(focused(), "cyxhl")  # 柴油消耗量
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert field.text() == "[energy.diesel]"
    assert field.isVisible()
    QTest.keyClicks(field, " * (")
    notes = [label.text() for label in view.viewport().children() if hasattr(label, "text") and label is not field]
    assert any("无法识别" in text for text in notes)
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    QTest.keyClicks(field, "2")
    notes = [label.text() for label in view.viewport().children() if hasattr(label, "text") and label is not field]
    assert any("柴油消耗量" in text and "50" in text for text in notes)
    QTest.keyClick(field, Qt.Key.Key_Return)
    page._desk.session.settle()
    qtbot.waitUntil(lambda: not page.structuring.is_open, timeout=60000)
    assert page.structuring.definitions.catalogue.metrics["energy.fuel"].formula.text == "[energy.diesel] * 2"
    assert not page.report.isVisible()


def test_a_cell_that_is_opened_shows_its_formula_and_is_left_as_it_was(qtbot, window):
    page = window.view.rooms.show_room("catalogue")
    view = page.grid.view
    row = next(number for number, row in enumerate(page.model.grid.rows) if row.name == "energy.fuel")
    view.choose((row, COLUMNS.index(Column("field", field="formula"))))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        view.setFocus()
        view.choose((row, COLUMNS.index(Column("field", field="formula"))))
        QTest.keyClick(view, Qt.Key.Key_F2)
        field = view.viewport().findChildren(FormulaEdit)[-1]
        assert chips(field) == ["天然气消耗量", "柴油消耗量"]
        assert field.textCursor().hasSelection()  # typing replaces it
        QTest.keyClick(field, key)
    assert not page.structuring.is_open
    assert window.view.commands.count() == 0


def test_a_cell_whose_list_is_left_by_a_click_keeps_what_was_typed(qtbot, fresh_window):
    window = fresh_window
    page = window.view.rooms.show_room("catalogue")
    view = page.grid.view
    row = next(number for number, row in enumerate(page.model.grid.rows) if row.name == "energy.fuel")
    view.choose((row, COLUMNS.index(Column("field", field="formula"))))
    QTest.keyClicks(view, "5")
    field = next(iter(view.viewport().findChildren(FormulaEdit)))
    QTest.keyClicks(field, " * [")
    QTest.keyClicks(focused(), "energy.gas]")
    QTest.keyClicks(field, " + [")
    page.tools.search.setFocus()
    qtbot.waitUntil(lambda: not view.viewport().findChildren(FormulaEdit), timeout=10000)
    assert page.report.isVisible()  # “5 * [energy.gas] +” is no formula, and it is told with its text
    assert "5 * [energy.gas] +" in page.report.lines.toPlainText()

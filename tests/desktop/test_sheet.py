"""The sheet with real keys, mouse, input method and clipboard: what is typed there is what a field types."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from desktop.window.form.field_row import FieldRow
from desktop.window.form.unit_menu import UnitMenu
from desktop.window.look.clipboard import put_on_clipboard
from desktop.window.pages.sheet_page import SheetPage
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.values.changes import keep
from schema.values.requests import ItemNote, Request, Step
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def page(qtbot, window) -> SheetPage:
    """The sheet of the small workspace, opened by its key."""
    QTest.keyClick(window, Qt.Key.Key_6, ALT)
    page = window.view.rooms.sheet
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    qtbot.waitUntil(page.grid.view.hasFocus, timeout=60000)
    return page


def at(page: SheetPage, code: str, cut: str = "", year: int = YEAR) -> tuple[int, int]:
    (place,) = page.model.locate([Key(code, year, category=cut)])
    return place


def go(page: SheetPage, code: str, cut: str = "", year: int = YEAR) -> None:
    page.grid.view.choose(at(page, code, cut, year))


def editor(page: SheetPage) -> Any:
    """The field that is open for typing, None where none is."""
    fields = page.grid.view.viewport().findChildren(QLineEdit)
    return next((field for field in reversed(fields) if field.isVisible()), None)


def press(page: SheetPage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.grid.view, key, modifiers)


def shown(page: SheetPage, code: str, cut: str = "") -> str:
    return page.model.text(at(page, code, cut))


def saved(qtbot, page: SheetPage) -> None:
    session = page.model.desk.session
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)
    session._thinking.wait()


def test_the_first_key_typed_replaces_and_enter_goes_to_the_next_open_cell(qtbot, page, stored):
    go(page, "energy.gas")
    QTest.keyClicks(page.grid.view, "7")
    QTest.keyClicks(editor(page), "1")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    saved(qtbot, page)
    assert stored("energy.gas").value == 71
    assert page.grid.view.at() == at(page, "energy.diesel")
    QTest.keyClicks(page.grid.view, "8")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    assert page.grid.view.at() == at(page, "users.daily")  # the figure between takes nothing


def test_a_number_is_read_as_its_field_reads_it(qtbot, page, stored):
    for code, typed in (("users.daily", "1.2"), ("training.share", "９．５％"), ("energy.gas", "=12*3")):
        go(page, code)
        press(page, Qt.Key.Key_F2)
        editor(page).selectAll()
        type_text(editor(page), typed)
        QTest.keyClick(editor(page), Qt.Key.Key_Return)
    saved(qtbot, page)
    assert [stored(code).value for code in ("users.daily", "training.share", "energy.gas")] == [
        12000,
        Decimal("9.5"),
        36,
    ]


def test_a_chinese_input_method_opens_the_cell_and_keeps_what_is_being_composed(qtbot, page, stored):
    go(page, "energy.gas")
    view = page.grid.view
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(view, QInputMethodEvent("bu", []))
    assert editor(page) is not None
    commit = QInputMethodEvent("", [])
    commit.setCommitString("不适用")
    QApplication.sendEvent(view, commit)
    assert editor(page).text() == "不适用"
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    saved(qtbot, page)
    assert stored("energy.gas").omission == "not_applicable"


def test_what_is_typed_in_the_sheet_stands_in_its_field_and_back(qtbot, page, window):
    go(page, "energy.gas")
    QTest.keyClicks(page.grid.view, "7")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    QTest.keyClick(window, Qt.Key.Key_7, ALT)
    row = next(row for row in window.view.form.parts_of(FieldRow) if row.key.metric == "energy.gas")
    assert row.edit.text() in ("7", "7.00")
    row.edit.setFocus()
    row.edit.selectAll()
    QTest.keyClicks(row.edit, "8")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    saved(qtbot, page)
    QTest.keyClick(window, Qt.Key.Key_6, ALT)
    qtbot.waitUntil(lambda: shown(page, "energy.gas") == "8.00", timeout=5000)


def test_a_total_follows_and_says_what_lacks(qtbot, page):
    parts = next(number for number, row in enumerate(page.model.grid.rows) if row.kind == "parts")
    home = page.model.grid.home()
    assert page.model.text((parts, home)) == "还缺 1 项"
    go(page, "staff", "gender=female")
    QTest.keyClicks(page.grid.view, "4")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    assert page.model.text((parts, home)) == "64"
    saved(qtbot, page)
    qtbot.waitUntil(lambda: shown(page, "staff") == "64", timeout=5000)


def test_a_breakdown_folds_by_its_arrow_and_by_a_key(page):
    rows = len(page.model.grid.rows)
    number = next(number for number, row in enumerate(page.model.grid.rows) if row.kind == "parts")
    box = page.grid.still.visualRect(page.model.index(number, 0))
    arrow = QPoint(box.left() + 7 + 2 * 14 + 6, box.center().y())
    QTest.mouseClick(page.grid.still.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert len(page.model.grid.rows) == rows - 2
    page.grid.view.choose((number, page.model.grid.home()))
    press(page, Qt.Key.Key_Space)
    assert len(page.model.grid.rows) == rows
    press(page, Qt.Key.Key_Left, ALT | SHIFT)
    assert len(page.model.grid.rows) == rows - 2
    assert page.grid.view.at()[0] == number


def test_esc_leaves_a_cell_as_it_was_and_an_earlier_year_says_why_it_is_locked(qtbot, page, stored):
    go(page, "energy.diesel")
    press(page, Qt.Key.Key_F2)
    assert editor(page).text() == "50"
    QTest.keyClicks(editor(page), "9")
    QTest.keyClick(editor(page), Qt.Key.Key_Escape)
    saved(qtbot, page)
    assert stored("energy.diesel").value == 50
    go(page, "energy.gas", year=YEAR - 1)
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClicks(page.grid.view, "7")
    assert "往年" in told.args[0]
    assert at(page, "energy.gas", year=YEAR - 1) == page.grid.view.at()


def test_undo_is_one_step_with_a_name_and_stays_in_the_sheet(qtbot, page, window, stored):
    go(page, "energy.gas")
    QTest.keyClicks(page.grid.view, "7")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    assert window.view.commands.undoText().endswith("：天然气消耗量")
    saved(qtbot, page)
    go(page, "staff")
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    saved(qtbot, page)
    assert stored("energy.gas") is None
    assert window.view.rooms.currentWidget() is page
    assert page.grid.view.at() == at(page, "energy.gas")


def test_a_value_that_is_still_being_typed_is_kept_when_the_window_closes(page, window, stored):
    go(page, "energy.gas")
    QTest.keyClicks(page.grid.view, "7")
    QTest.keyClicks(editor(page), "7")
    assert window.view.finish()
    assert stored("energy.gas").value == 77


def test_the_keys_choose_like_a_spreadsheet(page):
    view = page.grid.view
    go(page, "energy.gas")
    top, home = view.at()
    press(page, Qt.Key.Key_Down, SHIFT)
    assert view.places() == [(top, home), (top + 1, home)]
    press(page, Qt.Key.Key_Left, SHIFT)
    assert len(view.places()) == 4
    press(page, Qt.Key.Key_Return)
    assert view.at() == (top, home)  # round the chosen open cells
    assert len(view.places()) == 4
    press(page, Qt.Key.Key_Space, SHIFT)
    assert len(view.places()) == 2 * len(page.model.grid.columns)
    go(page, "energy.gas")
    press(page, Qt.Key.Key_Space, CONTROL)
    assert len(view.places()) == len(page.model.grid.rows)
    press(page, Qt.Key.Key_A, CONTROL)
    assert len(view.places()) == len(page.model.grid.rows) * len(page.model.grid.columns)
    press(page, Qt.Key.Key_Home, CONTROL)
    assert view.at() == (0, 0)
    press(page, Qt.Key.Key_End, CONTROL)
    assert view.at() == (len(page.model.grid.rows) - 1, len(page.model.grid.columns) - 1)


def test_cells_are_named_and_a_click_with_shift_chooses_from_where_the_cursor_stands(page):
    view, model = page.grid.view, page.model
    name = model.data(model.index(*at(page, "staff", "gender=male")), Qt.ItemDataRole.AccessibleTextRole)
    assert all(words in name for words in ("男性", "2022", "60"))
    go(page, "energy.gas")
    there = view.visualRect(page.model.index(*at(page, "energy.fuel"))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, SHIFT, there)
    assert len(view.places()) == 3
    last = view.visualRect(page.model.index(*at(page, "training.share"))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CONTROL, last)
    assert len(view.places()) == 4


def test_the_line_above_writes_the_cell_and_says_what_is_read(qtbot, page, stored):
    go(page, "users.daily")
    page.line.edit.setFocus()
    page.line.edit.selectAll()
    type_text(page.line.edit, "1.5万人")
    assert "15,000" in page.line.hint.text().replace("1.5万", "15,000")
    QTest.keyClick(page.line.edit, Qt.Key.Key_Return)
    saved(qtbot, page)
    assert stored("users.daily").value == 15000


def test_a_block_of_thirty_values_is_one_step_that_its_report_takes_back(qtbot, page, window, stored):
    tools, page_rows = page.tools, page.model.grid.rows
    assert tools.whole_catalogue is False
    home = page.model.grid.home()
    lines = [number for number, row in enumerate(page_rows) if row.takes]
    page.grid.view.choose((lines[0], home))
    put_on_clipboard("\r\n".join(f"{100 + number}\t{number}" for number in range(15)) + "\r\n")
    before = window.view.commands.count()
    press(page, Qt.Key.Key_V, CONTROL)
    saved(qtbot, page)
    assert window.view.commands.count() == before + 1
    assert window.view.commands.undoText().startswith("粘贴")
    assert stored("energy.gas").value == 100
    told = page.report.lines.toPlainText()
    assert page.report.isVisible()
    assert "计算值" in told  # the figure took nothing
    assert told.count("没有写入") == 15 + 1 + 3  # the column beside, the figure, and lines that there are not
    QTest.mouseClick(page.report.undo, Qt.MouseButton.LeftButton)
    saved(qtbot, page)
    assert stored("energy.gas") is None
    assert stored("energy.diesel").value == 50
    assert not page.report.isVisible()  # nothing that it told is so any more


def test_very_many_cells_are_read_bit_by_bit_and_are_there_before_anything_that_comes_after(
    qtbot, page, window, stored, monkeypatch
):
    monkeypatch.setattr("desktop.window.panels.value_putting._AT_ONCE", 1)
    monkeypatch.setattr("desktop.window.session.slices._SLICE", 0.0)  # a cell at a time
    told: list[str] = []
    page.told.connect(told.append)
    go(page, "energy.gas")
    page.editing.take((("11",), ("12",)))
    assert page.model.exact(at(page, "energy.gas")) != "11"
    qtbot.waitUntil(lambda: page.model.exact(at(page, "energy.diesel")) == "12", timeout=60000)
    assert any("2" in words for words in told)
    assert told[-1] == ""
    assert page.report.isVisible()
    assert window.view.commands.count() == 1

    page.editing.take((("21",), ("22",)))
    go(page, "users.daily")
    QTest.keyClicks(page.grid.view, "5")
    QTest.keyClick(editor(page), Qt.Key.Key_Return)  # what was pasted before it is the step before
    assert [page.model.exact(at(page, code)) for code in ("energy.gas", "energy.diesel")] == ["21", "22"]
    window.view._actions.undo.trigger()
    window.view._actions.undo.trigger()
    assert [page.model.exact(at(page, code)) for code in ("energy.gas", "energy.diesel")] == ["11", "12"]
    page.editing.take((("31",), ("32",)))
    saved(qtbot, page)
    page.commit()
    saved(qtbot, page)
    assert [stored(code).value for code in ("energy.gas", "energy.diesel")] == [31, 32]


def test_a_paste_over_what_departments_have_handed_in_is_asked_about_first(page, monkeypatch):
    gas, diesel = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)
    asked, answers = [], [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Yes]
    monkeypatch.setattr(QMessageBox, "question", lambda *words: asked.append(words[2]) or answers.pop(0))
    page.model.lines.states.shares = {gas: "submitted", diesel: "approved"}
    go(page, "energy.gas")
    put_on_clipboard("1\r\n2\r\n")
    press(page, Qt.Key.Key_V, CONTROL)
    assert "2 个数值已提交或已批准（行政部）" in asked[0]
    assert (shown(page, "energy.gas"), shown(page, "energy.diesel")) == ("", "50.00")
    press(page, Qt.Key.Key_V, CONTROL)
    assert (shown(page, "energy.gas"), shown(page, "energy.diesel")) == ("1.00", "2.00")
    put_on_clipboard("3\r\n")
    press(page, Qt.Key.Key_Home, CONTROL)
    go(page, "energy.gas")
    press(page, Qt.Key.Key_V, CONTROL)
    assert len(asked) == 2  # one value is changed as it is by typing


def test_a_table_of_excel_is_refused_cell_by_cell_where_it_is_locked(qtbot, page, stored):
    go(page, "energy.gas", year=YEAR - 1)
    html = "<table><tr><td>999</td><td>7</td></tr><tr><td></td><td>很多</td></tr></table>"
    put_on_clipboard("else", html)
    press(page, Qt.Key.Key_V, CONTROL)
    saved(qtbot, page)
    assert stored("energy.gas").value == 7
    assert stored("energy.diesel").unread == "很多"
    told = page.report.lines.toPlainText()
    assert told.count("\n") == 1
    assert "天然气消耗量 · 2021" in told
    assert "往年" in told
    assert "已保留在原处并标出" in told
    page.report.lines.anchorClicked.emit(QUrl("cell:0"))
    assert page.grid.view.at() == at(page, "energy.gas", year=YEAR - 1)


def test_cells_are_copied_cut_filled_and_cleared_each_in_one_step(qtbot, page, window, stored):
    view, stack = page.grid.view, window.view.commands
    go(page, "energy.diesel")
    press(page, Qt.Key.Key_X, CONTROL)
    assert QApplication.clipboard().text() == "50\r\n"
    go(page, "users.daily")
    press(page, Qt.Key.Key_V, CONTROL)
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_D, CONTROL)
    assert (shown(page, "users.daily"), shown(page, "training.share")) == ("50.0", "50.0")
    assert stack.undoText().startswith("填充：")
    press(page, Qt.Key.Key_F2)
    editor(page).selectAll()
    QTest.keyClicks(editor(page), "3")
    QTest.keyClick(editor(page), Qt.Key.Key_Return, CONTROL)
    assert (shown(page, "users.daily"), shown(page, "training.share")) == ("3.0", "3.0")
    press(page, Qt.Key.Key_Delete)
    assert (shown(page, "users.daily"), shown(page, "training.share")) == ("", "")
    assert stack.undoText().endswith(" 等 2 项")
    for _ in range(5):
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    saved(qtbot, page)
    assert stored("energy.diesel").value == 50
    assert stored("users.daily") is None
    press(page, Qt.Key.Key_A, CONTROL)
    press(page, Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().mimeData().hasHtml()
    assert len(view.places()) == len(page.model.grid.rows) * len(page.model.grid.columns)


def test_lines_are_searched_filtered_and_shown_again(qtbot, page):
    every = len(page.model.grid.rows)
    page.tools.search.setText("没有这个指标")
    qtbot.waitUntil(lambda: not page.model.grid.rows, timeout=5000)
    assert page.nothing.isVisible()
    assert "没有这个指标" in page.nothing.words.text()
    QTest.mouseClick(page.nothing.way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.model.grid.rows) == every, timeout=5000)
    press(page, Qt.Key.Key_L, CONTROL | SHIFT)
    assert page.filter.isVisible()
    field = next(field for column, field in page.filter.fields.items() if column.period == YEAR)
    QTest.keyClicks(field, ">55")
    qtbot.waitUntil(lambda: [row.name for row in page.model.grid.rows if row.takes][1:] == ["staff@2022:gender=male"])
    press(page, Qt.Key.Key_L, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(page.model.grid.rows) == every, timeout=5000)
    go(page, "energy.gas")
    press(page, Qt.Key.Key_Down, ALT)
    reasons = [action for action in page.menus.shown.actions() if action.text() == "不适用"]
    reasons[0].trigger()
    page.menus.shown.close()
    assert shown(page, "energy.gas") == "不适用"


def test_the_list_of_a_cell_and_of_a_field_says_in_which_unit_a_number_is_meant(page, window):
    go(page, "energy.gas")
    QTest.keyClicks(page.grid.view, "2")
    QTest.keyClicks(editor(page), "500")
    QTest.keyClick(editor(page), Qt.Key.Key_Down, ALT)
    (litres,) = [action for action in page.menus.shown.actions() if action.text().startswith("升")]
    assert litres.text() == "升\t= 2.5立方米"
    litres.trigger()
    page.menus.shown.close()
    assert shown(page, "energy.gas") == "2.50"
    window.view.desk.jump(Key("energy.gas", YEAR))
    row = next(row for row in window.view.form.parts_of(FieldRow) if row.key.metric == "energy.gas")
    row.edit.setText("300 立方米")
    QTest.keyClick(row.edit, Qt.Key.Key_Down, ALT)
    menu = row.edit.findChild(UnitMenu)
    assert menu.actions()[-1].text() == "法律限制"
    next(action for action in menu.actions() if action.text().startswith("升")).trigger()
    menu.close()
    assert window.view.session.point(row.key).value == Decimal("0.3")


def test_the_menu_acts_on_cells_in_the_sheet_alone(page, window):
    actions = window.actions_
    for code, key in (("users.daily", "5"), ("training.share", "6")):
        go(page, code)
        QTest.keyClicks(page.grid.view, key)
        QTest.keyClick(editor(page), Qt.Key.Key_Return)
    go(page, "users.daily")
    press(page, Qt.Key.Key_Down, SHIFT)
    assert "Ctrl+D" in actions.fill_down.text()
    actions.fill_down.trigger()
    assert (shown(page, "users.daily"), shown(page, "training.share")) == ("5.0", "5.0")
    actions.filter.trigger()
    assert page.filter.isVisible()
    actions.filter.trigger()
    window.view.rooms.show_room("sections")
    assert not actions.fill_down.isEnabled()
    assert "填报表" in actions.fill_down.toolTip()


def test_an_estimate_an_overdue_value_and_a_contradiction_have_states_of_their_own(page, window):
    session, states = window.view.session, page.model.lines.states
    gas, diesel = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)
    states.load({gas: "open"}, {gas: "2020-01-31"})
    page.model.forget()
    assert page.model.lines.line(at(page, "energy.gas")[0]).state == "late"
    assert "2020-01-31" in states.words("late", gas)
    window.view.commands.change("", [keep(replace(session.point(diesel), estimated=True))])
    session.settle()
    session._thinking.wait()
    QApplication.processEvents()
    session._issues = {}
    page.model.forget()
    assert page.model.lines.line(at(page, "energy.diesel")[0]).state == "estimated"
    session._issues = {diesel: (Issue("contradiction.sum", "error", diesel),)}
    page.model.forget()
    assert page.model.lines.line(at(page, "energy.diesel")[0]).state == "conflict"


def test_what_one_request_asks_is_a_choice_that_follows_the_request(qtbot, new_window, opened_at, workspace_file):
    asked = Request(f"csr-{YEAR}", "admin", "2026-12-31", "", Step("编辑", "2026-11-30T08:00:00Z"),
                    items={f"energy.gas@{YEAR}": ItemNote(person="李四")})  # fmt: skip
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(asked)])
    window = new_window()
    opened_at(window, workspace_file)
    page = window.view.rooms.show_room("sheet")
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    only = page.tools.only
    words = [only.itemText(place) for place in range(only.count())]
    assert words[-2:] == ["征集：行政部，截止 2026-12-31", "征集：行政部 · 李四，截止 2026-12-31"]
    only.setCurrentIndex(only.count() - 1)
    only.activated.emit(only.currentIndex())
    assert [row.key.metric for row in page.model.grid.rows if row.takes] == ["energy.gas"]
    only.setCurrentIndex(only.count() - 2)
    only.activated.emit(only.currentIndex())
    shown_rows = {row.key for row in page.model.grid.rows if row.takes}
    assert Key("staff", YEAR, category="gender=male") in shown_rows  # members of breakdowns are asked one by one
    assert Key("energy.fuel", YEAR) not in shown_rows
    window.view.commands.change("", [keep(replace(asked, due="2027-01-15"))])
    qtbot.waitUntil(lambda: "2027-01-15" in only.currentText(), timeout=60000)

"""The catalogue as a sheet with real keys, mouse, input method and clipboard: what is typed is another definition."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.look.clipboard import put_on_clipboard
from desktop.window.pages.catalogue_page import CataloguePage
from desktop.work.catalogue_sheet.fields import COLUMNS
from desktop.work.sheet.grid import Column
from schema.values.changes import keep
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.typing_hand import Hand, type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def page(qtbot, window) -> CataloguePage:
    """The catalogue of the small workspace, opened by its key."""
    QTest.keyClick(window, Qt.Key.Key_0, ALT)
    page = window.view.rooms.catalogue
    qtbot.waitUntil(page.grid.view.hasFocus, timeout=60000)
    return page


@pytest.fixture
def metric(page, workspace_file):
    """Read a metric from the file itself, as another process would, once everything is stored."""

    def read(code: str) -> Any:
        page._desk.session.settle()
        with Workspace.open(workspace_file, write=False) as workspace:
            return workspace.definitions.catalogue.metrics[code]

    return read


def at(page: CataloguePage, code: str, column: str) -> tuple[int, int]:
    row = next(number for number, row in enumerate(page.model.grid.rows) if row.name == code)
    return row, COLUMNS.index(Column("field", field=column))


def go(page: CataloguePage, code: str, column: str) -> None:
    page.grid.view.choose(at(page, code, column))


def shown(page: CataloguePage, code: str, column: str) -> str:
    return page.model.text(at(page, code, column))


def editor(page: CataloguePage) -> Any:
    fields = page.grid.view.cells.fields(page.grid.view.viewport())
    return next((field for field in reversed(fields) if field.isVisible()), None)


def press(page: CataloguePage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.grid.view, key, modifiers)


def stored(qtbot, page: CataloguePage) -> None:
    page._desk.session.settle()
    qtbot.waitUntil(lambda: not page.structuring.is_open, timeout=60000)


def write(page: CataloguePage, code: str, column: str, text: str) -> None:
    """Type over a cell, as a hand does: a key opens it, the rest follows, Enter hands it over."""
    go(page, code, column)
    press(page, Qt.Key.Key_F2)
    editor(page).selectAll()
    Hand().write(text)  # in a formula a bracket opens a list, which has the keys then
    QTest.keyClick(editor(page), Qt.Key.Key_Return)


def test_every_metric_has_a_line_below_its_department_with_what_is_said_of_it(page):
    rows = page.model.grid.rows
    assert [row.kind for row in rows] == ["head"] + ["value"] * 6
    assert page.model.text((0, 0)) == "行政部"
    assert page.model.text((1, 1)) == "energy.gas"
    assert shown(page, "energy.gas", "unit") == "立方米"
    assert shown(page, "users.daily", "kind") == "整数"
    assert shown(page, "energy.gas", "timing") == "全年累计"
    assert shown(page, "staff", "crossings") == "性别, 性别 + 层级"
    assert shown(page, "energy.fuel", "formula") == "[天然气消耗量] + [柴油消耗量]"
    assert page.model.exact(at(page, "energy.fuel", "formula")) == "[energy.gas] + [energy.diesel]"
    assert shown(page, "energy.gas", "places") == "能源"


def test_a_name_is_typed_by_an_input_method_and_enter_goes_down_the_column(qtbot, page, window, metric):
    go(page, "energy.gas", "name.zh-Hans")
    view = page.grid.view
    assert view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(view, QInputMethodEvent("tianranqi", []))
    assert editor(page) is not None
    commit = QInputMethodEvent("", [])
    commit.setCommitString("管道天然气")
    QApplication.sendEvent(view, commit)
    assert editor(page).text() == "管道天然气"
    QTest.keyClick(editor(page), Qt.Key.Key_Return)
    assert view.at() == at(page, "energy.diesel", "name.zh-Hans")
    assert page.model.text((1, 0)) == "管道天然气"
    assert metric("energy.gas").name.zh_hans == "管道天然气"
    assert metric("energy.gas").name.en == "Natural gas"
    assert window.view.commands.undoText().endswith("“管道天然气”")


def test_tab_goes_along_a_line_and_on_to_the_next_one_and_back(page):
    go(page, "energy.gas", "name.zh-Hans")
    press(page, Qt.Key.Key_Tab)
    assert page.grid.view.at() == at(page, "energy.gas", "name.zh-Hant")
    go(page, "energy.gas", "note")
    press(page, Qt.Key.Key_Tab)
    assert page.grid.view.at() == at(page, "energy.diesel", "name.zh-Hans")
    press(page, Qt.Key.Key_Tab, SHIFT)
    assert page.grid.view.at() == at(page, "energy.gas", "note")
    press(page, Qt.Key.Key_Return, SHIFT)
    assert page.grid.view.at() == at(page, "energy.gas", "note")  # nothing open stands above


def test_a_unit_is_typed_by_name_alias_or_code_and_an_unknown_one_is_refused_with_the_nearest(qtbot, page, metric):
    write(page, "energy.diesel", "unit", "升")
    stored(qtbot, page)
    assert metric("energy.diesel").unit == "l"
    write(page, "energy.diesel", "unit", "m³")
    stored(qtbot, page)
    assert metric("energy.diesel").unit == "m3"
    write(page, "energy.diesel", "unit", "立方")
    assert page.report.isVisible()
    told = page.report.lines.toPlainText()
    assert "柴油消耗量 · 单位" in told
    assert "“立方”没有写入" in told
    assert "没有单位“立方”。是否想写“立方米”？" in told
    assert shown(page, "energy.diesel", "unit") == "立方米"


def test_what_a_figure_needs_cannot_become_something_else_and_the_figure_is_named(qtbot, page, metric):
    write(page, "energy.gas", "unit", "人")
    told = page.report.lines.toPlainText()
    assert "“燃料合计”要用到它" in told
    assert "单位不一致" in told
    assert metric("energy.gas").unit == "m3"
    go(page, "staff", "crossings")
    press(page, Qt.Key.Key_Delete)
    assert "2022 年社会责任报告" in page.report.lines.toPlainText()  # which shows men and women
    assert metric("staff").crossings == (("gender",), ("gender", "level"))


def test_a_block_from_excel_is_one_step_with_a_report_that_takes_it_back(qtbot, page, window, metric):
    go(page, "energy.gas", "unit")
    html = "<table><tr><td>m3</td><td>整数</td><td>0</td></tr><tr><td>公升</td><td>数字</td><td>0.0</td></tr></table>"
    put_on_clipboard("else", html)
    before = window.view.commands.count()
    press(page, Qt.Key.Key_V, CONTROL)
    stored(qtbot, page)
    assert window.view.commands.count() == before + 1
    assert (metric("energy.gas").kind, metric("energy.gas").display) == ("integer", "0")
    assert (metric("energy.diesel").unit, metric("energy.diesel").display) == ("m3", "0.0")
    told = page.report.lines.toPlainText()
    assert told.count("没有写入") == 1
    assert "没有单位“公升”" in told
    assert "已粘贴 5 个单元格" in page.report.title.text()
    qtbot.waitUntil(page.report.undo.isEnabled, timeout=60000)
    QTest.mouseClick(page.report.undo, Qt.MouseButton.LeftButton)
    stored(qtbot, page)
    assert (metric("energy.gas").kind, metric("energy.gas").display) == ("number", "0.00")
    assert metric("energy.diesel").display == "0.00"
    assert not page.report.isVisible()


def test_very_many_cells_are_read_bit_by_bit_and_are_one_step(qtbot, page, window, metric, monkeypatch):
    monkeypatch.setattr("desktop.window.panels.catalogue_putting._AT_ONCE", 1)
    monkeypatch.setattr("desktop.window.session.slices._SLICE", 0.0)  # a step at a time
    monkeypatch.setattr("desktop.work.catalogue_sheet.entries._TOGETHER", 1)
    told: list[str] = []
    page.told.connect(told.append)
    before = window.view.commands.count()
    go(page, "energy.gas", "note")
    page.editing.take((("一",), ("二",), ("三",)))
    assert shown(page, "energy.gas", "note") == ""
    qtbot.waitUntil(lambda: shown(page, "energy.fuel", "note") == "三", timeout=60000)
    assert any("3" in words for words in told)
    stored(qtbot, page)
    assert window.view.commands.count() == before + 1
    go(page, "energy.gas", "note")
    page.editing.take((("四",), ("五",)))
    page.commit()  # whoever leaves has it all in
    stored(qtbot, page)
    assert [metric(code).note for code in ("energy.gas", "energy.diesel", "energy.fuel")] == ["四", "五", "三"]


def test_copied_cells_carry_what_can_be_typed_and_can_be_pasted_back_in_any_language(qtbot, page, metric):
    go(page, "energy.fuel", "crossings")
    page.grid.view.choose(at(page, "staff", "formula"), extend=True)
    press(page, Qt.Key.Key_C, CONTROL)
    text = QGuiApplication.clipboard().text()
    assert "[energy.gas] + [energy.diesel]" in text
    assert "性别, 性别 + 层级" in text
    go(page, "users.daily", "crossings")
    put_on_clipboard("Gender\r\n")
    press(page, Qt.Key.Key_V, CONTROL)
    stored(qtbot, page)
    assert metric("users.daily").crossings == (("gender",),)
    page.tools.copy.click()
    assert QGuiApplication.clipboard().text().startswith("指标\t编码\t名称（简体中文）")


def test_fill_down_and_del_change_what_can_be_blank_and_say_what_cannot(qtbot, page, metric):
    write(page, "energy.gas", "note", "向物业核对")
    stored(qtbot, page)
    go(page, "energy.gas", "note")
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_D, CONTROL)
    stored(qtbot, page)
    assert metric("energy.diesel").note == "向物业核对"
    press(page, Qt.Key.Key_Delete)
    stored(qtbot, page)
    assert (metric("energy.gas").note, metric("energy.diesel").note) == ("", "")
    go(page, "energy.gas", "unit")
    press(page, Qt.Key.Key_Delete)
    assert "缺少必填字段“单位”" in page.report.lines.toPlainText()


def test_one_text_goes_into_all_chosen_cells_and_the_list_of_a_cell_does_the_same(qtbot, page, metric):
    go(page, "energy.gas", "timing")
    press(page, Qt.Key.Key_Down, SHIFT)
    press(page, Qt.Key.Key_Down, ALT)
    chosen = next(act for act in page.menus.shown.actions() if act.text() == "年末时点")
    chosen.trigger()
    stored(qtbot, page)
    assert {metric(code).timing for code in ("energy.gas", "energy.diesel")} == {"stock"}
    page.menus.shown.close()


def test_a_formula_is_typed_by_names_and_a_circle_or_a_gap_is_refused(qtbot, page, metric):
    write(page, "energy.fuel", "formula", "[天然气消耗量] * 2")
    stored(qtbot, page)
    assert metric("energy.fuel").formula.text == "[energy.gas] * 2"
    write(page, "energy.gas", "formula", "[energy.fuel]")
    assert "循环" in page.report.lines.toPlainText()
    write(page, "energy.fuel", "formula", "[energy.gaz]")
    assert "没有指标“energy.gaz”。是否想写“energy.gas”？" in page.report.lines.toPlainText()
    assert metric("energy.fuel").formula.text == "[energy.gas] * 2"


def test_the_parts_of_a_total_are_written_in_its_cell(qtbot, page, workspace_file):
    write(page, "users.daily", "total", "员工人数")
    stored(qtbot, page)
    with Workspace.open(workspace_file, write=False) as workspace:
        (total,) = workspace.definitions.catalogue.totals
    assert (total.whole.target(), [part.target() for part in total.parts]) == ("users.daily", ["staff"])
    assert shown(page, "users.daily", "total") == "员工人数"
    write(page, "energy.gas", "total", "staff")
    assert "单位不一致" in page.report.lines.toPlainText()
    go(page, "users.daily", "total")
    press(page, Qt.Key.Key_Delete)
    stored(qtbot, page)
    assert page.structuring.definitions.catalogue.totals == ()


def test_undo_and_redo_put_the_cell_back_and_keep_the_place(qtbot, page, window, metric):
    write(page, "energy.gas", "display", "0.0")
    stored(qtbot, page)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    stored(qtbot, page)
    assert metric("energy.gas").display == "0.00"
    qtbot.waitUntil(lambda: shown(page, "energy.gas", "display") == "0.00", timeout=60000)
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    stored(qtbot, page)
    assert metric("energy.gas").display == "0.0"
    assert window.view.rooms.currentWidget() is page


def test_what_is_being_typed_stays_while_an_earlier_cell_is_stored(qtbot, page, metric):
    write(page, "energy.gas", "note", "一")
    QTest.keyClicks(page.grid.view, "ab")  # the next cell, while the first one is on its way
    field = editor(page)
    QTest.keyClicks(field, "c")
    stored(qtbot, page)
    QApplication.processEvents()
    assert editor(page) is field
    assert field.text().endswith("c")
    QTest.keyClick(field, Qt.Key.Key_Return)
    stored(qtbot, page)
    assert metric("energy.diesel").note.endswith("c")


def test_what_is_still_being_typed_is_kept_when_the_window_closes(page, window, workspace_file):
    go(page, "energy.gas", "note")
    QTest.keyClicks(page.grid.view, "7")
    QTest.keyClicks(editor(page), "7")
    assert window.view.finish()
    with Workspace.open(workspace_file, write=False) as workspace:
        assert workspace.definitions.catalogue.metrics["energy.gas"].note == "77"


def test_search_choosers_and_filter_row_narrow_the_lines_and_nothing_found_has_a_way_on(qtbot, page):
    page.tools.search.setFocus()
    QTest.keyClicks(page.tools.search, "energy")
    qtbot.waitUntil(lambda: len(page.model.grid.rows) == 4, timeout=5000)
    page.tools.which.setCurrentIndex(page.tools.which.findData("computed"))
    page.tools.which.activated.emit(page.tools.which.currentIndex())
    assert [row.name for row in page.model.grid.rows] == ["department admin", "energy.fuel"]
    QTest.keyClicks(page.tools.search, "zzz")
    qtbot.waitUntil(page.nothing.isVisible, timeout=5000)
    QTest.mouseClick(page.nothing.way, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.model.grid.rows) == 7, timeout=5000)
    QTest.keyClick(page, Qt.Key.Key_L, CONTROL | SHIFT)
    assert page.filter.isVisible()
    bar = page.grid.view.horizontalScrollBar()
    bar.setValue(bar.maximum())
    still, away = page.filter.fields[COLUMNS[0]], page.filter.fields[Column("field", field="name.zh-Hans")]
    assert (still.isVisible(), away.isVisible()) == (True, False)  # what is scrolled away lies over nothing
    bar.setValue(0)
    page.filter.fields[Column("field", field="kind")].setText("百分比")
    qtbot.waitUntil(lambda: [row.name for row in page.model.grid.rows][1:] == ["training.share"], timeout=5000)
    QTest.keyClick(page, Qt.Key.Key_L, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: len(page.model.grid.rows) == 7, timeout=5000)


def test_locked_cells_say_why_and_the_line_above_says_while_typing_what_would_be_refused(qtbot, page):
    go(page, "energy.gas", "places")
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClicks(page.grid.view, "7")
    assert "结构" in told.args[0]
    page.grid.view.choose((1, 1))
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClicks(page.grid.view, "7")
    assert "编码不能改" in told.args[0]
    go(page, "energy.gas", "department")
    page.line.edit.setFocus()
    page.line.edit.selectAll()
    type_text(page.line.edit, "行政科")
    assert "没有部门“行政科”" in page.line.hint.text()
    QTest.keyClick(page.line.edit, Qt.Key.Key_Escape)
    assert page.line.edit.text() == "行政部"


def test_the_menu_the_palette_and_the_side_bar_lead_there_and_the_menu_acts_on_its_cells_alone(qtbot, page, window):
    rooms = window.view.rooms
    rooms.show_room("sheet")
    window.actions_.catalogue.trigger()
    assert rooms.room() == "catalogue"
    assert rooms.bar.buttons["catalogue"].isChecked()
    assert window.actions_.clear.isEnabled()
    write(page, "energy.gas", "note", "字")
    stored(qtbot, page)
    go(page, "energy.gas", "note")
    window.actions_.clear.trigger()
    stored(qtbot, page)
    assert page.structuring.definitions.catalogue.metrics["energy.gas"].note == ""


def test_the_form_of_the_metric_opens_from_its_line_and_a_new_one_by_its_key(qtbot, page, window):
    go(page, "energy.gas", "name.zh-Hans")
    press(page, Qt.Key.Key_Return, ALT)
    shaping = window.view.rooms.grids.catalogue_shaping
    qtbot.waitUntil(lambda: shaping.metric is not None and shaping.metric.isVisible(), timeout=60000)
    assert shaping.metric.fields.name.text() == "天然气消耗量"
    shaping.metric.reject()
    press(page, Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(shaping.metric.isVisible, timeout=60000)
    type_text(shaping.metric.fields.name, "汽油消耗量")
    QTest.keyClick(shaping.metric, Qt.Key.Key_Return)
    stored(qtbot, page)
    assert any(row.title.zh_hans == "汽油消耗量" for row in page.model.grid.rows)


def test_beside_the_cells_stands_what_needs_the_metric(page):
    go(page, "energy.gas", "unit")
    QApplication.processEvents()
    told = page.notes.said.text()
    assert "燃料合计" in told
    assert "办公大楼的天然气" in told
    assert "各年数值：1 个" in told


def test_whoever_is_no_editor_sees_everything_and_changes_nothing(qtbot, new_window, opened_at, workspace_file):
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        people = (Person("编辑", "", "editor"), Person("行政联系人", "admin", "contact"))
        workspace.apply([keep(person) for person in people])
    window = new_window()
    window._settings.keep_person(workspace_file, "行政联系人")
    opened_at(window, workspace_file)
    page = window.view.rooms.show_room("catalogue")
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    go(page, "energy.gas", "note")
    with qtbot.waitSignal(page.told) as told:
        QTest.keyClicks(page.grid.view, "7")
    assert "不是编辑" in told.args[0]
    assert not window.view.rooms.bar.buttons["catalogue"].isVisible()
    with qtbot.waitSignal(page.told):
        QTest.keyClick(page, Qt.Key.Key_N, CONTROL)


def test_another_language_names_columns_choices_and_units(qtbot, page, window):
    window.actions_.languages["en"].trigger()
    page = window.view.rooms.show_room("catalogue")
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    assert shown(page, "energy.gas", "unit") == "m³"
    assert shown(page, "energy.gas", "timing") == "Over the year"
    assert page.model.headerData(5, Qt.Orientation.Horizontal) == "Unit"
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    window.actions_.languages["zh-Hans"].trigger()

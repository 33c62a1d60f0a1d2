"""Breakdowns typed, pasted and cleared as in a spreadsheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.window.form.breakdown_grid import BreakdownGrid
from tests.desktop.conftest import YEAR
from tests.desktop.typing_hand import type_text


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def grids(window) -> list[BreakdownGrid]:
    window.view.desk.choose_section("people")
    window.view.form.build_all()
    return window.view.form.parts_of(BreakdownGrid)


def saved(qtbot, grid: BreakdownGrid) -> None:
    session = grid.grid.desk.session
    qtbot.waitUntil(lambda: session.unsaved() == 0, timeout=60000)
    session._thinking.wait()


def editor(grid: BreakdownGrid) -> QLineEdit:
    return grid.viewport().findChild(QLineEdit)


def at(grid: BreakdownGrid, row: int, column: int) -> str:
    return grid.grid.text(grid.grid.cells[row][column])


def test_the_first_key_typed_is_not_lost_and_enter_goes_down(qtbot, grids, stored):
    grid = grids[0]
    grid.enter(1)
    QTest.keyClick(grid, "7")
    QTest.keyClicks(editor(grid), "1")
    QTest.keyClick(editor(grid), Qt.Key.Key_Return)
    saved(qtbot, grid)
    assert stored("staff", "gender=male").value == 71
    assert grid.currentIndex().row() == 2


def test_a_chinese_input_method_opens_the_cell_with_what_it_gives(qtbot, grids, stored):
    grid = grids[0]
    grid.enter(1)
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor(grid).selectAll()
    type_text(editor(grid), "１２")
    QTest.keyClick(editor(grid), Qt.Key.Key_Tab)
    saved(qtbot, grid)
    assert stored("staff", "gender=male").value == 12


def test_what_a_typed_number_is_read_as_is_said_at_the_cell_before_it_is_stored(qtbot, grids, stored):
    grid = grids[0]
    grid.enter(1)
    QTest.keyClick(grid, Qt.Key.Key_F2)
    editor(grid).selectAll()
    type_text(editor(grid), "=3*4")
    told = [label.text() for label in grid.viewport().findChildren(QLabel) if label.isVisible()]
    assert any("=3*4" in text and "12" in text for text in told)
    QTest.keyClick(editor(grid), Qt.Key.Key_Tab)
    saved(qtbot, grid)
    assert stored("staff", "gender=male").value == 12


def test_the_total_row_counts_while_parts_are_missing(grids):
    assert at(grids[0], 3, 1) == "60 …"


def test_a_block_from_excel_is_one_step_of_undo(qtbot, grids, stored, window):
    grid = grids[0]
    grid.enter(1)
    told = []
    grid.told.connect(told.append)
    QGuiApplication.clipboard().setText("６１\r\n39\r\n")
    QTest.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    saved(qtbot, grid)
    assert (stored("staff", "gender=male").value, stored("staff", "gender=female").value) == (61, 39)
    assert at(grid, 3, 1) == "100"
    assert "2" in told[0]
    window.actions_.undo.trigger()
    saved(qtbot, grid)
    assert stored("staff", "gender=male").value == 60
    assert stored("staff", "gender=female") is None


def test_what_has_no_place_or_cannot_be_read_is_told(qtbot, grids, stored):
    grid = grids[0]
    grid.enter(1)
    told = []
    grid.told.connect(told.append)
    grid.paste("abc\n40\n5\n")
    saved(qtbot, grid)
    assert stored("staff", "gender=male").unread == "abc"
    assert told[0].count("1") == 3


def test_delete_clears_the_selected_cells(qtbot, grids, stored):
    grid = grids[0]
    grid.enter(1)
    QTest.keyClick(grid, Qt.Key.Key_Delete)
    saved(qtbot, grid)
    assert stored("staff", "gender=male") is None


def test_tab_goes_along_and_enter_returns_to_the_column_where_the_row_began(grids):
    grid = grids[1]
    grid.enter(1)
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (1, 2)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (2, 1)


def test_a_crossed_grid_has_totals_both_ways(qtbot, grids):
    grid = grids[1]
    grid.enter(1)
    grid.paste("1\t2\n3\t4\n")
    saved(qtbot, grid)
    totals = [at(grid, 1, 3), at(grid, 2, 3), at(grid, 3, 1), at(grid, 3, 2), at(grid, 3, 3)]
    assert totals == ["3", "7", "4", "6", "10"]


def test_rows_and_columns_bear_the_names_of_their_members(grids):
    over_years, crossed = grids[0].grid.cells, grids[1].grid.cells
    rows = {row[0].words: row[1].key.category for row in over_years if row[1].kind == "entry"}
    assert rows == {"男性": "gender=male", "女性": "gender=female"}
    heads = [cell.words for cell in crossed[0]]
    entries = {
        (row[0].words, heads[column]): cell.key.category
        for row in crossed
        for column, cell in enumerate(row)
        if cell.kind == "entry"
    }
    assert entries == {
        ("男性", "管理层"): "gender=male;level=management",
        ("男性", "员工"): "gender=male;level=staff",
        ("女性", "管理层"): "gender=female;level=management",
        ("女性", "员工"): "gender=female;level=staff",
    }


def test_past_years_stand_newest_first_as_their_heads_say(grids):
    for row in grids[0].grid.cells:
        periods = [cell.key.period for cell in row if cell.kind == "past"]
        assert periods in ([], [YEAR - 1, YEAR - 2])


def test_copied_cells_can_be_pasted_into_excel(grids):
    grid = grids[1]
    grid.enter(1)
    grid.paste("1\t2\n3\t4\n")
    grid.selectAll()
    assert "1\t2\t3" in grid.selected_text()


def test_past_years_cannot_be_typed_into(grids):
    model = grids[0].grid
    flags = model.flags(model.index(1, 2))
    assert not flags & Qt.ItemFlag.ItemIsEditable


def test_enter_on_the_last_cell_leaves_the_grid(qtbot, grids):
    grid = grids[0]
    grid.enter(-1)
    with qtbot.waitSignal(grid.left):
        QTest.keyClick(grid, Qt.Key.Key_Return)


def test_cells_are_named_for_screen_readers(grids):
    model = grids[0].grid
    name = model.data(model.index(1, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert "男性" in name
    assert "2022" in name


def test_shift_and_arrows_choose_and_ctrl_x_cuts_what_is_chosen(grids):
    grid = grids[0]
    grid.enter(1)
    grid.paste("60\n40\n")
    grid.enter(1)
    points = [lambda row=row: grid.grid.desk.session.point(grid.grid.cells[row][1].key) for row in (1, 2)]
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(grid.selectedIndexes()) == 2
    QTest.keyClick(grid, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split() == ["60", "40"]
    assert [point() for point in points] == [None, None]
    QTest.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [point().value for point in points] == [60, 40]
    grid.setCurrentIndex(grid.grid.index(2, 1))
    QTest.keyClick(grid, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [(index.row(), index.column()) for index in grid.selectedIndexes()] == [(2, 1)]

"""What the sheet draws anew: the lines that come into sight, the cells that the cursor leaves and reaches."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.pages.sheet_page import SheetPage
from desktop.window.panels.cell_table import ROW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(kept_window):
    return kept_window


class Drawn(QObject):
    """Hears what a widget draws."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QRect] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.parts.append(event.rect())
        return super().eventFilter(watched, event)

    @property
    def highest(self) -> int:
        return max((part.height() for part in self.parts), default=0)


@pytest.fixture
def page(qtbot, window) -> SheetPage:
    """The sheet of the small workspace, opened by its key, in a window that does not hold all of its lines."""
    QTest.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = window.view.rooms.sheet
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    qtbot.waitUntil(page.grid.view.hasFocus, timeout=60000)
    page.grid.setFixedHeight(7 * ROW)
    settle()
    return page


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


def test_a_step_of_scrolling_draws_the_lines_that_come_into_sight_in_both_tables_alone(page) -> None:
    bar, drawn = page.grid.view.verticalScrollBar(), {}
    bar.setValue(0)
    settle()
    assert bar.maximum() >= 2 * ROW
    for table in (page.grid.view, page.grid.still):
        drawn[table] = Drawn()
        table.viewport().installEventFilter(drawn[table])
    bar.setValue(2 * ROW)
    settle()
    assert page.grid.still.verticalScrollBar().value() == 2 * ROW
    for table, seen in drawn.items():
        assert seen.parts
        assert seen.highest <= 3 * ROW < table.viewport().height()


def test_the_cursor_draws_the_cells_that_it_leaves_and_reaches(page) -> None:
    view, drawn = page.grid.view, Drawn()
    first = page.model.grid.entries()[0]
    view.choose(first)
    settle()
    view.viewport().installEventFilter(drawn)
    QTest.keyClick(view, Qt.Key.Key_Down)
    settle()
    assert view.at()[0] == first[0] + 1
    assert drawn.parts
    assert drawn.highest <= 3 * ROW


def test_what_was_moved_looks_as_if_it_were_drawn_anew(page) -> None:
    grid, bar = page.grid, page.grid.view.verticalScrollBar()
    for value in (3 * ROW, ROW, 2 * ROW + 7, 0, bar.maximum(), bar.maximum() - ROW):
        bar.setValue(value)
        settle()
    moved = grid.grab().toImage()
    grid.view.viewport().update()
    grid.still.viewport().update()
    settle()
    assert grid.grab().toImage() == moved


def test_heads_run_over_the_units_also_after_lines_were_folded(page) -> None:
    heads = [number for number, row in enumerate(page.model.grid.rows) if row.kind == "head"]
    page.grid.folding.emit(page.model.grid.rows[heads[0]].name, True)
    page.grid.folding.emit(page.model.grid.rows[heads[0]].name, False)
    for number, row in enumerate(page.model.grid.rows):
        joined = row.kind in ("head", "parts")
        assert page.grid.still.columnSpan(number, 0) == (2 if joined else 1)

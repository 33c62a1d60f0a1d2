"""Importing an old sheet in the window: read off the UI thread, confirmed row by row, taken in one step."""

from __future__ import annotations

import threading
from decimal import Decimal

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

import desktop.work.import_figures as importing
from desktop.window.item_models.import_model import FIRST_YEAR, METRIC, TAKE
from desktop.window.item_models.question_model import MEANING
from schema.exchange.oldsheets.answers import ColumnMap
from schema.grammar.reference import Key
from schema.workspace import Workspace
from tests.desktop.control_walk import faults, unseen
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def book(tmp_path):
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (
        ["指标", "单位", "2021", "2022"],
        ["天然气消耗量", "m³", 1200, 1300],
        ["柴油用量", "m³", None, 7],
        ["员工人数", "人", None, 90],
        ["其中：男", "人", None, 55],
    ):
        sheet.append(row)
    path = tmp_path / "旧表.xlsx"
    made.save(path)
    return path


@pytest.fixture
def dialog(window):
    window.actions_.import_.trigger()
    dialog = window.view.coming_in.import_dialog
    yield dialog
    if dialog.isVisible():
        dialog.reject()


@pytest.fixture
def loaded(qtbot, dialog, book):
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        dialog.load(book)
    return dialog


def ticks(dialog) -> list[bool]:
    model = dialog.model
    found = (model.data(model.index(row, TAKE), Qt.ItemDataRole.CheckStateRole) for row in range(model.rowCount()))
    return [state == Qt.CheckState.Checked for state in found]


def tick(qtbot, dialog, row: int, state: Qt.CheckState) -> None:
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        dialog.model.setData(dialog.model.index(row, TAKE), state.value, Qt.ItemDataRole.CheckStateRole)


def test_rows_are_shown_with_metric_values_and_what_stands_there(loaded):
    model = loaded.model
    assert (faults(loaded), unseen(loaded)) == ([], [])
    assert ticks(loaded) == [True, False, True, False]
    assert model.data(model.index(1, METRIC)) == "柴油消耗量"
    assert "现值 1,000" in model.data(model.index(0, FIRST_YEAR))
    assert "旧表.xlsx [Sheet] C2" in loaded.issues.toPlainText()
    assert loaded.go.isEnabled()


def test_what_is_ticked_is_stored_in_one_step_and_undone_in_one(qtbot, window, loaded, workspace_file):
    tick(qtbot, loaded, 1, Qt.CheckState.Checked)
    session = window.view.session
    with qtbot.waitSignal(loaded.imported, timeout=60000) as taken:
        loaded.go.click()
    # Last year's gas differs from what stands there and is kept; this year's diesel, too.
    assert taken.args == [2]
    session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        points = workspace.snapshot().points
        entries = [entry.kind for entry in workspace.history() if entry.reason == "旧表.xlsx"]
    assert points[Key("energy.gas", 2022)].value == Decimal(1300)
    assert points[Key("energy.gas", 2021)].value == Decimal(1000)
    assert points[Key("staff", 2022)].value == Decimal(90)
    # What 柴油用量 is, is remembered in the same step.
    assert sorted(entries) == ["answer", "point", "point"]
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: session.point(Key("energy.gas", 2022)) is None, timeout=60000)
    assert session.point(Key("staff", 2022)) is None


def test_existing_values_are_replaced_only_when_that_is_ticked(qtbot, loaded):
    assert len(loaded._shown.outcome.changes) == 2
    with qtbot.waitSignal(loaded.loaded, timeout=60000):
        loaded.replace.setChecked(True)
    assert {change.subject.canonical() for change in loaded._shown.outcome.changes} >= {
        "energy.gas@2021",
        "energy.gas@2022",
    }


def test_a_row_is_given_another_metric_by_typing(qtbot, loaded):
    index = loaded.model.index(1, METRIC)
    loaded.table.setCurrentIndex(index)
    loaded.table.edit(index)
    editor = loaded.table.findChild(QComboBox)
    editor.lineEdit().clear()
    type_text(editor.lineEdit(), "users.daily")
    assert editor.completer().completionCount() == 1
    editor.setCurrentText(editor.completer().currentCompletion())
    with qtbot.waitSignal(loaded.loaded, timeout=60000):
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert loaded.model.data(index) == "日活跃用户"
    # A volume is no number of persons: the cell says so, and nothing is stored before that is put right.
    assert not loaded.go.isEnabled()
    tick(qtbot, loaded, 1, Qt.CheckState.Unchecked)
    assert loaded.go.isEnabled()


def test_what_cannot_be_read_is_one_sentence(qtbot, dialog, tmp_path):
    path = tmp_path / "kaputt.xlsx"
    path.write_bytes(b"no workbook")
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        dialog.load(path)
    assert "kaputt.xlsx" in dialog.words.text()
    assert not dialog.go.isEnabled()


def test_reading_is_off_the_ui_thread_and_closing_stops_it(qtbot, dialog, book, monkeypatch):
    threads, stopped = [], threading.Event()

    def read(path, stop):
        from schema.child_process import Stopped

        threads.append(threading.current_thread())
        while not stop():
            stopped.wait(0.01)
        stopped.set()
        raise Stopped

    monkeypatch.setattr(importing, "read_old", read)
    dialog.load(book)
    qtbot.waitUntil(lambda: bool(threads), timeout=60000)
    dialog.cancel.click()
    assert stopped.is_set()
    assert threads[0] is not threading.main_thread()
    assert not dialog.isVisible()


# questions about columns and units


@pytest.fixture
def asking(tmp_path):
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (
        ["指标", "单位", "2021/22", "2023某"],
        ["天然气消耗量", "m³", 1200, 1300],
        ["柴油消耗量（人）", "m³", 5, 6],
    ):
        sheet.append(row)
    path = tmp_path / "问.xlsx"
    made.save(path)
    return path


def choose(qtbot, dialog, name: str, meaning: str) -> None:
    model = dialog.questions
    row = next(r for r in range(model.rowCount()) if model.question(model.index(r, 0)).name == name)
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        assert model.setData(model.index(row, MEANING), meaning)


def asked(dialog) -> list[str]:
    model = dialog.questions
    return [model.question(model.index(row, 0)).name for row in range(model.rowCount())]


def test_what_is_not_certain_is_asked_and_nothing_can_be_stored_before(qtbot, window, dialog, asking, workspace_file):
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        dialog.load(asking)
    assert dialog.heads.isVisible()
    assert asked(dialog) == ["2021/22", "2023某"]
    assert not dialog.go.isEnabled()
    choose(qtbot, dialog, "2021/22", "end")
    choose(qtbot, dialog, "2023某", "2023")
    assert asked(dialog) == ["柴油消耗量（人）"]
    choose(qtbot, dialog, "柴油消耗量（人）", "m³")
    assert (asked(dialog), dialog.heads.isVisible(), dialog.go.isEnabled()) == ([], False, True)
    with qtbot.waitSignal(dialog.imported, timeout=60000):
        dialog.go.click()
    session = window.view.session
    session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        snapshot = workspace.snapshot()
    assert snapshot.points[Key("energy.gas", 2023)].value == Decimal(1300)
    # How fiscal years are called is remembered, and undo takes that back, too.
    assert [answer.meaning for answer in snapshot.more["answers"].values()] == ["end"]
    window.actions_.undo.trigger()
    session.settle()
    with Workspace.open(workspace_file, write=False) as workspace:
        assert "answers" not in workspace.snapshot().more


def test_every_column_is_shown_where_that_is_asked_for_and_can_be_explained_anew(qtbot, loaded):
    assert not loaded.heads.isVisible()
    loaded.all_heads.setChecked(True)
    assert asked(loaded) == ["指标", "单位", "2021", "2022"]
    choose(qtbot, loaded, "2021", "ignore")
    assert {change.subject.period for change in loaded._shown.outcome.changes} == {2022}


def test_a_year_is_typed_and_other_words_are_not_taken_over(qtbot, dialog, asking):
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        dialog.load(asking)
    row = asked(dialog).index("2023某")
    index = dialog.questions.index(row, MEANING)
    delegate = dialog.heads.itemDelegateForColumn(MEANING)
    editor = delegate.createEditor(dialog.heads, QStyleOptionViewItem(), index)
    delegate.setEditorData(editor, index)
    assert editor.currentText() == "2023"
    editor.setCurrentText("某年")
    delegate.setModelData(editor, dialog.questions, index)
    assert dialog._said == ColumnMap()
    editor.setCurrentText("2024q1")
    with qtbot.waitSignal(dialog.loaded, timeout=60000):
        delegate.setModelData(editor, dialog.questions, index)
    assert [answer.meaning for answer in dialog._said.columns.values()] == ["2024q1"]

"""Freezes in the window: made, listed, compared, exported; with keys as people press them."""

from __future__ import annotations

import threading
from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import desktop.window.dialogs.export as export_module
from desktop.window.item_models.comparison_model import AFTER, BEFORE, KIND, WHAT
from desktop.window.panels.waiting_line import WaitingLine
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, SlotText
from schema.values.freezes import freezes_of
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", YEAR)


@pytest.fixture(autouse=True)
def own_data(tmp_path, monkeypatch) -> None:
    """Keys are made in a folder of the test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def press(widget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def opened(window):
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    return window.view.vouching.freezes


def freeze(qtbot, dialog, name: str, reason: str) -> None:
    """Press *Freeze now*, type both, and press Enter."""
    press(dialog.freeze)
    type_text(dialog.naming.name, name)
    type_text(dialog.naming.reason, reason)
    QTest.keyClick(dialog.naming.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.naming.isVisible() or not dialog.naming.trouble.isHidden(), timeout=60000)


def compared(qtbot, dialog) -> dict[str, tuple[str, str, str]]:
    """Compare what is chosen; return kind and both sides by section and name."""
    with qtbot.waitSignal(dialog.compared, timeout=60000):
        press(dialog.compare)
    return rows(dialog)


def rows(dialog) -> dict[str, tuple[str, str, str]]:
    model, found = dialog.view.model, {}
    for group in range(model.rowCount()):
        above = model.index(group, WHAT)
        for row in range(model.rowCount(above)):
            cells = {column: model.index(row, column, above).data() for column in (WHAT, KIND, BEFORE, AFTER)}
            found[f"{above.data()} / {cells[WHAT]}"] = (cells[KIND], cells[BEFORE], cells[AFTER])
    return found


def test_a_freeze_is_named_by_keys_kept_and_listed(qtbot, window, workspace_file):
    dialog = opened(window)
    assert "还没有封存" in dialog.words.text()
    assert not dialog.compare.isEnabled()
    freeze(qtbot, dialog, "送审稿", "送审")
    assert (dialog.list.topLevelItemCount(), dialog.chosen().name) == (1, "送审稿")
    with Workspace.open(workspace_file, write=False) as workspace:
        (kept,) = freezes_of(workspace.snapshot())
    assert (kept.name, kept.reason, kept.report, bool(kept.signature)) == ("送审稿", "送审", "csr-2022", True)
    assert kept.short_head in dialog.list.topLevelItem(0).text(5)
    assert "送审稿" in dialog.words.text()


def test_without_a_reason_or_under_a_taken_name_nothing_is_frozen_and_the_field_is_named(qtbot, window):
    dialog = opened(window)
    freeze(qtbot, dialog, "送审稿", "")
    assert "原因" in dialog.naming.trouble.text()
    assert dialog.naming.focusWidget() is dialog.naming.reason
    type_text(dialog.naming.reason, "送审")
    QTest.keyClick(dialog.naming.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 1, timeout=60000)
    freeze(qtbot, dialog, "送审稿", "again")
    assert "另取一个名称" in dialog.naming.trouble.text()
    QTest.keyClick(dialog.naming, Qt.Key.Key_Escape)
    assert dialog.list.topLevelItemCount() == 1


def test_what_was_typed_since_is_told_by_section_and_a_click_leads_there(qtbot, window):
    dialog = opened(window)
    freeze(qtbot, dialog, "送审稿", "送审")
    commands, desk = window.view.commands, window.view.desk
    commands.change("", [keep(DataPoint(GAS, Decimal(1250))), keep(SlotText("csr-2022", "green.energy.body", "zh-Hans", "第一段。\n第二段。"))])  # fmt: skip
    commands.change("", [keep(DataPoint(Key("users.daily", YEAR), Decimal(7)))])
    found = compared(qtbot, dialog)
    assert found["能源  2 / 天然气消耗量 · 2022"] == ("数值", "–", "1,250.00立方米")
    assert found["员工  1 / 日活跃用户 · 2022"][0] == "数值"
    assert sum(kind == "文字" for kind, *_ in found.values()) == 1
    assert "3 处差异" in dialog.words.text()
    people = dialog.view.model.index(1, WHAT)
    index = dialog.view.model.index(0, WHAT, people)
    dialog.view.tree.setCurrentIndex(index)
    assert "日活跃用户" in dialog.view.whole.toPlainText()
    QTest.keyClick(dialog.view.tree, Qt.Key.Key_Return)
    assert (desk.section_code, dialog.isVisible()) == ("people", True)


def test_kind_and_words_narrow_and_the_counts_stay(qtbot, window):
    dialog = opened(window)
    freeze(qtbot, dialog, "送审稿", "送审")
    window.view.commands.change("", [keep(DataPoint(GAS, Decimal(1250))), keep(SlotText("csr-2022", "green.energy.body", "zh-Hans", "a"))])  # fmt: skip
    assert len(compared(qtbot, dialog)) == 2
    assert [dialog.view.kinds.itemText(n) for n in range(3)] == ["全部类别（2）", "数值 (1)", "文字 (1)"]
    dialog.view.kinds.setFocus()
    QTest.keyClick(dialog.view.kinds, Qt.Key.Key_Down)
    assert [kind for kind, *_ in rows(dialog).values()] == ["数值"]
    assert dialog.view.count.text() == "2 项中的 1 项"
    dialog.view.kinds.setFocus()
    QTest.keyClick(dialog.view.kinds, Qt.Key.Key_Up)
    type_text(dialog.view.filter, "1,250")
    assert [kind for kind, *_ in rows(dialog).values()] == ["数值"]
    type_text(dialog.view.filter, "0")
    assert rows(dialog) == {}


def test_what_came_back_is_no_difference_and_two_freezes_are_compared_as_one_and_now(qtbot, window):
    dialog = opened(window)
    freeze(qtbot, dialog, "一", "r")
    window.view.commands.change("", [keep(DataPoint(GAS, Decimal(5)))])
    freeze(qtbot, dialog, "二", "r")
    window.view.commands.undo()
    dialog.list.setCurrentItem(dialog.list.topLevelItem(1))
    assert (dialog.first.currentText(), dialog.second.currentText()) == ("一", "当前状态")
    assert compared(qtbot, dialog) == {}
    assert "没有差异" in dialog.words.text()
    dialog.second.setCurrentIndex(dialog.second.findData("二"))
    assert list(compared(qtbot, dialog).values()) == [("数值", "–", "5.00立方米")]


def test_a_comparison_is_saved_as_a_workbook(qtbot, window, tmp_path):
    dialog = opened(window)
    freeze(qtbot, dialog, "送审稿", "送审")
    window.view.commands.change("", [keep(DataPoint(GAS, Decimal(1250)))])
    compared(qtbot, dialog)
    path = tmp_path / "差异.xlsx"
    dialog.save_book(path)
    qtbot.waitUntil(lambda: "差异.xlsx" in dialog.words.text() and not dialog.waiting.is_busy, timeout=60000)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[1:] == ["数值"]
    assert GAS.canonical() in [cell.value for row in book["数值"].iter_rows() for cell in row]


@pytest.fixture
def reviewer(qtbot, new_window, workspace_file):
    """The window of a reviewer, in a workspace that an editor keeps."""
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(Person("编辑", "", "editor")), keep(Person("审阅", "admin", "reviewer"))])
    window = new_window(who="审阅")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    return window


def test_who_may_not_freeze_looks_and_is_told_why(reviewer):
    dialog = opened(reviewer)
    assert not dialog.freeze.isEnabled()
    assert "审阅" in dialog.reason.text()
    assert dialog.freeze.toolTip() == dialog.reason.text()


def test_an_export_is_made_from_the_freeze_that_was_chosen_and_says_what_it_prints(
    qtbot, window, monkeypatch, tmp_path
):
    dialog = opened(window)
    freeze(qtbot, dialog, "送审稿", "送审")
    window.view.commands.change("", [keep(DataPoint(GAS, Decimal(1250)))])
    dialog.close()
    window.actions_.export.trigger()
    export, moments = window.view.export_dialog, []
    monkeypatch.setattr(export_module, "export_report", lambda moment, *_: moments.append(moment) or ())
    export.folder.setText(str(tmp_path))
    assert "不注明" in export.freeze.words.text()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        export.freeze.box.setFocus()
        QTest.keyClick(export.freeze.box, key)
        if key is Qt.Key.Key_Down:
            assert "“送审稿”" in export.freeze.words.text()
            export.language.setCurrentIndex(2)
            assert "Freeze “送审稿”" in export.freeze.words.text()
        with qtbot.waitSignal(export.finished_files, timeout=60000):
            export.go.click()
    then, now = moments
    assert (then.freeze.name, GAS in then.snapshot.points) == ("送审稿", False)
    assert (now.freeze, now.snapshot.points[GAS].value) == (None, 1250)


def test_what_takes_longer_is_shown_and_can_be_called_off(qtbot, window):
    line, go_on, heard, words = WaitingLine(window.view.desk, window), threading.Event(), [], []
    line.refused.connect(words.append)

    def work(step) -> str:
        go_on.wait(10)
        step()
        return "done"

    line.run("Reading …", work, heard.append)
    qtbot.waitUntil(line.isVisible, timeout=60000)
    QTest.mouseClick(line.cancel, Qt.MouseButton.LeftButton)
    assert not line.is_busy
    go_on.set()
    line.run("Reading …", work, heard.append)
    qtbot.waitUntil(lambda: heard == ["done"], timeout=60000)
    assert words == []
    line.close_worker()


def test_freezes_are_spoken_of_in_the_chosen_language(qtbot, window):
    assert opened(window).windowTitle() == "封存版本"
    window.speak("en")
    assert window.view.vouching.freezes is None
    assert opened(window).windowTitle() == "Freezes"

"""Assurance in the window: the pack goes out, verdicts come back, are looked at, taken and taken back; with keys."""

from __future__ import annotations

import json
from decimal import Decimal

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.values.verdicts import verdicts_of
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.judged_books import judge

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DIESEL, STAFF = f"energy.diesel@{YEAR}", f"staff@{YEAR}:gender=male"


def press(widget, key=Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def opened(qtbot, window):
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.view.vouching.assurance
    qtbot.waitUntil(lambda: bool(dialog.words.text()), timeout=60000)
    return dialog


def made(qtbot, dialog, folder, chapters=()):
    """Make the pack, of some chapters only where they are named; return its workbook."""
    press(dialog.make)
    pack = dialog.pack
    pack.folder.setText(str(folder))
    if chapters:
        press(pack.some)
        for row in range(pack.chapters.count()):
            line = pack.chapters.item(row)
            line.setCheckState(Qt.CheckState.Checked if line.text() in chapters else Qt.CheckState.Unchecked)
    press(pack.go, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pack.words.text().startswith("✓"), timeout=60000)
    QTest.keyClick(pack, Qt.Key.Key_Escape)
    return folder / f"csr-{YEAR}-assurance.xlsx"


def load(qtbot, dialog, path) -> None:
    with qtbot.waitSignal(dialog.shown, timeout=60000):
        dialog.load(path)


def groups(dialog) -> dict[str, list[str]]:
    tops = [dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount())]
    return {top.text(0): [top.child(row).text(0) for row in range(top.childCount())] for top in tops}


def kept(workspace_file) -> dict[str, str]:
    with Workspace.open(workspace_file, write=False) as workspace:
        return {at.reference: verdict.finding for at, verdict in verdicts_of(workspace.snapshot()).items()}


def test_verdicts_are_shown_first_then_taken_in_one_step_and_taken_back(qtbot, window, workspace_file, tmp_path):
    dialog = opened(qtbot, window)
    assert "还没有鉴证结论" in dialog.words.text()
    book = made(qtbot, dialog, tmp_path / "pack")
    said = {DIESEL: ("pass", ""), STAFF: ("fail", "名册上是 61 人"), f"energy.gas@{YEAR - 1}": ("也许", "")}
    window.view.commands.change("", [keep(DataPoint(Key("energy.diesel", YEAR), Decimal(51)))])
    load(qtbot, dialog, judge(book, tmp_path / "交回.xlsx", said))
    assert list(groups(dialog)) == ["不能读入  1", "未通过  1", "作出结论后又有改动  1"]
    assert "新结论 2 个" in dialog.words.text()
    assert kept(workspace_file) == {}
    with qtbot.waitSignal(dialog.shown, timeout=60000):
        press(dialog.go)
    window.view.session.settle()
    assert kept(workspace_file) == {DIESEL: "pass", STAFF: "fail"}
    assert list(groups(dialog)) == ["未通过  1", "作出结论后又有改动  1"]
    with qtbot.waitSignal(window.view.desk.jump_requested):
        dialog.list.setCurrentItem(dialog.list.topLevelItem(0).child(0))
        press(dialog.list, Qt.Key.Key_Return)
    assert (window.view.desk.section_code, dialog.isVisible()) == ("people", True)
    with qtbot.waitSignal(dialog.shown, timeout=60000):
        window.actions_.undo.trigger()
    window.view.session.settle()
    assert (kept(workspace_file), groups(dialog)) == ({}, {})


def test_the_pack_is_of_the_chapters_that_were_ticked_and_a_worked_in_workbook_stays(qtbot, window, tmp_path):
    dialog = opened(qtbot, window)
    book = made(qtbot, dialog, tmp_path / "pack", ["员工"])
    references = [row[1] for row in openpyxl.load_workbook(book)["sample"].iter_rows(min_row=4, values_only=True)]
    assert {str(text).partition("@")[0] for text in references} == {"users.daily", "training.share", "staff"}
    told = json.loads((tmp_path / "pack" / "freeze.json").read_text("utf-8"))
    assert told["sections"] == ["people"]
    judge(book, book, {STAFF: ("pass", "")})
    made(qtbot, dialog, tmp_path / "pack", ["员工"])
    assert (tmp_path / "pack" / f"csr-{YEAR}-assurance (2).xlsx").is_file()
    assert "予以保留" in dialog.pack.words.text()


def test_what_is_no_workbook_of_ours_is_one_sentence_and_the_list_stays(qtbot, window, tmp_path):
    dialog = opened(qtbot, window)
    path = tmp_path / "表.xlsx"
    path.write_text("key,verdict\n", "utf-8")
    load(qtbot, dialog, path)
    assert "表.xlsx" in dialog.words.text()
    assert not dialog.go.isVisible()


def test_who_is_no_auditor_sees_what_comes_back_and_is_told_why_it_cannot_be_taken(
    qtbot, new_window, workspace_file, tmp_path
):
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(Person("编辑", "", "editor")), keep(Person("审计师", "", "auditor"))])
    for who, may in (("编辑", False), ("审计师", True)):
        window = new_window(who=who)
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(workspace_file)
        dialog = opened(qtbot, window)
        book = made(qtbot, dialog, tmp_path / who)
        load(qtbot, dialog, judge(book, tmp_path / f"{who}.xlsx", {DIESEL: ("pass", "")}))
        assert (dialog.go.isEnabled(), dialog.reason.isVisible()) == (may, not may)
        if not may:
            assert "编辑" in dialog.reason.text()
            assert dialog.go.toolTip() == dialog.reason.text()
        window.leave_workspace()

"""The place of issues in one flow with real keys: filter, tick several, confirm, what was refused, one step of undo."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.cli.main import main
from desktop.window.item_models.issue_tree_model import ABOUT, ROW
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, SlotText
from schema.values.subject import TextAt
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_Mod = Qt.KeyboardModifier


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    """The small workspace with a text of last year."""
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    with Workspace.open(path, write=True, who="tester") as workspace:
        text = SlotText("csr-2022", "green.energy.body", "zh-Hans", "我们节约用气。")
        workspace.apply([keep(replace(text, carried="csr-2021"))])
    return path


@pytest.fixture
def page(qtbot, window):
    """The place of issues, gone to with its key."""
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_8, _Mod.AltModifier)
    page = window.view.rooms.going.page
    qtbot.waitUntil(lambda: bool(page.model.groups), timeout=60000)
    return page


def codes(page):
    return [row.issue.code for row in page.table.rows()]


def settled(qtbot, page, window):
    session = window.view.session
    qtbot.waitUntil(lambda: session.up_to_date and page._book.current and not page._soon.isActive(), timeout=60000)
    page.refresh()


def test_carried_texts_are_confirmed_with_the_keys_alone_and_come_back_with_one_step(
    qtbot, window, page, workspace_file, capsys
):
    settled(qtbot, page, window)
    main(["check", str(workspace_file), "--report", "csr-2022", "--json"])
    issues = json.loads(capsys.readouterr().out)["issues"]
    assert sorted(codes(page)) == sorted(issue["code"] for issue in issues)
    assert window.view.rooms.bar.buttons["issues"].accessibleDescription() == str(len(issues))
    errors = sum(issue["severity"] == "error" for issue in issues)
    assert f"{errors} 个错误，{len(issues) - errors} 个疑问" in window.view.status.checks.text()
    # filter by words, then tick what is left with Ctrl+A
    type_text(page.search, "能源")
    qtbot.waitUntil(lambda: 0 < len(codes(page)) < len(issues), timeout=10000)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_A, _Mod.ControlModifier)
    assert {row.name for row in page.model.chosen()} == {row.name for row in page.table.rows()}
    assert page.bar.confirm.isEnabled()
    chosen = len(page.model.chosen())
    page.bar.confirm.click()
    qtbot.waitUntil(lambda: bool(page.bar.said.text()), timeout=10000)
    assert "已确认仍然属实：1 处" in page.bar.said.text()
    assert f"未处理 {chosen - 1} 项（不是沿用的内容）" in page.bar.said.text()
    settled(qtbot, page, window)
    assert not any(code.startswith("carried.") for code in codes(page))
    assert window.view.commands.undoText().startswith("确认 1 处沿用的文字和记录")
    QTest.keyClick(window, Qt.Key.Key_Z, _Mod.ControlModifier)
    settled(qtbot, page, window)
    assert "carried.text" in codes(page)
    # what is not found says so, with a way on
    type_text(page.search, "没有这样的词")
    qtbot.waitUntil(page.nothing.isVisible, timeout=10000)
    assert "没有这样的词" in page.nothing.words.text()
    page.nothing.way.click()
    assert len(codes(page)) == len(issues)


def test_space_and_shift_tick_and_a_refresh_moves_nothing(qtbot, window, page):
    settled(qtbot, page, window)
    table, rows = page.table, list(page.table.rows())
    table.look_at(rows[1].name)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert page.model.ticked == {rows[1].name}  # walking on unticks nothing
    QTest.keyClick(table, Qt.Key.Key_Down, _Mod.ShiftModifier)
    assert len(page.model.ticked) == 3
    ticked, sight, row = set(page.model.ticked), table.verticalScrollBar().value(), table.row()
    page.refresh()
    assert (page.model.ticked, table.verticalScrollBar().value(), table.row()) == (ticked, sight, row)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert page.model.ticked == set()
    foot = page.bar.mapTo(page, page.bar.rect().topLeft())
    table.setCurrentIndex(page.model.index(0, 0))  # the head of a group
    QApplication.processEvents()
    assert table.row() is None
    assert page.bar.mapTo(page, page.bar.rect().topLeft()) == foot  # nothing jumps away under the pointer
    page.facets.pick("kind", "blank")
    assert {row.kind for row in table.rows()} == {"blank"}
    page.facets.pick("kind", "blank")
    assert len(codes(page)) == len(rows)


def test_f8_leads_from_issue_to_issue_anywhere_and_back(qtbot, window, page):
    settled(qtbot, page, window)
    first = page.table.row()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert page.table.row() is not first
    QTest.keyClick(window, Qt.Key.Key_F8, _Mod.ShiftModifier)
    assert page.table.row() is first
    view = window.view
    QTest.keyClick(window, Qt.Key.Key_7, _Mod.AltModifier)
    view.desk.choose_section("people")
    walked, keys = page._book.rows.walk("people"), []
    view.desk.jump_requested.connect(keys.append)
    for steps in (_Mod.NoModifier, _Mod.NoModifier, _Mod.ShiftModifier):
        QTest.keyClick(window, Qt.Key.Key_F8, steps)
    assert keys == [walked[place].issue.key for place in (0, 1, 0)]
    assert view.session.place_of("csr-2022", keys[0]) == "people"


def test_values_of_issues_are_opened_in_the_sheet_alone(qtbot, window, page):
    settled(qtbot, page, window)
    blank = [row for row in page.table.rows() if row.issue.code == "blank"]
    page.model.tick([row.name for row in blank[:2]])
    page.bar.sheet.click()
    sheet = window.view.rooms.sheet
    wanted = {row.issue.key for row in blank[:2]}
    qtbot.waitUntil(lambda: sheet.isVisible() and bool(sheet.model.grid.rows), timeout=30000)
    qtbot.waitUntil(lambda: {row.key for row in sheet.model.grid.rows if row.takes} == wanted, timeout=30000)
    assert sheet.tools.only.currentText() == "问题涉及的 2 项"


def test_nothing_is_called_good_before_what_stands_there_has_been_checked(qtbot, window, page):
    settled(qtbot, page, window)
    view = window.view
    assert "检查完毕" in view.status.checks.text()
    row = next(row for row in page.table.rows() if row.issue.code == "blank")
    view.commands.change("x", [keep(DataPoint(row.issue.key, Decimal(5), typed="5"))])
    assert "检查完毕" not in view.status.checks.text()
    assert "✓" not in view.issues._empty.text()
    page.refresh()
    assert page.model.find(row.name).data(int(Qt.ItemDataRole.AccessibleTextRole)).startswith("尚未检查")
    assert page.model.find(row.name).siblingAtColumn(ABOUT).data(ROW) == row
    settled(qtbot, page, window)
    assert "检查完毕" in view.status.checks.text()
    assert not page.model.find(row.name).isValid()


def test_an_issue_desk_without_issues_says_when_it_was_checked_and_how_much(qtbot, window, page):
    settled(qtbot, page, window)
    page._listed = type(page._listed)(())
    page._fill()
    assert page.nothing.isVisible()
    assert "没有错误，也没有疑问" in page.nothing.words.text()
    assert page.nothing.way.isHidden()


def test_words_that_the_data_contradict_are_put_right_from_the_desk_in_one_step(qtbot, window, page):
    session, slot = window.view.session, "green.energy.body"
    points = [
        DataPoint(Key("staff", year), Decimal(count), typed=str(count)) for year, count in ((2021, 100), (2022, 90))
    ]
    said = {"zh-Hans": "员工人数比上年增长 13.7%。", "zh-Hant": "員工人數比上年增長 13.7%。", "en": "No number here."}
    texts = [SlotText("csr-2022", slot, language, words) for language, words in said.items()]
    window.view.commands.change("x", [keep(one) for one in (*points, *texts)])
    settled(qtbot, page, window)
    row = next(row for row in page.table.rows() if row.issue.code.startswith("statement."))
    page.table.look_at(row.name)
    fix = page.detail.fix
    assert (fix.isVisible(), fix.text()) == (True, "改为“下降 10.0%”")
    assert "繁體中文" in fix.toolTip()
    before = window.view.commands.index()
    fix.click()
    assert window.view.commands.index() == before + 1
    assert [session.text(TextAt("csr-2022", slot, language)).text for language in said] == [
        "员工人数比上年下降 10.0%。", "員工人數比上年下降 10.0%。", "No number here.",
    ]  # fmt: skip
    assert not fix.isVisible()
    settled(qtbot, page, window)
    assert not any(one.issue.code.startswith("statement.") for one in page.table.rows())
    window.actions_.undo.trigger()
    assert "增长" in session.text(TextAt("csr-2022", slot, "zh-Hans")).text

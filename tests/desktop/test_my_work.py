"""The place of one's own work: opened first by a contact, gone through with keys, left and found again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.form.field_row import FieldRow
from desktop.work.moments import moment_of
from desktop.work.requests import Act, give_back, submit
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
REPORT, ME, EDITOR, REVIEWER = f"csr-{YEAR}", "行政联系人", "编辑", "审核人"
GAS, DIESEL = Key("energy.gas", YEAR), Key("energy.diesel", YEAR)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PEOPLE = Person(EDITOR, "", "editor"), Person(ME, "admin", "contact"), Person(REVIEWER, "", "reviewer")


@pytest.fixture
def company(workspace_file):
    """The administration was asked for its share."""
    with Workspace.open(workspace_file, write=True, who=EDITOR) as workspace:
        request = Request(REPORT, "admin", "2099-03-15", "按年末口径", Step(EDITOR, "2023-02-01T00:00:00Z"))
        workspace.apply([keep(thing) for thing in (*PEOPLE, request)])
    return workspace_file


@pytest.fixture
def returned(company):
    """It was handed in, and the diesel came back."""
    with Workspace.open(company, write=True, who=ME) as workspace:
        share = moment_of(workspace).shares(REPORT)["admin"]
        workspace.apply(submit(share, Act(ME, datetime(2023, 3, 1, 8, tzinfo=UTC), "later")))
        workspace.act_as(REVIEWER)
        moment, act = moment_of(workspace), Act(REVIEWER, datetime(2023, 3, 1, 9, tzinfo=UTC), "请核对单位")
        workspace.apply(give_back(moment, (moment.shares(REPORT)["admin"],), [DIESEL.canonical()], act))
    return company


@pytest.fixture
def opened(qtbot, new_window, crashes):
    """Open a workspace as somebody, and wait until it was checked."""

    def call(path, who: str, language: str = "zh-Hans"):
        window = new_window(language, who)
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(path)
        window.view.session.crashed.connect(crashes.append)
        window.activateWindow()
        qtbot.waitUntil(lambda: window.view.session.checked, timeout=60000)
        return window

    return call


def my_page(qtbot, window):
    page = window.view.rooms.pages["my_work"]
    qtbot.waitUntil(lambda: page.strip.sentence.text() != "" and page.list.item() is not None, timeout=60000)
    return page


def field(window, key: Key):
    window.view.form.build_all()
    return next(row.edit for row in window.view.form.parts_of(FieldRow) if row.key == key)


def test_a_contact_begins_with_her_own_work_and_goes_through_it_with_two_keys(qtbot, opened, company):
    window = opened(company, ME)
    view, bar = window.view, window.view.rooms.bar
    page = my_page(qtbot, window)
    qtbot.waitUntil(lambda: view.own_working.own.work.checked, timeout=60000)
    assert (view.rooms.room(), view.handing_in.bar.isVisible()) == ("my_work", False)
    open_count = len(view.own_working.own.work.to_do)
    assert page.strip.sentence.text().startswith(f"还差 {open_count} 项，2099 年 3 月 15 日前提交")
    assert bar.buttons["my_work"].accessibleDescription() == str(open_count)
    assert page.strip.go.text() == "继续：天然气消耗量"
    assert page.list.item().item.at == GAS

    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert (view.rooms.room(), view.desk.key) == ("sections", GAS)
    edit = field(window, GAS)
    qtbot.waitUntil(edit.hasFocus, timeout=60000)
    edit.selectAll()
    type_text(edit, "1,250")
    QTest.keyClick(edit, Qt.Key.Key_J, CTRL)  # what is typed is handed over on the way
    qtbot.waitUntil(lambda: view.desk.item is not None and view.desk.item != GAS, timeout=60000)
    there = view.desk.item
    QTest.keyClick(window, Qt.Key.Key_J, CTRL | SHIFT)
    qtbot.waitUntil(lambda: view.desk.item not in (there, GAS), timeout=60000)
    qtbot.waitUntil(lambda: bar.buttons["my_work"].accessibleDescription() == str(open_count - 1), timeout=60000)

    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert view.rooms.room() == "my_work"
    QTest.keyClick(window, Qt.Key.Key_Return, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(view.handing_in.dialog.state.text()), timeout=60000)
    assert view.handing_in.dialog.items.count() == open_count - 1


def test_what_came_back_stands_above_the_list_with_the_way_to_it(qtbot, opened, returned):
    window = opened(returned, ME)
    view, page = window.view, my_page(qtbot, window)
    qtbot.waitUntil(lambda: view.own_working.own.work.checked, timeout=60000)
    assert page.returns.title.text() == "退回 1 项"
    said = [label.text() for label in page.returns.findChildren(type(page.returns.title))]
    assert "请核对单位" in said
    states = [row.siblingAtColumn(3).data() for row in page.list.rows() if row.data(257).item.at == DIESEL]
    assert states == ["已退回"]
    QTest.mouseClick(page.returns.buttons[f"change {DIESEL.canonical()}"], Qt.MouseButton.LeftButton)
    assert (view.rooms.room(), view.desk.key) == ("sections", DIESEL)
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(page.sheet, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(view.rooms.sheet.model.grid.rows), timeout=60000)
    assert view.rooms.sheet.tools.choice().department == "admin"

    window.show_start()
    again = opened(returned, ME)
    assert again.view.rooms.room() == "sheet"  # where she left


def test_nothing_asked_says_how_to_be_asked_and_leads_to_the_sections(qtbot, opened, workspace_file):
    with Workspace.open(workspace_file, write=True, who=EDITOR) as workspace:
        workspace.apply([keep(person) for person in PEOPLE])
    window = opened(workspace_file, ME, "en")
    page = window.view.rooms.pages["my_work"]
    qtbot.waitUntil(lambda: "Nobody has asked your department" in page.empty.text(), timeout=60000)
    assert (page.list.isVisible(), page.strip.isVisible()) == (False, False)
    QTest.mouseClick(page.every, Qt.MouseButton.LeftButton)
    assert window.view.rooms.room() == "sections"


def test_whoever_is_not_listed_begins_in_the_sections_and_has_no_work_of_their_own(window):
    assert window.view.rooms.room() == "sections"
    assert not window.view.rooms.bar.buttons["my_work"].isVisible()
    assert not window.actions_.my_work.isEnabled()

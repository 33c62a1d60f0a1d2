"""A reviewer goes through what a department handed in, with real keys: approves many, returns one, takes a step back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.item_models.review_model import CHANGE, CHECK, ITEM, NOW, REVIEW, STATE
from desktop.work.requests import Act, submit
from schema.grammar.reference import Key
from schema.validation.shares import Share
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.values.subject import ApprovalAt, RequestAt
from schema.workspace import Workspace, utc_now
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

# Two that have no fault, one that nobody has typed, one with an error.
GAS, RATE, DIESEL, USERS = "energy.gas@2022", "training.share@2022", "energy.diesel@2022", "users.daily@2022"


def point(code: str, value: str, year: int = 2022, **more: str) -> DataPoint:
    return DataPoint(Key(code, year), Decimal(value), typed=value, **more)


@pytest.fixture
def company(workspace_file):
    """The administration has handed in its share; one value is wrong, and people are listed."""
    people = [Person("编辑", "", "editor"), Person("审核", "", "reviewer"), Person("行政", "admin", "contact")]
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(person) for person in people])
        workspace.apply([keep(Request("csr-2022", "admin", "2023-01-31", "", Step("编辑", "2023-01-01T00:00:00Z")))])
    with Workspace.open(workspace_file, write=True, who="行政") as workspace:
        typed = (
            point("energy.gas", "1100", source="抄表"),
            point("users.daily", "-5"),
            point("training.share", "40"),
        )
        workspace.apply([keep(one) for one in typed], "按年报口径")
        request = workspace.snapshot().more["requests"][RequestAt("csr-2022", "admin")]
        workspace.apply(submit(Share("csr-2022", "admin", (), request), Act("行政", utc_now(), "其余随后补上")))
    return workspace_file


@pytest.fixture
def opened(qtbot, new_window, crashes):
    """Opens the place of review as somebody, with the key that leads there."""

    def call(path, who: str, language: str = "zh-Hans"):
        window = new_window(language, who)
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(path)
        window.view.session.crashed.connect(crashes.append)
        window.activateWindow()
        qtbot.waitUntil(lambda: window.view.session.checked, timeout=60000)
        QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
        page = window.view.rooms.review
        qtbot.waitUntil(lambda: page is not None and bool(page.model.rows), timeout=60000)
        qtbot.waitUntil(lambda: page._queue.checked, timeout=60000)
        return window, page

    return call


def row(page, subject: str) -> dict[int, str]:
    model = page.model
    for place in range(model.rowCount()):
        band = model.index(place, ITEM)
        for number in range(model.rowCount(band)):
            index = model.index(number, ITEM, band)
            if index.data(REVIEW).item.subject == subject:
                return {
                    column: str(index.siblingAtColumn(column).data()).strip() for column in range(model.columnCount())
                }
    raise AssertionError(subject)


def states(page) -> dict[str, str]:
    review = page.review()
    return {item.item.subject: item.item.state for item in review.items}


def settled(qtbot, page, subject: str, state: str) -> None:
    qtbot.waitUntil(lambda: states(page).get(subject) == state, timeout=30000)


def test_what_was_handed_in_is_counted_in_the_side_bar_and_stands_beside_last_year(qtbot, opened, company):
    window, page = opened(company, "审核")
    assert window.view.rooms.bar.buttons["review"].accessibleDescription() == str(len(page.review().waiting))
    assert "行政 " in page.said.text()
    assert "其余随后补上" in page.said.text()
    gas = row(page, GAS)
    assert (gas[NOW], gas[CHANGE], gas[CHECK], gas[STATE]) == ("1,100.00立方米", "+10%", "–", "待审")
    assert row(page, USERS)[CHECK] == "1 个错误"
    page.list.look_at(GAS)
    told = page.detail.check.toPlainText()
    for words in ("行政", "按年报口径", "来源: 抄表", "没有发现问题"):
        assert words in told
    assert page.detail.bars.isVisible()


def test_ticked_ones_are_approved_with_one_key_and_come_back_with_one_step_of_undo(qtbot, opened, company):
    window, page = opened(company, "审核")
    page.list.setFocus()
    for subject in (GAS, USERS, RATE):
        page.list.look_at(subject)
        QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert page.model.ticked == {GAS, RATE}  # what has an error takes no tick
    assert page.bar.approve.text() == "批准 2 项"
    type_text(page.bar.line, "已核对")
    QTest.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page, GAS, "approved")
    assert states(page)[RATE] == "approved"
    window.view.session.settle()
    with Workspace.open(company, write=False) as workspace:
        rows = [entry for entry in workspace.history() if entry.kind == "approval"]
        kept = workspace.snapshot().more["approvals"][ApprovalAt("csr-2022", GAS)]
    assert [(entry.who, entry.reason) for entry in rows] == [("审核", "已核对")] * 2
    assert (kept.who, kept.remark) == ("审核", "已核对")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, page, GAS, "submitted")
    assert states(page)[RATE] == "submitted"


def test_one_is_approved_with_a_and_the_next_is_looked_at(qtbot, opened, company):
    _, page = opened(company, "审核")
    page.list.setFocus()
    page.list.look_at(GAS)
    QTest.keyClick(page.list, Qt.Key.Key_A)
    settled(qtbot, page, GAS, "approved")
    assert page.list.item().item.subject == DIESEL
    assert GAS not in [item.item.subject for item in page.model.rows]
    QTest.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert row(page, GAS)[STATE] == "已批准"


def test_a_value_with_an_error_is_not_approved_and_named(qtbot, opened, company):
    _, page = opened(company, "审核")
    page.list.setFocus()
    page.list.look_at(USERS)
    QTest.keyClick(page.list, Qt.Key.Key_A)
    assert "日活跃用户" in page.bar.said.text()
    assert "有错误" in page.bar.said.text()
    assert states(page)[USERS] == "submitted"


def test_r_asks_for_a_reason_and_returns_with_it(qtbot, opened, company):
    window, page = opened(company, "审核")
    page.list.setFocus()
    page.list.look_at(USERS)
    QTest.keyClick(page.list, Qt.Key.Key_R)
    assert QApplication.focusWidget() is page.bar.line
    QTest.keyClick(page.bar.line, Qt.Key.Key_Return)
    assert page.bar.said.text() == "退回须写明原因。"
    QTest.keyClick(page.bar.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.list
    QTest.keyClick(page.list, Qt.Key.Key_R)
    type_text(page.bar.line, "人数不能为负")
    QTest.keyClick(page.bar.line, Qt.Key.Key_Return)
    settled(qtbot, page, USERS, "returned")
    window.view.session.settle()
    with Workspace.open(company, write=False) as workspace:
        request = workspace.snapshot().more["requests"][RequestAt("csr-2022", "admin")]
    step = request.items[USERS].returned
    assert (step.by, step.words, request.returned) == ("审核", "人数不能为负", None)


def test_a_change_after_the_approval_brings_it_back_with_before_and_after(qtbot, opened, company):
    window, page = opened(company, "审核")
    page.list.setFocus()
    page.list.look_at(GAS)
    QTest.keyClick(page.list, Qt.Key.Key_A)
    settled(qtbot, page, GAS, "approved")
    window.leave_workspace()
    with Workspace.open(company, write=True, who="行政") as workspace:
        workspace.apply([keep(point("energy.gas", "1200", source="抄表"))], "补抄")
    _, page = opened(company, "审核")
    assert row(page, GAS)[STATE] == "批准后有改动"
    page.list.look_at(GAS)
    told = page.detail.check.toPlainText()
    assert "批准，此后有改动" in told
    assert "1,100.00立方米 → 1,200.00立方米" in told


def test_an_editor_may_look_and_is_told_why_no_more(qtbot, opened, company):
    window, page = opened(company, "编辑")
    assert page.reason.text() == "只有审核人可以批准或退回，您可以查看。"
    page.list.setFocus()
    page.list.look_at(GAS)
    for key in (Qt.Key.Key_A, Qt.Key.Key_R):
        QTest.keyClick(page.list, key)
    assert not page.detail.approve.isEnabled()
    assert states(page)[GAS] == "submitted"
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert window.view.rooms.currentIndex() == 0
    assert window.view.desk.section_code == "green.energy"


def test_a_contact_has_no_place_of_review_in_the_side_bar(qtbot, new_window, company):
    window = new_window("zh-Hans", "行政")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(company)
    qtbot.waitUntil(lambda: window.view.session.checked, timeout=60000)
    bar = window.view.rooms.bar
    qtbot.waitUntil(lambda: not bar.buttons["review"].isVisible(), timeout=5000)
    assert bar.buttons["requests"].isVisible()


def test_a_click_on_the_box_ticks_what_has_no_fault(qtbot, opened, company):
    _, page = opened(company, "审核")
    page.list.look_at(GAS)
    box = page.list.visualRect(page.list.currentIndex())
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 10, box.center().y()))
    assert page.model.ticked == {GAS}

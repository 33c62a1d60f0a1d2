"""An editor adds two people, asks three departments, sends, and sees it in the list, with keys and mouse alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTreeView, QWidget

from desktop.window.item_models.request_model import DEPARTMENT, PEOPLE, SENT, STATE
from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Department
from schema.values.changes import keep
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions, words
from tests.desktop.control_walk import faults, unseen
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OWNERS = {"staff": "hr", "training.share": "hr", "users.daily": "finance"}


@pytest.fixture
def company(tmp_path, monkeypatch):
    """A workspace whose report three departments own; an editor is listed."""
    monkeypatch.delenv("ANNALS_AS", raising=False)
    monkeypatch.setattr("desktop.window.dialogs.sending.keys_folder", lambda: tmp_path / "keys")
    whole = small_definitions()
    metrics = {
        code: replace(m, department=OWNERS.get(code, m.department)) for code, m in whole.catalogue.metrics.items()
    }
    more = {"hr": words("人力资源部", "人力資源部", "HR"), "finance": words("财务部", "財務部", "Finance")}
    departments = {**whole.catalogue.departments, **{code: Department(code, name) for code, name in more.items()}}
    catalogue = replace(whole.catalogue, metrics=metrics, departments=departments)
    path = tmp_path / "company.annals"
    with Workspace.create(path, with_hash(replace(whole, catalogue=catalogue)), "编辑") as workspace:
        workspace.apply([keep(Person("编辑", "", "editor"))])
    return path


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def pick(box: QComboBox, words: str) -> None:
    """Choose with the arrow keys, as somebody does who has come there with Tab."""
    box.setFocus()
    while box.currentText() != words:
        QTest.keyClick(box, Qt.Key.Key_Down)


def tick(view: QTreeView, row: int) -> None:
    """Click into the box before a row."""
    box = view.visualRect(view.model().index(row, 0))
    place = QPoint(view.indentation() + 12 if view.rootIsDecorated() else 12, 0) + box.topLeft()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.x(), box.center().y()))


def add_person(dialog, name, department, email):
    click(dialog.add)
    fields = dialog.fields
    type_text(fields.name, name)
    pick(fields.role, "联系人")
    pick(fields.department, department)
    type_text(fields.email, email)
    QTest.keyClick(fields.email, Qt.Key.Key_Return)
    assert not fields.isVisible()


def test_an_editor_adds_two_people_asks_three_departments_sends_and_sees_it(qtbot, new_window, company, tmp_path):
    window = new_window(who="编辑")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(company)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page = window.view.rooms.requests
    assert QApplication.focusWidget() is page.list

    click(page.people)
    people = window.view.requesting.people_dialog
    add_person(people, "王静", "行政部", "wang@example.com")
    add_person(people, "李明", "人力资源部", "li@example.com")
    click(people.close_button)

    click(page.ask)
    asking = window.view.requesting.ask_dialog
    assert len(asking.tree.ticked()) == 3
    type_text(asking.guidance, "请按年报口径")
    QTest.keyClick(asking.guidance, Qt.Key.Key_Tab)
    click(asking.go)
    qtbot.waitUntil(page.send.isEnabled, timeout=20000)
    assert {page.model.index(row, STATE).data() for row in range(3)} == {"未开始"}

    for row in range(3):
        page.list.setCurrentIndex(page.list.model().index(row, DEPARTMENT))
        QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert len(page.model.ticked) == 3
    tick(page.list, 0)
    assert len(page.model.ticked) == 2
    tick(page.list, 0)
    click(page.send)
    sending = window.view.requesting.send_dialog
    assert (faults(sending), unseen(sending)) == ([], [])
    sending.folder.selectAll()
    type_text(sending.folder, str(tmp_path / "out"))
    click(sending.excel)
    QTest.keyClick(sending.mail, Qt.Key.Key_Space)
    with qtbot.waitSignal(sending.finished_files, timeout=120000) as made:
        click(sending.go)
    assert len(made.args[0]) == sending.files.count() == 9
    assert "财务部" in sending.words.text()  # whose letter has no address
    QTest.keyClick(sending, Qt.Key.Key_Escape)

    today = datetime.now(UTC).strftime("%m-%d")
    qtbot.waitUntil(lambda: {page.model.index(row, SENT).data() for row in range(3)} == {today}, timeout=20000)
    assert sorted(page.model.index(row, PEOPLE).data() for row in range(3)) == ["", "李明", "王静"]
    with Workspace.open(company, write=False) as workspace:
        kept = [one for one in workspace.history() if one.kind in ("person", "request")]
    assert [(one.kind, one.who) for one in kept] == [("person", "编辑")] * 3 + [("request", "编辑")] * 6

"""A share is handed in: what is missing, the answer that goes back, and what was changed after it."""

from __future__ import annotations

import email
import email.policy
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from desktop.window.form.field_row import FieldRow
from desktop.work.answer_files import read_answers
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.people import Person
from schema.values.requests import Request, Step
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR
from tests.desktop.control_walk import faults, unseen
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", YEAR)


@pytest.fixture
def share(qtbot, new_window, pack, tmp_path, monkeypatch, crashes):
    """The window of the contact who has opened the pack, and the line over it."""
    monkeypatch.delenv("ANNALS_AS", raising=False)
    monkeypatch.setattr("desktop.work.own_key.keys_folder", lambda: tmp_path / "keys")
    window = new_window()
    window._settings.keep_folder("shares", tmp_path)
    with qtbot.waitSignal(window.receiving.asked, timeout=60000):
        window.open_path(pack)
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.receiving.dialog.go.click()
    window.view.session.crashed.connect(crashes.append)
    window.activateWindow()
    window.view.rooms.show_room("sections")
    qtbot.waitUntil(lambda: window.view.handing_in.bar.isVisible(), timeout=60000)
    return window


def type_value(qtbot, window, key: Key, text: str) -> None:
    """Type into the field of a value as a person does, and wait until all is checked."""
    view = window.view
    view.desk.jump(key)
    view.form.build_all()
    field = next(row.edit for row in view.form.parts_of(FieldRow) if row.key == key)
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        QTest.keyClick(field, Qt.Key.Key_Return)
        view.form.flush()


def open_dialog(qtbot, window):
    QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.view.handing_in.dialog
    qtbot.waitUntil(lambda: bool(dialog.state.text()), timeout=60000)
    return dialog


def hand_in(qtbot, dialog, reason: str = ""):
    type_text(dialog.reason, reason)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.answer is not None and dialog.go.isEnabled(), timeout=60000)


def test_what_is_open_is_said_listed_with_the_way_there_and_handed_in_with_a_reason_only(qtbot, share):
    words = share.view.handing_in.bar.words.text()
    assert "行政部：2026 年 12 月 31 日截止" in words
    dialog, desk = open_dialog(qtbot, share), share.view.desk
    assert (dialog.items.hasFocus(), dialog.go.isDefault(), dialog.cancel.text()) == (True, False, "取消")
    assert (faults(dialog), unseen(dialog)) == ([], [])
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert "写明不全仍要提交的原因" in dialog.trouble.text()
    assert dialog.answer is None
    row = next(row for row in range(dialog.items.count()) if "日活跃用户" in dialog.items.item(row).text())
    dialog.items.setCurrentRow(row)
    dialog.items.setFocus()
    QTest.keyClick(dialog.items, Qt.Key.Key_Return)
    assert desk.section_code == "people"
    assert dialog.answer is None


def test_a_typed_value_goes_back_in_an_answer_with_a_letter_beside_the_pack(qtbot, share, pack, monkeypatch):
    type_value(qtbot, share, GAS, "1,250")
    dialog = open_dialog(qtbot, share)
    hand_in(qtbot, dialog, "other meters are being read")
    assert dialog.answer.pack == pack.parent / f"csr-{YEAR}-admin.answer.annalspack"
    (answer,) = read_answers([dialog.answer.pack], share.view.session.definitions)
    assert [offer.theirs.value for offer in answer.offers if offer.subject == GAS] == [Decimal(1250)]
    assert answer.submitted.words == "other meters are being read"
    letter = email.message_from_bytes(dialog.answer.letter.read_bytes(), policy=email.policy.default)
    assert letter["To"] == "编辑 <editor@example.com>"
    assert [part.get_filename() for part in letter.iter_attachments()] == [dialog.answer.pack.name]
    assert dialog.cancel.text() == "关闭"
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    page = share.view.rooms.show_room("my_work")
    qtbot.waitUntil(lambda: page.strip.sentence.text() == "已提交，请把答复用邮件发给编辑", timeout=60000)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    assert page.strip.go.text() == "打开邮件"
    QTest.mouseClick(page.strip.go, Qt.MouseButton.LeftButton)
    assert opened == [str(dialog.answer.letter)]


def test_who_only_reads_is_told_that_nothing_can_be_handed_in(qtbot, share):
    view = share.view
    view.session.writable = False
    view.allowing.refresh()
    view.handing_in._show()
    bar = view.handing_in.bar
    assert [button.isEnabled() for button in (bar.go, bar.next)] == [False, False]
    assert bar.go.toolTip() == "以只读方式打开。"
    QTest.keyClick(share, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert view.handing_in.dialog is None
    assert view.status._words.text() == "以只读方式打开。"  # a greyed key says why


def test_what_is_changed_after_handing_in_is_told(qtbot, share):
    dialog = open_dialog(qtbot, share)
    hand_in(qtbot, dialog, "later")
    bar = share.view.handing_in.bar
    qtbot.waitUntil(lambda: bar.words.text().startswith("✓ 行政部：已提交"), timeout=60000)
    type_value(qtbot, share, GAS, "1300")
    qtbot.waitUntil(lambda: "又改了 1 项" in bar.words.text(), timeout=60000)
    assert bar.go.text() == "重新提交…"
    hand_in(qtbot, dialog, "now")
    qtbot.waitUntil(lambda: bar.words.text().startswith("✓ 行政部：已提交"), timeout=60000)


def test_what_there_is_can_be_sent_without_handing_in(qtbot, share):
    type_value(qtbot, share, GAS, "7")
    dialog = open_dialog(qtbot, share)
    QTest.mouseClick(dialog.part, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.answer is not None, timeout=60000)
    assert dialog.answer.made.partial
    assert "尚未提交" in dialog.done_words.text()
    assert dialog._own.share().request.submitted is None


def test_a_folder_that_takes_nothing_is_told(qtbot, share, tmp_path):
    dialog = open_dialog(qtbot, share)
    dialog._folder = tmp_path / "small.annals"
    QTest.mouseClick(dialog.part, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.trouble.text()), timeout=60000)
    assert "small.annals" in dialog.trouble.text()


def test_in_the_companys_workspace_a_contact_hands_in_her_own_share_and_nothing_is_written(
    qtbot, new_window, workspace_file, tmp_path
):
    asked = Request(f"csr-{YEAR}", "admin", "2099-01-31", "", Step("编辑", "2023-01-01T00:00:00Z"))
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        people = Person("编辑", "", "editor"), Person("行政联系人", "admin", "contact")
        workspace.apply([keep(thing) for thing in (*people, asked)])
    window = new_window(who="行政联系人")
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    window.view.rooms.show_room("sections")
    qtbot.waitUntil(lambda: window.view.handing_in.bar.isVisible(), timeout=60000)
    dialog = open_dialog(qtbot, window)
    assert not dialog.part.isVisible()
    type_text(dialog.reason, "no meter")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view.handing_in.handed_in is not None, timeout=60000)
    assert window.view.handing_in.handed_in.step.by == "行政联系人"
    assert not [*tmp_path.rglob("*.answer.annalspack")]

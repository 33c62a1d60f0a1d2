"""A pack is opened in the window: it says who asks whom, keeps the share where it is told, and renews it later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from desktop.window.drops import own_files
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR, sent_pack

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support|No drag target set")


@pytest.fixture
def receive(qtbot):
    """Opens a pack up to the question where its share is kept."""

    def call(window, pack):
        with qtbot.waitSignal(window.receiving.asked, timeout=60000):
            window.open_path(pack)
        return window.receiving.dialog

    return call


def test_a_pack_says_who_asks_whom_for_what_and_until_when(new_window, pack, receive):
    dialog = receive(new_window(), pack)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in ("2022 年社会责任报告 · 行政部", "编辑 · 示例公司", "行政联系人", "2026 年 12 月 31 日"):
        assert words in told


def test_a_pack_becomes_a_workspace_where_it_is_told_and_its_contact_works_there(
    qtbot, new_window, pack, receive, tmp_path, monkeypatch
):
    monkeypatch.delenv("ANNALS_AS", raising=False)
    target, window = tmp_path / "mine.annals", new_window()
    dialog = receive(window, pack)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    with qtbot.waitSignal(window.receiving.asked, timeout=60000):
        dialog.change.click()
    with qtbot.waitSignal(window.opened, timeout=60000):
        dialog.go.click()
    assert window.view.session.who == "行政联系人"
    assert window.windowTitle().startswith("mine")
    assert [outline.code for outline in window.view.session.definitions.outlines.values()] == [f"csr-{YEAR}"]
    assert target.exists()


def test_a_share_of_several_asks_once_who_is_there(qtbot, new_window, receive, tmp_path, monkeypatch, workspace_file):
    monkeypatch.delenv("ANNALS_AS", raising=False)
    mailed = Person("张三", "admin", "contact", "zs@example.com")
    pack, window = sent_pack(workspace_file, tmp_path / "mail" / "two.annalspack", more=(mailed,)), new_window()
    window._settings.keep_folder("shares", tmp_path / "shares")
    with qtbot.waitSignal(window.opened, timeout=60000):
        receive(window, pack).go.click()
    asked = window.identity.dialog
    assert asked.isVisible()
    assert {"行政联系人", "张三"} <= set(asked.model.names)
    assert asked.model.names[asked.list.currentIndex().row()] == "张三"  # the one whom the letter gets to
    assert not window.view.session.writable
    with qtbot.waitSignal(window.opened, timeout=60000):
        asked.chosen.emit("行政联系人")
    assert (window.view.session.who, window.view.session.writable) == ("行政联系人", True)
    path = window.view.session.path
    window.show_start()
    window.identity.dialog = None
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(path)
    assert window.identity.dialog is None


def test_a_newer_pack_finds_its_share_again_and_says_what_it_has_changed(
    qtbot, new_window, pack, receive, tmp_path, workspace_file
):
    window = new_window()
    window._settings.keep_folder("shares", tmp_path / "shares")
    with qtbot.waitSignal(window.opened, timeout=60000):
        receive(window, pack).go.click()
    newer = sent_pack(workspace_file, tmp_path / "newer.annalspack", due="2027-01-15")
    dialog = receive(window, newer)
    assert (dialog.place, dialog.go.text()) == (tmp_path / "shares" / f"csr-{YEAR}-admin.annals", "更新")
    with qtbot.waitSignal(window.opened, timeout=60000):
        dialog.go.click()
    assert ("截止", "2026 年 12 月 31 日", "2027 年 1 月 15 日") in window.receiving.renewed.lines


def test_a_place_where_something_else_stands_is_not_taken(qtbot, new_window, pack, receive, workspace_file):
    window = new_window()
    dialog = receive(window, pack)
    with qtbot.waitSignal(window.receiving.asked, timeout=60000):
        dialog.place_wanted.emit(workspace_file)
    assert not dialog.go.isEnabled()
    assert "另选" in dialog.words.text()


def test_a_share_opens_in_the_own_work_and_goes_on_to_the_first_thing_that_is_asked(
    qtbot, new_window, pack, receive, tmp_path
):
    window = new_window()
    window._settings.keep_folder("shares", tmp_path)
    with qtbot.waitSignal(window.opened, timeout=60000):
        receive(window, pack).go.click()
    assert window.view.rooms.room() == "my_work"
    page = window.view.rooms.pages["my_work"]
    qtbot.waitUntil(page.strip.go.isVisible, timeout=60000)
    with qtbot.waitSignal(window.view.desk.jump_requested, timeout=60000) as jump:
        page.strip.go.click()
    assert jump.args == [Key("energy.gas", YEAR)]
    assert window.view.desk.section_code == "green.energy"


def test_a_pack_that_is_not_taken_is_told_and_nothing_is_made(qtbot, new_window, pack, tmp_path):
    pack.write_bytes(pack.read_bytes()[:2000])
    window = new_window()
    with qtbot.waitSignal(window.refused, timeout=60000) as told:
        window.open_path(pack)
    assert pack.name in told.args[0]
    assert not [*tmp_path.glob("csr-*.annals")]


def test_another_key_of_the_sender_is_explained_and_believed(qtbot, new_window, pack, receive, tmp_path):
    window = new_window()
    window._settings.keep_folder("shares", tmp_path)
    with qtbot.waitSignal(window.opened, timeout=60000):
        receive(window, pack).go.click()
    place = window.view.session.path
    window.show_start()
    with Workspace.open(place, write=True, who="行政联系人") as workspace:
        origin = workspace.origin
        workspace.apply([keep(replace(origin, signers={"编辑": "A" * 43 + "="}))])
    with qtbot.waitSignal(window.refused, timeout=60000):
        receive(window, pack).go.click()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.receiving.trust.go.click()


def test_nothing_happens_where_a_pack_is_left(new_window, pack, receive):
    window = new_window()
    receive(window, pack).cancel.click()
    assert window.stack.currentWidget() is window.start


def test_codes_of_a_stranger_lead_out_of_no_folder(tmp_path):
    from desktop.work.pack_gist import PackGist, place_of
    from schema.grammar.words import Words

    gist = PackGist(Path("p"), "编辑", "C", "csr", Words("r"), "../../etc/x", Words("d"), "", "", "", "", 0, 1)
    assert place_of(gist, tmp_path, lambda _: "nothing") == tmp_path / "csr-.._.._etc_x.annals"


def drop(window, *paths: Path) -> bool:
    """Drop files on the middle of the window as the desktop does; tell whether the window took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, buttons, keys, QEvent.Type.Drop)
    event.setAccepted(False)
    QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def test_a_pack_can_be_dropped_on_the_start_page(qtbot, new_window, pack):
    window = new_window()
    window.show_start()
    with qtbot.waitSignal(window.receiving.asked, timeout=60000):
        qtbot.waitUntil(lambda: drop(window, pack), timeout=60000)  # once it is painted


def test_other_files_are_left_to_the_fields_that_they_are_dropped_on(pack, tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (pack, tmp_path / "photo.png")])
    assert own_files(mime) == ()

"""A workspace made from a pack: what is the company's alone is greyed in the menu with its reason, and no key does it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop.window.look.i18n import Translations
from schema.values.changes import keep
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import RESOURCES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def small(qtbot, new_window, pack, tmp_path, monkeypatch):
    """The window with the administration's share open."""
    monkeypatch.delenv("ANNALS_AS", raising=False)
    window = new_window()
    window._settings.keep_folder("shares", tmp_path / "shares")
    with qtbot.waitSignal(window.receiving.asked, timeout=60000):
        window.open_path(pack)
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.receiving.dialog.go.click()
    window.activateWindow()
    return window


@pytest.fixture
def opened_as(qtbot, new_window, workspace_file, monkeypatch):
    """Open the company's workspace in somebody's name."""

    def call(who: str):
        monkeypatch.delenv("ANNALS_AS", raising=False)
        with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
            workspace.apply([keep(Person("编辑", "", "editor")), keep(Person("行政联系人", "admin", "contact"))])
        window = new_window()
        window._settings.keep_person(workspace_file, who)
        with qtbot.waitSignal(window.opened, timeout=60000):
            window.open_path(workspace_file)
        window.activateWindow()
        return window

    return call


def test_a_share_asks_and_sends_nothing_and_the_menu_says_what_the_buttons_say(small):
    view = small.view
    view.rooms.show_room("sections")
    for key in (Qt.Key.Key_A, Qt.Key.Key_S):
        QTest.keyClick(small, key, BOTH)
    assert view.rooms.currentIndex() == 0
    assert (view.requesting.ask_dialog, view.requesting.send_dialog) == (None, None)
    page = view.rooms.show_requests()
    for action, button in ((small.actions_.ask, page.ask), (small.actions_.send, page.send)):
        assert (action.isEnabled(), button.isEnabled()) == (False, False)
        assert action.toolTip() == action.statusTip() == button.toolTip()
        assert "填报包生成" in action.toolTip()
    assert all(entry.menu().toolTipsVisible() for entry in small.menuBar().actions())


def test_a_share_begins_no_report_and_takes_in_no_definitions(small):
    for action in (small.actions_.next_year, small.actions_.newer):
        assert (action.isEnabled(), "随填报包而来" in action.toolTip()) == (False, True)


def test_the_reason_is_told_in_the_language_of_the_window_and_goes_with_the_workspace(small):
    small.speak("en")
    assert "made from a pack" in small.actions_.ask.toolTip()
    small.show_start()
    assert "pack" not in small.actions_.ask.toolTip()


def test_the_people_of_a_share_come_with_its_pack_and_nobody_is_told_to_add_an_editor(small):
    small.actions_.people.trigger()
    dialog = small.view.requesting.people_dialog
    assert "人员随填报包而来" in dialog.reason.text()
    assert not any(button.isEnabled() for button in (dialog.add, dialog.change, dialog.remove, dialog.read))


def test_a_contact_finds_asking_greyed_with_the_reason(opened_as):
    contacts = opened_as("行政联系人")
    assert not contacts.actions_.ask.isEnabled()
    assert "不是编辑" in contacts.actions_.ask.toolTip()
    assert "不是编辑" in contacts.actions_.next_year.toolTip()


def test_an_editor_asks_by_key_and_sending_to_nobody_is_told(opened_as):
    editors = opened_as("编辑")
    QTest.keyClick(editors, Qt.Key.Key_S, BOTH)
    page = editors.view.rooms.requests
    assert page.isVisible()
    assert editors.view.requesting.send_dialog is None
    told = " ".join(label.text() for label in editors.view.status.findChildren(QLabel))
    assert page.send.toolTip()
    assert page.send.toolTip() in told
    QTest.keyClick(editors, Qt.Key.Key_A, BOTH)
    assert editors.view.requesting.ask_dialog.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(("language", "names"), [("zh-Hans", "文件夹"), ("zh-Hant", "資料夾")])
def test_the_dialog_of_files_is_chinese_throughout(qapp, qtbot, tmp_path, language, names):
    (tmp_path / "folder").mkdir()
    translations = Translations(RESOURCES / "translations", qapp)
    translations.use(language)
    try:
        dialog = QFileDialog(None, "", str(tmp_path))
        qtbot.addWidget(dialog)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.show()
        tree = dialog.findChild(QWidget, "treeView")
        model = tree.model()
        qtbot.waitUntil(lambda: model.rowCount(tree.rootIndex()) == 1, timeout=60000)
        told = [label.text() for label in dialog.findChildren(QLabel)]
        headers = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
        assert not [words for words in (*told, *headers) if words and not any(ord(sign) > 0x2E80 for sign in words)]
        assert model.index(0, 2, tree.rootIndex()).data() == names
    finally:
        translations.use("en")

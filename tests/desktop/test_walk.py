"""A walk over every widget of every place and of the main dialogs: named, reachable by Tab, translated; and no words
of the command line in any window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QPushButton,
)

from desktop.window.form.field_row import FieldRow
from desktop.window.rooms import ROOMS
from schema.catalogue.loader_messages import load_messages
from tests.desktop.conftest import RESOURCES
from tests.desktop.control_walk import settled, unseen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
DIALOGS = (
    "export", "coverage", "next_year", "freezes", "backups", "assurance", "people", "contradictions", "verify", "print_",
    "new",
)  # fmt: skip
COMMAND = re.compile(r"\bannals [a-z]|(?<![\w-])--[a-z]")


def test_every_control_of_every_place_is_named_translated_and_reached_by_tab(qtbot, window):
    told = {}
    for room in ROOMS:
        window.view.rooms.show_room(room.code)
        told[room.code] = settled(qtbot, window)
    assert told == {room.code: [] for room in ROOMS}


def test_every_control_of_the_main_dialogs_is_named_translated_and_reached_by_tab(qtbot, window):
    told = {}
    for name in DIALOGS:
        window.actions_.of(name).trigger()
        QApplication.processEvents()
        shown = [one for one in window.findChildren(QDialog) if one.isVisible()]
        told[name] = [fault for dialog in shown for fault in settled(qtbot, dialog)] if shown else ["none opened"]
        for dialog in shown:
            dialog.close()
    assert told == {name: [] for name in DIALOGS}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_focus_is_seen_on_every_control_of_every_place(window, look):
    window.actions_.looks[look].trigger()
    window.activateWindow()
    told = {}
    for room in ROOMS:
        window.view.rooms.show_room(room.code)
        QApplication.processEvents()
        told[room.code] = unseen(window)
    assert told == {room.code: [] for room in ROOMS}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_focus_is_seen_on_the_way_from_a_chapter_to_its_sections(window, look):
    window.actions_.looks[look].trigger()
    window.activateWindow()
    window.view.desk.choose_section("green")
    window.view.form.build_all()
    QApplication.processEvents()
    assert unseen(window.view.form) == []
    assert window.view.form.findChildren(QPushButton)


def test_where_assumed_definitions_are_confirmed_is_named_too(qtbot, new_window, sample_workspace):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(sample_workspace)
    window.actions_.of("assumed").trigger()
    dialog = next(one for one in window.findChildren(QDialog) if one.isVisible())
    assert settled(qtbot, dialog) == []
    dialog.close()


def test_ctrl_e_exports_and_ctrl_k_finds_also_while_a_field_has_the_focus(qtbot, window):
    field = window.view.form.parts_of(FieldRow)[0].edit
    field.setFocus()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, Qt.Key.Key_Home)
    QTest.keyClick(field, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.search.hasFocus()
    assert field.text().startswith("12")  # Ctrl+K deletes to the end of the line in fields of some systems
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.view.export_dialog.isVisible()
    window.view.export_dialog.close()


def test_the_contradictions_of_the_overview_are_known_after_a_change_of_look(qtbot, window):
    page = window.view.rooms.show_room("overview")
    qtbot.waitUntil(lambda: page.sight is not None and page.sight.shown.checked, timeout=20000)
    window.actions_.looks["dark"].trigger()
    again = window.view.rooms.pages["overview"]
    qtbot.waitUntil(lambda: again.sight is not None and again.sight.shown.checked, timeout=20000)
    window.actions_.looks["light"].trigger()


def test_no_string_of_a_window_has_words_of_the_command_line():
    sources = ET.parse(RESOURCES / "translations" / "annals_zh_CN.ts").iter("message")
    said = [str(part.text) for message in sources for part in message if part.tag in ("source", "translation")]
    messages = load_messages(RESOURCES / "definitions" / "messages.yaml")
    in_windows = [words for code, words in messages.items() if code.endswith(".window")]
    said += [text for words in in_windows for text in (words.zh_hans, words.zh_hant, words.en)]
    assert in_windows
    assert [text for text in said if COMMAND.search(text)] == []
    assert COMMAND.search("run annals restate")
    assert COMMAND.search("（--replace）")

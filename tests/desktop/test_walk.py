"""A walk over every widget of every place and of the main dialogs: named, reachable by Tab, translated; and no words
of the command line in any window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from desktop.window.form.field_row import FieldRow
from desktop.window.rooms import ROOMS
from schema.catalogue.loader_messages import load_messages
from tests.desktop.conftest import RESOURCES

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KINDS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
DIALOGS = ("export", "coverage", "next_year", "freezes", "backups", "assurance", "people", "contradictions", "verify")
# Tab goes from field to field: what stands beside one is reached from it by the menu key, Ctrl+Shift+E, F, M, Q and {.
BESIDE_FIELDS = ("FieldRow", "TextEditor", "TextTools", "HeadRow", "SlotHead", "EvidenceButton", "FlagButton")
LATIN = re.compile(r"[A-Za-z]{4,}")
OWN = {"English", "Annals", "Excel", "Word", "Ctrl", "Shift", "Enter", "Space"}
COMMAND = re.compile(r"\bannals [a-z]|(?<![\w-])--[a-z]")


def controls(over: QWidget) -> list[QWidget]:
    found = [widget for kind in KINDS for widget in over.findChildren(kind)]
    return [one for one in dict.fromkeys(found) if one.isVisible() and not _of_qt(one)]


def _of_qt(widget: QWidget) -> bool:
    """Parts of a control: the field of a chooser, the button in a field, the head of a list, the list of a chooser."""
    inside = widget.parentWidget()
    heads = isinstance(widget, QHeaderView) or isinstance(inside, QTabBar | QComboBox | QLineEdit | QAbstractItemView)
    return heads or widget.objectName().startswith("qt_") or type(widget).__name__ == "QComboBoxListView"


def name_of(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return widget.accessibleName() or words or next((label.text() for label in labels), "")


def reached(widget: QWidget) -> bool:
    """By Tab, as one of several that exclude each other by the arrows, as what belongs to a field from that field."""
    alone = isinstance(widget, QAbstractButton) and widget.isCheckable() and (widget.autoExclusive() or widget.group())
    around, beside = widget, False
    while around is not None and not beside:
        beside, around = type(around).__name__ in BESIDE_FIELDS, around.parentWidget()
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or bool(alone) or beside


def faults(over: QWidget) -> list[str]:
    found = []
    for one in controls(over):
        name, what = name_of(one), f"{type(one).__name__} {name_of(one)!r} in {type(one.parentWidget()).__name__}"
        if not name:
            found.append(f"no name: {what} {one.toolTip()!r}")
        if not reached(one):
            found.append(f"no Tab: {what}")
        if set(LATIN.findall(f"{name} {one.toolTip()}")) - OWN:
            found.append(f"not translated: {what}")
    return found


def settled(qtbot, over: QWidget) -> list[str]:
    """The faults once what is read in the background has come."""
    for _ in range(20):
        if not faults(over):
            break
        qtbot.wait(50)
    return faults(over)


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

"""Typing where nothing is taken is answered, once for each visit of a field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.window.form.field_row import FieldRow
from desktop.window.form.text_editor import TextEditor
from desktop.window.refused_typing import RefusedTyping

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(fresh_window):
    fresh_window.view.form.build_all()
    return fresh_window


@pytest.fixture
def told(window):
    found: list[str] = []
    window.view.findChild(RefusedTyping).told.connect(found.append)
    return found


def field(window) -> QLineEdit:
    return window.view.form.parts_of(FieldRow)[0].edit


def test_a_computed_value_says_what_to_change_instead(window, told):
    edit, before = field(window), field(window).text()
    edit.setReadOnly(True)
    edit.setFocus()
    QTest.keyClicks(edit, "12")
    assert len(told) == 1
    assert told[0]
    assert edit.text() == before
    assert told[0] in [label.text() for label in window.view.status.findChildren(QLabel)]
    window.view.outline.tree.setFocus()
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert told == [told[0]] * 2


def test_a_field_that_takes_words_says_nothing_and_neither_do_keys_that_change_nothing(window, told):
    edit = field(window)
    edit.setFocus()
    QTest.keyClicks(edit, "12")
    edit.setReadOnly(True)
    window.view.outline.tree.setFocus()
    edit.setFocus()
    for key, held in ((Qt.Key.Key_Left, None), (Qt.Key.Key_C, CONTROL), (Qt.Key.Key_Escape, None)):
        QTest.keyClick(edit, key, held or Qt.KeyboardModifier.NoModifier)
    assert told == []
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert len(told) == 1


def test_a_workspace_that_is_read_says_so_in_texts_and_values(window, told):
    window.view.session.writable = False
    editors = window.view.form.parts_of(TextEditor)
    edits = [field(window), *(editor.edit for editor in editors[:1])]
    for edit in edits:
        edit.setReadOnly(True)
        edit.setFocus()
        QTest.keyClicks(edit, "a")
    assert len(set(told)) == 1
    assert len(told) == len(edits)

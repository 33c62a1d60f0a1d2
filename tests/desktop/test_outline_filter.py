"""The filter over the outline: from it into the tree, and back to the section that is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_enter_and_down_lead_from_the_filter_into_the_tree_and_clearing_leads_back_to_the_section(window, key):
    outline, desk = window.view.outline, window.view.desk
    outline.filter.setFocus()
    QTest.keyClicks(outline.filter, "people")
    QTest.keyClick(outline.filter, key)
    assert outline.tree.hasFocus()
    assert outline.tree.currentIndex().isValid()
    shown = desk.section_code
    outline.filter.clear()
    assert desk.section_code == shown
    assert outline.tree.visualRect(outline.tree.currentIndex()).isValid()


def test_what_only_holds_a_section_that_was_found_is_not_gone_to(window):
    outline, desk = window.view.outline, window.view.desk
    desk.choose_section("people")
    outline.filter.setFocus()
    outline.filter.setText("能源")
    QTest.keyClick(outline.filter, Qt.Key.Key_Return)
    assert desk.section_code == "green.energy"  # not the chapter above it

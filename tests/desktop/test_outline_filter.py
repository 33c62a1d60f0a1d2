"""The filter over the outline: from it into the tree, and back to the section that is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from desktop.window.item_models.outline_model import CODE
from desktop.work.structure.codes import initials

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


def test_a_section_is_found_by_the_initials_of_its_sounds_and_by_whoever_is_asked(window):
    outline, desk = window.view.outline, window.view.desk
    energy = next(section for section in desk.outline.walk() if section.code == "green.energy")
    owner = next(metric.department for metric in desk.catalogue.metrics.values() if metric.code.startswith("energy."))
    for words in (initials(energy.title.zh_hans), desk.department(owner)):
        assert words
        outline.filter.setText(words)
        assert outline.nothing.isHidden()
        assert "green.energy" in [index.data(CODE) for index in outline._walk(QModelIndex())]


def test_where_no_section_is_found_a_sentence_says_so_and_how_to_go_on(window):
    outline = window.view.outline
    outline.filter.setText("no such section")
    assert not outline.nothing.isHidden()
    assert "Ctrl+K" in outline.nothing.text()
    outline.filter.clear()
    assert outline.nothing.isHidden()

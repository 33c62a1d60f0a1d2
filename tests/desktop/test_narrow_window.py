"""At 200 per cent of a common screen, 960 by 540: what stands beside gives way, and no name is cut by what is beside."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def narrow(qtbot, window):
    window.resize(960, 540)
    qtbot.waitUntil(lambda: window.width() == 960, timeout=5000)
    return window


def test_the_window_can_be_as_small_as_a_screen_at_200_per_cent(narrow):
    assert (narrow.width(), narrow.height()) == (960, 540)
    assert narrow.view.side.width() >= 204


def test_the_panel_beside_the_form_gives_way_and_comes_when_it_is_asked_for(qtbot, narrow):
    view = narrow.view
    view.rooms.show_room("sections")
    qtbot.waitUntil(lambda: not view.details.isVisible(), timeout=5000)
    assert view.form.width() >= 700
    assert view.form.horizontalScrollBar().maximum() == 0
    view.desk.details_requested.emit()
    assert view.details.isVisible()
    narrow.resize(1366, 768)
    qtbot.waitUntil(view.details.isVisible, timeout=5000)


def test_the_notes_beside_the_sheet_give_way_too(qtbot, narrow):
    page = narrow.view.rooms.show_room("sheet")
    qtbot.waitUntil(lambda: not page.notes.isVisible(), timeout=5000)
    narrow.resize(1366, 768)
    QTest.qWait(10)
    assert page.notes.isVisible()


def test_the_facets_of_issues_can_be_read(narrow):
    page = narrow.view.rooms.show_room("issues")
    QTest.qWait(10)
    assert page.facets.width() >= 164

"""The place of requests in little room: nothing scrolls sideways, zeros are quiet, a short list has its detail below."""

# ruff: noqa: F811 - fixtures of other files

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.window.item_models.request_model import ERRORS, OMITTED, STATE
from schema.values.requests import Step
from tests.desktop.test_request_window import CONTACT, EDITOR, asked, contacts_page, keys, opened  # noqa: F401

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def fits(page) -> bool:
    return page.list.horizontalScrollBar().maximum() == 0


def test_the_list_never_scrolls_sideways_and_what_has_no_room_stands_beside(qtbot, opened):
    page = opened("编辑", EDITOR, CONTACT, asked("2023-01-31", received=Step("编辑", "2023-01-20T00:00:00Z")))
    window = page.window()
    for language in ("en", "zh-Hant", "zh-Hans"):
        window.speak(language)
        for width, height in ((1280, 720), (1000, 600), (1600, 1000)):
            window.resize(width, height)
            qtbot.waitUntil(lambda: fits(page), timeout=15000)
    window.speak("en")
    page.splitter.setOrientation(Qt.Orientation.Horizontal)
    page.list.resize(560, 300)
    page.list.fit()
    assert page.list.isColumnHidden(OMITTED)  # says nothing of anybody, so it goes first
    assert not page.list.isColumnHidden(STATE)
    assert "received 2023-01-20" in page.detail.words.text()


def test_what_there_is_none_of_is_quiet(contacts_page):
    model, theme = contacts_page.model, contacts_page._desk.theme
    cell = model.index(0, ERRORS)
    assert (cell.data(), cell.data(Qt.ItemDataRole.ForegroundRole).name()) == ("0", theme.text3.lower())


def test_below_a_short_list_stands_what_is_told_of_a_share(qtbot, contacts_page):
    page = contacts_page
    page.window().resize(1280, 720)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical, timeout=15000)
    rows = max(page.list.height_of_all(), page.list.minimumSizeHint().height())
    assert page.list.height() <= rows + 8
    assert page.detail.y() >= page.list.height()

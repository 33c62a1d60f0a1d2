"""F1 opens the manual at what has the focus, in a window that is read beside the work or beside a dialog."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.form.field_row import FieldRow
from desktop.window.manual_places import PLACES
from desktop.work.manual import read_manual
from tests.desktop.conftest import RESOURCES
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SOURCES = [path.read_text("utf-8") for path in (RESOURCES.parent / "desktop" / "window").rglob("*.py")]
CLASSES = {name for text in SOURCES for name in re.findall(r"^class (\w+)", text, re.MULTILINE)}
DIALOGS = {name for text in SOURCES for name in re.findall(r"^class (\w+)\(QDialog", text, re.MULTILINE)}
PAGES = {name for text in SOURCES for name in re.findall(r"^class (\w+Page)\(QWidget", text, re.MULTILINE)}


def test_the_manual_speaks_of_every_place_and_dialog_and_of_nothing_that_is_gone():
    assert sorted(PLACES) == sorted(set(PLACES) & CLASSES)
    assert sorted((DIALOGS | PAGES) - set(PLACES)) == ["OpeningPage"]  # nothing can be done there


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_what_it_says_of_each_is_there(language):
    manual = read_manual(RESOURCES / "manual", language)
    assert sorted(target for target in set(PLACES.values()) if manual.at(target) is None) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A manual with every part that is led to, and a picture."""
    for language in ("zh-Hans", "zh-Hant", "en"):
        (tmp_path / "manual" / language).mkdir(parents=True)
        for page in ("contact", "editor", "reviewer", "auditor", "administrator"):
            named = sorted({target.partition("#")[2] for target in PLACES.values() if target.startswith(page)})
            parts = [f"## {name}\n\n![](../images/one.png)\n\n{'Words of it. ' * 60}\n" for name in named]
            text = f"# {page}\n\n[more](editor.md#issues)\n\n" + "\n".join(parts)
            (tmp_path / "manual" / language / f"{page}.md").write_text(text, "utf-8")
    (tmp_path / "manual" / "images").mkdir()
    QImage(1280, 100, QImage.Format.Format_RGB32).save(str(tmp_path / "manual" / "images" / "one.png"))
    return tmp_path / "manual"


def press(key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, how)


def test_f1_opens_it_at_the_place_the_field_and_the_dialog(qtbot, window, folder):
    window.helping._folder = folder
    view = window.view
    view.form.parts_of(FieldRow)[0].edit.setFocus()
    press(Qt.Key.Key_F1)
    viewer = window.helping.viewer
    assert viewer.shown.slug == "sections"
    window.activateWindow()
    view.rooms.show_room("issues")
    press(Qt.Key.Key_F1)
    assert viewer is window.helping.viewer
    assert viewer.shown.slug == "issues"
    window.actions_.coverage.trigger()
    dialog = view.coverage_dialog
    qtbot.waitUntil(lambda: window.actions_.manual in dialog.actions(), timeout=5000)
    window.actions_.manual.trigger()
    beside = window.helping.viewer
    assert beside.shown.slug == "coverage"
    assert beside.parent() is dialog  # else it could not be read while the dialog is open
    dialog.close()


def test_it_is_searched_gone_through_and_back_and_says_where_it_says_nothing(window, folder):
    window.helping._folder = folder
    window.actions_.manual.trigger()
    viewer = window.helping.viewer
    first = viewer.shown
    picture = viewer.page.loadResource(2, viewer.page.document().baseUrl().resolved("../images/one.png"))
    assert picture.width() == 640
    type_text(viewer.search, "freezes")
    assert viewer.contents.count() == 1
    QTest.keyClick(viewer.search, Qt.Key.Key_Return)
    assert viewer.shown.slug == "freezes"
    assert viewer.page.textCursor().selectedText() == "freezes"
    viewer.search.clear()
    type_text(viewer.search, "没有")
    assert not viewer.nothing.isHidden()
    assert "没有" in viewer.nothing.words.text()
    viewer.nothing.way.click()
    assert viewer.contents.count() > 5
    viewer.back.click()
    assert viewer.shown == first
    assert not viewer.back.isEnabled()
    window.speak("zh-Hant")
    assert viewer.manual.folder.name == "zh-Hant"
    assert viewer.shown.slug == first.slug

"""The page beside the form: it follows what is typed, and leads there and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from desktop.window.form.field_row import FieldRow
from desktop.window.form.text_editor import TextEditor
from desktop.window.panels.page_view import PageView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = "energy.gas@2022"


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture
def view(qtbot, window) -> PageView:
    """The page of the energy section, opened by its key beside the form."""
    window.resize(1366, 768)
    QTest.keyClick(window, Qt.Key.Key_F7)
    paging = window.view.paging
    assert paging.mode == "both"
    qtbot.waitUntil(lambda: bool(paging.pane.views and paging.pane.views[0].words()), timeout=20000)
    paging.pane.views[0].finish()
    return paging.pane.views[0]


def row_of(window, code: str) -> FieldRow:
    return next(row for row in window.view.form.parts_of(FieldRow) if row.key.metric == code)


def says(view: PageView, words: str) -> bool:
    return any(words in part for part in view.words())


def test_typed_values_and_words_stand_on_the_page_and_a_click_leads_to_their_fields(qtbot, window, view) -> None:
    assert window.view.form.width() >= 480
    assert says(view, "能源")
    row = row_of(window, "energy.gas")
    row.edit.setFocus()
    QTest.keyClicks(row.edit, "1234")
    QTest.keyClick(row.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: says(view, "1,234"), timeout=20000)

    # words are there before they are stored
    (text,) = window.view.form.parts_of(TextEditor)
    text.edit.setFocus()
    text.edit.insert("Gas {energy.gas}!")
    qtbot.waitUntil(lambda: says(view, "Gas 1,234"), timeout=20000)
    assert view._marked == {"b1"}

    # a number leads to its field, which is ringed on the page
    spot = view.spot_box(GAS)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot.center().toPoint())
    assert row.edit.hasFocus()
    assert view._reference == GAS

    # and words to their slot
    placed = next(one for one in view.page.placed() if "b1" in one.planned)
    corner = view._on_screen(placed.laid.items[0].layout.boundingRect().translated(placed.x + 2, placed.y + 4))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=corner.topLeft().toPoint())
    assert text.edit.hasFocus()


def test_f7_goes_round_and_is_remembered_and_a_field_that_is_gone_to_is_seen(qtbot, window, view) -> None:
    paging, desk = window.view.paging, window.view.desk
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert (paging.mode, window.view.form.isVisible(), paging.pane.isVisible()) == ("page", False, True)
    assert window._settings.sections_mode == "page"
    desk.jump(row_of(window, "energy.diesel").key)
    assert (paging.mode, window.view.form.isVisible()) == ("both", True)
    QTest.keyClick(window, Qt.Key.Key_F7)
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert (paging.mode, paging.pane.isVisible()) == ("form", False)
    qtbot.waitUntil(lambda: paging.pane.source.wanted is None, timeout=20000)


def test_up_to_three_languages_stand_beside_each_other_and_the_chapter_on_one_page(qtbot, window, view) -> None:
    pane = window.view.paging.pane
    for code in ("zh-Hant", "en"):
        pane.tongues[code].click()
    pane.whole.click()
    qtbot.waitUntil(lambda: len(pane.views) == 3 and all(one.page for one in pane.views), timeout=20000)
    qtbot.waitUntil(lambda: says(pane.views[2], "Green"), timeout=20000)
    assert [one.page.shown.excerpt.language for one in pane.views] == ["zh-Hans", "zh-Hant", "en"]
    before = view.percent()
    pane.larger.click()
    assert view.percent() > before
    pane.percent.click()
    assert view.zoom == 0
    pane.tongues["zh-Hans"].click()
    pane.tongues["en"].click()
    pane.tongues["zh-Hant"].click()  # the last one cannot go: the report's own language takes its place
    qtbot.waitUntil(lambda: pane.source.wanted.languages == ("zh-Hans",), timeout=20000)


@pytest.mark.parametrize("kind", ["page", "filled", "blank"])
def test_page_and_forms_become_a_pdf(qtbot, window, tmp_path, monkeypatch, kind) -> None:
    paging = window.view.paging
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = paging.dialog
    assert dialog.isVisible()
    getattr(dialog, kind).setChecked(True)
    with qtbot.waitSignal(dialog.printed, timeout=20000):
        dialog.save_pdf(tmp_path / "page.pdf")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    assert "page.pdf" in dialog.words.text()  # which file it became is told, and can be opened
    dialog.open_file.click()
    dialog.open_folder.click()
    assert opened == [str(tmp_path / "page.pdf"), str(tmp_path)]
    dialog.preview()
    qtbot.waitUntil(lambda: dialog.sight is not None and dialog.sight.isVisible(), timeout=20000)
    dialog.sight.close()
    dialog.reject()


def test_the_page_says_on_which_page_of_the_report_it_will_about_stand(qtbot, window, view) -> None:
    pane = window.view.paging.pane
    assert (view.sheets(), pane.sheets.text()) == ((1, 1), "≈ 第 1 页")
    assert "估计" in pane.sheets.toolTip()


def test_a_pdf_that_cannot_be_written_is_told(qtbot, window, tmp_path) -> None:
    paging = window.view.paging
    paging.open_dialog()
    dialog = paging.dialog
    dialog.save_pdf(tmp_path)
    qtbot.waitUntil(dialog.save.isEnabled, timeout=20000)
    assert dialog.isVisible()
    assert dialog.words.text()
    dialog.reject()

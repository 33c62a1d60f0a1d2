"""The place where a text is read: dropped on it, its numbers beside it, filtered, led to their values."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.window.pages.scan_page import ScanPage
from desktop.window.rooms import SECTIONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ARTICLE = (
    "2021年，公司的天然气消耗量为1,000立方米，去年的会议开了3场。\n\n"
    "2022年，公司的柴油消耗量为80立方米；2022年第三季度，柴油消耗量为50立方米。\n"
)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def page(fresh_window) -> ScanPage:
    """The place, gone to by its key."""
    QTest.keyClick(fresh_window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = fresh_window.view.rooms.pages["scan"]
    assert page.isVisible()
    return page


def drop(page: ScanPage, path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.dropEvent(event)
    return event


def let_go(window, path: Path, *, over) -> bool:
    """Drag a file over a place of the window and let it go there, as the desktop does; whether the window took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    at = QPointF(over.mapTo(window, over.rect().center()))
    for kind in (QDragEnterEvent, QDropEvent):
        place = at.toPoint() if kind is QDragEnterEvent else at
        event = kind(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        event.setAccepted(False)
        QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def verdicts(page: ScanPage) -> list[tuple[str, str]]:
    return [(row.number.quote, row.number.agreement) for row in page.model.rows]


def test_a_text_that_is_dropped_shows_its_numbers_beside_it(page, article, qtbot):
    with qtbot.waitSignal(page.scanning.finished, timeout=60000):
        drop(page, article)
    assert verdicts(page) == [
        ("1,000立方米", "match"), ("3", "unknown"), ("80立方米", "mismatch"), ("50立方米", "unknown"),
    ]  # fmt: skip
    assert "2022年，公司的柴油消耗量为80立方米" in page.text.toPlainText()
    assert page.list.currentIndex().row() == 2  # what is wrong is looked at first
    assert "50" in page.detail.reason.text()
    assert page.text.textCursor().position() == page.text.toPlainText().index("80立方米")
    assert page.bar.isHidden()


def test_verdicts_are_put_away_and_come_back_with_a_click_in_the_text(page, article, qtbot):
    with qtbot.waitSignal(page.scanning.finished, timeout=60000):
        page.read(article)
    page.verdicts["match"].click()
    assert [agreement for _, agreement in verdicts(page)] == ["unknown", "mismatch", "unknown"]
    place = page.text.toPlainText().index("1,000")
    cursor = page.text.textCursor()
    cursor.setPosition(place + 2)
    page.text.setTextCursor(cursor)
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=page.text.cursorRect(cursor).center())
    assert page.verdicts["match"].isChecked()
    assert page.detail.found.number.quote == "1,000立方米"
    page.verdicts["other"].click()
    assert ("2021年", "other") in verdicts(page)


def test_a_number_leads_to_its_value(page, article, qtbot, fresh_window):
    with qtbot.waitSignal(page.scanning.finished, timeout=60000):
        page.read(article)
    page.detail.go.click()
    assert fresh_window.view.rooms.room() == SECTIONS
    assert fresh_window.view.desk.key.canonical() == "energy.diesel@2022"


def test_the_text_is_offered_as_evidence_of_the_value(page, article, qtbot, fresh_window):
    offered = []
    with qtbot.waitSignal(page.scanning.finished, timeout=60000):
        page.read(article)
    fresh_window.view.desk.evidence_offered.disconnect()
    fresh_window.view.desk.evidence_offered.connect(lambda at, paths: offered.append((at, paths)))
    page.detail.proof.click()
    assert offered == [("energy.diesel@2022", [article])]
    assert page.detail.print_.isHidden()  # nobody knows whose text it is


def test_what_cannot_be_read_says_why_and_the_next_text_is_read(page, article, tmp_path, qtbot):
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    with qtbot.waitSignal(page.scanning.failed, timeout=60000):
        page.read(broken)
    assert "broken.pdf" in page.nothing.words.text()
    assert page.splitter.isHidden()
    with qtbot.waitSignal(page.scanning.finished, timeout=60000):
        page.read(article)
    assert page.splitter.isVisible()


def test_what_is_no_text_is_not_taken(page, tmp_path):
    picture = Path(shutil.copy(Path(__file__).parents[2] / "resources/sample/pictures/wind.png", tmp_path / "w.png"))
    assert not drop(page, picture).isAccepted()
    assert page.scanned is None


def test_a_reading_that_is_stopped_shows_nothing(page, article, qtbot):
    page.read(article)
    page.stop.click()
    page._desk.session.settle()
    page.scanning.close()
    assert page.scanned is None
    assert page.bar.isHidden()


def test_everything_is_said_in_the_language_that_is_chosen(page, article, qtbot, fresh_window):
    with qtbot.waitSignal(page.scanning.finished, timeout=60000):
        page.read(article)
    fresh_window.actions_.languages["en"].trigger()
    assert page.verdicts["mismatch"].text() == "Mismatch 1"
    assert page.detail.reason.text().startswith("Contradicts the workspace")


def test_a_text_that_is_let_go_on_the_window_is_read_in_its_place(fresh_window, article, qtbot):
    qtbot.waitUntil(lambda: fresh_window.windowHandle() is not None)
    fresh_window.after_paint(lambda: None)
    fresh_window.repaint()
    assert let_go(fresh_window, article, over=fresh_window.bar)
    page = fresh_window.view.rooms.pages["scan"]
    assert page.isVisible()
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=60000)
    assert ("80立方米", "mismatch") in verdicts(page)


@pytest.mark.parametrize("name", ["picture.png", "other.bin"])
def test_another_file_is_not_taken_by_the_window(fresh_window, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"x")
    fresh_window.repaint()
    assert not let_go(fresh_window, path, over=fresh_window.bar)
    assert "scan" not in fresh_window.view.rooms.pages


def test_a_text_that_is_let_go_on_a_value_is_its_evidence(fresh_window, article, qtbot):
    view, offered = fresh_window.view, []
    view.desk.evidence_offered.disconnect()
    view.desk.evidence_offered.connect(lambda subject, files: offered.append((subject, files)))
    fresh_window.repaint()
    row = next(part for part in view.form.parts if part.isVisible() and part.proved(None))
    let_go(fresh_window, article, over=row)
    assert [files for _, files in offered] == [[article]]
    assert "scan" not in view.rooms.pages

"""The place where a text is read: dropped on it, its numbers beside it, filtered, led to their values."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

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

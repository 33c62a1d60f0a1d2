"""Beside an item under review: its evidence opened as a private copy, both sides of a contradiction, its history."""

# ruff: noqa: F811 - fixtures of another file

from __future__ import annotations

import stat
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from desktop.work.evidence import attaching, read_files
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import PublishedValue
from schema.values.questions import Question
from schema.values.requests import Step
from schema.workspace import Workspace
from tests.desktop.test_review_flow import GAS, company, opened  # noqa: F401

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PDF = b"%PDF-1.7 an invoice"


@pytest.fixture
def beside(qtbot, opened, company, tmp_path):
    """The item under review of which a report printed another value, with evidence and a question."""
    with Workspace.open(company, write=True, who="编辑") as workspace:
        file = tmp_path / "发票.pdf"
        file.write_bytes(PDF)
        workspace.apply(attaching(workspace.snapshot(), GAS, read_files([file])))
        workspace.apply(
            [keep(PublishedValue("csr-2022", Key("energy.gas", 2022), "1,900 立方米", Decimal(1900), place="p. 3"))]
        )
        workspace.apply([keep(Question("csr-2022", GAS, "editor", Step("行政", "2023-01-05T00:00:00Z", "含食堂吗？")))])
    window, page = opened(company, "审核")
    look_at(page, GAS)
    qtbot.waitUntil(lambda: window.view.session.contradictions("csr-2022") is not None, timeout=30000)
    return page


def look_at(page, subject: str) -> None:
    page.list.look_at(subject)
    assert page.list.item().item.subject == subject


def press_link(browser, name: str) -> None:
    """Go from link to link with Tab as people do, and press Enter on the one that is meant."""
    browser.setFocus()
    for _ in range(8):
        QTest.keyClick(browser, Qt.Key.Key_Tab)
        if browser.textCursor().charFormat().anchorHref() == name:
            break
    QTest.keyClick(browser, Qt.Key.Key_Return)


def test_evidence_is_opened_as_a_private_copy(qtbot, beside):
    shown: list[QUrl] = []
    beside.detail.show_file = shown.append
    press_link(beside.detail.check, "evidence:0")
    qtbot.waitUntil(lambda: bool(shown), timeout=15000)
    path = Path(shown[0].toLocalFile())
    assert (path.name, path.read_bytes()) == ("发票.pdf", PDF)
    assert not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    assert "副本" in beside.detail.told.text()
    assert beside.window().leave_workspace()
    assert not path.exists()  # it goes with the workspace


def test_both_sides_of_a_contradiction_stand_with_the_value_and_lead_to_their_places(qtbot, beside):
    text = beside.detail.check.toPlainText()
    assert "1,900" in text
    assert "前往" in text
    assert "0.11" in text or "1,100" in text
    with qtbot.waitSignal(beside.place_wanted, timeout=15000):
        press_link(beside.detail.check, "side:0")


def test_questions_and_history_stand_there(beside):
    assert "含食堂吗？" in beside.detail.check.toPlainText()
    assert "按年报口径" in beside.detail.past.toPlainText()

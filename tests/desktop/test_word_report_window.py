"""A report in Word in the window: looked at, ticked, taken in as a new report or into one that is there."""

from __future__ import annotations

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.dialogs.word_report import INTO, TITLE, WHY
from schema.workspace import Workspace
from tests.desktop.control_walk import faults, unseen

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def word(tmp_path):
    """Last year's report."""
    document = Document()
    document.add_heading("员工", 1)
    document.add_paragraph("公司有4,230名员工。")
    document.add_heading("培训", 2)
    document.add_paragraph("全员接受培训。")
    table = document.add_table(2, 2)
    for row, cells in zip(table.rows, (("指标", "2024"), ("学时", "12.5")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    path = tmp_path / "last.docx"
    document.save(path)
    return path


@pytest.fixture
def dialog(qtbot, window, word):
    """The report as it is looked at, come to by the dialog of new reports."""
    window.actions_.next_year.trigger()
    asking = window.view.next_year_dialog
    asking.take_word(word)
    shown = asking.word_report
    qtbot.waitUntil(lambda: shown.rows.topLevelItemCount() > 0, timeout=60000)
    assert not asking.isVisible()
    return shown


def titles(dialog, column=TITLE):
    return [dialog.rows.topLevelItem(at).text(column).strip() for at in range(dialog.rows.topLevelItemCount())]


def test_every_control_has_a_name_and_is_seen(dialog):
    assert (faults(dialog), unseen(dialog)) == ([], [])


def test_headings_are_listed_with_where_they_go_and_their_words(dialog):
    assert titles(dialog) == ["员工", "培训"]
    assert titles(dialog, WHY) == ["新的一节", "新的一节"]
    assert titles(dialog, INTO)[1].endswith(".body")
    assert dialog.words.toPlainText() == "公司有4,230名员工。"
    assert dialog.told.text() == "2 个标题，2 段文字；1 张数据表，请保存后再导入。"


def test_what_is_ticked_becomes_a_report_that_is_gone_to(qtbot, dialog, window):
    dialog.rows.topLevelItem(1).setCheckState(TITLE, Qt.CheckState.Unchecked)
    dialog.code.setText("report-2024")
    dialog.year.setText("2024")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.view.desk.report == "report-2024", timeout=60000)
    with Workspace.open(window.view.session.path, write=False) as workspace:
        outline = workspace.definitions.outlines["report-2024"]
        texts = {key: words for key, words in workspace.snapshot().texts.items() if key[0] == "report-2024"}
    assert (outline.year, [one.title.zh_hans for one in outline.walk()]) == (2024, ["员工"])
    assert list(texts.values()) == ["公司有4,230名员工。"]


def test_in_a_report_that_is_there_words_go_into_sections_of_the_same_name(dialog, window):
    dialog.target.setCurrentIndex(1)
    dialog.target.activated.emit(1)
    assert not dialog.code.isVisible()
    assert set(titles(dialog, WHY)) <= {"同名的一节", "并入上一级标题", "该处已有文字", "没有对应的位置"}


def test_a_code_that_is_taken_is_refused_and_nothing_is_stored(qtbot, dialog, window):
    taken = next(iter(window.view.session.definitions.outlines))
    dialog.code.setText(taken)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.reason.text()), timeout=60000)
    assert dialog.reason.text() == f"已有报告“{taken}”，请另取代码。"
    assert dialog.isVisible()


def test_tables_of_figures_are_saved_for_import(dialog, tmp_path):
    dialog.save_tables(tmp_path)
    assert (tmp_path / "002-1.csv").read_text("utf-8-sig") == "指标,2024\n学时,12.5\n"


def test_a_file_without_headings_says_so(qtbot, window, tmp_path):
    document = Document()
    document.add_paragraph("只有一段。")
    document.save(tmp_path / "plain.docx")
    window.actions_.next_year.trigger()
    asking = window.view.next_year_dialog
    asking.take_word(tmp_path / "plain.docx")
    qtbot.waitUntil(lambda: "标题 1" in asking.word_report.reason.text(), timeout=60000)
    assert not asking.word_report.go.isEnabled()

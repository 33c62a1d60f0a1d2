"""The list of the whole report counts what every other face of the program counts."""

from __future__ import annotations

import re

import pytest

from desktop.window.item_models.issue_model import BELOW, CAUSE, ISSUE, OPENED
from exporters.assembly.document import build_document
from exporters.excel.sheets.book import build_workbook
from schema.moment import Moment
from schema.values.changes import clear, keep
from schema.values.datapoint import SlotText


@pytest.fixture
def sample_window(qtbot, new_window, sample_workspace, crashes):
    """The window with the sample open, checked once."""
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(sample_workspace)
    window.view.session.crashed.connect(crashes.append)
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        window.view.session.check_all()
    return window


def shown(panel):
    model = panel.list.model()
    return [model.index(row).data(ISSUE) for row in range(model.rowCount())]


def lines(panel):
    """The rows as (cause, issue): a cause of several, or None for the row of one issue."""
    model = panel.list.model()
    return [(model.index(row).data(CAUSE), model.index(row).data(ISSUE)) for row in range(model.rowCount())]


def expected(moment, report):
    return [(cause if cause.folded else None, cause.issues[0]) for cause in moment.causes(report)]


def printed(moment, report, language):
    """How many open points check, Word and Excel tell: the lines, and the counts on cover and list."""
    document = build_document(moment, report, language)
    book = build_workbook(moment, document)
    sheet = next(s for s in book.sheets if s.title in ("待完成事项", "待完成事項"))
    return {
        len(moment.causes(report)),
        sum(not point.below for point in document.open_points),
        int(re.search(r"\d+", document.cover.state)[0]),
        sum(not row.level for row in sheet.rows[3:]),
    }


REPORTS = [pytest.param(code, marks=() if code == "csr-2022" else pytest.mark.long) for code in
           ("csr-2022", "esg-2021", "csr-2019")]  # fmt: skip


@pytest.mark.parametrize("report", REPORTS)
def test_the_list_of_a_whole_report_is_that_of_its_moment_and_counts_what_check_word_and_excel_count(
    qtbot, sample_window, report
):
    session, desk, panel = sample_window.view.session, sample_window.view.desk, sample_window.view.issues
    moment = Moment(session.definitions, session.snapshot)
    panel._whole.click()
    desk.choose_report(report)
    qtbot.waitUntil(lambda: session.issues_of(report) is not None, timeout=60000)
    assert lines(panel) == expected(moment, report)
    count = panel._model.count
    assert panel._title.text().endswith(str(count))
    assert printed(moment, report, moment.outline(report).language) == {count}


def test_every_report_of_the_sample_is_compared(sample_definitions):
    reports = {code for code, outline in sample_definitions.outlines.items() if outline.form == "report"}
    assert reports == {param.values[0] for param in REPORTS}


def test_a_cause_of_several_issues_opens_and_closes(qtbot, window):
    session, panel = window.view.session, window.view.issues
    panel._whole.click()
    qtbot.waitUntil(lambda: bool(shown(panel)), timeout=60000)
    model, before = panel._model, lines(panel)
    row = next(row for row, (cause, _) in enumerate(before) if cause and row)
    cause = before[row][0]
    panel._go(model.index(row))
    assert shown(panel)[row + 1 : row + 1 + len(cause.issues)] == list(cause.issues)
    assert model.index(row).data(OPENED)
    assert model.index(row + 1).data(BELOW)
    count = model.count
    panel.refresh()
    assert (len(shown(panel)), model.count) == (len(before) + len(cause.issues), count)
    panel._go(model.index(row))
    assert lines(panel) == before
    panel.list.setCurrentIndex(model.index(row - 1))
    panel.go_next()
    assert panel.list.currentIndex().data(ISSUE) == cause.issues[0]
    assert panel.list.currentIndex().data(BELOW)
    assert session.checked


def test_not_checked_yet_is_a_state_of_its_own(qtbot, window):
    panel = window.view.issues
    assert not panel._empty.text().startswith("✓") or panel._model.known
    window.view.session.last_check = None
    panel.refresh()
    assert not panel._model.known
    assert "✓" not in panel._empty.text()


def test_nothing_is_said_of_a_whole_report_before_it_has_been_checked(qtbot, window):
    panel, session = window.view.issues, window.view.session
    qtbot.waitUntil(lambda: session.issues_of("csr-2022") is not None, timeout=60000)
    session.last_check = None
    panel._whole.click()
    assert shown(panel) == []
    assert "✓" not in panel._empty.text()
    session.check_all()
    qtbot.waitUntil(lambda: bool(shown(panel)), timeout=60000)


def test_a_whole_report_follows_what_is_typed(qtbot, window):
    session, desk, panel = window.view.session, window.view.desk, window.view.issues
    panel._whole.click()
    qtbot.waitUntil(lambda: bool(shown(panel)), timeout=60000)
    before = shown(panel)
    key = next(issue.key for issue in before if issue.key in session.snapshot.points)
    window.view.commands.change("test", [clear(key)])
    qtbot.waitUntil(lambda: shown(panel) != before, timeout=60000)
    assert lines(panel) == expected(Moment(session.definitions, session.snapshot), desk.report)


def test_a_sections_worklist_stands_below_its_issues_and_is_not_counted(qtbot, window):
    panel = window.view.issues
    text = SlotText("csr-2022", "green.energy.body", "zh-Hans", "本年首次采用光伏发电。")
    window.view.commands.change("test", [keep(text)])
    qtbot.waitUntil(lambda: [i.code for i in shown(panel)][-1:] == ["statement.undecided"], timeout=60000)
    assert panel._model.count == sum(issue.severity != "work" for issue in shown(panel))

"""The list of the whole report counts what every other face of the program counts."""

from __future__ import annotations

import pytest

from desktop.window.item_models.issue_model import ISSUE
from schema.moment import Moment
from schema.values.changes import clear


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


def test_the_list_of_a_whole_report_is_that_of_its_moment(qtbot, sample_window):
    session, desk, panel = sample_window.view.session, sample_window.view.desk, sample_window.view.issues
    moment = Moment(session.definitions, session.snapshot)
    panel._whole.click()
    reports = [code for code, outline in session.definitions.outlines.items() if outline.form == "report"]
    assert len(reports) == 3
    for report in reports:
        desk.choose_report(report)
        qtbot.waitUntil(lambda report=report: session.issues_of(report) is not None, timeout=60000)
        assert shown(panel) == list(moment.issues(report)), report
        assert panel._title.text().endswith(str(len(moment.issues(report))))


def test_nothing_is_said_of_a_whole_report_before_it_has_been_checked(qtbot, sample_window):
    panel = sample_window.view.issues
    panel._whole.click()
    assert shown(panel) == []
    assert panel._empty.isHidden()
    qtbot.waitUntil(lambda: bool(shown(panel)), timeout=60000)


def test_a_whole_report_follows_what_is_typed(qtbot, sample_window):
    session, desk, panel = sample_window.view.session, sample_window.view.desk, sample_window.view.issues
    panel._whole.click()
    qtbot.waitUntil(lambda: bool(shown(panel)), timeout=60000)
    before = shown(panel)
    key = next(issue.key for issue in before if issue.key in session.snapshot.points)
    sample_window.view.commands.change("test", [clear(key)])
    qtbot.waitUntil(lambda: shown(panel) != before, timeout=60000)
    assert shown(panel) == list(Moment(session.definitions, session.snapshot).issues(desk.report))


def test_a_sections_worklist_stands_below_its_issues_and_is_not_counted(qtbot, sample_window):
    desk, panel = sample_window.view.desk, sample_window.view.issues
    desk.choose_report("csr-2022")
    desk.choose_section("employees.rights")
    qtbot.waitUntil(lambda: [i.code for i in shown(panel)][-1:] == ["statement.unlinked"], timeout=60000)
    assert panel._model.count == sum(issue.severity != "work" for issue in shown(panel))

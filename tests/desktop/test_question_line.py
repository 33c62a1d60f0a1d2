"""Below what is told of a value stands a line: what is typed there asks, or answers what waits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.questions import Question, questions_of
from schema.values.requests import Step
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", 2022)
WAITING = Question("csr-2022", GAS.canonical(), "editor", Step("人力", "2026-11-20T08:00:00Z", "含食堂吗？"))


@pytest.fixture
def workspace_file(workspace_file):
    with Workspace.open(workspace_file, write=True, who="人力") as workspace:
        workspace.apply([keep(WAITING)])
    return workspace_file


def stored(window):
    window.view.session.settle()
    with Workspace.open(window.view.session.path, write=False) as workspace:
        return questions_of(workspace.snapshot())


def test_what_waits_is_answered_with_return_and_then_asked(qtbot, window):
    details, session = window.view.details, window.view.session
    window.view.desk.look_at(GAS)
    assert "含食堂吗？" in details.browser.toPlainText()
    qtbot.keyClicks(details.question.edit, "With it.")
    qtbot.keyClick(details.question.edit, Qt.Key.Key_Return)
    assert details.question.edit.text() == ""
    assert "→ With it." in details.browser.toPlainText()
    (answered,) = stored(window)
    assert (answered.id, [(step.by, step.words) for step in answered.answers]) == (
        WAITING.id,
        [(session.who, "With it.")],
    )
    qtbot.keyClicks(details.question.edit, "Why less?")
    qtbot.keyClick(details.question.edit, Qt.Key.Key_Return)
    assert [(one.of, one.is_open) for one in stored(window)] == [("editor", False), ("department", True)]


def test_blanks_send_nothing_and_another_value_takes_the_words_away(qtbot, window):
    line = window.view.details.question
    window.view.desk.look_at(GAS)
    qtbot.keyClicks(line.edit, "   ")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    assert stored(window) == (WAITING,)
    qtbot.keyClicks(line.edit, "Why")
    window.view.desk.look_at(Key("energy.gas", 2021))
    assert line.edit.text() == ""


def test_a_value_that_the_report_does_not_ask_for_is_told_and_the_words_stay(qtbot, window):
    line = window.view.details.question
    window.view.desk.look_at(Key("energy.gas", 2019))
    qtbot.keyClicks(line.edit, "Why?")
    qtbot.keyClick(line.edit, Qt.Key.Key_Return)
    assert line.told.text()
    assert line.edit.text() == "Why?"
    assert stored(window) == (WAITING,)

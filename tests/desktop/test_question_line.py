"""Questions about items: marked where they stand, told beside, asked and answered in the line below."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.window.form.breakdown_grid import BreakdownGrid
from desktop.window.form.field_row import FieldRow
from desktop.window.form.text_editor import TextEditor
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.questions import Question, questions_of
from schema.values.requests import Step
from schema.values.subject import TextAt
from schema.workspace import Workspace
from tests.desktop.typing_hand import type_text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS, MEN = Key("energy.gas", 2022), Key("staff", 2022, category="gender=male")
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
WAITING = Question("csr-2022", GAS.canonical(), "editor", Step("人力", "2026-11-20T08:00:00Z", "含食堂吗？"))


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    with Workspace.open(path, write=True, who="人力") as workspace:
        workspace.apply([keep(WAITING)])
    return path


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
    assert window.view.commands.undoText().startswith("提问：")
    assert not details.question.edit.isUndoAvailable()  # the line would put its words back, and leave it asked
    window.view.commands.undo()
    assert len(stored(window)) == 1
    assert window.view.commands.undoText().startswith("答复：")
    window.view.commands.undo()
    assert stored(window) == (WAITING,)


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


# marks, texts, cells and rows


def ask(qtbot, window, words: str) -> None:
    """Type into the line below what is looked at, and send it."""
    line = window.view.details.question.edit
    type_text(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_mark_at_a_field_asks_for_attention_until_somebody_answers(qtbot, window):
    window.view.form.build_all()
    row = next(row for row in window.view.form.parts_of(FieldRow) if row.key == GAS)
    assert (row.questions.isVisible(), row.questions.text()) == (True, "1")
    assert "含食堂吗？ (人力" in row.questions.toolTip()
    assert "待答复 1 条" in row.questions.accessibleName()
    assert "待答复 1 条" in row.edit.accessibleDescription()
    qtbot.mouseClick(row.questions, Qt.MouseButton.LeftButton)
    assert window.view.desk.item == GAS
    ask(qtbot, window, "With it.")
    assert (row.questions.isVisible(), row.questions.text()) == (True, "")
    assert "均已答复" in row.questions.accessibleName()
    assert "→ With it." in row.questions.toolTip()


def test_a_field_about_which_nobody_has_asked_has_no_mark(window):
    window.view.form.build_all()
    rows = [row for row in window.view.form.parts_of(FieldRow) if row.key != GAS]
    assert rows
    assert not any(row.questions.isVisible() for row in rows)


def test_a_text_is_asked_about_where_the_cursor_is_and_the_key_leads_to_the_line(qtbot, window):
    window.view.form.build_all()
    (editor,) = window.view.form.parts_of(TextEditor)
    assert not editor.questions.isVisible()
    editor.edit.setFocus()
    assert window.view.desk.item == TextAt("csr-2022", "green.energy.body", "zh-Hans")
    qtbot.keyClick(editor.edit, Qt.Key.Key_Q, BOTH)
    assert window.view.details.question.edit.hasFocus()
    ask(qtbot, window, "够长吗？")
    asked = stored(window)[-1]
    assert (asked.subject, asked.asked.words) == ("text/csr-2022/green.energy.body.zh-Hans", "够长吗？")
    assert editor.questions.isVisible()
    assert "够长吗？" in window.view.details.browser.toPlainText()


def test_a_cell_of_a_breakdown_says_what_was_asked_about_it(qtbot, window):
    window.view.desk.choose_section("people")
    window.view.form.build_all()
    grid = window.view.form.parts_of(BreakdownGrid)[0]
    cell = grid.grid.locate(MEN)
    grid.setFocus()
    grid.setCurrentIndex(cell)
    ask(qtbot, window, "含实习生吗？")
    model = grid.grid
    assert model.asked(model.cell(cell)) == "open"
    assert "含实习生吗？" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "待答复 1 条" in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    window.view.session.change(answered(window))
    assert model.asked(model.cell(cell)) == "answered"


def answered(window):
    """What the department answers to all that is open."""
    told = Step("人力", "2026-11-21T08:00:00Z", "不含")
    kept = window.view.session.snapshot.more["questions"].values()
    return [keep(one.answered(told)) for one in kept if one.is_open]

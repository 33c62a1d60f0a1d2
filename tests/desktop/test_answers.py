"""Doubts are answered in the window: in the list, at the field, at a text; several at once, taken back, in one step."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from desktop.window.form.field_menu import FieldMenu
from desktop.window.form.text_editor import TextEditor
from desktop.window.item_models.answered_model import ANSWER
from desktop.window.item_models.issue_model import CAUSE, ISSUE, OPENED
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, SlotText
from schema.values.kept_things import REMARKS
from schema.values.subject import RemarkAt
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS, DIESEL = Key("energy.gas", 2022), Key("energy.diesel", 2022)


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    """Two values whose dates lie outside their year."""
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    with Workspace.open(path, write=True, who="tester") as workspace:
        points = (
            workspace.snapshot().points.get(key) or DataPoint(key, Decimal(1000), typed="1000") for key in (GAS, DIESEL)
        )
        workspace.apply([keep(DataPoint(p.key, p.value, typed=p.typed, as_of="2023-03-01")) for p in points])
    return path


def rows(view):
    model = view.issues.list.model()
    return [model.index(row) for row in range(model.rowCount())]


def folded(view):
    return [index for index in rows(view) if index.data(CAUSE) and index.data(ISSUE).code == "metric.undefined"]


def unfold(view):
    for index in rows(view):
        if index.data(CAUSE) is not None and not index.data(OPENED):
            view.issues.list.model().turn(index.data(CAUSE))
            unfold(view)
            return


def choose(view, *keys, code="date.outside"):
    unfold(view)
    single = [index for index in rows(view) if index.data(CAUSE) is None]
    chosen = [index for index in single if index.data(ISSUE).key in keys and index.data(ISSUE).code == code]
    assert len(chosen) == len(keys)
    for index in chosen:
        view.issues.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)


def open_doubts(view):
    lines = [index.data(CAUSE).issues if index.data(CAUSE) else (index.data(ISSUE),) for index in rows(view)]
    return {issue.key for line in lines for issue in line if issue.code == "date.outside"}


def answered(view):
    model = view.issues.answers.model
    return [model.index(row).data(ANSWER) for row in range(model.rowCount())]


def give(qtbot, view, reason):
    dialog = view.answering.answer_dialog
    assert not dialog.go.isEnabled()
    qtbot.keyClicks(dialog.reason, reason)
    count = len(dialog.chosen())
    qtbot.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(answered(view)) == count, timeout=60000)


def test_chosen_doubts_are_answered_together_listed_and_undone_in_one_step(qtbot, window):
    view = window.view
    assert open_doubts(view) == {GAS, DIESEL}
    choose(view, GAS, DIESEL)
    view.issues.answers.answer.click()
    give(qtbot, view, "stocktaking")
    assert open_doubts(view) == set()
    assert {(given.issue.key, given.reason, bool(given.who)) for given in answered(view)} == {
        (GAS, "stocktaking", True), (DIESEL, "stocktaking", True),
    }  # fmt: skip
    assert "2" in view.issues.answers.fold.text()
    assert view.issues.answers.list.isHidden()
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        window.actions_.undo.trigger()
    assert (open_doubts(view), answered(view)) == ({GAS, DIESEL}, [])


def test_a_line_that_folds_several_answers_them_all(qtbot, window):
    view = window.view
    view.issues._whole.click()
    qtbot.waitUntil(lambda: bool(folded(view)), timeout=60000)
    index = folded(view)[0]
    issues = index.data(CAUSE).issues
    view.issues.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert str(len(issues)) in view.issues.answers.answer.text()
    view.issues.answers.answer.click()
    give(qtbot, view, "agreed")
    assert {given.issue.key for given in answered(view)} == {issue.key for issue in issues}


def test_others_of_the_same_kind_can_be_ticked(qtbot, window):
    view = window.view
    view.issues._whole.click()
    qtbot.waitUntil(lambda: len(open_doubts(view)) == 2, timeout=60000)
    choose(view, GAS)
    view.issues.answers.answer.click()
    dialog = view.answering.answer_dialog
    states = [dialog.list.item(row).checkState() for row in range(dialog.list.count())]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    dialog.list.setCurrentRow(1)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    give(qtbot, view, "stocktaking")
    assert (open_doubts(view), len(answered(view))) == (set(), 2)


def test_at_the_field_a_doubt_is_answered_shown_with_name_and_taken_back(qtbot, window, stored):
    view = window.view
    row = next(part for part in view.form.parts if part.keys() == (GAS,))
    menu = FieldMenu(view.desk, GAS, view)
    next(action for action in menu.actions() if action.text().startswith("答复疑问")).trigger()
    give(qtbot, view, "stocktaking")
    view.session.settle()
    with Workspace.open(view.session.path, write=False) as workspace:
        remarks = REMARKS.place.all(workspace.snapshot())
    remark = remarks[RemarkAt(GAS.canonical(), "date.outside")]
    assert (remark.reason, remark.who) == ("stocktaking", view.session.who)
    assert "stocktaking" in row.message.words
    assert remark.who in row.message.words
    view.issues.answers.fold.click()
    view.issues.answers.list.selectAll()
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        qtbot.keyClick(view.issues.answers.list, Qt.Key.Key_Delete)
    assert GAS in open_doubts(view)
    assert "stocktaking" not in row.message.words


def test_a_change_of_the_value_opens_the_doubt_again(qtbot, window):
    view = window.view
    choose(view, GAS)
    view.issues.answers.answer.click()
    give(qtbot, view, "stocktaking")
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        view.commands.change("test", [keep(DataPoint(GAS, Decimal(1001), typed="1001", as_of="2023-03-01"))])
    assert (GAS in open_doubts(view), answered(view)) == (True, [])


def test_an_error_offers_no_answer(window):
    view = window.view
    view.issues.list.clearSelection()
    unfold(view)
    errors = [index for index in rows(view) if index.data(ISSUE).severity == "error"]
    for index in errors:
        view.issues.list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        assert view.issues.answers.answer.isHidden()
    assert view.issues.answers.doubts() == ()


def test_the_menu_of_a_field_takes_its_answer_back(qtbot, window):
    view = window.view
    choose(view, GAS)
    view.issues.answers.answer.click()
    give(qtbot, view, "stocktaking")
    menu = FieldMenu(view.desk, GAS, view)
    next(action for action in menu.actions() if action.text().startswith("撤回答复")).trigger()
    qtbot.waitUntil(lambda: answered(view) == [] and GAS in open_doubts(view), timeout=60000)


def test_a_sentence_that_is_right_is_explained_below_its_text_and_kept(qtbot, window):
    view, slot = window.view, "green.energy.body"
    text = keep(SlotText("csr-2022", slot, "zh-Hans", "天然气消耗量比上年增长。"))
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        view.commands.change("test", [keep(DataPoint(GAS, Decimal(500), typed="500")), text])
    bar = view.form.parts_of(TextEditor)[0].statements
    qtbot.waitUntil(lambda: bar.answer.isVisible(), timeout=60000)
    bar.answer.click()
    give(qtbot, view, "meant otherwise")
    assert bar.words.isHidden()
    assert not any(issue.code.startswith("statement.") for issue in view.session.issues_of_slot("csr-2022", slot))

"""The dialog in which assumed definitions are confirmed: ticks, words, one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.window.dialogs.assumed_definitions import AssumedDefinitionsDialog
from schema.catalogue.assumptions import assumed_metrics, confirmed, doubted
from schema.catalogue.compiled import with_hash
from schema.grammar.words import Words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

WORDS = Words("全年合计", "全年合計", "Sum of the year")


@pytest.fixture
def dialog(qtbot, window):
    """The small workspace with two definitions that were only assumed."""
    session = window.view.session
    codes = [code for code, metric in session.definitions.catalogue.metrics.items() if metric.formula is None][:2]
    words = dict.fromkeys(codes, WORDS)
    session.adopt(with_hash(doubted(confirmed(session.definitions, words), codes)), (), "test", lambda _: None)
    qtbot.waitUntil(lambda: assumed_now(window) == codes, timeout=20000)
    window.actions_.assumed.trigger()
    return window.view.definitions_dialog


def tick(dialog: AssumedDefinitionsDialog, row: int) -> None:
    dialog.table.item(row, 0).setCheckState(Qt.CheckState.Checked)


def ticks(dialog: AssumedDefinitionsDialog) -> list[bool]:
    return [dialog.table.item(row, 0).checkState() == Qt.CheckState.Checked for row in range(dialog.table.rowCount())]


def waiting_doubts(window) -> list[str]:
    issues = window.view.session.moment.issues()
    return [issue.key.metric for issue in issues if issue.code == "metric.half_confirmed"]


def assumed_now(window):
    return [metric.code for metric in assumed_metrics(window.view.session.definitions.catalogue)]


def test_nothing_is_confirmed_before_it_is_ticked(dialog):
    assert dialog.table.rowCount() == 2
    assert not dialog.go.isEnabled()
    tick(dialog, 0)
    assert dialog.go.isEnabled()
    dialog.table.item(0, 1).setText("  ")
    assert not dialog.go.isEnabled()


def test_what_is_ticked_is_confirmed_with_its_words_in_one_step_and_undone_in_one(qtbot, window, dialog):
    first, second = assumed_now(window)
    session = window.view.session
    dialog.every.click()
    dialog.reason.setText("已核对")
    dialog.go.click()
    qtbot.waitUntil(lambda: assumed_now(window) == [], timeout=20000)
    assert session.definitions.catalogue.metrics[first].definition == WORDS
    assert session.workspace.history()[-1].reason == "已核对"
    assert session.workspace.definitions.hash == session.definitions.hash
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: assumed_now(window) == [first, second], timeout=20000)
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: assumed_now(window) == [], timeout=20000)


def test_rewording_one_language_keeps_the_others_which_go_on_waiting(qtbot, window, dialog):
    first, second = assumed_now(window)
    assert dialog.kept.isHidden()
    dialog.table.item(1, 1).setText("另一种说法")
    assert dialog.table.item(1, 0).checkState() == Qt.CheckState.Checked
    assert "1" in dialog.kept.text()
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.isHidden(), timeout=20000)
    told = window.view.session.definitions.catalogue.metrics[second]
    assert told.definition == Words("另一种说法", "全年合計", "Sum of the year")
    assert (told.assumed, told.confirmed_in) == (True, ("zh-Hans",))
    qtbot.waitUntil(lambda: waiting_doubts(window) == [second], timeout=20000)

    window.actions_.assumed.trigger()
    again = window.view.definitions_dialog
    rows = [tuple(again.table.item(row, column).text() for column in (0, 1)) for row in range(again.table.rowCount())]
    name = window.view.desk.words(told.name)
    assert rows[1:] == [(f"{name} · 繁体中文", "全年合計"), (f"{name} · 英文", "Sum of the year")]
    again.table.item(1, 1).setText("另一種說法")
    tick(again, 2)
    again.go.click()
    qtbot.waitUntil(lambda: assumed_now(window) == [first], timeout=20000)
    confirmed_ = window.view.session.definitions.catalogue.metrics[second]
    assert confirmed_.definition == Words("另一种说法", "另一種說法", "Sum of the year")
    assert confirmed_.confirmed_in == ()


def test_several_chosen_rows_are_ticked_together(qtbot, dialog):
    assert not dialog.chosen.isEnabled()
    dialog.table.selectAll()
    dialog.chosen.click()
    assert ticks(dialog) == [True, True]
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert ticks(dialog) == [False, False]
    dialog.table.selectRow(1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert ticks(dialog) == [False, True]


def test_rows_are_no_higher_than_their_words(qtbot, dialog):
    dialog.table.item(0, 1).setText("全年合计的说法，写得长一些，但在对话框中仍是一行。")
    dialog.resize(dialog.width() + 40, dialog.height())
    line = dialog.table.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: all(dialog.table.rowHeight(row) < 2 * line + 12 for row in range(2)))

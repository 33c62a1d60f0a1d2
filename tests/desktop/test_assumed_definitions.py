"""The dialog in which assumed definitions are confirmed: ticks, words, one step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.window.dialogs.assumed_definitions import AssumedDefinitionsDialog
from schema.catalogue.assumptions import assumed_metrics, confirmed, doubted
from schema.catalogue.compiled import with_hash
from schema.grammar.words import LANGUAGES, Words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def dialog(qtbot, window):
    """The small workspace with two definitions that were only assumed."""
    session = window.view.session
    codes = [code for code, metric in session.definitions.catalogue.metrics.items() if metric.formula is None][:2]
    words = {code: Words("全年合计", "全年合計", "Sum of the year") for code in codes}
    session.adopt(with_hash(doubted(confirmed(session.definitions, words), codes)), (), "test", lambda _: None)
    qtbot.waitUntil(lambda: assumed_now(window) == codes, timeout=20000)
    window.actions_.assumed.trigger()
    return window.view.definitions_dialog


def tick(dialog: AssumedDefinitionsDialog, row: int) -> None:
    dialog.table.item(row, 0).setCheckState(Qt.CheckState.Checked)


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
    dialog.table.item(1, 1).setText("另一种说法")
    dialog.reason.setText("已核对")
    dialog.go.click()
    qtbot.waitUntil(lambda: assumed_now(window) == [], timeout=20000)
    metrics = session.definitions.catalogue.metrics
    assert metrics[first].definition == Words("全年合计", "全年合計", "Sum of the year")
    told = metrics[second].definition
    language = window.view.desk.language
    assert [told.get(code) for code in LANGUAGES] == ["另一种说法" if code == language else "" for code in LANGUAGES]
    assert session.workspace.history()[-1].reason == "已核对"
    assert session.workspace.definitions.hash == session.definitions.hash
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: assumed_now(window) == [first, second], timeout=20000)
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: assumed_now(window) == [], timeout=20000)

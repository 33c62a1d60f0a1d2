"""Notes from before footnotes had a field are sorted in the window, in one step."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from desktop.window.item_models.issue_model import ISSUE
from desktop.window.item_models.notes_model import FOOTNOTE, NOTE, REMARK
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS, DIESEL = Key("energy.gas", 2022), Key("energy.diesel", 2022)


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    """Two old notes; that of gas answers the doubt about its date."""
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    points = (
        DataPoint(GAS, Decimal(1000), typed="1000", note="stocktaking", as_of="2023-03-01", unsorted=True),
        DataPoint(DIESEL, Decimal(50), typed="50", note="base unknown", unsorted=True),
    )
    with Workspace.open(path, write=True, who="tester") as workspace:
        workspace.apply([keep(point) for point in points])
    return path


@pytest.fixture
def dialog(qtbot, window):
    """The dialog as the folded doubt in the list of the whole report opens it."""
    panel = window.view.issues
    panel._whole.click()

    def doubt():
        model = panel.list.model()
        indexes = (model.index(row) for row in range(model.rowCount()))
        return next((index for index in indexes if index.data(ISSUE).code == "note.unsorted"), None)

    qtbot.waitUntil(lambda: doubt() is not None, timeout=60000)
    panel.list.clicked.emit(doubt())
    return window.view.answering.notes_dialog


def points(window):
    snapshot = window.view.session.snapshot
    return [(p.footnote, p.note, p.unsorted) for p in (snapshot.points[GAS], snapshot.points[DIESEL])]


def row_of(dialog, key):
    return next(row for row, old in enumerate(dialog.model.notes) if old.point.key == key)


def test_only_a_note_that_answers_a_doubt_can_become_its_answer(dialog):
    gas, diesel = (dialog.model.index(row_of(dialog, key), REMARK) for key in (GAS, DIESEL))
    assert dialog.model.flags(gas) & Qt.ItemFlag.ItemIsUserCheckable
    assert not dialog.model.flags(diesel) & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.model.data(diesel, int(Qt.ItemDataRole.CheckStateRole)) is None


def test_ticked_notes_are_sorted_and_the_doubt_keeps_its_answer(qtbot, window, dialog):
    assert not dialog.go.isEnabled()
    dialog.rows.clearSelection()
    dialog.rows.setCurrentIndex(dialog.model.index(row_of(dialog, GAS), NOTE))
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert dialog.model.is_ticked(row_of(dialog, GAS), REMARK)
    dialog.go.click()
    assert points(window) == [("", "stocktaking", False), ("", "base unknown", True)]
    session = window.view.session
    qtbot.waitUntil(
        lambda: [(a.reason, bool(a.at)) for a in session.answered()] == [("stocktaking", True)], timeout=60000
    )
    window.actions_.undo.trigger()
    assert points(window) == [("", "stocktaking", True), ("", "base unknown", True)]


def test_space_ticks_all_chosen_rows(qtbot, window, dialog):
    dialog.rows.selectAll()
    cell = dialog.model.index(0, FOOTNOTE)
    dialog.rows.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.NoUpdate)
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)
    dialog.go.click()
    assert points(window) == [("stocktaking", "", False), ("base unknown", "", False)]


def test_a_note_that_becomes_the_answer_alone_is_printed_nowhere(qtbot, window, dialog):
    row = row_of(dialog, GAS)
    dialog.model.tick([row], REMARK, ticked=True)
    dialog.go.click()
    assert points(window)[0] == ("", "", False)
    session = window.view.session
    qtbot.waitUntil(lambda: [a.reason for a in session.answered()] == ["stocktaking"], timeout=60000)

"""The list of contradictions: side by side, led to their places, explained and taken back, in one step each."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, PublishedValue
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", 2021)


@pytest.fixture
def workspace_file(workspace_file):
    """A report printed 1,200 where the data say 1,000, and 3,000 where they say 50."""
    with Workspace.open(workspace_file, write=True, who="tester") as workspace:
        printed = (
            PublishedValue("csr-2022", GAS, "1,200 立方米", Decimal(1200), place="p. 3"),
            PublishedValue("csr-2022", Key("energy.diesel", 2022), "3,000 立方米", Decimal(3000), place="p. 4"),
        )
        workspace.apply([keep(value) for value in printed])
    return workspace_file


@pytest.fixture
def dialog(qtbot, window):
    """The list, opened with its key."""
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    found = window.view.answering.contradictions_dialog
    qtbot.waitUntil(lambda: found.list.model().rowCount() == 2, timeout=20000)
    choose(dialog=found, key=GAS)
    return found


def choose(dialog, key):
    model = dialog.list.model()
    row = next(row for row, found in enumerate(model.rows) if found.subject == key)
    dialog.list.setCurrentIndex(model.index(row, 0))


def states(dialog):
    return [found.state for found in dialog.list.model().rows]


def explain(qtbot, window, dialog, words):
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        qtbot.keyClicks(dialog.shown.reason, words)
        qtbot.keyClick(dialog.shown.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_statements_stand_side_by_side_with_who_says_them_and_where(window, dialog):
    told = [(card.report.text(), card.words.text()) for card in dialog.shown.cards]
    assert ("2022 年社会责任报告", "1,200 立方米") in told
    assert any(who == "现有数据" and "1,000" in words for who, words in told)
    assert any("第 3 页" in card.place.text() for card in dialog.shown.cards)
    assert len({card.y() for card in dialog.shown.cards}) == 1


def test_the_button_beside_the_issues_counts_the_open_ones(window):
    assert window.view.issues.contradictions.text() == "≠ 2"


def test_each_statement_leads_to_its_place_in_the_form(qtbot, window, dialog):
    desk = window.view.desk
    desk.choose_section("people")
    qtbot.mouseClick(dialog.shown.cards[0].show_button, Qt.MouseButton.LeftButton)
    assert (desk.section_code, desk.period) == ("green.energy", 2021)
    assert dialog.isVisible()


def test_an_explanation_settles_one_and_one_undo_opens_it_again(qtbot, window, dialog):
    view = window.view
    assert not dialog.shown.explain.isEnabled()
    explain(qtbot, window, dialog, "other scope")
    assert states(dialog) == ["open"]
    assert dialog.shown.found.subject != GAS
    dialog.all.click()
    assert sorted(states(dialog)) == ["explained", "open"]
    choose(dialog, GAS)
    assert "other scope" in dialog.shown.given.text()
    assert view.session.who in dialog.shown.given.text()
    with qtbot.waitSignal(view.session.issues_changed, timeout=60000):
        window.actions_.undo.trigger()
    assert states(dialog) == ["open", "open"]


def test_an_explanation_is_taken_back(qtbot, window, dialog):
    dialog.all.click()
    explain(qtbot, window, dialog, "other scope")
    choose(dialog, GAS)
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        dialog.shown.withdraw.click()
    assert states(dialog) == ["open", "open"]
    assert dialog.shown.found.subject == GAS
    assert dialog.shown.withdraw.isHidden()


def test_a_change_of_the_value_opens_an_explained_one_again(qtbot, window, dialog):
    explain(qtbot, window, dialog, "other scope")
    assert states(dialog) == ["open"]
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        window.view.commands.change("typed", [keep(DataPoint(GAS, Decimal(1100), typed="1100"))])
    assert states(dialog) == ["open", "open"]


def test_what_is_being_typed_survives_a_check(qtbot, window, dialog):
    qtbot.keyClicks(dialog.shown.reason, "half a rea")
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        window.view.session.check_all()
    assert dialog.shown.reason.toPlainText() == "half a rea"


def test_who_may_only_read_cannot_explain(window, dialog):
    window.view.session.writable = False
    dialog.refresh()
    assert dialog.shown.explain.isHidden()
    assert dialog.shown.reason.isHidden()

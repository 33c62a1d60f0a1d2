"""The list of contradictions: side by side, led to their places, explained and taken back, in one step each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Outline, Placement, Section, TableBlock
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint, PublishedValue
from schema.workspace import Workspace
from tests.desktop.conftest import small_definitions, words

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS, DIESEL = Key("energy.gas", 2021), Key("energy.diesel", 2022)


@pytest.fixture(scope="module")
def kept_file(tmp_path_factory):
    """A report printed 1,200 where the data say 1,000, last year's 3,000 where they say 50. No test may change it."""
    small = small_definitions()
    gas = TableBlock("g1", words("燃料", "燃料", "Fuel"), (Placement("energy.gas"), Placement("energy.diesel")))
    title = words("2021 年报告", "2021 年報告", "Report 2021")
    before = Outline("esg-2021", 2021, "zh-Hans", title, (Section("fuels", 1, title, (gas,)),))
    definitions = with_hash(replace(small, outlines={**small.outlines, "esg-2021": before}))
    path = tmp_path_factory.mktemp("contradicted") / "small.annals"
    with Workspace.create(path, definitions, "tester", lambda: datetime(2023, 1, 1, tzinfo=UTC)) as workspace:
        kept = (
            DataPoint(GAS, Decimal(1000), typed="1000"),
            DataPoint(DIESEL, Decimal(50), typed="50"),
            PublishedValue("csr-2022", GAS, "1,200 立方米", Decimal(1200), place="p. 3"),
            PublishedValue("esg-2021", DIESEL, "3,000 立方米", Decimal(3000), place="p. 4"),
        )
        workspace.apply([keep(value) for value in kept])
    return path


@pytest.fixture
def dialog(qtbot, window):
    """The list, opened with its key."""
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
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


def test_a_statement_of_another_report_leads_into_that_report(qtbot, window, dialog):
    desk = window.view.desk
    choose(dialog, DIESEL)
    (printed,) = (card for card in dialog.shown.cards if card.stated.report == "esg-2021")
    assert (printed.report.text(), printed.words.text()) == ("2021 年报告", "3,000 立方米")
    qtbot.mouseClick(printed.show_button, Qt.MouseButton.LeftButton)
    assert (desk.report, desk.section_code, desk.period) == ("esg-2021", "fuels", 2022)
    assert states(dialog) == ["open", "open"]
    (kept,) = (card for card in dialog.shown.cards if not card.stated.report)
    qtbot.mouseClick(kept.show_button, Qt.MouseButton.LeftButton)
    assert (desk.report, desk.section_code, desk.period) == ("esg-2021", "fuels", 2022)


def test_a_restatement_is_stated_from_here_and_settles_it(qtbot, window, dialog):
    assert not dialog.shown.restate.isHidden()
    assert "annals" not in dialog.shown.sentence.text()
    dialog.shown.restate.click()
    window.view.restate_dialog.reasons["zh-Hans"].setPlainText("漏计一处食堂")
    with qtbot.waitSignal(window.view.session.issues_changed, timeout=60000):
        window.view.restate_dialog.go.click()
    dialog.all.click()
    assert sorted(states(dialog)) == ["open", "restated"]
    choose(dialog, GAS)
    assert "漏计一处食堂" in dialog.shown.given.text()


def test_cards_are_no_higher_than_what_they_say(dialog):
    dialog.resize(960, 1000)
    dialog.grab()
    cards = dialog.shown.cards
    assert {card.height() for card in cards} == {max(card.heightForWidth(card.width()) for card in cards)}


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

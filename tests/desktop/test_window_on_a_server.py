"""Windows at one database: what one stores the other shows, and a race is decided by whoever lost it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.window.form.field_row import FieldRow
from schema.catalogue.compiled import with_hash
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import SlotText
from schema.workspace import Workspace
from tests.desktop.conftest import YEAR, small_definitions
from tests.desktop.typing_hand import type_text
from tests.factories import ticking

GAS = Key("energy.gas", YEAR)


@pytest.fixture
def url(database):
    """A database with the small company."""
    with Workspace.create(database, small_definitions(), "李编辑", ticking()):
        pass
    return database


def field(window, code="energy.gas"):
    rows = window.view.form.findChildren(FieldRow)
    return next(row for row in rows if row.key.metric == code)


def type_value(window, text, code="energy.gas"):
    row = field(window, code)
    window.activateWindow()
    row.edit.setFocus()
    row.edit.selectAll()
    type_text(row.edit, text)
    QTest.keyClick(row.edit, Qt.Key.Key_Return)


def stored(url):
    with Workspace.open(url, write=False) as workspace:
        point = workspace.snapshot().points.get(GAS)
        return point.value if point else None


@pytest.fixture
def two(qtbot, new_window, opened_at, url):
    """Two windows at one database, each by somebody else."""
    windows = []
    for who in ("王芳", "李雷"):
        window = new_window(who=who)
        opened_at(window, url)
        qtbot.waitUntil(lambda window=window: window.view.meeting.others._watch is not None, timeout=20000)
        windows.append(window)
    return windows


def test_a_window_opens_a_database_says_its_name_and_stores_what_is_typed(qtbot, new_window, opened_at, url):
    window = new_window()
    opened_at(window, url)
    assert window.windowTitle() == f"{url.name} – Annals"
    type_value(window, "12.5")
    qtbot.waitUntil(lambda: stored(url) == Decimal("12.5"), timeout=20000)
    window.show_start()
    assert any(
        url.name in button.text() for button in window.start.findChildren(type(window.start._recent_button(url)))
    )


def test_what_one_stores_the_other_shows(qtbot, two, url):
    one, other = two
    type_value(one, "7")
    qtbot.waitUntil(lambda: "7" in field(other).edit.text(), timeout=20000)
    assert other.view.session.point(GAS).value == 7


def test_who_is_in_the_same_section_is_said_until_they_leave(qtbot, two):
    one, other = two
    qtbot.waitUntil(lambda: "王芳" in other.view.status.present.text(), timeout=20000)
    qtbot.waitUntil(lambda: "李雷" in one.view.status.present.text(), timeout=20000)
    one.show_start()
    qtbot.waitUntil(lambda: other.view.status.present.isHidden(), timeout=20000)


@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize(("choice", "stays"), [("ours", 7), ("theirs", 9)])
def test_a_lost_race_is_shown_with_both_values_and_who_and_decided(qtbot, two, url, choice, stays):
    one, other = two
    other.view.meeting.others._watch.stop()  # it does not hear of the change in time
    other.view.meeting.others._watch = None
    type_value(one, "7")
    qtbot.waitUntil(lambda: stored(url) == 7, timeout=20000)
    type_value(other, "9")
    qtbot.waitUntil(lambda: other.view.meeting.dialog is not None, timeout=20000)
    dialog = other.view.meeting.dialog
    assert stored(url) == 7
    assert "王芳" in dialog.view.heads[1].text()
    assert "7" in dialog.view.sides[1].text()
    assert "9" in dialog.view.sides[2].text()
    assert other.view.session.unsaved() == 1
    getattr(dialog.view, choice).click()
    dialog.go.click()
    qtbot.waitUntil(lambda: other.view.session.unsaved() == 0, timeout=20000)
    other.view.session.settle()
    assert stored(url) == stays
    assert str(stays) in field(other).edit.text()


def test_a_text_of_another_appears_when_nobody_types(qtbot, two, url):
    other = two[1]
    with Workspace.open(url, write=True, who="编辑") as workspace:
        workspace.apply([keep(SlotText("csr-2022", "green.lead", "zh-Hans", "新的一句。"))])
    qtbot.waitUntil(
        lambda: other.view.session.snapshot.texts.get(("csr-2022", "green.lead", "zh-Hans")) == "新的一句。",
        timeout=20000,
    )


def test_other_definitions_are_followed(qtbot, two, url):
    other = two[1]
    changed = small_definitions()
    metrics = dict(changed.catalogue.metrics)
    metrics["energy.gas"] = replace(metrics["energy.gas"], display="0.0")
    changed = with_hash(replace(changed, catalogue=replace(changed.catalogue, metrics=metrics)))
    with qtbot.waitSignal(other.opened, timeout=30000), Workspace.open(url, write=True, who="编辑") as workspace:
        workspace.adopt(changed)
    assert other.view.session.definitions.catalogue.metrics["energy.gas"].display == "0.0"

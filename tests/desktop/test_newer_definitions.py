"""Newer definitions of the program: one line, a dialog that previews them, one step that takes them in or back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from desktop.window.opening import Opener
from desktop.work.user import user_name
from schema.catalogue.built_in import BuiltIn, source_digest
from schema.catalogue.compiled import with_hash
from schema.errors import DefinitionsError
from schema.grammar.reference import Key
from schema.mistakes import Mistake
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.people import Person
from schema.workspace import Workspace
from tests.desktop.conftest import DIESEL, GAS, RESOURCES, USERS, small_definitions, words
from tests.desktop.test_field_row import type_into

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LONG = 20000
OWN, NEWER = words("自己的名称", "自己的名稱", "Our own"), words("新的名称", "新的名稱", "Newer")


def with_metrics(definitions, *changed):
    metrics = {**definitions.catalogue.metrics, **{metric.code: metric for metric in changed}}
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics)))


@pytest.fixture(scope="module")
def base():
    return small_definitions()


@pytest.fixture(scope="module")
def newer(base):
    """A later program: gas is worded otherwise, the daily users too, and coal is new."""
    coal = replace(GAS, code="energy.coal", name=words("煤炭消耗量", "煤炭消耗量", "Coal"))
    gas = replace(GAS, definition=words("全年用气", "全年用氣", "Gas of the year"))
    return with_metrics(base, gas, replace(USERS, name=NEWER), coal)


@pytest.fixture(scope="module")
def kept_older(base, tmp_path_factory):
    """A workspace of an older program, in which the company calls its daily users otherwise; no test may change it."""
    path = tmp_path_factory.mktemp("older") / "older.annals"
    with Workspace.create(path, base, "tester", source="of an older program") as workspace:
        workspace.adopt(with_metrics(base, replace(USERS, name=OWN)), "own")
    return path


@pytest.fixture
def path(kept_older, tmp_path):
    return Path(shutil.copy(kept_older, tmp_path / "older.annals"))


@pytest.fixture
def read(newer, monkeypatch) -> list[str]:
    """The program comes with the newer definitions; each time they are read is noted."""
    reads: list[str] = []

    def built_in(self: Opener) -> BuiltIn:
        reads.append("read")
        return BuiltIn(newer, source_digest(self.resources))

    monkeypatch.setattr(Opener, "built_in", built_in)
    return reads


@pytest.fixture
def open_window(qtbot, new_window, path, read, crashes):
    """Opens the workspace and waits for its first check."""

    def opened():
        window = new_window()
        with qtbot.waitSignal(window.opened, timeout=LONG):
            window.open_path(path)
        window.activateWindow()
        window.view.session.crashed.connect(crashes.append)
        with qtbot.waitSignal(window.view.session.issues_changed, timeout=LONG):
            window.view.session.check_all()
        window.view.session.settle()
        return window

    return opened


@pytest.fixture
def window(qtbot, open_window):
    window = open_window()
    qtbot.waitUntil(window.view.updating.line.isVisible, timeout=LONG)
    return window


@pytest.fixture
def dialog(qtbot, window):
    qtbot.keyClick(window.view.updating.line.show_button, Qt.Key.Key_Space)
    return window.view.updating.dialog


def metrics(window):
    return window.view.session.definitions.catalogue.metrics


def take(qtbot, dialog):
    qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted.value, timeout=LONG)


def rows_of(dialog):
    model = dialog.model
    heads = [model.index(row, 0) for row in range(model.rowCount())]
    return [model.below(model.index(row, 0, head))[0] for head in heads for row in range(model.rowCount(head))]


def test_the_line_says_how_many_changes_there_are_and_what_is_left_to_decide(qtbot, window):
    assert window.view.updating.line.words.text() == "此版 Annals 带来新的指标库：2 处更新。 另有 1 处由您决定。"
    window.speak("en")
    english = "This version of Annals has newer definitions: 2 changes. 1 more to decide yourself."
    qtbot.waitUntil(lambda: window.view.updating.line.words.text() == english, timeout=LONG)
    assert window.view.session.definitions.catalogue.metrics["energy.gas"] == GAS


def test_a_line_that_was_put_away_stays_away_and_the_menu_still_leads_there(qtbot, window, open_window, read):
    qtbot.keyClick(window.view.updating.line.leave_button, Qt.Key.Key_Space)
    assert window.view.updating.line.isHidden()
    assert window.leave_workspace()
    read.clear()
    again = open_window()
    assert (again.view.updating.line.isHidden(), read) == (True, [])
    again.actions_.newer.trigger()
    dialog = again.view.updating.dialog
    qtbot.waitUntil(lambda: len(rows_of(dialog)) > 0, timeout=LONG)


def test_a_window_that_is_closed_before_anything_was_looked_for_goes_in_peace(qtbot, new_window, path, read, crashes):
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=LONG):
        window.open_path(path)
    window.view.session.crashed.connect(crashes.append)
    assert window.leave_workspace()
    assert read == []


def test_definitions_of_this_program_show_no_line_and_an_empty_dialog(qtbot, base, newer, path, open_window, read):
    path.unlink()
    Workspace.create(path, newer, "tester", source=source_digest(RESOURCES)).close()
    window = open_window()
    assert (window.view.updating.line.isHidden(), read) == (True, [])
    window.actions_.newer.trigger()
    dialog = window.view.updating.dialog
    qtbot.waitUntil(lambda: "一致" in dialog.lead.text(), timeout=LONG)
    assert not dialog.go.isEnabled()


def test_a_contact_who_may_not_change_definitions_is_not_asked(path, open_window, read):
    with Workspace.open(path, write=True, who="boss") as workspace:
        workspace.apply([keep(Person("boss", "", "editor")), keep(Person(user_name(), "admin", "contact"))])
    window = open_window()
    assert (window.view.updating.line.isHidden(), read) == (True, [])


def test_what_a_person_has_to_decide_is_seen_first_both_words_side_by_side(dialog):
    assert [one.place for one in rows_of(dialog)] == ["metrics/users.daily#name"]
    assert (dialog.sides.mine.text.text(), dialog.sides.newer.text.text()) == ("自己的名称", "新的名称")
    assert (dialog.sides.mine.choose.isChecked(), dialog.sides.newer.choose.isChecked()) == (True, False)
    dialog.all.click()
    assert [one.kind for one in rows_of(dialog)] == ["changed", "conflict", "added"]


def test_what_is_ticked_comes_in_and_own_words_stay_in_one_step_that_is_undone_in_one(qtbot, window, dialog):
    before = metrics(window)
    take(qtbot, dialog)
    assert (metrics(window)["energy.gas"].definition.en, metrics(window)["users.daily"].name) == (
        "Gas of the year",
        OWN,
    )
    assert "energy.coal" in metrics(window)
    assert window.view.updating.line.isHidden()
    window.actions_.undo.trigger()
    qtbot.waitUntil(lambda: metrics(window) == before, timeout=LONG)
    window.actions_.redo.trigger()
    qtbot.waitUntil(lambda: "energy.coal" in metrics(window), timeout=LONG)
    workspace = window.view.session.workspace
    window.view.session.settle()
    assert [version.source for version in workspace.versions()] == [
        "of an older program", "of an older program", source_digest(RESOURCES), "of an older program", source_digest(RESOURCES),
    ]  # fmt: skip


def test_space_takes_the_newer_word_of_the_chosen_row_and_the_button_gives_it_back(qtbot, window, dialog):
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert dialog.sides.newer.choose.isChecked()
    dialog.sides.mine.choose.click()
    assert dialog.model.taken() == {"metrics/energy.gas#definition", "metrics/energy.coal"}
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)
    take(qtbot, dialog)
    assert metrics(window)["users.daily"].name == NEWER


def test_a_whole_list_is_left_by_its_head_and_then_only_the_origin_is_noted(qtbot, window, dialog):
    before = metrics(window)
    dialog.all.click()
    dialog.rows.setCurrentIndex(dialog.model.index(0, 0))
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)  # all of them
    assert dialog.model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert (dialog.model.taken(), dialog.sides.mine.choose.isEnabled()) == (frozenset(), False)
    take(qtbot, dialog)
    assert metrics(window) == before
    assert window.view.session.workspace.versions()[-1].source == source_digest(RESOURCES)


def test_a_choice_whose_whole_has_mistakes_is_refused_in_words_and_stores_nothing(qtbot, window, dialog, monkeypatch):
    def refuse(*_):
        raise DefinitionsError(
            (Mistake("metrics/energy.coal", 2, "definition.unknown_unit", {"name": "m4", "near": "m3"}),)
        )

    monkeypatch.setattr("desktop.window.updating.take_in", refuse)
    qtbot.keyClick(dialog.go, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "energy.coal" in dialog.words.text(), timeout=LONG)
    assert (dialog.isVisible(), dialog.go.isEnabled(), window.view.commands.canUndo()) == (True, True, False)


def test_what_was_typed_since_the_line_came_is_compared_anew(qtbot, window, newer):
    """The newer program measures diesel in people; no value stood below it when the line came."""
    other = with_metrics(newer, replace(DIESEL, unit="person", display=""))
    view = window.view
    view.updating._built_in = BuiltIn(other, source_digest(RESOURCES))
    view.desk.choose_section("green.energy")
    type_into(window, "energy.diesel", "5")
    qtbot.keyClick(view.updating.line.show_button, Qt.Key.Key_Space)
    dialog = view.updating.dialog
    qtbot.waitUntil(lambda: "held" in {one.kind for one in rows_of(dialog)}, timeout=LONG)


def test_taking_back_keeps_what_was_filled_in_since_and_says_so(qtbot, window, dialog):
    take(qtbot, dialog)
    coal = DataPoint(Key("energy.coal", 2022), Decimal(5), typed="5")
    window.view.session.change([keep(coal)])
    qtbot.waitUntil(lambda: window.view.session.unsaved() == 0, timeout=LONG)
    with qtbot.waitSignal(window.view.updating.told, timeout=LONG) as told:
        window.actions_.undo.trigger()
    assert "1 处" in told.args[0]
    qtbot.waitUntil(lambda: metrics(window)["energy.gas"] == GAS, timeout=LONG)
    assert "energy.coal" in metrics(window)

"""What is wrong in the values is told before any sentence was read, and nothing good is told with it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.window.form.field_row import FieldRow
from desktop.window.session import workspace_session
from schema.grammar.reference import Key
from schema.moment import Moment
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.workspace import Workspace
from tests.desktop.kept_window import SECTION

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", 2022)


@pytest.fixture
def glanced(qtbot, new_window, workspace_file, monkeypatch):
    """A window in which the values were looked at, and nothing else was yet."""
    with Workspace.open(workspace_file, write=True, who="编辑") as workspace:
        workspace.apply([keep(DataPoint(GAS, Decimal(-5), typed="-5"))])
    whole = workspace_session.run_checks

    def first(moment, asked, listing, is_wanted, glance=None):
        return whole(moment, asked, listing, lambda: False, glance)

    monkeypatch.setattr(workspace_session, "run_checks", first)
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    session = window.view.session
    qtbot.waitUntil(lambda: bool(session.glance), timeout=60000)
    return window, lambda: monkeypatch.setattr(workspace_session, "run_checks", whole)


def test_errors_of_values_are_shown_before_the_check_has_ended_and_nothing_good_is(qtbot, glanced):
    window, go_on = glanced
    view, session = window.view, window.view.session
    view.desk.choose_section(SECTION)
    view.form.build_all()
    assert not session.checked
    assert session.issues_at(GAS)[0].severity == "error"
    qtbot.waitUntil(lambda: "数值已检查：1 个错误" in view.status.checks.text(), timeout=60000)
    assert "正在检查文字" in view.status.checks.text()
    gas = next(row for row in view.form.parts_of(FieldRow) if row.key == GAS)
    qtbot.waitUntil(lambda: bool(gas.message.words), timeout=60000)
    assert not session.checked
    go_on()
    with qtbot.waitSignal(session.issues_changed, timeout=60000):
        session.check_all()
    qtbot.waitUntil(lambda: "检查完毕" in view.status.checks.text(), timeout=60000)


def test_what_is_found_at_a_glance_is_some_of_what_the_whole_check_finds(sample_definitions, sample_snapshot):
    moment = Moment(sample_definitions, sample_snapshot)
    first = moment.value_issues()
    assert first
    assert {(one.code, one.key) for one in first} <= {(one.code, one.key) for one in moment.issues()}


def test_the_first_check_looks_for_the_chosen_report_at_once(qtbot, new_window, workspace_file, monkeypatch):
    whole, asked = workspace_session.run_checks, []
    monkeypatch.setattr(workspace_session, "run_checks", lambda *all_: (asked.append(all_[1]), whole(*all_))[1])
    window = new_window()
    with qtbot.waitSignal(window.opened, timeout=60000):
        window.open_path(workspace_file)
    qtbot.waitUntil(lambda: window.view.session.checked, timeout=60000)
    qtbot.wait(100)
    assert set(asked) == {("csr-2022",)}

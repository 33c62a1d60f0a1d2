"""The reason of a restatement, stated beside the value."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl

from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import PublishedValue
from schema.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
GAS = Key("energy.gas", 2021)
PRINTED = PublishedValue("esg-2021", GAS, "1,100", Decimal(1100), place="p. 5")


@pytest.fixture
def window(kept_window):
    return kept_window


@pytest.fixture(scope="module")
def kept_file(kept_small, tmp_path_factory):
    path = Path(shutil.copy(kept_small, tmp_path_factory.mktemp("kept") / "small.annals"))
    with Workspace.open(path, write=True, who="tester") as workspace:
        workspace.apply([keep(PRINTED)])
    return path


@pytest.fixture
def dialog(window):
    window.view.desk.look_at(Key("energy.gas", 2022))
    assert "说明原因" in window.view.details.browser.toPlainText()
    window.view.details.browser.anchorClicked.emit(QUrl("restate:esg-2021/energy.gas@2021"))
    return window.view.restate_dialog


def stored(window):
    window.view.session.settle()
    with Workspace.open(window.view.session.path, write=False) as workspace:
        return list(workspace.snapshot().restatements.values())


def test_old_and_new_value_are_shown_with_the_place(dialog):
    assert "esg-2021 第 5 页所载为“1,100”，现值 1,000.00立方米" in dialog.lead.text()


def test_the_reason_is_stored_shown_and_can_be_undone(window, dialog):
    dialog.reasons["zh-Hans"].setPlainText("漏计一处食堂")
    dialog.go.click()
    (found,) = stored(window)
    assert (found.report, found.key, found.old, found.new) == ("esg-2021", GAS, Decimal(1100), Decimal(1000))
    assert found.reason.zh_hans == "漏计一处食堂"
    window.view.details.refresh()
    assert "漏计一处食堂" in window.view.details.browser.toPlainText()
    window.actions_.undo.trigger()
    assert stored(window) == []


def test_an_empty_reason_withdraws_it(window, dialog):
    dialog.reasons["en"].setPlainText("One canteen was left out")
    dialog.go.click()
    window.view.details.browser.anchorClicked.emit(QUrl("restate:esg-2021/energy.gas@2021"))
    again = window.view.restate_dialog
    assert again.reasons["en"].toPlainText() == "One canteen was left out"
    again.reasons["en"].setPlainText("")
    again.go.click()
    assert stored(window) == []

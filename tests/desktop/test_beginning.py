"""A new workspace from the window: what it begins with, in which languages, and what an empty one offers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.window.dialogs.new_workspace import NewWorkspaceDialog
from desktop.work.beginning_with import Beginning
from schema.workspace import Workspace


@pytest.fixture
def asked(qtbot, new_window, tmp_path, monkeypatch):
    """Press New workspace …, choose what is wanted, and open what is made."""

    def ask(row, languages=("zh-Hans",), company=""):
        path = tmp_path / "own.annals"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
        window = new_window()
        window.show_start()
        window.actions_.new.trigger()
        dialog = window.findChild(NewWorkspaceDialog)
        dialog.list.setCurrentRow(row)
        for code, box in dialog.languages.items():
            box.setChecked(code in languages)
        dialog.company.setText(company)
        with qtbot.waitSignal(window.opened, timeout=60000):
            qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        return window, path

    return ask


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_an_empty_workspace_opens_and_every_place_can_be_shown(qtbot, asked):
    window, path = asked(0, ("en",), "Ward & Sons")
    session = window.view.session
    assert session.definitions.catalogue.metrics == {}
    assert session.definitions.catalogue.company.languages == ("en",)
    assert session.definitions.catalogue.company.name.en == "Ward & Sons"
    for room in list(window.view.rooms.bar.buttons):
        window.view.rooms.show_room(room)
    window.actions_.next_year.trigger()
    window.actions_.export.trigger()
    window.actions_.coverage.trigger()
    qtbot.wait(50)
    window.show_start()
    with Workspace.open(path, write=False) as workspace:
        assert workspace.verify() == ()


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_a_starter_asks_for_all_that_its_framework_asks(asked):
    window, _ = asked(1, ("zh-Hans", "en"))
    assert "report-2025" in window.view.session.definitions.outlines
    assert "ghg.scope3.c15" in window.view.session.definitions.catalogue.metrics
    assert window.view.desk.report == "report-2025"


@pytest.mark.qt_log_ignore("propagateSizeHints")
def test_without_a_language_nothing_can_be_made(qtbot, new_window):
    window = new_window()
    window.show_start()
    window.actions_.new.trigger()
    dialog = window.findChild(NewWorkspaceDialog)
    for box in dialog.languages.values():
        box.setChecked(False)
    assert not dialog.go.isEnabled()
    assert dialog.reason.text()
    dialog.languages["en"].setChecked(True)
    assert dialog.go.isEnabled()
    assert dialog.beginning() == Beginning(starter="empty", languages=("en",))
    dialog.close()

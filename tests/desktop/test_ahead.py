"""Places open at once: they are loaded before they are gone to, and say that they are being put together."""

from __future__ import annotations

from importlib.util import find_spec

from desktop.window import ahead
from desktop.window.ahead import Ahead


def test_places_are_loaded_once_everything_is_checked_and_not_before(qtbot, window, monkeypatch):
    loaded = []
    window.view.ahead._timer.stop()
    monkeypatch.setattr(ahead, "import_module", loaded.append)
    session = window.view.session
    fresh = Ahead(window.view.desk, window.view)
    monkeypatch.setattr(type(session), "checked", False)
    session.issues_changed.emit()
    qtbot.wait(100)
    assert loaded == []
    monkeypatch.setattr(type(session), "checked", True)
    session.issues_changed.emit()
    qtbot.waitUntil(lambda: len(loaded) == 4, timeout=5000)
    session.issues_changed.emit()
    qtbot.waitUntil(lambda: not fresh._timer.isActive(), timeout=5000)
    assert len(set(loaded)) == len(loaded) == 4
    assert all(find_spec(name) is not None for name in loaded)


def test_the_sheet_says_that_it_is_being_put_together_until_it_has_lines(qtbot, window):
    page = window.view.rooms.show_room("sheet")
    assert not page.model.grid.rows
    assert page.building.isVisible()
    assert "填报表" in page.building.text()
    qtbot.waitUntil(lambda: bool(page.model.grid.rows), timeout=60000)
    assert not page.building.isVisible()

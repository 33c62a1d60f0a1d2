"""One window for the tests of a file: opening one costs more than what most tests do with it.

After a test the window is put back as it was opened: every step is taken back, the place, the year and the section are
those of the beginning, the form and the pages are built anew. A window that does not come back whole is closed, and the
next test gets another. The history of its file keeps all that was done: a test that counts rows there, or needs the file
changed before it is opened, has a window of its own, the fixture `fresh_window`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEvent, QModelIndex, QSettings, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop.window.application import make_window
from desktop.window.main_window import MainWindow
from desktop.window.rooms import SECTIONS
from desktop.window.settings import Settings
from desktop.window.workspace_view import WorkspaceView
from schema.catalogue.outline import Definitions
from schema.values.changes import keep
from schema.values.datapoint import Snapshot
from schema.workspace import Workspace

RESOURCES = Path(__file__).parents[2] / "resources"
SECTION = "green.energy"


def shown_window(settings: Path, language: str = "zh-Hans", who: str = "") -> MainWindow:
    """Make a window that remembers in this file, and show it; nothing is open in it."""
    window = make_window(Settings(QSettings(str(settings), QSettings.Format.IniFormat)), language, RESOURCES, who)
    window.show()
    return window


def close_window(window: MainWindow) -> None:
    """Close a window now, and here: left to the garbage collector it goes in any order, and maybe on another thread."""
    window._translations.use("en")  # the translators of one window would outlive it
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
    assert not isValid(window)


@dataclass(frozen=True)
class _Beginning:
    """What a window showed when it was opened."""

    view: WorkspaceView
    definitions: Definitions
    snapshot: Snapshot
    languages: tuple[str, str]
    report: str
    settings: dict[str, object]
    size: QSize


class KeptWindow:
    """Makes a window when one is asked for and there is none that came back whole."""

    def __init__(self, kept_file: Path, folder: Path) -> None:
        self._kept_file, self._folder = kept_file, folder
        self._window: MainWindow | None = None
        self._beginning: _Beginning | None = None
        self._began_with: tuple[str, Sequence[object]] = ("", ())
        self._count = 0

    @property
    def path(self) -> Path:
        """Return the file that is open in the window."""
        return self._folder / f"{self._count}" / "small.annals"

    def window(
        self, open_: Callable[[MainWindow, Path], None], who: str = "", things: Sequence[object] = ()
    ) -> MainWindow:
        """Return the window with the file open; `open_` opens it in a window that is made anew.

        `who` works there, where somebody is named, and `things` stand in the file besides.
        """
        if self._began_with != (who, things):
            self.close()
        if self._window is None:
            self.path.parent.mkdir()
            shutil.copy(self._kept_file, self.path)
            if things:
                with Workspace.open(self.path, write=True, who="编辑") as workspace:
                    workspace.apply([keep(thing) for thing in things])
            self._window, self._began_with = shown_window(self.path.with_name("settings.ini")), (who, things)
            if who:
                self._window._settings.keep_person(self.path, who)
            open_(self._window, self.path)
            self._beginning = self._seen()
        self._window.activateWindow()
        assert QTest.qWaitForWindowActive(self._window)  # a list or a dialog of the test before may have had the keys
        return self._window

    def put_back(self) -> None:
        """Take back what a test did; a window that does not come back whole is closed."""
        if self._window is not None and not self._is_whole():
            self.close()

    def close(self) -> None:
        """Close the window, where there is one."""
        window, self._window, self._beginning = self._window, None, None
        self._count += 1
        if window is not None:
            # What could not be saved, or not be taken back, is nobody's any more.
            with patch("desktop.window.dialogs.trouble.may_lose", return_value=True):
                close_window(window)
            QApplication.processEvents()

    def _seen(self) -> _Beginning:
        window = self._window
        assert window is not None
        assert window.view is not None
        session, desk, store = window.view.session, window.view.desk, window._settings._store
        settings = {key: store.value(key) for key in store.allKeys()}
        # A file that was taken in once is known for good.
        values = replace(session.snapshot, attachments={})
        languages, size = (window.language, desk.language), window.size()
        return _Beginning(window.view, session.definitions, values, languages, desk.report, settings, size)

    def _is_whole(self) -> bool:
        window, then = self._window, self._beginning
        assert window is not None
        if then is None or window.view is not then.view or not window.isVisible() or window.bar.search.text():
            return False
        for shown in QApplication.topLevelWidgets():
            if shown is not window and shown.isVisible():
                shown.close()
        view = then.view
        if not view.finish() or not view.session.writable or view.session.definitions is not then.definitions:
            return False
        while view.commands.canUndo():
            view.commands.undo()
        view.session.settle()
        window.resize(then.size)
        self._go_to_the_beginning(view)
        return self._seen() == then

    def _go_to_the_beginning(self, view: WorkspaceView) -> None:
        view.commands.clear()
        if view.rooms.room() != SECTIONS:
            view.rooms.show_room(SECTIONS)
        for code in tuple(view.rooms.pages):
            page = view.rooms.pages.pop(code)
            view.rooms.removeWidget(page)
            page.deleteLater()
            QApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)
        view.desk.choose_period(view.desk.outline.year)
        view.desk.choose_section(SECTION)
        view.desk.look_at(None)
        view.outline.filter.clear()
        view.outline.tree.setCurrentIndex(QModelIndex())
        view.form.text_language = ""
        view.form.rebuild()
        if not view.session.up_to_date:
            view.session.check_all()
        view.session._thinking.wait()
        QApplication.processEvents()

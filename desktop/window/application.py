"""Composition root of the window: everything is made here and handed on by constructors."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop.window.look.i18n import Translations, system_language
from desktop.window.main_window import MainWindow
from desktop.window.opening import Opener
from desktop.window.settings import Settings
from desktop.work.user import user_name
from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError
from schema.grammar.location import Location

_FRAME = 40


def run_application(location: Location | None, language: str, resources: Path, who: str) -> int:
    """Show the window, then open the workspace; returns the exit status when the window is closed.

    An empty `language` means the one that was chosen last, else the system's. `who` is the name that history shows,
    empty where nobody has said one.
    """
    application = make_application()
    application.setWindowIcon(QIcon(str(resources / "icons" / "annals.png")))
    settings = Settings(QSettings("Annals", "Annals"))
    window = make_window(settings, language or settings.language or system_language(), resources, who)
    fit(window, application.primaryScreen().availableSize())
    window.restoreGeometry(settings.geometry)
    window.after_paint(partial(_watch_crashes, window))
    window.after_paint(partial(window.open_path, location) if location else window.show_start)
    window.show()
    return application.exec()


def fit(window: MainWindow, screen: QSize) -> None:
    """Keep the line that says whether all is saved on a small screen, below the window's frame."""
    window.resize(window.size().boundedTo(QSize(screen.width(), screen.height() - _FRAME)))


def make_application() -> QApplication:
    """Return the application in the one style that looks alike everywhere."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Annals")
    application.setStyle("Fusion")
    return application


def make_window(settings: Settings, language: str, resources: Path, who: str = "") -> MainWindow:
    """Return the main window, not yet shown."""
    application = QApplication.instance()
    assert application is not None
    translations = Translations(resources / "translations", application)
    name, program = who or user_name(), ProgramWords(resources, in_window=True)
    opener = Opener(name, partial(datetime.now, UTC), resources, program, _warm_up, said=bool(who))
    return MainWindow(opener, settings, translations, language)


def _watch_crashes(window: MainWindow) -> None:
    """Deferred: the first paint needs no platformdirs."""
    from desktop.window.crash import CrashReporter
    from desktop.work.fault_report import log_folder

    reporter = CrashReporter(log_folder(), unsaved=lambda: window.view.session.unsaved() if window.view else None)
    reporter.setParent(window)
    reporter.install()
    window.opened.connect(lambda: hear_crashes(window, reporter.report_error))


def hear_crashes(window: MainWindow, report: Callable[[Exception], None]) -> None:
    """Report what fails in the open workspace's threads; a trouble of its file is no bug, and told as what it is."""
    view = window.view
    if view is None:
        return

    def tell(error: Exception) -> None:
        view.saving_anew.hear(error) if isinstance(error, AnnalsError) else report(error)

    view.session.crashed.connect(tell)


def _warm_up() -> None:
    """Import on the thread that opens what the window needs next."""
    import_module("desktop.window.workspace_view")

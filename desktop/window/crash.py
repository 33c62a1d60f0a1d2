"""What happens when something happens that should not: a log, and a dialog that says so."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox

from desktop.work.fault_report import keep_report, report_of

_AGAIN = 60.0  # seconds until the same fault is told again


class CrashReporter(QObject):
    """Catches what nobody caught, on every thread; shows one dialog at a time, on the UI thread.

    `unsaved` counts what was typed and is not stored yet; None where no workspace is open.
    """

    _arrived = Signal(str)

    def __init__(
        self, folder: Path, show: Callable[[str], None] | None = None, unsaved: Callable[[], int | None] = lambda: None
    ) -> None:
        super().__init__()
        self._folder, self._unsaved = folder, unsaved
        self._showing = False
        self._show = show or self._dialog
        self._told: dict[str, float] = {}
        self._arrived.connect(self._on_arrived)

    def install(self) -> None:
        """Take over from Python's own hooks."""
        sys.excepthook = self.report
        threading.excepthook = lambda args: self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def report(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log a bug and show it."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        text = report_of(error.with_traceback(trace) if error is not None else kind())
        keep_report(text, self._folder)
        self._arrived.emit(text)

    def report_error(self, error: BaseException) -> None:
        """Log and show an error that a worker handed over."""
        self.report(type(error), error, error.__traceback__)

    def _on_arrived(self, text: str) -> None:
        # What fails at each painting must not ask to be closed for ever; the log has it each time.
        now = time.monotonic()
        if self._showing or now - self._told.get(text, -_AGAIN) < _AGAIN:
            return
        self._told[text] = now
        self._showing = True
        try:
            self._show(text)
        finally:
            self._showing = False

    def words(self) -> str:
        """Return what became of what was typed, as far as that is known, and what to do."""
        go_on = self.tr("If it happens again, send the report to whoever looks after Annals. It holds no values.")
        match self._unsaved():
            case None:
                return go_on
            case 0:
                saved = self.tr("What you entered is saved; look again at the field that you were in. You can go on.")
                return f"{saved} {go_on}"
            case count:
                told = self.tr("Not saved yet: {count}. It is tried again; leave the window open until it is saved.")
                return f"{told.format(count=count)} {go_on}"

    def _dialog(self, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Annals", self.tr("Something went wrong in Annals."))
        box.setInformativeText(self.words())
        box.setDetailedText(text)
        copy = box.addButton(self.tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
        folder = box.addButton(self.tr("Open log folder"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(text)
        elif box.clickedButton() is folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

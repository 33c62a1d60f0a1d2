"""What the help menu shows: the manual at the place at hand, the list of keys, and what the program is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QStackedWidget, QWidget

from desktop.window.actions import Actions
from desktop.window.appearance import Appearance

if TYPE_CHECKING:
    from desktop.window.manual_viewer import ManualViewer


class Helping(QObject):
    """Made with the window, and works without an open workspace; `manual` is the folder of the pages."""

    def __init__(self, actions: Actions, appearance: Appearance, manual: Path, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._appearance, self._folder, self._window = actions, appearance, manual, window
        self.viewer: ManualViewer | None = None
        actions.about.triggered.connect(self._about)
        actions.keys.triggered.connect(self._show_keys)
        actions.manual.triggered.connect(self._show_manual)
        appearance.changed.connect(self._dress)
        for code, action in actions.languages.items():
            action.toggled.connect(partial(self._speak, code))
        cast("QApplication", QApplication.instance()).focusWindowChanged.connect(self._lend_keys)

    def _lend_keys(self) -> None:
        """Let a dialog hear the keys of help, too: those of the window are dead while it is open."""
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and self._actions.manual not in dialog.actions():
            dialog.addActions([self._actions.manual, self._actions.keys])

    def _about(self) -> None:
        words = self.tr("Annals compiles a company's annual CSR / ESG report. MIT licence. Qt is used under the LGPL.")
        QMessageBox.about(self._front(), "Annals", f"{words}\n\n{self._quiet()}\n\n{self._build()}".strip())

    def _quiet(self) -> str:
        from desktop.work.fault_report import log_folder  # deferred: nobody asks at the first look

        words = self.tr("It sends nothing to anybody: no telemetry, no reports, no look for updates. Reports of faults "
                        "stay in %1 and hold no values.")  # fmt: skip
        return words.replace("%1", str(log_folder()))

    def _build(self) -> str:
        """Return version, commit and day of a download; what runs from its sources says nothing."""
        from desktop.work.program_build import build_of  # deferred: nobody asks at the first look

        build = build_of(self._folder.parent)
        return " · ".join(filter(None, (build.version, build.commit, build.date))) if build else ""

    def _show_keys(self) -> None:
        from desktop.window.dialogs.keys import keys_text  # deferred: nobody asks at the first look

        QMessageBox.information(self._front(), self.tr("Keys"), keys_text(self._actions))

    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    def _show_manual(self) -> None:
        """Show what the manual says of what has the focus; a dialog lends the window that it can be read in."""
        from desktop.window.manual_places import place_of
        from desktop.window.manual_viewer import ManualViewer

        front = self._front()
        if self.viewer is not None and self.viewer.parent() is not front:
            self.viewer.destroyed.disconnect(self._forget)
            self.viewer.deleteLater()
            self.viewer = None
        if self.viewer is None:
            self.viewer = ManualViewer(self._folder, self._language(), self._appearance.base, front)
            self.viewer.destroyed.connect(self._forget)
        self.viewer.open_at(place_of(self._place(front)))

    def _place(self, front: QWidget) -> QWidget | None:
        """Return what is asked about: what has the focus, beside a place the place itself."""
        focused, rooms = QApplication.focusWidget(), self._window.findChild(QStackedWidget, "rooms")
        if isinstance(front, QDialog):
            return focused if focused is not None and front.isAncestorOf(focused) else front
        if isinstance(rooms, QStackedWidget) and rooms.isVisible():
            return focused if focused is not None and rooms.isAncestorOf(focused) else rooms.currentWidget()
        stack = self._window.findChild(QStackedWidget)
        return stack.currentWidget() if isinstance(stack, QStackedWidget) else front

    def _language(self) -> str:
        return next(code for code, action in self._actions.languages.items() if action.isChecked())

    def _speak(self, code: str, chosen: bool) -> None:
        if chosen and self.viewer is not None:
            self.viewer.speak(code)

    def _dress(self) -> None:
        if self.viewer is not None:
            self.viewer.dress(self._appearance.base)

    def _forget(self) -> None:
        self.viewer = None

"""Light or dark: as the system has it, or as a person has chosen."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from desktop.window.actions import Actions
from desktop.window.look.theme import DARK, FRAMED, LIGHT, Theme, framed_palette, palette
from desktop.window.settings import Settings

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """`changed` says that the window has to be drawn in another theme, `base`.

    It waits while a dialog is open, and `waiting` says so: what stands in a dialog must not be lost.
    """

    changed = Signal()
    waiting = Signal()

    def __init__(self, settings: Settings, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._actions = settings, actions
        self._application, self._waits = cast("QGuiApplication", QGuiApplication.instance()), False
        self._ask_system()
        self.base = self._wanted()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._look)
        for code, action in actions.looks.items():
            action.setChecked(code == settings.look)
            action.triggered.connect(partial(self.choose, code))

    def choose(self, code: str, _checked: bool = False) -> None:
        """Look as the system does, light, or dark, from now on."""
        self._settings.look = code
        self._actions.looks[code].setChecked(True)
        self._ask_system()
        self._look()

    def dress(self) -> None:
        """Give the application the palette of the theme."""
        QApplication.setPalette(palette(self.base))
        for kind in FRAMED:  # PySide's stub asks for bytes, and PySide refuses them
            QApplication.setPalette(framed_palette(self.base), kind)  # pyright: ignore[reportArgumentType]

    def _ask_system(self) -> None:
        """Let frames of windows and the system's own dialogs follow, too."""
        QGuiApplication.styleHints().setColorScheme(_SCHEMES[self._settings.look])

    def _wanted(self) -> Theme:
        chosen = _SCHEMES[self._settings.look]
        scheme = QGuiApplication.styleHints().colorScheme() if chosen is Qt.ColorScheme.Unknown else chosen
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT

    def _look(self) -> None:
        if self._wanted() == self.base:
            return
        if any(isinstance(shown, QDialog) and shown.isVisible() for shown in QApplication.topLevelWidgets()):
            self._wait()
            return
        self.base = self._wanted()
        self.changed.emit()

    def _wait(self) -> None:
        """Try again when another window comes to the front, as happens when a dialog is closed."""
        if not self._waits:
            self._waits = True
            self.waiting.emit()
            self._application.focusWindowChanged.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def _go_on(self) -> None:
        self._application.focusWindowChanged.disconnect(self._go_on)
        self._waits = False
        self._look()

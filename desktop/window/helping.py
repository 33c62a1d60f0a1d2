"""What the help menu shows: the list of keys, and what the program is."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.window.actions import Actions


class Helping(QObject):
    """Made with the window, and works without an open workspace."""

    def __init__(self, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._actions, self._window = actions, window
        actions.about.triggered.connect(self._about)
        actions.keys.triggered.connect(self._show_keys)

    def _about(self) -> None:
        words = self.tr("Annals compiles a company's annual CSR / ESG report. MIT licence. Qt is used under the LGPL.")
        QMessageBox.about(self._window, "Annals", words)

    def _show_keys(self) -> None:
        from desktop.window.dialogs.keys import keys_text  # deferred: nobody asks at the first look

        QMessageBox.information(self._window, self.tr("Keys"), keys_text(self._actions))

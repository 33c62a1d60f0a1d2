"""Below everything: whether all is saved, and what just happened."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.window.session.desk import Desk

_STAYS = 8000


class StatusLine(QWidget):
    """Left the state of saving in words, right a passing sentence or the file."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._state, self._words = QLabel(self), QLabel(self)
        self._trouble = ""
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 5)
        layout.addWidget(self._state, 1)
        layout.addWidget(self._words, 1)
        self._timer = QTimer(self, singleShot=True, interval=_STAYS)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        session = self._desk.session
        for signal in (session.saving, session.saved, self._desk.language_changed):
            signal.connect(self.refresh)
        session.failed.connect(self._on_failed)
        self._timer.timeout.connect(self._show_file)
        self._show_file()

    def _on_failed(self, _: object, error: Exception) -> None:
        from schema.errors import AnnalsError

        self._trouble = self._desk.sentence(error) if isinstance(error, AnnalsError) else str(error)
        self.refresh()

    def refresh(self) -> None:
        """Show the state of saving."""
        count = self._desk.session.unsaved()
        theme = self._desk.theme
        if not self._desk.session.writable:
            words, colour = self.tr("Read only"), theme.doubt
        elif not count:
            self._trouble = ""
            words, colour = "✓  " + self.tr("All changes saved"), theme.muted
        elif self._trouble:
            text = self.tr("Not saved yet: {count}. Trying again. {reason}")
            words, colour = text.format(count=count, reason=self._trouble), theme.error
        else:
            words, colour = self.tr("Saving …"), theme.muted
        self._state.setText(words)
        self._state.setStyleSheet(f"color: {colour};")

    def tell(self, words: str) -> None:
        """Show a sentence for a while."""
        self._words.setText(words)
        self._words.setStyleSheet(f"color: {self._desk.theme.text};")
        self._timer.start()

    def _show_file(self) -> None:
        self._words.setText(self._desk.session.path.name)
        self._words.setToolTip(str(self._desk.session.path))
        self._words.setStyleSheet(f"color: {self._desk.theme.faint};")

"""Why nothing appears where somebody types: a field that takes nothing says so, once for each visit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.window.form.value_edit import ValueEdit
from desktop.window.session.workspace_session import WorkspaceSession

_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class RefusedTyping(QObject):
    """Hears the field with the focus, as long as it stands in the window of the open workspace and is read only."""

    told = Signal(str)

    def __init__(self, session: WorkspaceSession, view: QWidget) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, left: QWidget | None, reached: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if _takes_nothing(reached) and reached is not None and reached.window() is self._view.window():
            reached.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Say why at the first key that would change the text; the key itself goes its way."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _would_change(event):
            if _takes_nothing(watched):
                self.told.emit(self._why(watched))
            watched.removeEventFilter(self)
        return False

    def _why(self, field: QObject) -> str:
        if not self._session.writable:
            return self.tr("Opened for reading only: nothing can be typed.")
        if isinstance(field, ValueEdit):
            return self.tr("It is computed: change what it is computed from.")
        return self.tr("This is only shown: nothing can be typed here.")


def _takes_nothing(field: QObject | None) -> bool:
    return isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and field.isReadOnly()


def _would_change(event: QKeyEvent) -> bool:
    """Whether a key types, pastes, cuts or erases."""
    if any(event.matches(key) for key in (QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Cut)):
        return True
    return not event.modifiers() & _HELD and (
        event.key() in _ERASE or (event.text().isprintable() and event.text() != "")
    )

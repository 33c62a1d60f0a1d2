"""Keys of the window that fields would keep for their own typing: undo and redo, Ctrl+E (end of line), Ctrl+K."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.window.actions import Actions
from desktop.window.form.value_edit import ValueEdit


class UndoKeys(QObject):
    """Hears the field with the focus, as long as it stands in the window of the open workspace.

    A field that has not handed over what was typed takes that back first; a field of a value hands it over by itself,
    so that it is a step like any other. While an input method composes, the keys do nothing.
    """

    def __init__(self, actions: Actions, view: QWidget) -> None:
        super().__init__(view)
        self._view, self._actions = view, actions
        self._composing = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def _follow(self, left: QWidget | None, reached: QWidget | None) -> None:
        """Hear one field at a time: a filter over the whole program would cost every event."""
        self._composing = False
        if left is not None:
            left.removeEventFilter(self)
        if reached is not None and reached.window() is self._view.window():
            reached.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key of undo or redo reach the action, or the field's own typing."""
        if isinstance(event, QInputMethodEvent):
            self._composing = bool(event.preeditString())
        elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            return self._take(watched, event)
        return False

    def _take(self, field: QObject, event: QKeyEvent) -> bool:
        actions = self._actions
        if any(_asks(event, action) for action in (actions.export, actions.palette, actions.find)):
            event.setAccepted(False)  # the action takes it
            return event.type() == QEvent.Type.ShortcutOverride
        back = _asks(event, actions.undo)
        if not back and not _asks(event, self._actions.redo):
            return False
        own = not self._composing and _has_own(field, back=back)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(own or self._composing)  # else the action takes it
        elif own and isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit):
            (field.undo if back else field.redo)()
        return True


def _asks(event: QKeyEvent, action: QAction) -> bool:
    return QKeySequence(event.keyCombination()) in action.shortcuts()


def _has_own(field: QObject, *, back: bool) -> bool:
    """Whether a field would take back, or do again, something that it has not handed over."""
    match field:
        case ValueEdit():
            return False
        case QLineEdit():
            return field.isModified() and field.isUndoAvailable() if back else field.isRedoAvailable()
        case QPlainTextEdit() | QTextEdit():
            document = field.document()
            return document.isUndoAvailable() if back else document.isRedoAvailable()
        case _:
            return False

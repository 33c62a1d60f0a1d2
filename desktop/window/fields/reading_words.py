"""What a typed number is read as, said beside its field before it is stored: what was dropped, assumed or computed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.window.look.theme import Theme
from desktop.window.session.desk import Desk
from desktop.work.wording import Wording
from schema.grammar.reference import Key
from schema.validation.readings import notices


class ReadingWords(QObject):
    """Says it in the language of the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk

    def lines(self, wording: Wording, text: str, key: Key) -> list[str]:
        """Return what was dropped or assumed, or what a number was understood as where it says so in other words."""
        parsed = wording.parse(text, key.period)
        if parsed.value is None:
            return []
        noticed = [self._desk.sentence(issue) for issue in notices(parsed, key)]
        if noticed or not wording.echoes(parsed):
            return noticed
        return [self.tr("Understood as {value}").format(value=wording.understood(parsed))]

    def show_below(self, editor: QLineEdit, wording: Wording, key: Key) -> None:
        """Show at the field of a table, while a number is typed into it, what it is read as; it goes with the field."""
        editor.textEdited.connect(note_below(editor, self._desk.theme, lambda text: self.lines(wording, text, key)))


def note_below(editor: QWidget, theme: Theme, say: Callable[[str], list[str]]) -> Callable[[str], None]:
    """Return what shows below a table's field what is said of a text that is typed there; it goes with the field."""
    note = QLabel(editor.parentWidget())
    note.setStyleSheet(f"background: {theme.ground}; color: {theme.text}; border: 1px solid {theme.line}; padding: 3px")
    note.hide()
    editor.destroyed.connect(note.deleteLater)

    def show(text: str) -> None:
        note.setText("\n".join(say(text)))
        note.adjustSize()
        note.move(_beside(editor, note))
        note.raise_()
        note.setVisible(bool(note.text()))

    return show


def _beside(editor: QWidget, note: QWidget) -> QPoint:
    """Return the place below a field, or above it where the table ends, its right sides in line."""
    field, table = editor.geometry(), editor.parentWidget()
    below = table is None or field.bottom() + 2 + note.height() <= table.rect().bottom()
    top = field.bottom() + 2 if below else field.top() - 2 - note.height()
    return QPoint(max(0, field.right() - note.width()), max(0, top))

"""What a typed number is read as, said beside its field before it is stored: what was dropped, assumed or computed."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QToolTip

from desktop.window.fields.wording import Wording
from desktop.window.session.desk import Desk
from schema.grammar.reference import Key
from schema.validation.readings import notices


class ReadingWords(QObject):
    """Says it in the language of the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk = desk

    def lines(self, wording: Wording, text: str, key: Key) -> list[str]:
        """Return what was dropped or assumed, or what a number was understood as where it says so in other words."""
        parsed = wording.parse(text)
        if parsed.value is None:
            return []
        noticed = [self._desk.sentence(issue) for issue in notices(parsed, key)]
        if noticed or not wording.echoes(parsed):
            return noticed
        return [self.tr("Understood as {value}").format(value=wording.understood(parsed))]

    def show_below(self, editor: QLineEdit, wording: Wording, key: Key) -> None:
        """Show below the field of a table, while a number is typed into it, what it is read as."""

        def show(text: str) -> None:
            place = editor.mapToGlobal(editor.rect().bottomLeft())
            QToolTip.showText(place, "\n".join(self.lines(wording, text, key)), editor)

        editor.textEdited.connect(show)

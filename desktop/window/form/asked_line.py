"""What is said of items where they are filled in: guidance, a due day of their own, why they came back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from desktop.window.form.form_part import FormPart
from desktop.window.form.message_line import free_room, hold_room
from desktop.window.session.desk import Desk
from schema.catalogue.punctuation import PUNCTUATION
from schema.validation.contents import ItemAt
from schema.validation.issue import write_subject
from schema.values.kept_requests import REQUESTS
from schema.values.kept_things import Subject
from schema.values.requests import ItemNote
from schema.values.subject import RequestAt


class AskedLine(FormPart, QLabel):
    """Quiet below a field, in the colour of people where something came back; each item named where there are more.

    Hidden where nothing is said.
    """

    def __init__(self, desk: Desk, items: Sequence[ItemAt], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._items = desk, items
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.refresh()

    def follow_subject(self, subject: Subject) -> None:
        """Another guidance, or a return."""
        if isinstance(subject, RequestAt):
            self.refresh()

    def hold(self) -> None:
        """Keep the room of what is said."""
        hold_room(self)

    def let_go(self) -> None:
        """Take no room where nothing is said."""
        free_room(self)

    def refresh(self) -> None:
        """Say what is said now; most lines say nothing, and cost nothing."""
        notes, theme = self._notes(), self._desk.theme
        self.setVisible(bool(notes))
        if notes:
            back = any(note.returned for _, note in notes)
            self.setStyleSheet(f"color: {theme.people if back else theme.text2}; padding: 0 0 4px 2px;")
            self.setText("\n".join(self._line(at, note) for at, note in notes))
            self.setAccessibleName(self.tr("What is asked here"))

    def _notes(self) -> list[tuple[ItemAt, ItemNote]]:
        """Return what the requests of the chosen report say of its items, those of which nothing is said left out."""
        desk = self._desk
        requests = REQUESTS.place.all(desk.session.snapshot)
        notes = {subject: note for at, one in requests.items() if at.report == desk.report
                 for subject, note in one.items.items() if note}  # fmt: skip
        return [(at, notes[subject]) for at in self._items if notes and (subject := write_subject(at)) in notes]

    def _line(self, at: ItemAt, note: ItemNote) -> str:
        name = self._desk.at(at) + PUNCTUATION[self._desk.language].colon if len(self._items) > 1 else ""
        back = self.tr("Came back: {reason}").format(reason=note.returned.words) if note.returned else ""
        asked = self.tr("Asked: {words}").format(words=note.guidance) if note.guidance else ""
        due = self.tr("due {day}").format(day=note.due) if note.due else ""
        return name + " · ".join(filter(None, (back, asked, due)))

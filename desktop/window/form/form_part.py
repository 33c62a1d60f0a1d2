"""What stands on the form of a section, as the form sees it."""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeAlias

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

from schema.grammar.reference import Key
from schema.validation.issue import FieldAt
from schema.values.kept_things import Subject

# A value, the slot of a text or picture, the cell of a record.
Goal: TypeAlias = Key | str | FieldAt


class FormPart:
    """A widget of a card. What does not concern it, it leaves as it stands here.

    `weight` says as how many rows it is to make.
    """

    weight = 1

    def keys(self) -> Collection[Key]:
        """Return the values that it shows."""
        return ()

    def flush(self) -> None:
        """Hand over what is being typed."""

    def follow_values(self) -> None:
        """Values and issues were computed anew."""

    def follow_subject(self, subject: Subject) -> None:
        """One thing was changed, or is saved now, or could not be."""

    def follow_records(self) -> None:
        """Records were changed."""

    def reach(self) -> None:
        """The focus came to one of its widgets."""

    def hold(self) -> None:
        """The focus is in the card: keep the height."""

    def let_go(self) -> None:
        """The focus has left the card: be as high as need be."""

    def enter(self, step: int) -> bool:
        """Take the cursor from the part above (1) or below (-1); False where the cursor passes by."""
        del step
        return False

    def proved(self, place: QPoint | None) -> str:
        """Return the subject (canonical text) whose evidence is meant: at a place on the screen, or at the cursor.

        Empty where there is none.
        """
        del place
        return ""

    def go_to(self, goal: Goal, sight: QScrollArea) -> bool:
        """Put the cursor to a goal and bring it into sight; False where it does not stand here."""
        del goal, sight
        return False


def holds(part: FormPart, widget: QWidget | None) -> bool:
    """Whether a widget is a part of the form or stands in it."""
    return isinstance(part, QWidget) and widget is not None and (part is widget or part.isAncestorOf(widget))

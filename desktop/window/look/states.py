"""Every state that the window shows: one table of shape, word and colour, and how a state is drawn."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF
from PySide6.QtGui import QIcon, QPainter

from desktop.window.look.icons import draw_icon, icon
from desktop.window.look.theme import Theme

State = Literal[
    "failed", "saving", "conflict", "error", "returned", "late", "nobody", "doubt", "carried", "work", "unchecked",
    "empty", "unasked", "open", "started", "submitted", "approved", "omitted", "estimated", "total", "formula",
    "filled",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How a state is told: a drawing of its own outline, the name of a colour of `Theme`, and its word in English."""

    drawing: str
    colour: str
    words: object  # a str, of which PySide's stub knows nothing


# The most urgent first. "open" and "started" are shares of departments, all else may be said of a single thing, too.
STATES: Mapping[State, Look] = {
    "failed": Look("unsaved", "error", QT_TRANSLATE_NOOP("States", "Not saved yet")),
    "saving": Look("more", "text2", QT_TRANSLATE_NOOP("States", "Saving …")),
    "conflict": Look("conflict", "error", QT_TRANSLATE_NOOP("States", "Contradiction")),
    "error": Look("error", "error", QT_TRANSLATE_NOOP("States", "Error")),
    "returned": Look("returned", "people", QT_TRANSLATE_NOOP("States", "Returned")),
    "late": Look("late", "error", QT_TRANSLATE_NOOP("States", "Overdue")),
    "nobody": Look("people", "doubt", QT_TRANSLATE_NOOP("States", "No owner")),
    "doubt": Look("doubt", "doubt", QT_TRANSLATE_NOOP("States", "Doubt")),
    "carried": Look("carried", "doubt", QT_TRANSLATE_NOOP("States", "Carried over")),
    "work": Look("help", "text2", QT_TRANSLATE_NOOP("States", "To look at")),
    "unchecked": Look("unchecked", "text2", QT_TRANSLATE_NOOP("States", "Not checked yet")),
    "empty": Look("empty", "text3", QT_TRANSLATE_NOOP("States", "Empty")),
    "unasked": Look("empty", "text2", QT_TRANSLATE_NOOP("States", "Not asked")),
    "open": Look("empty", "text2", QT_TRANSLATE_NOOP("States", "Not started")),
    "started": Look("edit", "text", QT_TRANSLATE_NOOP("States", "Started")),
    "submitted": Look("submitted", "accent", QT_TRANSLATE_NOOP("States", "Submitted")),
    "approved": Look("approved", "good", QT_TRANSLATE_NOOP("States", "Approved")),
    "omitted": Look("omitted", "text2", QT_TRANSLATE_NOOP("States", "Not disclosed")),
    "estimated": Look("estimated", "accent", QT_TRANSLATE_NOOP("States", "Estimated")),
    "total": Look("formula", "text3", QT_TRANSLATE_NOOP("States", "Sum of the breakdown")),
    "formula": Look("formula", "text3", QT_TRANSLATE_NOOP("States", "Computed")),
    "filled": Look("filled", "good", QT_TRANSLATE_NOOP("States", "Filled in")),
}

_GROUNDS = {
    "error": "error_soft", "doubt": "doubt_soft", "people": "people_soft", "good": "good_soft", "accent": "soft",
}  # fmt: skip


def state_word(state: State) -> str:
    """Return what a state is called."""
    return QCoreApplication.translate("States", str(STATES[state].words))


def state_colour(state: State, theme: Theme) -> str:
    """Return the colour in which a state is drawn and written."""
    return getattr(theme, STATES[state].colour)


def state_ground(state: State, theme: Theme) -> str:
    """Return the colour of what a state fills, on which its own colour can be read."""
    return getattr(theme, _GROUNDS.get(STATES[state].colour, "sunken"))


def state_icon(state: State, theme: Theme) -> QIcon:
    """Return the mark of a state for rows of lists."""
    return icon(STATES[state].drawing, state_colour(state, theme))


def draw_state(painter: QPainter, state: State, box: QRectF, theme: Theme) -> None:
    """Draw the mark of a state into a square."""
    draw_icon(painter, STATES[state].drawing, box, state_colour(state, theme))


def most_urgent(states: Collection[State]) -> State:
    """Return the one that is shown where several hold; there is at least one."""
    return min(states, key=list(STATES).index)

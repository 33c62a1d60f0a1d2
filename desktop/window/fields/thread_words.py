"""What was asked about an item and answered, in words: a title that counts, and the last of what was said."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from schema.values.questions import Question
from schema.values.requests import Step

_LAST, _LONGEST = 3, 160  # questions that are told, characters of each


class ThreadWords(QObject):
    """Reads the questions of the chosen report."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def state(self, subject: str) -> Literal["", "open", "answered"]:
        """Return how the questions about an item stand; empty where there are none."""
        asked = self._desk.questions(subject)
        if not asked:
            return ""
        return "open" if any(question.is_open for question in asked) else "answered"

    def title(self, subject: str) -> str:
        """Return how many questions there are, and how many are open; empty where there are none."""
        asked = self._desk.questions(subject)
        waiting = sum(question.is_open for question in asked)
        if waiting:
            return self.tr("Questions: {count}, open: {open}").format(count=len(asked), open=waiting)
        return self.tr("Questions: {count}, all answered").format(count=len(asked)) if asked else ""

    def told(self, subject: str) -> str:
        """Return the title and the last questions with their answers, a line each."""
        asked = self._desk.questions(subject)
        return "\n".join((self.title(subject), *(line for one in asked[-_LAST:] for line in self._lines(one))))

    def _lines(self, question: Question) -> list[str]:
        return [_said(question.asked, "? "), *(_said(step, "→ ") for step in question.answers)]


def _said(step: Step, mark: str) -> str:
    words = step.words.replace("\n", " ")
    shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
    return f"{mark}{shown} ({step.by}, {step.at[:10]})"

"""Which state a value is in, and how that is said."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QObject

from desktop.window.look.states import State, state_word
from desktop.window.session.desk import Desk
from schema.grammar.reference import Key
from schema.validation.issue import Issue
from schema.values.figures import Result

_EMPTY = ("missing", "blank", "blank.breakdown", "figure.missing")


def loud(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """Return the issues that are said at the field.

    Those of the definition are the editor's, and an empty field shows by itself that it is empty: both stand in the
    panel only.
    """
    return tuple(issue for issue in issues if issue.code not in _EMPTY and not issue.code.startswith("metric."))


class StateWords(QObject):
    """Chooses one state of several: what needs attention goes first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def state(self, key: Key, result: Result) -> State:
        """Return failed, saving, error, doubt, work, omitted, empty, total, formula, filled; unchecked while new."""
        session = self._desk.session
        saving = session.state(key)
        if saving in ("saving", "failed"):
            return saving
        issues = loud(session.issues_at(key))
        if issues:
            return issues[0].severity
        match result.kind:
            case "omission":
                return "omitted"
            case "missing":
                return "empty"
            case "figure":
                return "total" if result.total else "formula"
            case "unread":
                return "error"
            case "entered":
                return "unchecked" if key in session.fresh else "filled"
            case _:
                assert_never(result.kind)

    def words(self, state: State, key: Key) -> str:
        """Return the state in words; of what may not be changed why."""
        if state == "failed" and (refusal := self._desk.refusal(key)):
            return self.tr("Not saved. {reason} What you typed is kept here.").format(reason=refusal)
        more = {
            "failed": self.tr("It is kept here and will be tried again."),
            "error": self.tr("It is saved, and has to be put right."),
            "doubt": self.tr("It is saved, and needs a remark."),
            "omitted": self.tr("There is no value, and a reason is given."),
        }
        return " · ".join(filter(None, (state_word(state), more.get(state, ""))))

"""Which state a value is in, and how that is said."""

from __future__ import annotations

from PySide6.QtCore import QObject

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

    def state(self, key: Key, result: Result) -> str:
        """Return failed, saving, error, doubt, omission, missing, total, figure or saved."""
        session = self._desk.session
        saving = session.state(key)
        if saving != "saved":
            return saving
        issues = loud(session.issues_at(key))
        if issues:
            return issues[0].severity
        if result.kind in ("omission", "missing"):
            return result.kind
        if result.kind == "figure":
            return "total" if result.total else "figure"
        return "error" if result.kind == "unread" else "saved"

    def words(self, state: str, key: Key) -> str:
        """Return the state in words; of what may not be changed why."""
        if state == "failed" and (refusal := self._desk.refusal(key)):
            return self.tr("Not saved. {reason} What you typed is kept here.").format(reason=refusal)
        return {
            "saved": self.tr("Saved"),
            "saving": self.tr("Saving …"),
            "failed": self.tr("Not saved yet. It is kept here and will be tried again."),
            "error": self.tr("Saved, with an error to put right"),
            "doubt": self.tr("Saved, with a doubt that needs a remark"),
            "omission": self.tr("No value, with a reason"),
            "missing": self.tr("Still empty"),
            "figure": self.tr("Computed"),
            "total": self.tr("Sum of the breakdown"),
        }[state]

"""What the issue desk calls kinds of checks, states, severities, deeds and refusals."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.window.session.desk import Desk
from desktop.work.issue_desk.choice import Facet, Group, Grouping
from desktop.work.issue_desk.deeds import Refusal, Refused
from desktop.work.issue_desk.kinds import Kind
from desktop.work.issue_desk.rows import Verb

_MOST_NAMES = 4


class IssueWords(QObject):
    """Asked each time: the language may be another one."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def kind(self, kind: Kind) -> str:
        """Return what a kind of check is called."""
        words: Mapping[Kind, str] = {
            "contradiction": self.tr("Contradictions"),
            "required": self.tr("Required and blank"),
            "blank": self.tr("Still blank"),
            "link": self.tr("Numbers in texts"),
            "text": self.tr("Texts not written"),
            "carried": self.tr("Still last year's"),
            "record": self.tr("Records"),
            "picture": self.tr("Pictures"),
            "change": self.tr("Far from other values"),
            "sum": self.tr("Sums and figures"),
            "value": self.tr("Unlikely values"),
            "definition": self.tr("Definitions"),
            "language": self.tr("Other languages"),
            "index": self.tr("Index of a framework"),
            "approval": self.tr("Not approved"),
            "evidence": self.tr("Evidence"),
            "other": self.tr("Other"),
        }
        return words[kind]

    def hint(self, kind: str) -> str:
        """Return in a few words what the issues of a kind have in common; empty where its name says it."""
        words: Mapping[str, str] = {
            "contradiction": self.tr("Two statements about one fact that cannot both hold"),
            "carried": self.tr("Carried over from last year and not looked at since"),
            "change": self.tr("Above the alert level, or unlike comparable values"),
            "definition": self.tr("Assumed, missing or no longer the one that was used"),
        }
        return words.get(kind, "")

    def verb(self, verb: Verb) -> str:
        """Return the words of what a row ends in."""
        words: Mapping[Verb, str] = {
            "fill": self.tr("Fill in"),
            "rewrite": self.tr("Rewrite"),
            "look": self.tr("Go there"),
            "confirm": self.tr("Still true"),
            "answer": self.tr("Accept …"),
            "settle": self.tr("Settle"),
            "define": self.tr("Confirm …"),
            "assign": self.tr("Name an owner …"),
            "sort": self.tr("Sort …"),
        }
        return words[verb]

    def facet(self, facet: Facet) -> str:
        """Return the title of a facet."""
        words: Mapping[Facet, str] = {
            "severity": self.tr("Severity"),
            "kind": self.tr("Cause"),
            "chapter": self.tr("Chapter"),
            "department": self.tr("Department"),
            "state": self.tr("State"),
        }
        return words[facet]

    def grouping(self, grouping: Grouping) -> str:
        """Return how a way of grouping is called."""
        return self.tr("Group: {what}").format(what=self.facet(grouping))

    def value(self, facet: Facet, value: str, titles: Mapping[str, str]) -> str:
        """Return what a value of a facet is called; `titles` has those of chapters."""
        if facet == "department":
            return self._desk.department(value) if value else self.tr("Nobody")
        if facet == "chapter":
            return titles.get(value, value)
        words: Mapping[str, str] = {
            "error": self.tr("Errors"),
            "doubt": self.tr("Doubts"),
            "todo": self.tr("Open"),
            "unchecked": self.tr("Not checked yet"),
            "answered": self.tr("Answered by a remark"),
        }
        return words[value] if value in words else self.kind(value)  # pyright: ignore[reportArgumentType]

    def group(self, group: Group, titles: Mapping[str, str]) -> str:
        """Return the line over a group: its name, how many it has, how many go with them, what they have in common."""
        facet, code = group.facet, group.code
        followed = group.count - len(group.nests)
        along = self.tr("{count} more go with them").format(count=followed) if followed else ""
        hint = self.hint(code) if facet == "kind" else ""
        return "   ".join(filter(None, (self.value(facet, code, titles), str(len(group.nests)), along, hint)))

    def refusal(self, why: Refusal) -> str:
        """Return why an issue was left as it is."""
        words: Mapping[Refusal, str] = {
            "not_carried": self.tr("nothing of last year's stands there"),
            "needs_change": self.tr("only a change mends an error"),
            "answered": self.tr("answered already"),
            "no_value": self.tr("not about a value"),
            "not_asked": self.tr("the report does not ask for it by itself"),
            "not_yours": self.tr("belongs to another department"),
            "changed": self.tr("has changed since it was checked"),
        }
        return words[why]

    def refused(self, refused: tuple[Refused, ...]) -> str:
        """Return a line for each reason, with the first that it holds for."""
        by_reason: dict[Refusal, list[str]] = {}
        for one in refused:
            by_reason.setdefault(one.why, []).append(one.row.about)
        return "\n".join(self._line(why, names) for why, names in by_reason.items())

    def _line(self, why: Refusal, names: list[str]) -> str:
        shown, more = self.tr(", ").join(names[:_MOST_NAMES]), len(names) - _MOST_NAMES
        told = self.tr("Left as they are: {count} ({reason}): {names}")
        return told.format(
            count=len(names), reason=self.refusal(why), names=shown + (f" … +{more}" if more > 0 else "")
        )

"""What happened with a request, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.work.request_history import Event, Happening

VOIDED = "approval.voided"  # the reason of the history's row where a change took an approval away


class HappeningWords(QObject):
    """One line for each event: what, of how many items, with which words."""

    def say(self, event: Event) -> str:
        """Return what was done; an approval falls by itself where the content is changed."""
        if event.what == "unapproved" and event.words == VOIDED:
            return self.tr("Approvals fell, since the content was changed: {count}").format(count=event.count)
        return self._sentences()[event.what].format(count=event.count, words=event.words)

    def said(self, event: Event) -> str:
        """Return what somebody said with it; empty where nothing was, or where it is in the sentence already."""
        return "" if event.what in ("asked", "due") or event.words == VOIDED else event.words

    def _sentences(self) -> dict[Happening, str]:
        return {
            "asked": self.tr("Asked, due {words}"),
            "due": self.tr("Due day changed to {words}"),
            "guidance": self.tr("Guidance changed"),
            "items": self.tr("Guidance or due day of items changed: {count}"),
            "sent": self.tr("Sent"),
            "received": self.tr("Answer received"),
            "submitted": self.tr("Handed in"),
            "taken_back": self.tr("Taken back"),
            "returned": self.tr("Returned"),
            "items_returned": self.tr("Items returned: {count}"),
            "approved": self.tr("Items approved: {count}"),
            "unapproved": self.tr("Approvals withdrawn: {count}"),
        }

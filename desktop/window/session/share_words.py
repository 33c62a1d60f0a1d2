"""How a share stands, in words: what the line over the workspace and the dialog that hands it in say alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.window.session.desk import Desk
from desktop.work.handed_in import HandedIn
from desktop.work.requests import is_overdue
from schema.validation.item_words import ItemWords
from schema.validation.shares import AskedItem, Share
from schema.values.dates import show_date

# Nothing handed in yet, overdue so, come back, handed in, and changed after that.
ShareState = Literal["open", "late", "returned", "done", "changed"]


translate = QCoreApplication.translate  # by this name the words are found


@dataclass(frozen=True, slots=True)
class ShareWords:
    """The words for one share that was asked for."""

    desk: Desk
    share: Share
    handed_in: HandedIn | None

    @property
    def state(self) -> ShareState:
        """How it stands for whoever fills it in."""
        if self.share.state == "returned":
            return "returned"
        if self.handed_in is not None:
            return "changed" if self.handed_in.changed else "done"
        return "late" if is_overdue(self.share, datetime.now().astimezone().date()) else "open"

    def name(self, item: AskedItem) -> str:
        """Return what an item is called."""
        desk = self.desk
        return ItemWords(desk.session.definitions.outlines[self.share.report], desk.catalogue, desk.session.snapshot,
                         desk.language).name(item.at)  # fmt: skip

    def to_do(self) -> tuple[AskedItem, ...]:
        """Return what came back, then what is missing, in reading order."""
        items = self.share.items
        back = (item for item in items if item.note.returned)
        return tuple(dict.fromkeys((*back, *(item for item in items if item.filled == "open"))))

    def when(self) -> str:
        """Return when and by whom it was handed in."""
        step = self.handed_in.step if self.handed_in else None
        if step is None:
            return ""
        moment = datetime.fromisoformat(step.at).astimezone()
        return f"{moment:%Y-%m-%d %H:%M} · {step.by}"

    def sentence(self) -> str:
        """Return how it stands in one sentence."""
        request, share = self.share.request, self.share
        assert request is not None
        places = {
            "department": self.desk.department(share.department), "due": show_date(request.due, self.desk.language),
            "open": share.count("open"), "count": len(share.items), "when": self.when(),
            "changed": len(self.handed_in.changed) if self.handed_in else 0,
            "back": len([item for item in share.items if item.state == "returned"]),
        }  # fmt: skip
        return self._said().format(**places)

    def _said(self) -> str:
        return self._open() if self.share.count("open") else self._answered()

    def _answered(self) -> str:
        """Return how it stands where every item is answered."""
        match self.state:
            case "open":
                return translate("ShareWords", "{department}: due {due}; all {count} items are answered: hand it in.")
            case "late":
                return translate(
                    "ShareWords", "{department}: was due {due}; all {count} items are answered: hand it in."
                )
            case "returned":
                return translate(
                    "ShareWords", "{department}: items that came back: {back}; all others are answered. Due {due}."
                )
            case "done" | "changed":
                return self._open()

    def _open(self) -> str:
        match self.state:
            case "open":
                return translate("ShareWords", "{department}: due {due}; {open} of {count} items are still open.")
            case "late":
                return translate("ShareWords", "{department}: was due {due}; {open} of {count} items are still open.")
            case "returned":
                return translate(
                    "ShareWords", "{department}: items that came back: {back}; open: {open} of {count}. Due {due}."
                )
            case "done":
                return translate("ShareWords", "✓ {department}: handed in ({when}).")
            case "changed":
                return translate(
                    "ShareWords",
                    "{department}: items changed since it was handed in ({when}): {changed}. Hand it in again.",
                )

    def action(self) -> str:
        """Return what the button says that hands it in."""
        again = self.state in ("returned", "changed")
        return (
            translate("ShareWords", "Hand in again …")
            if again
            else translate("ShareWords", "Handed in …")
            if self.state == "done"
            else translate("ShareWords", "Hand in …")
        )

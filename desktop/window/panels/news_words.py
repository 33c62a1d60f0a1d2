"""What was done with a report, in words: a line for each, with where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from PySide6.QtCore import QObject

from desktop.window.panels.line_list import Line
from desktop.window.panels.overview_goals import Goal
from desktop.window.session.desk import Desk
from desktop.work.overview_news import News, NewsKind
from desktop.work.subject_names import SubjectNames
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.reference import Key
from schema.values.datapoint import Snapshot

_DRAWN: Mapping[NewsKind, tuple[str, str]] = {
    "asked": ("send", "text2"), "submitted": ("submitted", "accent"), "taken_back": ("undo", "text2"),
    "returned": ("returned", "people"), "items_returned": ("returned", "people"), "approved": ("approved", "good"),
    "unapproved": ("doubt", "doubt_mark"), "changed": ("edit", "text2"),
}  # fmt: skip


class NewsWords(QObject):
    """Says news of the chosen report; `snapshot` names what stands in it."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def line(self, one: News, snapshot: Snapshot, today: date) -> Line:
        """Return the line that says what was done."""
        desk = self._desk
        names = SubjectNames(desk.session.definitions, snapshot, desk.language)
        drawing, tone = _DRAWN[one.what]
        if len(one.places) == 1 and isinstance(one.places[0], Key):
            drawing = "number"
        more = PUNCTUATION[desk.language].series.join(names.name(at) for at in one.places[:6]) if one.count > 1 else ""
        aside = f"{one.who}  {_when(one.when, today)}"
        name = f"{one.number} {one.what}"
        return Line(name, self._said(one, names), self._goal(one), aside, drawing, tone, tip=more)

    def _said(self, one: News, names: SubjectNames) -> str:
        departments = PUNCTUATION[self._desk.language].series.join(map(self._named, one.departments))
        if one.what == "changed" and len(one.places) == 1:
            name = names.name(one.places[0])
            if not isinstance(one.places[0], Key):
                return self.tr("{name}: words changed").format(name=name)
            before, after = (names.shown(thing) for thing in (one.before, one.after))
            return f"{name}  {before} → {after}"
        return self._sentences()[one.what].format(department=departments, count=one.count)

    def _named(self, code: str) -> str:
        return self._desk.department(code) if code else self.tr("no owner")

    def _sentences(self) -> Mapping[NewsKind, str]:
        return {
            "asked": self.tr("{count} asked: {department}"),
            "submitted": self.tr("{department} handed in"),
            "taken_back": self.tr("{department}: handing in taken back"),
            "returned": self.tr("{department} returned"),
            "items_returned": self.tr("{department}: {count} items returned"),
            "approved": self.tr("{department}: {count} items approved"),
            "unapproved": self.tr("{department}: approvals fell or withdrawn: {count}"),
            "changed": self.tr("{department}: {count} items changed"),
        }

    def _goal(self, one: News) -> Goal:
        match one.what:
            case "submitted":
                return Goal("review", one.departments)
            case "changed" if len(one.places) == 1:
                return Goal("place", one.departments, at=one.places[0])
            case "changed":
                return Goal("cell", one.departments)
            case _:
                return Goal("requests", one.departments)


def _when(when: datetime, today: date) -> str:
    """Return the time of today, else the day; with the year where it is another one."""
    local = when.astimezone()
    if local.date() == today:
        return f"{local:%H:%M}"
    return f"{local:%m-%d %H:%M}" if local.year == today.year else f"{local:%Y-%m-%d}"

"""Whose a statement of a contradiction is, and where in it, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.window.session.desk import Desk
from schema.validation.contradictions.contradiction import Stated
from schema.validation.fact_words import page_words
from schema.values.subject import PublishedAt


def says(desk: Desk, stated: Stated) -> str:
    """Return who says it: a report by its title, a publisher by its code, the data where it is a value."""
    outlines = desk.session.definitions.outlines
    if not stated.report:
        return QCoreApplication.translate("StatementCard", "Current data")
    title = desk.words(outlines[stated.report].title) if stated.report in outlines else ""
    return title or stated.report


def stands_at(desk: Desk, stated: Stated) -> str:
    """Return where in it: the page and the value's name, else what stands there by its name."""
    at = stated.at
    if isinstance(at, PublishedAt):
        return f"{desk.at(at.key)}\n{page_words(stated.place, desk.language)}".strip()
    return desk.at(at)

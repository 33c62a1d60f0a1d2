"""A year as the window shows it: digits alone where it is the calendar's, else by the company's own label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from schema.values.period_words import bare_year

if TYPE_CHECKING:
    from desktop.window.session.desk import Desk


def year_name(desk: Desk, year: int) -> str:
    """Return what a year is called in the window's language."""
    return bare_year(year, desk.catalogue, desk.language)

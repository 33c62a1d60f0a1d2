"""By which day departments are asked where nobody says it: the day that others were asked for, else some weeks on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from schema.validation.shares import Share

_WEEKS = timedelta(weeks=4)
_FRIDAY = 4


def likely_due(shares: Iterable[Share], today: date) -> date:
    """Return the latest day to come on which a share of the report is due, else the last working day in four weeks."""
    known = [date.fromisoformat(share.request.due) for share in shares if share.request]
    coming = [day for day in known if day > today]
    return max(coming, default=_working_day(today + _WEEKS))


def _working_day(day: date) -> date:
    """Return the day, or the Friday before where it is at a weekend."""
    return day - timedelta(days=max(day.weekday() - _FRIDAY, 0))

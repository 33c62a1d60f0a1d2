"""Moments as they are kept: UTC to the second, in ISO form."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def stamp(when: datetime) -> str:
    """Return a moment as it is kept; `when` knows its zone."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

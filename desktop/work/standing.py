"""How a share of a report, or some items of it, stand: one word, the most urgent one."""

from __future__ import annotations

from datetime import date
from typing import Literal, get_args

from desktop.work.requests import is_overdue
from schema.validation.shares import Share

# The most urgent first: what is said of items alone, the states of a request, then that nobody was asked, and that
# nobody owns them.
Standing = Literal[
    "conflict", "error", "returned", "late", "started", "submitted", "approved", "open", "unasked", "nobody",
]  # fmt: skip
STANDINGS: tuple[Standing, ...] = get_args(Standing)


def standing_of(share: Share, today: date) -> Standing:
    """Return how a share stands: late, else the state of its request."""
    if not share.department:
        return "nobody"
    return "late" if is_overdue(share, today) else share.state or "unasked"

"""How one thing stands for whoever fills it in: one state of several, the most urgent one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal, get_args

from schema.validation.causes import rank_of
from schema.validation.issue import Issue
from schema.validation.shares import BLANKS, AskedItem

# The most urgent first. Unchecked: filled, and nobody has looked yet whether anything is wrong with it.
ItemState = Literal[
    "conflict", "error", "returned", "late", "doubt", "carried", "empty", "submitted", "approved", "omitted",
    "unchecked", "filled",
]  # fmt: skip
# Returned and still as it was then, its due day over, last year's words or records untouched.
Said = Literal["returned", "late", "carried"]
ITEM_STATES: tuple[ItemState, ...] = get_args(ItemState)


def telling(issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Return what is wrong at an item, errors first: without blanks, and without what the catalogue lacks."""
    found = [issue for issue in issues if issue.code not in BLANKS and rank_of(issue) != "definition"]
    found = [issue for issue in found if issue.severity in ("error", "doubt")]
    return tuple(sorted(found, key=lambda issue: (issue.severity != "error", not _contradicts(issue))))


def item_state(item: AskedItem, issues: Sequence[Issue] | None, said: Collection[Said]) -> ItemState:
    """Return the state of an item of which this is `said`; `issues` is None before anything is checked."""
    known = telling(issues or ())
    is_open = item.filled == "open"
    holds: dict[ItemState, bool] = {
        "conflict": any(_contradicts(issue) and issue.severity == "error" for issue in known),
        "error": any(issue.severity == "error" for issue in known),
        "returned": "returned" in said,
        "late": "late" in said and is_open,
        "doubt": bool(known),
        "carried": "carried" in said and is_open,
        "empty": is_open,
        "submitted": item.state == "submitted",
        "approved": item.state == "approved",
        "omitted": item.filled == "omitted",
        "unchecked": issues is None,
        "filled": True,
    }
    return next(state for state in ITEM_STATES if holds[state])


def _contradicts(issue: Issue) -> bool:
    return issue.code.startswith("contradiction.")

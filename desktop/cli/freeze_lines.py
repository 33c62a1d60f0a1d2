"""A freeze as the command line shows it."""

from __future__ import annotations

from schema.values.freezes import Freeze


def freeze_entry(freeze: Freeze) -> dict[str, object]:
    """Return a freeze as a JSON object."""
    names = ("name", "report", "who", "at", "reason", "number", "head")
    return {name: getattr(freeze, name) for name in names}


def freeze_line(freeze: Freeze) -> str:
    """Return a freeze as one line: its parts between tabs, lines of the reason parted by blanks."""
    when = freeze.at.replace("T", " ").removesuffix("Z")
    reason = freeze.reason.replace("\n", " ")
    parts = (freeze.name, freeze.report or "–", when, freeze.who, str(freeze.number), freeze.short_head, reason)
    return "\t".join(parts)

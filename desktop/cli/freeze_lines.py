"""A freeze as the command line shows it."""

from __future__ import annotations

from schema.values.freezes import Freeze


def freeze_entry(freeze: Freeze) -> dict[str, object]:
    """Return a freeze as a JSON object."""
    names = ("name", "report", "who", "at", "reason", "number", "head")
    return {name: getattr(freeze, name) for name in names}


def freeze_line(freeze: Freeze) -> str:
    """Return a freeze as a line: its parts between tabs."""
    when = freeze.at.replace("T", " ").removesuffix("Z")
    parts = (freeze.name, freeze.report or "–", when, freeze.who, str(freeze.number), freeze.short_head, freeze.reason)
    return "\t".join(parts)

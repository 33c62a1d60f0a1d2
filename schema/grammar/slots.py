"""Slots of a report that belong together: a picture with its caption and its alternative text."""

from __future__ import annotations

NO_LANGUAGE = ""
# What the company has for all of its reports stands in slots of no report; its Word template is kept as pictures are.
COMPANY = ""
LOGO, TEMPLATE = "company.logo", "company.template"


def caption_slot(slot: str) -> str:
    """Return the slot that holds the caption of an image slot."""
    return f"{slot}.caption"


def alternative_slot(slot: str) -> str:
    """Return the slot that holds what an image slot's picture shows, for those who cannot see it."""
    return f"{slot}.alt"

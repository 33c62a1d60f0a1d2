"""Pictures of a report: an image slot holds one as a text slot holds words, beside its caption and alternative text.

The picture's hash is kept as the slot's words in no language; the words are slots of their own.
"""

from __future__ import annotations

from schema.values.datapoint import Picture, SlotText, Snapshot

NO_LANGUAGE = ""
# What the company has for all of its reports stands in slots of no report; its Word template is kept as pictures are.
COMPANY = ""
LOGO, TEMPLATE = "company.logo", "company.template"
WORD_FILE = "docx"


def caption_slot(slot: str) -> str:
    """Return the slot that holds the caption of an image slot."""
    return f"{slot}.caption"


def alternative_slot(slot: str) -> str:
    """Return the slot that holds what an image slot's picture shows, for those who cannot see it."""
    return f"{slot}.alt"


def placed_hash(snapshot: Snapshot, report: str, slot: str) -> str:
    """Return the hash that an image slot holds, or an empty text."""
    return snapshot.texts.get((report, slot, NO_LANGUAGE), "")


def placed_picture(snapshot: Snapshot, report: str, slot: str) -> Picture | None:
    """Return the picture of an image slot, or None where it has none."""
    return snapshot.pictures.get(placed_hash(snapshot, report, slot))


def placing(report: str, slot: str, name: str) -> SlotText:
    """Return what puts the picture with this hash into an image slot; an empty hash takes it out."""
    return SlotText(report, slot, NO_LANGUAGE, name)

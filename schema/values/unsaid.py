"""A release may do without a statement: where neither its words nor its speaker are there, nobody is asked for them."""

from __future__ import annotations

from itertools import pairwise

from schema.catalogue.outline import Outline, Section, TextBlock
from schema.values.datapoint import Snapshot


def unsaid_slots(outline: Outline, section: Section, snapshot: Snapshot) -> frozenset[str]:
    """Return the slots of statements in a section of a release that have no words in its own language."""
    if outline.form != "release":
        return frozenset()
    return frozenset(
        slot
        for words, speaker in pairwise(section.blocks)
        if isinstance(words, TextBlock) and words.style == "quote"
        if isinstance(speaker, TextBlock) and speaker.style == "signature"
        if not any(_written(outline, slot, snapshot) for slot in (words.slot, speaker.slot))
        for slot in (words.slot, speaker.slot)
    )


def _written(outline: Outline, slot: str, snapshot: Snapshot) -> bool:
    return bool(snapshot.texts.get((outline.code, slot, outline.language), "").strip())

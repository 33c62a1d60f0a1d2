"""The direction that a sentence gives to the change it cites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from schema.grammar.words import Words

Direction = Literal["up", "down", ""]


def said_direction(words: str, phrases: Mapping[str, Words], language: str) -> Direction:
    """Return which way the words right before a change point (增长, fell); empty where they say neither."""
    for direction, phrase in (("up", "word.change.rising"), ("down", "word.change.falling")):
        if phrase in phrases and words.endswith(tuple(phrases[phrase].best(language).split())):
            return "up" if direction == "up" else "down"
    return ""

"""The direction that the words right before a cited change give to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from schema.validation.statements.vocabulary import VOCABULARIES

Direction = Literal["up", "down", ""]

_TAIL = 40  # so many characters before a change are looked at
# What may stand between the word and the change, and leaves the direction to the word.
_BETWEEN = re.compile(r"[\s*]*了?[\s*]*(?:约|約|近|超过|超過|逾|为|為|by|about|some|nearly|over|more than)?[\s*]*")
_WORDS: Mapping[str, str] = {"zh-Hans": "", "zh-Hant": "", "en": "(?<![a-z])"}


def said_direction(words: str, language: str) -> Direction:
    """Return which way the words right before a change point (增长, fell by); empty where they say neither."""
    tail = words[-_TAIL:].lower()
    for direction in ("up", "down"):
        for match in _pattern(language, direction).finditer(tail):
            if _BETWEEN.fullmatch(tail, match.end()):
                return direction
    return ""


@lru_cache(maxsize=8)
def _pattern(language: str, direction: Literal["up", "down"]) -> re.Pattern[str]:
    rows = (row.pattern for row in VOCABULARIES[language].claims if row.sense == direction and not row.to)
    end = r"(?![a-z])" if language == "en" else ""
    return re.compile(f"{_WORDS[language]}(?:{'|'.join(rows)}){end}")

"""English names of units, which are kept as they stand behind most numbers: in the plural."""

from __future__ import annotations

import re

_IRREGULAR = {"people": "person"}
_SAME = frozenset({"gas", "lens", "means", "news", "series"})
_SHORT = 2  # letters: s and h are seconds and hours
_HISSING = re.compile(r"(?:ss|sh|ch|x)es$")


def of_one(unit: str) -> str:
    """Return the name of a unit as it stands behind 1: 1 company, 1 hour per person; symbols stay as they are."""
    counted, per, divisor = unit.partition(" per ")
    *before, last = counted.split(" ")
    return " ".join((*before, _singular(last))) + per + divisor


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.islower() or not word.endswith("s") or word.endswith("ss") or word in _SAME or len(word) <= _SHORT:
        return word
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word[:-2] if _HISSING.search(word) else word[:-1]

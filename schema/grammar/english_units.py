"""English names of units and of what is counted, which are kept as they stand behind most numbers: in the plural."""

from __future__ import annotations

import re

_IRREGULAR = {"people": "person", "children": "child", "women": "woman", "men": "man", "lives": "life"}
_HEAD = re.compile(r" (?:per|of|with|in|on|for|from|who|which|that|to|at|and|or|by|across|under|over) ")
_SAME = frozenset({"gas", "lens", "means", "news", "series"})
_SHORT = 2  # letters: s and h are seconds and hours
_HISSING = re.compile(r"(?:ss|sh|ch|x)es$")


def of_one(unit: str) -> str:
    """Return the name as it stands behind 1: 1 company, 1 hour per person, 1 man of letters; symbols stay as they are.

    What is counted is the last word before those that tell more of it.
    """
    more = _HEAD.search(unit)
    counted, rest = (unit[: more.start()], unit[more.start() :]) if more else (unit, "")
    *before, last = counted.split(" ")
    return " ".join((*before, _singular(last))) + rest


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if not word.islower() or not word.endswith("s") or word.endswith("ss") or word in _SAME or len(word) <= _SHORT:
        return word
    if word.endswith("ies"):
        return word.removesuffix("ies") + "y"
    return word[:-2] if _HISSING.search(word) else word[:-1]

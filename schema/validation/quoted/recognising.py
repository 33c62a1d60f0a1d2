"""Which text is this? The one whose printed values it prints itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schema.values.datapoint import Snapshot

_ENOUGH, _LEAST = 0.6, 4
_TELLS = re.compile(r"\d(?:[\d,.]*\d)?")


def recognised(paragraphs: Iterable[str], snapshot: Snapshot) -> str:
    """Return the code of the report or publisher most of whose printed values stand in a text; empty where of none."""
    text = _squeezed("\n".join(paragraphs))
    prints = dict[str, set[str]]()
    for value in snapshot.published:
        if len(re.sub(r"\D", "", value.text).strip("0")) >= 1:
            prints.setdefault(value.report, set()).add(_squeezed(value.text))
    shares = {code: _share(texts, text) for code, texts in prints.items() if len(texts) >= _LEAST}
    best = max(shares, key=lambda code: shares[code], default="")
    return best if best and shares[best] >= _ENOUGH else ""


def _share(texts: set[str], text: str) -> float:
    found = sum(_stands(one, text) for one in texts)
    return found / len(texts)


def _stands(printed: str, text: str) -> bool:
    """Whether a printed value stands in a text as it was printed, or its number does with the first word behind it."""
    at = text.find(printed)
    if at >= 0 and not text[at - 1 : at].isdecimal():
        return True
    number = _TELLS.search(printed)
    return (
        number is not None and len(number[0]) >= 2 and f"{number[0]}{printed[number.end() : number.end() + 1]}" in text
    )


def _squeezed(text: str) -> str:
    return re.sub(r"[\s,]+", "", text)

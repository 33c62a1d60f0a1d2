"""Where a line may not break: between a number and its unit or scale word, and behind the sign of a currency.

Chinese words follow their number without a blank, and Word has no sign that keeps them together without getting in the
way of searching: there lines break as they do anywhere.
"""

from __future__ import annotations

import re
from dataclasses import replace

from exporters.content import Inline, Inlines, LinkedNumber, Text

NO_BREAK = "\u00a0"
_SCALES = r"thousand|million|billion|trillion"
_UNITS = (
    r"%|per cent\b|percentage points?\b|pp\b|[kMGT]Wh\b|[GM]J\b|t\b|kg\b|tonnes?\b|tCO2e\b|tCO₂e\b|km\b|m[²³]|"
    r"hours?\b|minutes?\b|seconds?\b|people\b|times\b|days?\b|years?\b"
)
_BEHIND = re.compile(rf"(?<=\d) (?=(?:{_SCALES})\b|{_UNITS})")
_BEFORE = re.compile(r"\b(RMB|CNY|USD|HKD|HK\$|US\$) (?=\d)")
_CURRENCY = re.compile(r"\b(RMB|CNY|USD|HKD|HK\$|US\$) $")
_SCALE = re.compile(rf" (?=(?:{_SCALES})\b)")


def unbroken(inlines: Inlines) -> Inlines:
    """Return inlines whose numbers stand on one line with what belongs to them."""
    if not any(isinstance(inline, Text) and " " in inline.text for inline in inlines):
        return inlines
    last = len(inlines) - 1
    return tuple(
        _joined(inline, inlines[n - 1] if n else None, inlines[n + 1] if n < last else None)
        if isinstance(inline, Text)
        else inline
        for n, inline in enumerate(inlines)
    )


def _joined(words: Text, before: Inline | None, after: Inline | None) -> Text:
    text = _BEFORE.sub(rf"\1{NO_BREAK}", _BEHIND.sub(NO_BREAK, words.text))
    if isinstance(before, LinkedNumber) and before.state == "value" and _follows(text, before.unit):
        text = NO_BREAK + text[1:]
    if isinstance(after, LinkedNumber) and (currency := _CURRENCY.search(text)):
        text = text[: currency.start()] + currency[1] + NO_BREAK
    return words if text == words.text else replace(words, text=text)


def _follows(text: str, unit: str) -> bool:
    """Whether a text begins with the scale word or the unit of the number before it."""
    return text[:1] == " " and bool(_SCALE.match(text) or (unit and text[1:].startswith(unit)))

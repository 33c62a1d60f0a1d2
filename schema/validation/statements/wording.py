"""What a sentence should say instead, in its own language."""

from __future__ import annotations

from decimal import Decimal

from schema.validation.facts import Percent
from schema.values.display import show_percent


def change_words(language: str, difference: Decimal, size: Percent | str) -> str:
    """Return a change as the text would say it: 下降 13.7% / fell by 13.7%."""
    number = show_percent(size.value.copy_abs()) if isinstance(size, Percent) else size
    if difference == 0:
        return {"zh-Hans": "持平", "zh-Hant": "持平", "en": "unchanged"}[language]
    words = {
        "zh-Hans": ("增长 {}", "下降 {}"),
        "zh-Hant": ("增長 {}", "下降 {}"),
        "en": ("rose by {}", "fell by {}"),
    }[language]
    return words[int(difference < 0)].format(number).strip()

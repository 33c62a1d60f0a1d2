"""How long a text is and should be: `200-350`, or `30` for at most so many. Chinese is counted in characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"(?:(\d{1,5})\s*[-–]\s*)?(\d{1,5})")
# A Chinese or Japanese sign, or a word of any other script with its digits: what Word counts as 字.
_SIGN = re.compile(r"[⺀-鿿　-〿＀-￯豈-﫿\U00020000-\U0003ffff]|[^\s⺀-鿿　-〿＀-￯豈-﫿\U00020000-\U0003ffff]+")
_ENGLISH = 6  # words for ten Chinese characters that say the same
_ROUND = 5


@dataclass(frozen=True, slots=True)
class TextLength:
    """From `least` (0: any) to `most`, in Chinese characters, or in words of an English text."""

    least: int
    most: int

    def in_language(self, language: str) -> TextLength:
        """Return the same length in another language's count: English says it in fewer words than characters."""
        if language != "en":
            return self
        least, most = (round(count * _ENGLISH / 10 / _ROUND) * _ROUND for count in (self.least, self.most))
        return TextLength(least, max(most, least, _ROUND))

    def __str__(self) -> str:
        return f"{self.least}–{self.most}" if self.least else f"≤ {self.most}"


def parse_length(text: str) -> TextLength | None:
    """Read how long a text should be, as it is written in an outline; None where it says nothing, or no length."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    length = TextLength(int(found[1] or 0), int(found[2]))
    return length if length.least <= length.most and length.most else None


def count_length(text: str, language: str) -> int:
    """Return how long words are as readers of a language count: Chinese signs and marks, English words.

    A Latin word or a number in Chinese counts as one sign.
    """
    return len(text.split()) if language == "en" else len(_SIGN.findall(text))

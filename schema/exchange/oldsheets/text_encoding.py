"""In which encoding a text file was saved: by its mark, else the one in which its letters are likely ones."""

from __future__ import annotations

import re
from collections.abc import Callable

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_NAMES = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
# Of the characters of a Chinese text nearly all are common ones.
_LIKELY = 0.75
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_text(data: bytes) -> tuple[str, str] | None:
    """Return the text and its encoding's name for people; None where it is in none that we know, or no text."""
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return _decoded(data, name)
    for name in _wide(data):
        if found := _decoded(data, name):
            return found
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data)
    return None if _CONTROL.search(text) else (text, "UTF-8")


def _decoded(data: bytes, name: str) -> tuple[str, str] | None:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else (text, _NAMES[name])


def _wide(data: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark: every second byte of what is plain in it, separators and digits, is nothing."""
    if b"\x00" not in data[:4096] or len(data) % 2:
        return ()
    even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
    return ("utf-16-le",) if odd > even else ("utf-16-be",)


def _legacy(data: bytes) -> tuple[str, str] | None:
    """Chinese of Windows, simplified or traditional, where that gives common characters; else Western European."""
    scores = {name: score(data) for name, score in _SCORES.items()}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= _LIKELY:
        return data.decode(best), {"gb18030": "GB18030", "big5hkscs": "Big5"}[best]
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    # Few signs (m³, ü, €) among plain ones; bytes without a meaning are no text.
    plain = sum(character.isascii() for character in text)
    written = all(character.isprintable() or character in "\r\n\t\xa0" for character in text)
    return (text, "Windows-1252") if written and plain * 5 >= len(text) * 4 else None


def _score(encoding: str, common: Callable[[bytes], bool]) -> Callable[[bytes], float]:
    """Return how to tell which share of the characters beyond ASCII are common ones of an encoding."""

    def score(data: bytes) -> float:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            return 0.0
        written = [character.encode(encoding) for character in text if ord(character) > 127]
        return sum(map(common, written)) / len(written) if written else 0.0

    return score


def _common_simplified(code: bytes) -> bool:
    """Level 1 of GB 2312, and its punctuation and full-width forms."""
    return len(code) == 2 and (0xB0 <= code[0] <= 0xD7 or 0xA1 <= code[0] <= 0xA3) and code[1] >= 0xA1


def _common_traditional(code: bytes) -> bool:
    """Level 1 of Big5, and its punctuation."""
    return len(code) == 2 and (0xA4 <= code[0] <= 0xC6 or 0xA1 <= code[0] <= 0xA3)


_SCORES: dict[str, Callable[[bytes], float]] = {
    "gb18030": _score("gb18030", _common_simplified),
    "big5hkscs": _score("big5hkscs", _common_traditional),
}

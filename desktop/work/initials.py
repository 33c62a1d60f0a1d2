"""Pinyin initials: 员工总数 is found by `ygzs`, as everybody types who writes with an input method.

The 3,755 usual characters of GB 2312 stand in the order of their pinyin, so that the code of a character says its
initial; no dictionary is needed. The rarer half of GB 2312 is ordered by strokes: such a character is passed over by
any letter, which finds a few names too many and none too few.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

_FIRST = (
    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6, 0xC0AC, 0xC2E8,
    0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA, 0xCEF4, 0xD1B9, 0xD4D1,
)  # fmt: skip
_LETTERS = "abcdefghjklmnopqrstwxyz"
_LAST_USUAL = 0xD7F9
# Characters of names here that are read in two ways.
_TWICE = {
    "行": "xh", "重": "zc", "长": "cz", "率": "ls", "会": "hk", "还": "hh", "调": "dt", "参": "cs", "单": "ds",
    "乐": "ly", "传": "cz", "藏": "cz", "降": "jx", "属": "sz", "省": "sx", "盛": "sc", "系": "xj", "给": "gj",
    "都": "d", "车": "cj", "校": "xj", "便": "bp", "朝": "cz", "曾": "cz", "弹": "td", "提": "td", "区": "qo",
}  # fmt: skip
ANY = "*"


@lru_cache(maxsize=8192)
def _initial(sign: str) -> str:
    """Return the letters that a character can be found by; `ANY` for one that has no known initial."""
    if sign.isascii():
        return sign.lower()
    if sign in _TWICE:
        return _TWICE[sign]
    code = int.from_bytes(sign.encode("gb2312", errors="ignore"), "big")
    if _FIRST[0] <= code <= _LAST_USUAL:
        return _LETTERS[bisect_right(_FIRST, code) - 1]
    return ANY if "\u3400" <= sign <= "\u9fff" else ""


def initials(words: str) -> tuple[str, ...]:
    """Return for each character of a name the letters that it can be found by; signs between words have none."""
    return tuple(
        letters for letters in map(_initial, words) if letters.strip() and (letters == ANY or letters.isalnum())
    )


def stretch_of(query: str, words: str) -> tuple[int, int] | None:
    """Return between which characters of a name these letters spell it; None where they do not."""
    spelled = [place for place, sign in enumerate(words) if initials(sign)]
    start = place_of(query, initials(words))
    return (spelled[start], spelled[start + len(query) - 1] + 1) if start >= 0 else None


def place_of(query: str, letters: tuple[str, ...]) -> int:
    """Return from which character on a name is spelled by these letters; -1 where it is not."""
    query = query.lower()
    if not query.isascii() or not query.isalnum():
        return -1
    for start in range(len(letters) - len(query) + 1):
        pairs = zip(query, letters[start : start + len(query)], strict=True)
        if all(known == ANY or letter in known for letter, known in pairs) and any(
            known != ANY for known in letters[start : start + len(query)]
        ):
            return start
    return -1

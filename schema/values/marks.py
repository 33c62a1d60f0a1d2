"""What sticks to a number without belonging to it: footnote marks, and characters that nobody sees."""

from __future__ import annotations

import re

_SIGNS = r"[*†‡§¶※#☆★△▲]{1,3}"
_CIRCLED = "[①-⒛㈠-㈩㊀-㊉⓪-⓿❶-➓]{1,2}"
_RAISED = "[⁰¹²³⁴-⁹ᵃᵇᶜᵈᵉᶠ⁽⁾]{1,4}"
_NOTE = r"(?:附?[注註]|备注|備註|notes?|fn\.?)"
_SQUARE = rf"[\[【［]\s*{_NOTE}?\s*\w{{1,3}}\s*[\]】］]"
_ROUND = rf"[(（]\s*(?:{_NOTE}\s*[\w.]{{0,4}}|[a-zA-Z]|[①-⒛])\s*[)）]"
_BARE = r"附?[注註]\s*\d{1,2}|\^\d{1,2}"
_MARK = f"(?:{_SIGNS}|{_CIRCLED}|{_RAISED}|{_SQUARE}|{_ROUND}|{_BARE})"
_BEHIND = re.compile(rf"{_MARK}$", re.IGNORECASE)
_MOST = 3  # marks behind one number
_LONGEST = 16
_BEFORE = re.compile(rf"\s*({_MARK}{{1,3}})(?!\w)\s*", re.IGNORECASE)
_LEADING = re.compile(rf"({_SIGNS}|{_CIRCLED}|{_SQUARE})\s*(?=[\d.])")
# One digit in brackets is a mark only where it sticks to the number: 1,234(1).
_STUCK = re.compile(r"([(（][1-9][)）])\s*")

_NUMBERED = re.compile(r"\s*[(（]\d{1,2}[)）]$")

# Zero-width and other characters without any width, soft hyphens, the byte order mark.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)


def take_mark(rest: str) -> tuple[str, str]:
    """Take a footnote mark off what stands behind a number; return it (or "") with what is left."""
    if match := _STUCK.match(rest) or _BEFORE.match(rest):
        return match[1], rest[match.end() :].strip()
    left = rest.rstrip()
    for _ in range(_MOST):
        match = _BEHIND.search(left, max(0, len(left) - _LONGEST))
        if match is None:
            break
        left = left[: match.start()].rstrip(" ,，")
    return rest.rstrip()[len(left) :].strip(" ,，"), left.strip()


def take_leading_mark(words: str) -> tuple[str, str]:
    """Take a footnote mark off that stands before a number (*1,234, ①1,234); return it (or "") with what is left."""
    match = _LEADING.match(words)
    return (match[1], words[match.end() :]) if match else ("", words)


def bare_name(name: str) -> str:
    """Return a name without the footnote marks at its end: 新鲜水使用量（注3）, Scope 1¹, 无害废弃物(2)."""
    return take_mark(_NUMBERED.sub("", name.strip()))[1]


def is_raised(mark: str) -> bool:
    """Whether a mark is a raised digit, which may as well be a power."""
    return re.fullmatch(_RAISED, mark) is not None


def drop_invisible(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text without the characters that nobody sees, and which ones they were (U+200B)."""
    dropped = dict.fromkeys(f"U+{ord(character):04X}" for character in _INVISIBLE.findall(text))
    return (_INVISIBLE.sub("", text), tuple(dropped)) if dropped else (text, ())

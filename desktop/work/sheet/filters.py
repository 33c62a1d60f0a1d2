"""What is typed into the filter row of a sheet: words that a cell has, or a comparison, as spreadsheets write them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

_SIGNS = ("<>", ">=", "<=", "≥", "≤", "≠", ">", "<", "=")  # the longer ones first
_SAME = {"≥": ">=", "≤": "<=", "≠": "<>", "＞": ">", "＜": "<", "＝": "="}
_BLANK = ("", "–")


def fits(text: str, asked: str) -> bool:
    """Whether a cell's text is what a filter asks for.

    `>100`, `<=5`, `<>0` compare numbers as they are shown; `=` alone asks for blanks, `<>` alone for what is no blank;
    everything else is found within the text.
    """
    sign, wanted = _parted(asked.strip())
    blank = text in _BLANK
    if not sign:
        return wanted.lower() in text.lower()
    if not wanted:
        return blank if sign == "=" else not blank if sign == "<>" else True
    one, other = _number(text), _number(wanted)
    if one is None or other is None:
        same = text.lower() == wanted.lower()
        return same if sign == "=" else not same if sign == "<>" else False
    order = (one > other) - (one < other)
    return order in {"=": (0,), "<>": (-1, 1), ">": (1,), "<": (-1,), ">=": (0, 1), "<=": (-1, 0)}[sign]


def _parted(asked: str) -> tuple[str, str]:
    """Return the sign that a filter begins with ("" for none) and what follows it."""
    plain = "".join(_SAME.get(character, character) for character in asked[:2]) + asked[2:]
    sign = next((one for one in _SIGNS if plain.startswith(one)), "")
    return sign, plain[len(sign) :].strip()


def _number(text: str) -> Decimal | None:
    """Return the number that a text shows, its qualifier and unit left aside."""
    digits = "".join(character for character in text if character.isdigit() or character in ".-−")
    try:
        return Decimal(digits.replace("−", "-"))
    except InvalidOperation:
        return None

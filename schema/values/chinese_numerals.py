"""Numbers in Chinese characters: 二十五, 三万五千, 一百零五, 三点五, 二〇二四."""

from __future__ import annotations

from decimal import Decimal

from schema.grammar.decimals import EXACT

_DIGITS = {
    sign: value
    for value, signs in enumerate(
        ("零〇○", "一壹", "二贰貳两兩", "三叁叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
    )
    for sign in signs
}
_SMALL = {"十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3}
_BIG = {"万": 4, "萬": 4, "亿": 8, "億": 8}
_POINT = ("点", "點")
SIGNS = "".join((*_DIGITS, *_SMALL, *_BIG, *_POINT))


def read_chinese(words: str) -> tuple[Decimal, Decimal] | None:
    """Return a number in characters with the size of its last digit; None where the text is none, or says too little.

    What people say short (三万五 for 35,000, 二百五 for 250) is none: in digits it would be another number.
    """
    for point in _POINT:
        if point in words:
            return _with_decimals(*words.split(point, 1))
    if not words or any(sign not in SIGNS or sign in _POINT for sign in words):
        return None
    whole = _in_a_row(words) if all(sign in _DIGITS for sign in words) else _Counter().read(words)
    return None if whole is None else (Decimal(whole), Decimal(10) ** _BIG.get(words[-1], 0))


def _with_decimals(before: str, behind: str) -> tuple[Decimal, Decimal] | None:
    whole = read_chinese(before)
    if whole is None or not behind or any(sign not in _DIGITS for sign in behind):
        return None
    step = Decimal(1).scaleb(-len(behind))
    return EXACT.add(whole[0], EXACT.multiply(Decimal(_positions(behind)), step)), step


def _in_a_row(words: str) -> int | None:
    """Two digits in a row may be “three to five” (三五人) as well as 35."""
    return None if len(words) == 2 and not any(_DIGITS[sign] == 0 for sign in words) else _positions(words)


def _positions(words: str) -> int:
    """Digit after digit, as years and telephone numbers are written."""
    return int("".join(str(_DIGITS[sign]) for sign in words))


class _Counter:
    """Adds up what was said so far: whole sections of ten thousands, the one under way, a digit without its place."""

    def __init__(self) -> None:
        self._sections = 0
        self._section = 0
        self._digit: int | None = None
        self._power = 99  # of the last place that was named; the next must be lower
        self._section_power = 99
        self._zero = False

    def read(self, words: str) -> int | None:
        """Return the number, or None at the first sign that does not fit."""
        for sign in words:
            if not self._take(sign):
                return None
        if self._digit is None:
            return self._sections + self._section
        # A last digit without its place is one of ones only behind ten or zero.
        ones = self._power <= 1 or self._zero or self._power == self._section_power == 99
        return self._sections + self._section + self._digit if ones else None

    def _take(self, sign: str) -> bool:
        if sign in _SMALL:
            return self._place(_SMALL[sign])
        if sign in _BIG:
            return self._close(_BIG[sign])
        digit = _DIGITS[sign]
        if digit == 0:
            self._zero = self._digit is None and not self._zero
            return self._zero
        if self._digit is not None:
            return False
        self._digit = digit
        return True

    def _place(self, power: int) -> bool:
        """Ten may stand without its one at the beginning (十五); no other place may."""
        bare = power == 1 and self._power == 99
        if power >= self._power or (self._digit is None and not bare):
            return False
        self._section += (self._digit or 1) * 10**power
        self._digit, self._power, self._zero = None, power, False
        return True

    def _close(self, power: int) -> bool:
        section = self._section + (self._digit or 0)
        lone = self._digit is not None and self._section > 0 and self._power > 1 and not self._zero
        if lone or (section == 0 and not 0 < self._sections < 10**power):
            return False
        if section == 0 or power > self._section_power:
            self._sections = (self._sections + section) * 10**power
        else:
            self._sections += section * 10**power
        self._section, self._digit, self._zero = 0, None, False
        self._power, self._section_power = power, power
        return True

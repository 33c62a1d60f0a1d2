"""Numerals: the digits of a number as people write them, in Arabic and Chinese signs, with groups and powers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.grammar.decimals import EXACT, is_long_text, last_digit, plain, quotient
from schema.values.chinese_numerals import SIGNS, read_chinese

# Between groups of three digits: a comma, an apostrophe, or a blank of some width.
_GROUP = "[,'’‘ʼ`´ \u00a0\u2007\u2008\u2009\u202f]"
_ARABIC = re.compile(rf"\d{{1,3}}({_GROUP})\d{{3}}(?:\1\d{{3}})*(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_EXPONENT = re.compile(r"[eE]([+-]?\d{1,4})(?![\d.])")
_POWER = re.compile(
    r"\s*[x×✕*·]\s*10\s*(?:(?:\^|\*\*)\s*([+-]?\d{1,4})|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}))(?![\d.])", re.IGNORECASE
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_TEN = re.compile(r"10\s*(?:\^|\*\*)\s*([+-]?\d{1,4})(?![\d.])")
_LARGEST = 99
_COMPOUND = 16
_PERCENT = Decimal(100)
_SCALES = {"百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
_SCALE = re.compile(r"([十百千]?[万萬亿億]|[万萬][亿億]|[百千])")
_LOWER = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4}
_CHINESE = re.compile(f"[{SIGNS}]{{1,40}}")
_TENTHS = re.compile(r"(\d{1,2}|[一二两兩三四五六七八九十])成(半|[一二三四五六七八九])?(?![本员員分])")
_HALF = re.compile(r"一半|半数|半數|half\b(?!\s*(?:a|an)\b)", re.IGNORECASE)
_SHARE = re.compile(rf"([{SIGNS}\d]{{1,40}})分之([{SIGNS}]{{1,40}}|[\d.]{{1,40}})")
_START = re.compile(f"[\\d.{SIGNS}]")
_NEGATIVE = re.compile(r"(?:负|負|-|\+)\s*")
_PER_MILLE = re.compile(r"\s*‰")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at the front of a text with the size of its last digit, and the `rest` of the text behind it.

    `loose`: groups are parted by ordinary blanks. `long`: it has more digits than are read; then `digits` shows them.
    """

    value: Decimal
    step: Decimal
    rest: str
    loose: bool = False
    long: bool = False
    digits: str = ""


class Endless(ArithmeticError):
    """A quotient that has no end in decimals: it would have to be rounded."""


def starts(words: str) -> Iterator[int]:
    """Yield the places where a number may begin."""
    return (match.start() for match in _START.finditer(words))


def numerals(words: str) -> Iterator[Numeral]:
    """Yield each way in which a text may begin with a number, the longest first.

    五千瓦时 is five thousand of an unknown unit, or five kWh: which one holds the unit decides. Endless for 三分之一.
    """
    sign = _NEGATIVE.match(words)
    core = words[sign.end() :] if sign else words
    negative = sign is not None and sign[0][0] in "负負-"
    for numeral in _unsigned(core):
        found = _per_mille(numeral) if "‰" in numeral.rest else numeral
        yield replace(found, value=found.value.copy_negate()) if negative else found


def _unsigned(core: str) -> Iterator[Numeral]:
    if share := _SHARE.match(core) or _TENTHS.match(core):
        yield from _share(core, share)
    elif half := _HALF.match(core):
        # A share, as 五成 is one; a count of things takes no percentage.
        yield Numeral(Decimal(50), Decimal(10), "%" + core[half.end() :])
    elif ten := _TEN.match(core):
        yield _raised(Decimal(1), int(ten[1]), core[ten.end() :])
    elif match := _ARABIC.match(core):
        yield from _arabic(core, match)
    elif match := _CHINESE.match(core):
        for end in range(match.end(), 0, -1):
            if found := read_chinese(core[:end]):
                digits = plain(found[0])
                yield Numeral(*found, core[end:], long=is_long_text(digits), digits=digits)


def _per_mille(numeral: Numeral) -> Numeral:
    sign = _PER_MILLE.match(numeral.rest)
    if sign is None:
        return numeral
    tenth = Decimal("0.1")
    value, step = EXACT.multiply(numeral.value, tenth), EXACT.multiply(numeral.step, tenth)
    return replace(numeral, value=value, step=step, rest="%" + numeral.rest[sign.end() :])


def _arabic(core: str, match: re.Match[str]) -> Iterator[Numeral]:
    rest, digits = core[match.end() :], re.sub(_GROUP, "", match[0])
    if is_long_text(digits):
        yield Numeral(Decimal(0), Decimal(1), rest, long=True, digits=digits)
        return
    number = Decimal(digits)
    raised = _EXPONENT.match(rest) or _POWER.match(rest)
    if raised is not None:
        exponent = next(filter(None, raised.groups())).translate(_RAISED)
        yield _raised(number, int(exponent), rest[raised.end() :])
        return
    if "." not in digits and len(digits) <= _COMPOUND:
        yield from _compound(int(digits), rest)
    yield Numeral(number, last_digit(number), rest, loose=match[1] == " ")


def _raised(number: Decimal, exponent: int, rest: str) -> Numeral:
    if abs(exponent) > _LARGEST or is_long_text(plain(number.scaleb(exponent, EXACT).copy_abs())):
        return Numeral(Decimal(0), Decimal(1), rest, long=True, digits=f"{plain(number)}E{exponent:+}")
    value = number.scaleb(exponent, EXACT)
    return Numeral(value, last_digit(value), rest)


def _compound(number: int, rest: str) -> Iterator[Numeral]:
    """Yield 28万5155, 3亿2千万: what follows a scale word is less than it, and written out or scaled itself."""
    total, above = 0, _LARGEST
    while (scale := _SCALE.match(rest)) and (tail := re.match(r"\d+(?![\d.,])", rest[scale.end() :])):
        power = _power(scale[1])
        if power >= above or number >= 10 ** (above - power):
            return
        total, above = total + number * 10**power, power
        number, rest = int(tail[0]), rest[scale.end() + tail.end() :]
        last = _SCALE.match(rest)
        if last is not None and _power(last[1]) < above and number < 10 ** (above - _power(last[1])):
            value = total + number * 10 ** _power(last[1])
            yield Numeral(Decimal(value), Decimal(10) ** _power(last[1]), rest[last.end() :])
        if len(tail[0]) == above:
            yield Numeral(Decimal(total + number), Decimal(1), rest)


def _power(scale: str) -> int:
    return _SCALES[scale[-1]] + _LOWER[scale[:-1]]


def _share(core: str, match: re.Match[str]) -> Iterator[Numeral]:
    """Yield 四成, 三成五, 百分之五, 千分之三: shares, as percentages."""
    rest = core[match.end() :]
    rest = rest if rest.lstrip().startswith("%") else "%" + rest
    if "成" in match[0]:
        tenths, fifth = read_any(match[1]), read_any(match[2]) if match[2] not in (None, "半") else None
        behind = Decimal(5) if match[2] == "半" else fifth or Decimal(0)
        if tenths is not None and tenths <= 10:
            yield Numeral(tenths * 10 + behind, Decimal(1 if match[2] else 10), rest)
        return
    whole, part = read_any(match[1]), read_any(match[2])
    if whole and part is not None:
        value = quotient(EXACT.multiply(part, _PERCENT), whole)
        if is_long_text(plain(value)):
            raise Endless
        yield Numeral(value, quotient(EXACT.multiply(last_digit(part), _PERCENT), whole), rest)


def read_any(words: str) -> Decimal | None:
    """Return a number in digits or characters alone; 百, 千 and 万 stand for themselves before 分之."""
    if words in _HUNDREDS:
        return Decimal(_HUNDREDS[words])
    if re.fullmatch(r"\d{1,30}(?:\.\d{1,30})?", words):
        return Decimal(words)
    found = read_chinese(words)
    return found[0] if found else None


_HUNDREDS = {"百": 100, "千": 1000, "万": 10000, "萬": 10000}

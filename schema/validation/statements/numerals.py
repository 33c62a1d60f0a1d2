"""Numbers as sentences write them: the pattern of a number with its qualifier, scale word and unit, per language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from schema.catalogue.definitions import Unit
from schema.catalogue.kinds import PERCENT
from schema.catalogue.number_format import SCALES
from schema.values.qualifiers import QUALIFIERS, Qualifier

# Digits and signs in their full width, one for one, so that every place in the text stays where it is; a full-width
# comma parts clauses.
FULL_WIDTH = str.maketrans("０１２３４５６７８９．％＋～", "0123456789.%+~")
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?"
DIGITS = re.compile(_DIGITS)
_SECOND = r"(?:[^\S\n]*[-–—~至到][^\S\n]*|\s+to\s+|\s+and\s+(?=\d[\d.]*%))"
_MONEY = ("人民币", "人民幣", "RMB", "CNY", "￥", "¥")
_WRITTEN = [(word, row) for row in QUALIFIERS.values() for word in row.written_before]
_VERBS = ("exceeded", "exceeding", "exceeds", "exceed", "surpassed", "topped")
_LED = [*_WRITTEN, *((word, QUALIFIERS["over"]) for word in _VERBS)]
_LEADS: Mapping[str, Qualifier] = dict(sorted(_LED, key=lambda pair: -len(pair[0])))
_ANY_LEAD = tuple(_LEADS)
# What turns the words before a number round: 未超过, did not exceed; 未达到 is less than so much.
_DENIED = re.compile(
    r"(?:尚未|并未|並未|从未|從未|未能?|没有|沒有|没|沒|不会|不會)\s*$|"
    r"(?<![a-z])(?:(?:did|does|do|has|have|had|was|were|is) not|never|not|n[’']t)\s*$"
)
_UNREACHED = re.compile(
    r"(?:(?:尚未|并未|並未|从未|從未|未能?|没有|沒有|没|沒)(?:达到|達到|达|達)|"
    r"(?<![a-z])(?:(?:did|has|have|had|was|were) not|never|n[’']t) reach(?:ed)?)\s*$"
)
_OPPOSITES = {
    "over": "at_most",
    "at_least": "less_than",
    "less_than": "at_least",
    "at_most": "over",
    "nearly": "at_least",
}
_SHORT_SCALES: Mapping[str, int] = {"bn": 9, "百": 2}
SCALE_POWERS: Mapping[str, int] = {**SCALES, **_SHORT_SCALES}
# Words that Chinese and English count in beside the units of a catalogue: no value of a metric is told in them.
_COUNTERS = (
    "斤", "支", "台", "只", "克", "米", "公里", "摄氏度", "攝氏度", "℃", "公顷", "公頃", "张", "張", "座", "层", "層",
    "周", "个月", "個月", "折", "码洋", "碼洋", "金", "银", "銀", "铜", "銅", "本", "幅", "处", "處", "村", "镇", "鎮",
    "乡", "鄉", "市", "区", "區", "国", "國", "集", "首", "轮", "輪", "步", "点", "點", "号", "號", "页", "頁", "字",
    "句", "遍", "kg", "km", "cm", "mm", "倍", "times", "fold",
)  # fmt: skip
# What English says for units that the catalogue writes short.
_ENGLISH_UNITS: Mapping[str, tuple[str, ...]] = {
    PERCENT: ("per cent", "percent", "percentage points", "percentage point", "pp"),
    "minute": ("minutes", "minute"),
    "hour": ("hours", "hour"),
    "second": ("seconds",),
    "day": ("day",),
    "t": ("tonnes", "tons"),
    "tco2e": ("tonnes", "tons", "tonnes of CO2 equivalent"),
    "person": ("persons", "person"),
    "cny": ("yuan",),
    "m2": ("square metres",),
    "m3": ("cubic metres",),
    "times": ("times", "fold"),
}
_POINTS = ("个百分点", "個百分點", "百分点", "百分點")


@dataclass(frozen=True, slots=True)
class UnitWords:
    """How each unit of a catalogue is written in texts: lines of `written` tab `code`. One text, quick to hash."""

    lines: str

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Each way of writing with the unit's code."""
        return tuple((written, code) for written, _, code in (line.partition("\t") for line in self.lines.split("\n")))


def unit_words(units: Mapping[str, Unit]) -> UnitWords:
    """Return every way in which the units are written."""
    pairs: list[tuple[str, str]] = []
    for unit in units.values():
        names = (unit.name.zh_hans, unit.name.zh_hant, unit.name.en, *unit.aliases, *_ENGLISH_UNITS.get(unit.code, ()))
        pairs += [(name, unit.code) for name in dict.fromkeys(names) if name]
    if PERCENT in units:
        pairs += [(name, PERCENT) for name in _POINTS]
    return UnitWords("\n".join(f"{written}\t{code}" for written, code in pairs))


def alternatives(words: Iterable[str], *, bounded: bool = False) -> str:
    """Return a pattern of any of the words, the longest first; `bounded` Latin ones end with the word."""
    ordered = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) + (r"(?![A-Za-z])" if bounded and _is_latin(word[-1]) else "") for word in ordered)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


def number_pattern(words: UnitWords) -> re.Pattern[str]:
    """Return the pattern of a number, from its first digit to the last word of its unit and qualifier."""
    scale = alternatives(SCALE_POWERS, bounded=True)
    return re.compile(
        rf"(?P<digits>{_DIGITS})"
        rf"(?:{_SECOND}(?P<second>{_DIGITS})|(?P<power>\s*(?:{scale}))?(?P<mid>\s*(?:[%％]|{_units(words)}))?{_SECOND}"
        rf"(?P<third>(?!(?:19|20)\d\d\s*年){_DIGITS}))?{_tail(words)}"
    )


def spelled_pattern(number: str, words: UnitWords) -> re.Pattern[str]:
    """Return the pattern of a number in words, to the last word of its unit and qualifier."""
    return re.compile(rf"(?P<number>{number}){_tail(words)}", re.IGNORECASE)


def _units(words: UnitWords) -> str:
    return alternatives([written for written, _ in words.pairs] + list(_COUNTERS), bounded=True)


def _tail(words: UnitWords) -> str:
    """Return the pattern of what stands behind the digits: qualifiers, scale word and unit."""
    inside = alternatives(QUALIFIERS["some_more"].written_after)
    after = alternatives(word for row in QUALIFIERS.values() for word in row.written_after)
    scale = alternatives(SCALE_POWERS, bounded=True)
    return (
        rf"(?P<inside>\s*(?:{inside}))?(?:[\s-]*(?P<scale>{scale})(?![瓦克米卡分焦]))?(?P<beyond>\s*(?:{inside}))?"
        rf"(?:\s*-?(?P<unit>[%％‰]|{_units(words)}))?(?P<after>\s*(?:{after}))?"
    )


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands right before a number: its qualifier and whether it is money; `length` characters in all."""

    qualifier: Qualifier | None
    money: bool
    length: int


@lru_cache(maxsize=8192)  # the same few words stand before many numbers, and every check asks for all
def lead_of(tail: str) -> Lead:
    """Read the end of the words before a number."""
    words = tail.rstrip()
    money = next((word for word in _MONEY if words.endswith(word)), "")
    rest = words[: len(words) - len(money)].rstrip() if money else words
    lowered = rest.lower()
    if (unreached := _UNREACHED.search(lowered)) is not None:
        return Lead(QUALIFIERS["less_than"], bool(money), len(tail) - unreached.start())
    led = lowered.endswith(_ANY_LEAD)
    written = next((word for word in _LEADS if lowered.endswith(word) and _begins(word, lowered)), "") if led else ""
    length = len(tail) - len(rest) + len(written) if written else len(tail) - len(words) + len(money) if money else 0
    qualifier = _LEADS[written] if written else None
    denied = _DENIED.search(lowered[: -len(written)]) if written else None
    if qualifier is not None and denied is not None and qualifier.code in _OPPOSITES:
        return Lead(QUALIFIERS[_OPPOSITES[qualifier.code]], bool(money), len(tail) - denied.start())
    return Lead(qualifier, bool(money), length)


def _begins(word: str, lowered: str) -> bool:
    """Whether an English word is a whole one."""
    before = lowered[-len(word) - 1 : -len(word)]
    return not (_is_latin(word[0]) and _is_latin(before))


def money_in(words: str) -> str:
    """Return the sign of money before a number as it stands there (RMB, ￥), the blank behind it, too; or nothing."""
    word = next((word for word in _MONEY if word in words), "")
    return words[words.index(word) :] if word else ""


def tail_qualifier(words: str) -> Qualifier | None:
    """Return the qualifier written behind a number, or None."""
    return next((row for row in QUALIFIERS.values() if words in row.written_after), None)

"""Quantities in words: 两万人次, 四千九百五十一家; four hundred million, twenty-four countries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from schema.validation.statements.numerals import (
    SCALE_POWERS,
    UnitWords,
    lead_of,
    spelled_pattern,
    tail_qualifier,
)
from schema.validation.statements.statement import Statement
from schema.values.chinese_numerals import SIGNS, read_chinese
from schema.values.english_numerals import RUN, read_english

_TAIL = 20  # so many characters before a number are looked at
# What makes another thing of the signs behind it: 第十, 数十, 双十一, 三分之二.
_NO_START = f"(?<![{SIGNS}第几幾数數上好之双雙每周週期初廿·.\\d])"
# What makes a time, a share, an age or a name of the signs before it.
_NO_END = (
    r"(?!分之|成|倍|半|几|幾|来|來|[多余餘]?\s*(?:周?年|個?个?月|[日号號天岁歲])|[届屆大点點线線级級代时時折后後强強佳体體流季度字星路环環]|"
    r"方面|小时|小時|分钟|分鐘|[“”「」])"
)
_CHINESE = rf"{_NO_START}[{SIGNS}]{{1,24}}+{_NO_END}"
_ENGLISH = (
    rf"(?<![a-z\d-])(?<!\d )(?>{RUN})(?![a-z-])"
    r"(?!\s*-?(?:years?|months?|weeks?|times|fold|of (?:the|our|its|these)|or|out)(?![a-z]))"
)
_PLACES = re.compile("[十百千万萬亿億拾佰仟]")
_ENDED = re.compile(r"\s*(?:$|[，,。；;！!？?、)）：:\n|])")
# Words after which even a single digit is how many there are or how many more.
_LED = re.compile(
    r"(?:为|為|是|达|達|至|到|共|共计|共計|共有|仅|僅|仅有|僅有|增加|减少|減少|增加了|减少了|減少了|超过|超過|不足|近|约|約)\s*$|"
    r"(?<![a-z])(?:was|were|numbered|totalled|reached|to|by|exactly|only)\s*$",
    re.IGNORECASE,
)
# What a Chinese quantity in words cannot do without: a place behind a digit, ten, or a word that leads to a digit.
_DIGIT = "一二两兩三四五六七八九壹贰貳叁叄肆伍陆陸柒捌玖"
_CHINESE_HINT = re.compile(
    rf"[十拾]|[{_DIGIT}][百千万萬亿億佰仟]|[为為是达達至到共计計有仅僅加少了过過足近约約]\s*[{_DIGIT}]"
)
_TEN, _HUNDRED = Decimal(10), Decimal(100)

Read = Callable[[str], tuple[Decimal, Decimal] | None]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language writes quantities in words: what a text with one holds in small letters, its pattern."""

    hint: re.Pattern[str]
    pattern: re.Pattern[str]
    read: Read
    codes: Mapping[str, tuple[str, ...]]

    def statements(self, text: str) -> Iterator[Statement]:
        """Yield each quantity in words."""
        if self.hint.search(text.lower()) is None:
            return
        for match in self.pattern.finditer(text):
            number = self.read(match["number"])
            unit = (match["unit"] or "").strip()
            if number is not None and _is_quantity(text, match, number[0]):
                yield self._statement(text, match, number, unit)

    def _statement(self, text: str, match: re.Match[str], number: tuple[Decimal, Decimal], unit: str) -> Statement:
        lead = lead_of(text[max(0, match.start() - _TAIL) : match.start()])
        scale = SCALE_POWERS.get(match["scale"] or "", 0)
        after = (tail_qualifier((match[name] or "").strip()) for name in ("after", "beyond", "inside"))
        qualifier = next((row for row in after if row), lead.qualifier)
        codes = self.codes.get("元" if lead.money else unit, ())
        begin, end = match.start() - lead.length, match.start() + len(match[0].rstrip())
        return Statement(
            begin, end, text[begin:end], number[0].scaleb(scale), number[1].scaleb(scale), units=codes,
            counter="" if codes else unit, qualifier=qualifier.code if qualifier else "", worded=True,
        )  # fmt: skip


def spelling(language: str, words: UnitWords, codes: Mapping[str, tuple[str, ...]]) -> Spelling:
    """Return how a language writes quantities, told in these units."""
    if language == "en":
        hint = re.compile(
            r"hundred|thousand|million|billion|(?:teen|ty)\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
        )
        return Spelling(hint, spelled_pattern(_ENGLISH, words), read_english, codes)
    return Spelling(_CHINESE_HINT, spelled_pattern(_CHINESE, words), read_chinese, codes)


def _is_quantity(text: str, match: re.Match[str], value: Decimal) -> bool:
    """Whether signs are a number of things, and not a part of other words: 十分, 一方面, one of us."""
    if match["unit"] is None:
        ended = _ENDED.match(text, match.end()) is not None
        return value >= _TEN if _is_english(match) else value >= _HUNDRED and ended
    if value < _TEN or not (_PLACES.search(match["number"]) or _is_english(match)):
        return _LED.search(text[max(0, match.start() - _TAIL) : match.start()]) is not None and value > 1
    return True


def _is_english(match: re.Match[str]) -> bool:
    return match["number"].isascii()

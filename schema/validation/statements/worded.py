"""Shares and multiples in words: 近三分之一, 两成, 过半, 三倍; a third, two thirds, more than half, threefold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.grammar.decimals import EXACT, quotient
from schema.validation.statements.numerals import lead_of, tail_qualifier
from schema.validation.statements.statement import Statement
from schema.values.chinese_numerals import read_chinese
from schema.values.numerals import read_any

_HUNDRED, _HALF = Decimal(100), Decimal(50)
_LOOSE = Decimal(5)  # 三分之一 is said of 31 to 36 percent
_TENTH = Decimal(10)
_TAIL = 20  # so many characters before a number are looked at
_AFTER = re.compile(r"(?:多|以上|左右|有余|有餘| or more)?")
_MULTIPLES = ("倍", "times", "fold")

_CHINESE_HINT = re.compile("分之|成|半|倍")
_SIGN = "一二两兩三四五六七八九"
_CHINESE = re.compile(
    rf"(?P<whole>[{_SIGN}十百千万]{{1,3}})分之(?P<part>[{_SIGN}十百零点點]+|\d+(?:\.\d+)?)|"
    rf"(?<![{_SIGN}十\d.第])(?P<tenths>[{_SIGN}1-9])\s?成(?P<five>半)?(?![本员員立为為就长長果功都交绩績熟型套分年人品语語因份不员效])|"
    r"(?P<over>(?<![经經通])[过過]半)(?![年天个個小点點])|(?P<half>一半|半数|半數)|"
    rf"(?P<times>[{_SIGN}十]{{1,3}})倍"
)
_NUMBERS: Mapping[str, int] = {
    word: number
    for number, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1)
} | {"a": 1, "twice": 2}
_PARTS: Mapping[str, int] = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_COUNT = "one|two|three|four|five|six|seven|eight|nine|ten"
_END = r"(?=\s+(?:of|the|more|fewer|less|higher|lower|compared|on|from|to|in)\b|\s*(?:[,.;:)]|$))"
_ENGLISH_HINT = re.compile("half|third|quarter|fifth|tenth|times|fold|twice|majority|one (?:in|out of) ")
_ENGLISH = re.compile(
    rf"(?<![a-z])(?:(?P<one>a|one)[- ](?P<unit>half|third|fifth|tenth|quarter(?= of)){_END}|"
    rf"(?P<some>{_COUNT})[- ](?P<units>third|quarter|fifth|tenth)s{_END}|"
    rf"(?P<over>the majority)(?= of)|(?<!and a )(?<!other )(?<!first )(?<!second )(?<!latter )(?P<half>half){_END}|"
    rf"(?P<few>one) (?:in|out of) (?P<many>two|three|four|five|ten)(?![- a-z])|"
    rf"(?P<times>{_COUNT})(?:[- ]times|[- ]?fold)|(?P<twice>twice)(?= (?:that|the|as|what)\b))(?![a-z])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Worded:
    """A number in words: a share in percent or a multiple, and how coarsely it is said (`step`)."""

    value: Decimal
    step: Decimal
    multiple: bool = False
    over: bool = False


def worded(text: str, language: str) -> Iterator[Statement]:
    """Yield each share and multiple that a text says in words."""
    hint, pattern, read = _LANGUAGES[language]
    if hint.search(text.lower()) is None:
        return
    for match in pattern.finditer(text):
        number = read({name: words.lower() for name, words in match.groupdict().items() if words})
        if number is not None:
            yield _statement(text, match, number)


def is_multiple(unit: str) -> bool:
    """Whether a number counts times over: 2.5 倍, 3 times, threefold."""
    return unit in _MULTIPLES


def _statement(text: str, match: re.Match[str], number: Worded) -> Statement:
    tail = text[max(0, match.start() - _TAIL) : match.start()]
    lead, after = lead_of(tail), _AFTER.match(text, match.end())
    qualifier = tail_qualifier(after[0].strip()) if after and after[0] else lead.qualifier
    begin, end = match.start() - lead.length, after.end() if after else match.end()
    code = "over" if number.over else qualifier.code if qualifier else ""
    units = () if number.multiple else (PERCENT,)
    return Statement(
        begin, end, text[begin:end], number.value, number.step, units=units, qualifier=code,
        counter="倍" if number.multiple else "", worded=True, multiple=number.multiple,
    )  # fmt: skip


def _chinese(said: Mapping[str, str]) -> Worded | None:
    if "over" in said or "half" in said:
        return Worded(_HALF, _TENTH, over="over" in said)
    if "times" in said:
        number = read_chinese(said["times"])
        return Worded(number[0], Decimal(1), multiple=True) if number else None
    if "tenths" in said:
        tenths, five = read_any(said["tenths"]), "five" in said
        return Worded(tenths * 10 + 5 * five, Decimal(5) if five else _TENTH) if tenths is not None else None
    whole, part = read_any(said["whole"]), read_any(said["part"])
    if not whole or part is None:
        return None
    exact = said["whole"] in ("百", "千", "万")
    return Worded(quotient(EXACT.multiply(part, _HUNDRED), whole), quotient(_HUNDRED, whole) if exact else _LOOSE)


def _english(said: Mapping[str, str]) -> Worded | None:
    if "over" in said or "half" in said:
        return Worded(_HALF, _TENTH, over="over" in said)
    if "times" in said or "twice" in said:
        return Worded(Decimal(_NUMBERS[said.get("times", "twice")]), Decimal(1), multiple=True)
    if "few" in said:
        return Worded(quotient(_HUNDRED, Decimal(_NUMBERS[said["many"]])), _LOOSE)
    some, parts = _NUMBERS[said.get("one") or said["some"]], _PARTS[said.get("unit") or said["units"]]
    return Worded(quotient(Decimal(100 * some), Decimal(parts)), _TENTH if parts == 2 else _LOOSE)


_Read = Callable[[Mapping[str, str]], Worded | None]
_ZH: tuple[re.Pattern[str], re.Pattern[str], _Read] = (_CHINESE_HINT, _CHINESE, _chinese)
_LANGUAGES: Mapping[str, tuple[re.Pattern[str], re.Pattern[str], _Read]] = {
    "zh-Hans": _ZH,
    "zh-Hant": _ZH,
    "en": (_ENGLISH_HINT, _ENGLISH, _english),
}

"""What stands in a foreign text beside its sentences: glued marks, addresses; and counts in a few characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from schema.validation.statements.statement import Statement
from schema.values.chinese_numerals import read_chinese
from schema.values.qualifiers import QUALIFIERS

# One for one, so that every place stays where it is; braces would be links.
_PLAIN = str.maketrans({"{": "｛", "}": "｝", "\t": " ", "\u00a0": " ", "\u3000": " ", "\u2009": " ", "\u202f": " "})
# The mark of a footnote that is glued to a value: 25,3171 has one digit too many, ① and ¹ are marks (but not in m²).
_MARKED = re.compile(
    r"(?<![\d,.])(?P<value>\d{1,3}(?:,\d{3})+)(?P<mark>\d{1,2})(?![\d,.])|"
    r"[\u2460-\u2473\u00b9\u00b2\u00b3\u2070-\u2079](?<![mM]\u00b2)(?<![mM]\u00b3)"
)
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
# Addresses, mail, times as machines write them, marks in brackets.
_FOREIGN = re.compile(
    r"(?P<name>(?:https?://|www\.)[^\s，。；、）)]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64})|"
    r"(?P<footnote>[\[［【]\d{1,3}[\]］】])|"
    r"(?P<page>(?<![A-Za-z])[Pp]{1,2}\.?\s?\d{1,3}(?:\s?[-–~]\s?[Pp]?\d{1,3})?(?![\d%])|第\s?\d{1,3}\s?[页頁])|"
    r"(?P<standard>(?<![\d.,])\d{3}-\d{1,2}(?![\d-]))|"
    r"(?P<contact>(?<=[路街巷道])\s?\d+\s?[号號](?:院)?(?:\s?\d+\s?[号號]?[楼樓栋棟座室层層])*)|"
    rf"(?P<date>(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*,? )?\d{{1,2}} {_MONTHS} (?:19|20)\d\d"
    r"(?: \d{1,2}:\d\d(?::\d\d)?(?: (?:GMT|UTC|[+-]\d{4}))?)?|"
    r"(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?)"
)
_COUNTED = "人次|人|名|位|家|户|戶|个|個|场|場|次|件|元|吨|噸|条|條|小时|小時|份|项|項|所|座|种|種"
# A scale word that stands for itself: 近百, 近千万人, 上百家.
_BARE = re.compile(
    r"(?P<lead>超过近|超過近|超过|超過|接近|将近|將近|近|上|逾|超|约|約|突破|达|達|数|數|几|幾|成)"
    rf"(?P<scale>[百千万萬亿億]{{1,3}})[余餘多]?\s?(?P<unit>{_COUNTED})"
)
# A digit in a character before what can only be counted.
_FEW = re.compile(
    r"(?<![一二三四五六七八九十百千万亿第几数每\d])(?P<number>[一二两兩三四五六七八九]|十[一二三四五六七八九]?)"
    r"(?P<unit>个小时|個小時|小时|个省份|個省份|个省|个县|个城市|个国家|家企业|名用户)"
)
_VAGUE = ("数", "數", "几", "幾", "成")


def masked(text: str) -> str:
    """Return a text of the same length without what would be read wrongly: marks of footnotes, addresses, braces."""
    plain = _MARKED.sub(lambda m: f"{m['value']}{' ' * len(m['mark'])}" if m["mark"] else " ", text.translate(_PLAIN))
    return _FOREIGN.sub(lambda m: " " * len(m[0]), plain)


def foreign(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where something with digits stands that is no sentence, and what it is: name, date, footnote."""
    for match in _FOREIGN.finditer(text):
        if re.search(r"\d", match[0]):
            yield match.start(), match.end(), match.lastgroup or "name"


def few_characters(text: str, codes: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[Statement, str]]:
    """Yield Chinese counts that only a whole text is read for: 近百家, 两个小时; "vague" is what tells no number."""
    for match in _BARE.finditer(text):
        form = "vague" if match["lead"] in _VAGUE else ""
        yield _counted(match, f"一{match['scale']}", match["lead"], codes), form
    for match in _FEW.finditer(text):
        yield _counted(match, match["number"], "", codes), ""


def _counted(match: re.Match[str], number: str, lead: str, codes: Mapping[str, tuple[str, ...]]) -> Statement:
    value, step = read_chinese(number) or (Decimal(0), Decimal(1))
    qualifier = next((row.code for row in QUALIFIERS.values() if lead.endswith(row.written_before)), "")
    unit = match["unit"]
    known = codes.get(unit) or codes.get(unit.lstrip("个個"), ())
    return Statement(
        match.start(), match.end(), match[0], value, step, units=known,
        counter="" if known else unit, qualifier="over" if lead == "上" else qualifier if lead else "", worded=True,
    )  # fmt: skip

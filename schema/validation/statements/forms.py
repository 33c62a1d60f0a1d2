"""What a number is by its form: a date, an ordinal, a standard's number, a version, a name; tried where it begins."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schema.validation.statements.statement import Form

_YEAR = r"(?:19|20)\d\d"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Codes before a number, with or without a blank between.
_STANDARDS = (
    "ISO", "IEC", "OHSAS", "GB", "GB/T", "SJ/T", "YD/T", "CASS-ESG", "COP", "TC", "HKFRS", "IFRS", "AA", "SA", "H.", "Act", "GRI",
    "HKEX", "SDG", "SDGs", "Scope", "scope", "范围", "範圍", "COVID",
)  # fmt: skip
STANDARD = tuple(code + blank for code in _STANDARDS for blank in ("", " ", "-"))
STANDARD_NUMBER = re.compile(r"\d[\d.]*\d(?:[-–:：]\d+)*|\d+")
CODE = re.compile(r"[A-Za-z0-9_.@#/-]*")
_COUNTED = r"[\d.,]*\s*(?:[万萬亿億千百元人名家件次条條个個吨噸份场場%％]|[kM]Wh|m[²³]|thousand|million|people)"

_LATIN: tuple[tuple[Form, str], ...] = (
    ("contact", r"\d{3,4}[-–]\d{3,4}[-–]\d{3,4}(?!\d)|(?<=\+)\d{2,3}[ -]\d[\d -]{6,}\d|400(?= ?(?:热线|熱線|hot))"),
    ("name", r"\d+[A-Za-z]{0,2}[+*×xX]\d+(?:\+\d+)*(?:\+N)?|\d\+N|\d+(?:\.\d+)?(?:G|K|D|P|We)(?![A-Za-z])"),
    ("time", r"\d{1,2}[:：]\d{2}(?![\d:])"),
    ("contact", rf"\d{{7,}}(?!{_COUNTED})"),
    ("list", r"(?m:(?<=^))0\d(?= )|(?m:(?<=^)|(?<=^# )|(?<=^## ))\d{1,2}[.)、．](?=\D)"),
    ("version", r"\d\.0(?:\.\d)?(?=\s*(?:版|模式|version|从|起，|$|[，。；、,.;|*”」）)\n]))"),
    ("name", r"(?:(?<=[“「《‘#])|(?<=“快手 )|(?<=「快手 )|(?<=新人 )|(?<=Code )|(?<=ability )|(?<= \.))\d+(?:\.\d+)?(?![\d.,%]*\s*[万萬亿億%])"),
)  # fmt: skip

_CHINESE: tuple[tuple[Form, str], ...] = (
    *_LATIN,
    (
        "time",
        r"(?:(?<=[晚早上下午间間晨夜])|(?<=[晚早上下午间間晨夜至到和] ))\d{1,2}\s*[点點时時]半?|\d{1,2}\s*[点點](?=[至到半 ,，。]|[一-鿿])",
    ),
    ("ordinal", r"(?:(?<=第)|(?<=第 ))\d+"),
    (
        "date",
        r"\d{1,2}\s*月(?!活|以)(?:\s*\d{1,2}\s*日?)?(?:\s*[-–—~至到]\s*(?:\d{1,2}\s*月)?\s*\d{1,2}\s*日)?|"
        r"(?:(?<=[至到、和月])|(?<=[至到、和月] ))\d{1,2}\s*日(?!活|均)|\d{1,2}\s*[-–—~至到]\s*\d{1,2}\s*[月日]",
    ),
    ("age", r"(?:\d{1,3}\s*[岁歲]?\s*[-–—~至到]\s*)?\d{1,3}\s*周?[岁歲]"),
    ("age", r"\d0\s*(?:年代|后|後)|(?:00|9[05]|8[05])\s*(?:后|後)"),
    (
        "duration",
        r"(?:\d{1,2}\s*[-–—~至到]\s*)?\d{1,3}\s*[多余餘]?\s*(?:周年|週年|年(?!均|度)|个月|個月|周(?!年)|週|月以[内內])",
    ),
    ("version", r"(?:(?<=模式)|(?<=计划)|(?<=計劃)|(?<=版本)|(?<=[到至] )|(?<=模型 )|(?<=模式 )|(?<=计划 )|(?<=計劃 ))\d\.\d(?!\d|\s*[万萬亿億%％])"),
    (
        "contact",
        r"(?:(?<=代号：)|(?<=代號：)|(?<=代码：)|(?<=代碼：)|(?<=邮编：)|(?<=郵編：)|(?<=快手号：)|(?<=快手號：)|(?<=热线 )|(?<=熱線 )|"
        r"(?<=电话：)|(?<=電話：))[\d-]+",
    ),
    (
        "name",
        r"\d+(?:\.\d+)?(?= ?(?:程序员|程式員|程序員|公益日|信任日|大促|[儿兒]童[紧緊]急|[强強](?![的化])|行动|行動|日行动|日行動|[残殘]健|"
        r"文档|文檔|度评估|度評估))|(?:(?<=助[残殘老])|(?<=助[残殘老] ))\d+",
    ),
)  # fmt: skip

_ENGLISH: tuple[tuple[Form, str], ...] = (
    *_LATIN,
    (
        "date",
        rf"\d{{1,2}}(?:st|nd|rd|th)?(?:\s*(?:[-–—]|to|and)\s*\d{{1,2}})? (?:{_MONTHS})(?:,? {_YEAR})?|"
        rf"(?:{'|'.join(rf'(?<={month} )' for month in _MONTHS.split('|'))})\d{{1,2}}(?!\d)(?:,? {_YEAR})?",
    ),
    ("time", r"\d{1,2}(?:\.\d\d)? ?(?:a\.m\.|p\.m\.|am\b|pm\b|o[’']clock)|(?:(?<=at )|(?<=and ))\d(?= (?:a\.m|in the morning))"),
    (
        "ordinal",
        r"\d+(?:st|nd|rd|th)(?![a-z])|(?:(?<=[Nn]o\. )|(?<=[Nn]umber )|(?<=Top )|(?<=top )|(?<=No\.))\d+|\d+ strongest",
    ),
    (
        "age",
        r"(?:(?<= aged )|(?<=^Aged )|(?<= age )|(?<= ages )|(?<= age of ))\d{1,3}(?:\s*(?:[-–—]|to|and|or)\s*\d{1,3})?|"
        r"\d{1,3}[- ]years?[- ]olds?|\d{1,3} (?:and|or) (?:over|under|older|younger)|\d0s(?![a-z])|"
        r"(?:(?<=over )|(?<=under ))\d{2}(?= (?:who|are|years of age))",
    ),
    ("duration", r"(?:\d{1,3}\s*(?:[-–—]|to)\s*)?\d{1,3}[- ](?:years?|months?|weeks?)(?![’'a-z])"),
    ("version", r"(?:(?<=[Mm]ode )|(?<=[Pp]lan )|(?<=ersion )|(?<= to ))\d\.0(?!\d)"),
    ("contact", r"(?:(?<=code )|(?<=code: )|(?<=otline )|(?<=otline: )|(?<=elephone: ))[\d-]+"),
    (
        "name",
        r"\d+(?:\.\d+)?(?= ?(?:Programmers|programmers|Public Welfare|Trust Day|Shopping|Children[’']s Emergency|Action|Days of Activism))|"
        r"500 (?:list|most|largest)",
    ),
)  # fmt: skip


def _compiled(rows: tuple[tuple[Form, str], ...]) -> tuple[tuple[Form, ...], re.Pattern[str]]:
    return tuple(form for form, _ in rows), re.compile("|".join(f"({pattern})" for _, pattern in rows))


_ZH, _EN = _compiled(_CHINESE), _compiled(_ENGLISH)
FORMS: Mapping[str, tuple[tuple[Form, ...], re.Pattern[str]]] = {"zh-Hans": _ZH, "zh-Hant": _ZH, "en": _EN}

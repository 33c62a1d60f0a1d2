"""Words in parts that can be compared: pairs of characters in Chinese, words without their endings in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from schema.validation.statements.subjects import OWNERS

_MARKS = re.compile(r"[\s“”\"‘’「」『』《》〈〉、·\-—–*{}\[\]（）()【】,，。.:：;；!！?？|/#@+&%％\d]+")
# Blanks between Chinese characters, as headings are spread out.
_SPREAD = re.compile(r"(?<=[\u3400-\u9fff])[ \t]+(?=[\u3400-\u9fff])")
# Characters that join words and name nothing.
_JOINTS = re.compile("[的了在从從由将將被把与與和及为為是有已以并並等共]")
# Places are named by one character: 合作县, 24个省.
_PLACES = re.compile("[县縣省市村镇鎮国國校]")
_ENGLISH = re.compile(r"[a-z][a-z’']*")
_SMALL = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "by",
        "for",
        "from",
        "and",
        "or",
        "as",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "with",
        "that",
        "this",
        "it",
        "its",
        "we",
        "our",
        "their",
        "there",
        "been",
        "number",
        "total",
        "annual",
        "average",
        "people",
        "over",
        "more",
        "than",
    ]
)
# Different words for one thing, as articles and reports write them; the first of a row stands for all.
_ALIKE: tuple[tuple[str, str], ...] = (
    (
        r"(?:平均|日均)*日?(?:均)?活(?:跃|躍)(?:用户|用戶)|(?:平均)?日活(?:用户|用戶)?(?:数|數)?|(?<![a-z])dau(?![a-z])",
        "日活用户",
    ),
    (r"(?:平均)?月(?:均)?(?:活跃|活躍|活)(?:用户|用戶)?(?:数|數)?|(?<![a-z])mau(?![a-z])", "月活用户"),
    (r"总?(?:时长|时数|小时数)|總?(?:時長|時數|小時數)|总时间|總時間", "时间"),
    (r"廉[洁潔政正]", "廉正"),
    (r"涉案(?:总|總)?(?:金额|金額|价值|價值|值|额|額)", "涉案价值"),
    (r"著作[权權]|版[权權]", "版权"),
    (r"范[围畴](?=[一二三])|範[圍疇](?=[一二三])", "范畴"),
    (r"点赞|點讚|获赞|獲讚|點贊", "获赞"),
    (r"(?:内容|視頻|视频)?播放(?:量|次数|次數|总量|總量)", "播放次数"),
    (r"员工|員工|雇员|僱員|职工|職工", "员工"),
    (r"订单(?:量|数)?|訂單(?:量|數)?", "订单"),
    (r"研发(?:投入|支出|费用|开支)|研發(?:投入|支出|費用|開支)", "研发投入"),
    (r"(?:营业)?收入总?额?|營業收入|营收|營收", "收入"),
    (r"(?:捐赠|捐款|捐贈|捐出|捐助)(?:总额|總額|金额|金額|额|額)?", "捐赠"),
    (
        r"总?(?:投入|支出|开支|花费|费用|经费)(?:总?金额|总额)?|總?(?:投入|支出|開支|花費|費用|經費)(?:總?金額|總額)?",
        "投入",
    ),
    (r"女性员工|女员工|女性員工|女員工", "女性员工"),
)
_FOLD = re.compile("|".join(f"(?P<w{n}>{pattern})" for n, (pattern, _) in enumerate(_ALIKE)))


@lru_cache(maxsize=32768)
def parts_of(text: str, *, english: bool) -> frozenset[str]:
    """Return the parts of words; what the company itself is called says nothing."""
    lowered = text.lower()
    if english:
        return frozenset(_stem(word) for word in _ENGLISH.findall(OWNERS.sub(" ", lowered)) if word not in _SMALL)
    return frozenset(_pairs(folded(_SPREAD.sub("", lowered))))


@lru_cache(maxsize=32768)
def folded(text: str) -> str:
    """Return Chinese words with one way of saying each of a few things, without joints and owners."""
    alike = _FOLD.sub(lambda m: _ALIKE[int((m.lastgroup or "w0")[1:])][1], text)
    return _JOINTS.sub("", OWNERS.sub("", alike))


def _pairs(text: str) -> Iterator[str]:
    yield from _PLACES.findall(text)
    for run in _MARKS.split(text):
        if len(run) == 1:
            yield run
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def _stem(word: str) -> str:
    for ending in ("’s", "'s", "ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

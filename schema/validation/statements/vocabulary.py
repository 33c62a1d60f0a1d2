"""The words of statements in each language: one row for each, with all that the reader has to know of it.

`pattern` is tried where a hint stands: at a character (Chinese, both scripts) or at a word (English, small letters).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from schema.validation.statements.statement import Period, Sense


@dataclass(frozen=True, slots=True)
class ClaimWord:
    """Words that claim one thing; `to` leads to a level, `factor` is that of a multiple or a share."""

    pattern: str
    sense: Sense
    to: bool = False
    factor: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class TimeWord:
    """Words that name a time; `period` None where that is no year."""

    pattern: str
    period: Period | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All words of one way of writing.

    `hints` finds every place where a word may begin; `fillers` may stand between a subject, its number and a claim;
    `levels` lead from a claim to the level that is reached.
    """

    hints: re.Pattern[str]
    claims: tuple[ClaimWord, ...]
    compared: tuple[TimeWord, ...]
    times: tuple[TimeWord, ...]
    stops: re.Pattern[str]
    fillers: re.Pattern[str]
    levels: re.Pattern[str]


_TWO, _THREE, _FOUR, _HALF = Decimal(2), Decimal(3), Decimal(4), Decimal("0.5")
_BEFORE, _NOW, _PART = Period(offset=-1), Period(), Period(part=True)
_NAMED = Period()  # the year stands in the words
_YEAR = r"(?:19|20)\d\d"

_CHINESE = Vocabulary(
    hints=re.compile(
        r"[翻成增减減下腰升涨漲上提攀扩擴降跌缩縮回萎多少持没沒保首全业業内內第排位居最创創历歷有近过過新行国國唯"
        r"同按与與比较較对對和相去前自从從环環本今报報年单單当當每日月周期Q一二两兩三四五六七八九十]|\d{1,2}(?=\s?年)"
    ),
    claims=(
        ClaimWord(r"翻了?两番|翻了?兩番", "double", factor=_FOUR),
        ClaimWord(r"翻了?三番", "double", factor=Decimal(8)),
        ClaimWord(r"翻了?一?番|翻了?一?倍|成倍增[长長加]", "double", factor=_TWO),
        ClaimWord(r"减半|減半|腰斩|腰斬", "double", factor=_HALF),
        ClaimWord(
            r"[增升涨漲](?:长|長|加|高)?[至到]|(?:上升|上涨|上漲|提高|提升|攀升|扩大|擴大)[至到]|[增升涨漲]为", "up", to=True
        ),
        ClaimWord(
            r"(?:降|减|減|跌|缩|縮)(?:低|少|小|减|減)?[至到为為]|(?:下降|下滑|下跌|回落|缩减|縮減)[至到为為]", "down", to=True
        ),
        ClaimWord(
            r"(?:增长|增長)(?:率|速度|幅度)?(?![点點极極引动動潜潛空机機计計策目源])|增加(?!值)|上升|提高|提升|增幅|上涨|上漲|涨幅|漲幅|攀升|回升|"
            r"扩大|擴大|升幅|多了", "up"
        ),
        ClaimWord(
            r"下降|减少|減少|降低|降幅|下滑|下跌|跌幅|缩减|縮減|缩小|縮小|回落|萎缩|萎縮|减幅|減幅|少了", "down"
        ),
        ClaimWord(r"持平|没有变化|沒有變化|保持不变|保持不變", "same"),
        ClaimWord(r"首次(?!响应|響應|申请|申請)|首度|首个|首個|首家|全国首|全國首|业内首|業內首|第一家|第一个|第一個", "first"),
        ClaimWord(
            r"排名第.|位居.{0,4}首|居.{0,4}首位|最大的(?![心愿願困难難挑战戰])|最多的|最高的|创历史新高|創歷史新高|历史新高|歷史新高|新高|新低|"
            r"(?:近|过去|過去)?(?:\d{1,2}|[二两兩三四五六七八九十])\s?年(?:来|來)?最[高低多少大小](?![的])|"
            r"(?:历年|歷年|历史|歷史|有史以来|有史以來|成立以来|成立以來)最[高低多少大小](?![的])|"
            r"全球领先|全球領先|行业领先|行業領先|行业第一|行業第一|国内领先|國內領先|唯一", "rank"
        ),
    ),
    compared=(
        TimeWord(r"同比|按年|与上年同期相比|與上年同期相比", _BEFORE),
        TimeWord(
            r"(?:比|较|較|与|與|和|对比|對比|相比)?(?:上一年度|上一年|上年度|上年|去年|前一年)(?:同期|全年|底|末)?(?:相比|比)?",
            _BEFORE,
        ),
        TimeWord(rf"(?:比|较|較|与|與|和|自|从|從)\s*(?P<basis>{_YEAR})\s*年(?:底|末|全年|同期)?(?:相比|比|的)?", _NAMED),
        TimeWord(
            r"环比|環比|(?:比|较|較)(?:上|前)(?:个|個)?(?:季度|季|月|周|週|期|半年)|(?:比|较|較)(?:活动|活動)?前", None
        ),
    ),
    times=(
        TimeWord(r"本年度|本年|今年|报告期内?|報告期內?|报告年度|報告年度|年内|年內|全年", _NOW),
        TimeWord(
            r"(?:第?[一二三四]|Q[1-4]|上|下)(?:季度|季|半年)|单日|單日|当日|當日|每日|每月|每周|每週|每天|当月|當月|单月|單月|"
            r"单场|單場|首日|日均|月均|期间|期間|每年|年均", _PART,
        ),
    ),
    stops=re.compile(r"[。！？!?；;\n|]"),
    fillers=re.compile(
        r"[\s，,、：:（(）)*“”「」]|增速|平均|已经|已經|总体|總體|整体|整體|略有|有所|大幅|明显|明顯|显著|顯著|稳步|穩步|持续|持續|继续|繼續|"
        r"小幅|进一步|進一步|分别|分別|合计|合計|共计|共計|累计|累計|总计|總計|达到|達到|高达|高達|多达|多達|达|達|约|約|近|超过|超過|逾|超|总共|總共|一共|共有|共|几乎|幾乎|差不多|相当于|相當於|"
        r"已|有|为|為|是|了|也|均|都|仅|僅|又|则|則|再|其|的|在|将|將|至|到|仍|还|還|以来|以來|相比|水平|基本|大致|人民币|人民幣|规模|規模|"
        r"全年|实现|實現|其中|由|从|從|年底|年末|按年|当年|當年|期内|期內"
    ),
    levels=re.compile(r"\s*(?:至|到|为|為|达到|達到|达|達)[约約近超过過逾]*\s*"),
)  # fmt: skip


def _word_starts(beginnings: str) -> re.Pattern[str]:
    """Return what finds every word with one of these beginnings; those of one letter are tried together."""
    by_letter: dict[str, list[str]] = {}
    for beginning in beginnings.split("|"):
        by_letter.setdefault(beginning[0], []).append(beginning[1:])
    tried = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return re.compile(rf"(?<![a-z])(?={tried})")


_ENGLISH = Vocabulary(
    hints=_word_starts(
        r"quad|four|trip|treb|three|more|near|almost|doubl|two|twice|halv|fell|cut|ros|ris|grew|grow|incr|climb|"
        r"up|went|rais|fall|drop|decl|decr|down|reduc|shr|gain|higher|lower|unch|flat|level|the|over|for|first|world|china|country|industry|"
        r"nation|record|all-|rank|number one|year|highest|lowest|yoy|on|comp|in comp|from|against|than|that|versus|vs|last|prev|prec|prior|a year|since|"
        r"month|quarter|week|this|during|between|second|third|q[1-4]|each|every|per|daily|a day|a month|a week|in a"
    ),
    claims=(
        ClaimWord(r"quadrupled", "double", factor=_FOUR),
        ClaimWord(r"tripled|trebled", "double", factor=_THREE),
        ClaimWord(r"doubled|doubling", "double", factor=_TWO),
        ClaimWord(r"halved|cut in half", "double", factor=_HALF),
        ClaimWord(
            r"(?:rose|risen|rises|rising|grew|grown|growing|increased|increasing|climbed|went up|raised) to", "up", to=True
        ),
        ClaimWord(
            r"(?:fell|fallen|falling|dropped|declined|declining|decreased|went down|down|reduced|cut|shrank) to", "down", to=True
        ),
        ClaimWord(
            r"rose|risen|rises|rise|rising|grew|grown|grows|growth|growing|increased|increases|increase|increasing|climbed|"
            r"gained|up(?! to)|higher(?! education)", "up",
        ),
        ClaimWord(
            r"fell|fallen|falls|fall|falling|dropped|drop|declined|declines|decline|declining|decreased|decreases|decrease|"
            r"decreasing|down|lower|reduced|reduction|shrank", "down",
        ),
        ClaimWord(
            r"unchanged|flat|level with|the same as (?:in )?(?:last year|the (?:previous|preceding) year|the year before)", "same"
        ),
        ClaimWord(
            r"for the first time|the first (?:company|platform|enterprise|in the industry|of its kind)|first-ever", "first"
        ),
        ClaimWord(
            r"(?:world|china|country|industry|nation)[’']s (?:largest|leading|first|biggest|most \w+)|record high|all-time high|"
            r"record low|all-time low|(?:the )?(?:highest|lowest)(?: level)? (?:ever|on record|in (?:\d{1,2}|two|three|four|five|ten) years|since)|the (?:largest|biggest|highest|most)|ranked \w+|number one|the only", "rank",
        ),
    ),
    compared=(
        TimeWord(r"year[- ]on[- ]year|yoy", _BEFORE),
        TimeWord(
            r"(?:(?:compared|in comparison) (?:with|to) |on |from |over |against |than |that of |versus |vs\.? )?(?:in |that of )?"
            r"(?:the )?(?:last|previous|preceding|prior) year(?:[’']s)?", _BEFORE,
        ),
        TimeWord(
            r"(?:(?:compared|in comparison) (?:with|to) |on |from |over |against |than (?:in )?|versus )?the year before|"
            r"a year (?:earlier|ago)", _BEFORE,
        ),
        TimeWord(rf"between (?P<basis>{_YEAR}) and {_YEAR}", _NAMED),
        TimeWord(
            rf"(?:(?:compared|in comparison) (?:with|to)|on|from|over|against|than in|than|versus|since) (?:that of )?(?P<basis>{_YEAR})",
            _NAMED,
        ),
        TimeWord(
            r"(?:month|quarter|week)[- ]on[- ](?:month|quarter|week)|(?:on|from|over|than) the (?:previous|preceding|prior|last) "
            r"(?:month|quarter|week|period|half)", None,
        ),
    ),
    times=(
        TimeWord(r"this year|the reporting (?:year|period)|the year under review|during the year|over the year", _NOW),
        TimeWord(
            r"(?:first|second|third|fourth) (?:quarter|half)|q[1-4]|(?:each|every|a|per) (?:day|month|week|year)|daily|monthly|weekly|"
            r"in a single \w+|that month|that day", _PART,
        ),
    ),
    stops=re.compile(r"[!?;\n|]|\.(?=\s|$)"),
    fillers=re.compile(
        r"[\s,:()*–—“”‘’]|(?<![a-z])(?:and|or|by|was|were|is|are|has|have|had|been|to|of|at|about|some|nearly|almost|over|more|than|further|"
        r"also|both|in|total|a|an|the|it|this|that|which|they|its|their|slightly|steadily|sharply|significantly|together|came|stood|reached|"
        r"reaching|amounted|totalled|totaled|totalling|totaling|numbered|number|numbers|with|as|against|all|year|only|again|on|for|rmb|people|from|went|again|remained|largely|broadly)(?![a-z])"
    ),
    levels=re.compile(r"\s*to\s*(?:about|some|nearly|over|more than)?\s*"),
)  # fmt: skip

VOCABULARIES: Mapping[str, Vocabulary] = {"zh-Hans": _CHINESE, "zh-Hant": _CHINESE, "en": _ENGLISH}

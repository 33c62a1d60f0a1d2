"""Whether words beside a number say more than the name of a value does: what narrows a value makes another of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from schema.validation.quoted.word_parts import folded, parts_of
from schema.validation.statements.subjects import OWNERS
from schema.validation.statements.vocabulary import VOCABULARIES

_HAN = re.compile("[\u3400-\u9fff]")
_PAIR = 2
_SPARE = 1  # so many characters that no name explains may stand beside a number
# Words that say that there is something, or how it came, and narrow nothing.
_GENERAL = re.compile(
    r"(?:19|20)\d\d\s*年?(?:底|末|度|全年)?|全年|年度|期内|期內|截至|截止|据|經?测算|经测算|報告|报告|数据|數據|显示|顯示|指出|"
    r"总计|總計|合计|合計|共计|共計|一共|总共|總共|累计|累計|其中|以及|同时|同時|此外|当前|約|约|"
    r"达到|達到|高达|高達|突破|超过|超過|实现|實現|完成|拥有|擁有|获得|獲得|取得|覆盖|覆蓋|带动|帶動|创造|創造|帮助|幫助|提供|吸引|惠及|来自|來自|"
    r"开展|開展|举办|舉辦|组织|組織|投入|发布|發佈|参与|參與|推出|处置|處置|处理|處理|清理|培育|扶持|支持|发掘|發掘|建设|建設|打造|签约|簽約|"
    r"同比|增长|增長|提升|下降|减少|減少|增加|上升|为期|分别|分別|"
    r"总数|總數|总额|總額|总量|總量|总时长|规模|規模|人数|人數|数量|數量|次数|次數|比例|占比|佔比|金额|金額|情况|情況|水平|"
    r"员工|員工|用户|用戶|通过|通過|进行|進行|直接|间接|間接|优质|優質|相关|相關|多个|线上|線上|线下|線下|[的了在从從由将被把与與和及为為是有已以并等共个個名位家项項次场場期件条條人元万萬亿億达達至到中对對向内內]"
)
# What parts a value from the whole, or from what was before.
_PARTING = re.compile(
    r"新增|当年|當年|本年|其中|业务|業務|海外|境外|国内|國內|地区|地區|极速版|單|单(?:场|日|月|个)|最[高低多大]|一半|"
    r"北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|"
    r"陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾|男|女|儿童|老年|残障|残疾|商家|商户|商戶|主播|创作者|創作者|达人|达人|粉丝|粉絲|对手|對手"
)
_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)


def is_narrowed(clause: str, said: Iterable[str], language: str) -> bool:
    """Whether a clause says more than names and definition of a value (`said`) and words that narrow nothing."""
    known = "\n".join(said).lower()
    lowered = clause.lower()
    if any(match[0] not in known for match in _PARTING.finditer(lowered)):
        return True
    if language == "en":
        left = parts_of(VOCABULARIES[language].fillers.sub(" ", lowered), english=True) - parts_of(known, english=True)
        return len(left) > 1
    return _unexplained(folded(OWNERS.sub("", lowered)), parts_of(known, english=False)) > _SPARE


def _unexplained(clause: str, parts: frozenset[str]) -> int:
    """Return how many characters of a clause stand in no pair that a name has."""
    explained = [False] * len(clause)
    for at in range(len(clause) - 1):
        if clause[at : at + _PAIR] in parts:
            explained[at] = explained[at + 1] = True
    for match in _GENERAL.finditer(clause):
        explained[match.start() : match.end()] = [True] * (match.end() - match.start())
    return sum(not told and _HAN.match(sign) is not None for sign, told in zip(clause, explained, strict=True))

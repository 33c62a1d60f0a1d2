"""What in the words around a number says that it is not the value which they name: somebody else's, a plan, a part."""

from __future__ import annotations

import re
from typing import Literal

from schema.validation.quoted.mentions import Mention
from schema.validation.statements.subjects import OWNERS

_RATE = re.compile(r"增长|增長|增幅|提升|下降|减少|減少|降低|growth|rise|increase|decrease|reduction", re.IGNORECASE)
_OTHERS = re.compile(
    r"行业|行業|同行|同业|全国|全國|我国|我國|全球|世界|(?<!中)(?:国内|國內)|某|该公司|該公司|人均|户均|每人|每户|[日月]均|每[日天月]|[他她](?!们|們)|单场|單場|单日|單日|首日|粉丝|粉絲|"
    r"相差|差额|差額|"
    r"(?:县|縣|村|镇|鎮|市|省)(?:的)?(?=[^，,。]{0,6}$)|industry|national|per capita|his |her "
)
# It stands in quotation marks with a few words: part of what something is called.
_IN_A_NAME, _OUT_OF_IT = re.compile(r"[“「『《][^”」』》，,。]{0,12}$"), re.compile(r"[^“「『《，,。]{0,12}[”」』》]")
_QUOTED = re.compile(r"[“「『《][^”」』》]*[”」』》]?")
_PLANNED = re.compile(
    r"计划|計劃|预计|預計|目标|目標|力争|力爭|拟|擬|将达|將達|如果|假如|倘若|到 ?20[3-9]\d|target|expect|plan to|will "
)
_SEVERAL = re.compile(r"分别|分別|各自|依次|respectively", re.IGNORECASE)

# Why a number is not held against the value that its words seem to name.
Unsure = Literal["", "span", "year", "name", "several", "stranger", "plan"]


def excuse(mention: Mention, name: str) -> Unsure:
    """Return why a number is not that of the value with this name; empty where nothing says so."""
    statement = mention.statement
    assert statement is not None
    if mention.sized is not None and not mention.sized.to and not _RATE.search(name):
        return "plan"
    before = mention.clause.partition("〔〕")[0]
    if _IN_A_NAME.search(before) and _OUT_OF_IT.match(mention.clause.partition("〔〕")[2]):
        return "name"
    stranger = _OTHERS.search(before)
    ours = stranger is not None and OWNERS.search(before[: stranger.start()]) is not None
    if stranger and not ours and stranger[0] not in name:
        return "stranger"
    if _PLANNED.search(_QUOTED.sub("", before)) or statement.multiple or statement.high is not None:
        return "plan"
    return "several" if _SEVERAL.search(before) else ""

"""What the head of a column means: a year, or one of the words that people write above names, units and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

MEANINGS = ("name", "code", "category", "group", "unit", "note", "period", "value", "entity", "span", "ignore")

_WORDS = {
    "name": "指标 指標 指标名称 指標名稱 指标项 项目 項目 名称 名稱 内容 內容 披露项 披露項 数据项 數據項 "
    "二级指标 二級指標 三级指标 三級指標 关键绩效 關鍵績效 "
    "关键绩效指标 關鍵績效指標 indicator metric kpi item name description",
    "code": "代码 代碼 编码 編碼 指标代码 指標代碼 指标编码 code ref reference metriccode",
    "category": "类别 類別 分类 分類 细分 細分 细分项 維度 维度 category breakdown",
    "group": "板块 板塊 领域 領域 范畴 範疇 议题 議題 主题 主題 层面 層面 "
    "一级指标 一級指標 章节 章節 topic section aspect area",
    "unit": "单位 單位 计量单位 計量單位 unit units",
    "note": "备注 備註 说明 說明 附注 附註 注释 口径 口徑 统计口径 統計口徑 note notes remark remarks comment comments",
    "period": "年份 年度 年 期间 期間 报告期 報告期 year period",
    "ignore": "序号 序號 no no.",
    "entity": "主体 主體 报告主体 報告主體 子公司 附属公司 附屬公司 分公司 entity subsidiary",
    "span": "季度 半年度 span quarter",
    "value": "数值 數值 数据 數據 值 数量 數量 填报值 value amount figure data",
}
_MEANT = {word: meaning for meaning, words in _WORDS.items() for word in words.split()}

_FULL_WIDTH = str.maketrans("０１２３４５６７８９（）／－", "0123456789()/-")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"fy\s?'?(\d\d)")
_DATE = re.compile(r"((?:19|20)\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_BESIDE_YEAR = re.compile(
    r"(?:截至|截止|止|fy|财政年度|財政年度|财年|財年|年度|年末|年底|全年|年|数据|數據|实际|實際|完成|数值|數值|值|"
    r"经审计|經審計|已审计|year|ended|as at|as of|actual|data|audited|[ \-_:：])*"
)
_BRACKET = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class YearHead:
    """A head that names a year; `unit` is what stands in brackets behind it, `bare` says that it is only digits."""

    year: int
    unit: str
    bare: bool


def read_year(text: str) -> YearHead | None:
    """Read `2021`, `2021年`, `FY2021`, `2021年度（万吨）`, `2021-12-31`; None where a head means something else.

    A target, a budget or a change of a year is not the year.
    """
    words = text.translate(_FULL_WIDTH).strip().lower()
    brackets = [inner.strip() for inner in _BRACKET.findall(words)]
    core = _BRACKET.sub("", words).strip()
    unit = next((inner for inner in brackets if not _BESIDE_YEAR.fullmatch(inner)), "")
    if match := _SHORT_YEAR.fullmatch(core):
        return YearHead(2000 + int(match[1]), unit, False)
    if match := _DATE.search(core):
        found, rest = match[1], core.replace(match[0], "", 1)
    elif len(years := _YEAR.findall(core)) == 1:
        found, rest = years[0], core.replace(years[0], "", 1)
    else:
        return None
    return YearHead(int(found), unit, core == found) if _BESIDE_YEAR.fullmatch(rest) else None


def read_meaning(text: str) -> str:
    """Return what a head word means (one of MEANINGS), or an empty text."""
    words = _BRACKET.sub("", text.translate(_FULL_WIDTH).lower())
    return _MEANT.get(re.sub(r"[\s:：*_\-]", "", words), "")

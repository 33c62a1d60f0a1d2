"""What the head of a column means: one of the words that people write above names, units and notes."""

from __future__ import annotations

import re

from schema.exchange.oldsheets.head_periods import FULL_WIDTH

MEANINGS = (
    "name", "code", "category", "group", "unit", "note", "footnote", "period", "value", "entity", "span", "site",
    "ignore",
)  # fmt: skip

_WORDS = {
    "name": "指标 指標 指标名称 指標名稱 指标项 项目 項目 名称 名稱 内容 內容 披露项 披露項 数据项 數據項 "
    "二级指标 二級指標 三级指标 三級指標 关键绩效 關鍵績效 "
    "关键绩效指标 關鍵績效指標 指标项目 項目名稱 项目名称 绩效指标 績效指標 披露指标 "
    "indicator indicators metric metrics kpi kpis item items name parameter "
    "performanceindicator performancedata datapoint",
    "code": "代码 代碼 编码 編碼 指标代码 指標代碼 指标编码 code ref reference metriccode",
    "category": "类别 類別 分类 分類 细分 細分 细分项 維度 维度 category breakdown",
    "group": "板块 板塊 领域 領域 范畴 範疇 议题 議題 主题 主題 层面 層面 "
    "一级指标 一級指標 章节 章節 分组 分組 group topic section aspect area",
    "unit": "单位 單位 计量单位 計量單位 单位名称 数据单位 數據單位 "
    "unit units uom unitofmeasure unitofmeasurement measurementunit",
    "note": "备注 備註 说明 說明 附注 附註 注释 口径 口徑 统计口径 統計口徑 note notes remark remarks comment comments",
    "footnote": "脚注 腳註 注脚 註腳 footnote footnotes",
    "period": "年份 年度 年 期间 期間 报告期 報告期 year period",
    "ignore": "序号 序號 no no.",
    "entity": "主体 主體 报告主体 報告主體 子公司 附属公司 附屬公司 分公司 entity subsidiary",
    "span": "季度 半年度 span quarter",
    "value": "数值 數值 数据 數據 值 数量 數量 填报值 填報值 填报数据 填報數據 填报数值 填写 實際值 实际值 完成值 "
    "实际数 發生額 发生额 用量 value values amount figure figures "
    "data quantity result results",
}
_MEANT = {word: meaning for meaning, words in _WORDS.items() for word in words.split()}

_BRACKET = re.compile(r"\(([^()]*)\)")


def read_meaning(text: str) -> str:
    """Return what a head word means (one of MEANINGS), or an empty text."""
    words = _BRACKET.sub("", text.translate(FULL_WIDTH).lower())
    return _MEANT.get(re.sub(r"[\s:：*_\-]", "", words), "")

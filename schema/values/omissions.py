"""Why there is no value: one row for each reason, with the words that mean it and what a framework calls it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schema.grammar.words import DisclosedReason
from schema.values.datapoint import DataPoint


@dataclass(frozen=True, slots=True)
class Omission:
    """One reason. `written`: what people type for it, in lower case, in any language.

    `disclosed`: the reason that a framework's index gives. `absent`: a total counts it as nothing, not as a gap.
    """

    code: str
    written: tuple[str, ...]
    disclosed: DisclosedReason
    absent: bool = False

    @property
    def phrase(self) -> str:
        """The code of the phrase that stands in place of the value, in each language."""
        return "omission." + self.code.replace("_", ".")


_ROWS = (
    Omission(
        "not_applicable",
        (
            "不适用", "不適用", "不涉及", "n/a", "na", "n.a.", "n.a", "n. a.", "not applicable", "-", "--", "---", "/",
        ),
        "not_applicable", absent=True,
    ),
    Omission("not_collected", ("未统计", "未統計", "未收集", "not collected"), "unavailable"),
    Omission(
        "unavailable",
        (
            "暂无", "暫無", "无法获取", "無法獲取", "未披露", "未公布", "未公佈", "未公开", "未公開", "无数据",
            "無數據", "没有数据", "沒有數據", "暂缺", "暫缺", "不详", "不詳", "no data", "unknown", "unavailable",
            "not available", "not disclosed", "undisclosed",
        ),
        "unavailable",
    ),
    Omission("confidential", ("保密", "涉密", "机密", "機密", "confidential"), "confidential"),
    Omission("legal", ("法律限制", "legal", "legal restriction"), "legal"),
)  # fmt: skip

# By code, as data points, history and CSV files hold it.
OMISSIONS: Mapping[str, Omission] = {row.code: row for row in _ROWS}


def find_omission(words: str) -> str:
    """Return the code of the reason that these words name, or an empty string."""
    lowered = words.strip().lower()
    return next((row.code for row in OMISSIONS.values() if lowered in row.written), "")


def counts_as_nothing(code: str) -> bool:
    """Whether a total passes over a part that is omitted for this reason; not over one that is just missing."""
    omission = OMISSIONS.get(code)
    return omission is not None and omission.absent


def public_words(point: DataPoint) -> str:
    """Return the words that explain an omission to readers; empty where nobody has given any."""
    return point.footnote.strip()

"""The time that a head names: a year, a part of one, two years at once, or only “this year”, and what is beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

FULL_WIDTH = str.maketrans("０１２３４５６７８９（）［］／－．：　", "0123456789()[]/-.: ")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(
    rf"(?:[*＊†‡§^#{_RAISED}△▲]+|\[(?:\d{{1,2}}|[a-z]|注\d*|note ?\d*)\]|\((?:\d{{1,2}}|[a-f]|[ivx]{{1,4}})\)"
    r"|\(?(?:注|附注|note)\s?\d{1,2}\)?)\s*$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?:fy|cy)\s?['’]?(\d\d)(?!\d)")
_TWO_YEARS = re.compile(r"(?<!\d)(?:fy\s?)?((?:19|20)?\d\d)\s?[/\-–—~]\s?(?:fy\s?)?((?:19|20)?\d\d)(?!\d)")
_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})|年\s?(?P<cm>\d{1,2})月\s?(?P<cd>\d{1,2})日)(?!\d)"
)
_ENGLISH_MONTH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH_WORD = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_WRITTEN_DATE = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH_WORD},?\s*((?:19|20)\d\d)|{_MONTH_WORD}\s+(\d{{1,2}}),?\s*((?:19|20)\d\d)"
)
_BESIDE_WORDS = """
截至 截止 止 财政年度 財政年度 财年 財年 会计年度 會計年度 年度 年末 年底 全年 年 数据 數據 实际数 實際數 实际
實際 1[-–—~至到]12月 完成 度 数值 數值 数量 數量 金额 金額 值 合计 合計 总计 總計 发生额 經審計 经审计 已审计
未经审计 未經審計 经鉴证 未经鉴证 已重述 经重述 經重述 经重列 經重列 重述 重列 调整后 調整後 本期 本年度 本年
报告期 報告期 上年度 上年 上期 fy cy for the years? fiscal financial calendar reporting period ended ending end
as at of in actuals? data values? figures? performance quantity volume audited unaudited restated assured
unassured totals? amount current this prior previous last
"""
_BESIDE = re.compile("(?:" + "|".join((*_BESIDE_WORDS.split(), r"[ \-_:.,'’]")) + ")*")
# What is measured against a year, or wished for, is not the year.
_OTHER_WORDS = """
目标 目標 预算 預算 计划 計劃 预测 預測 较 較 相比 对比 對比 增长 增長 增幅 降幅 变动 變動 变化 變化 同比 环比
環比 占比 佔比 比重 基准 基準 排名 target budget plan forecast change growth vs versus compar yoy baseline share
rank % ± \\+
"""
_OTHER = re.compile("|".join(_OTHER_WORDS.split()))
_MONTHS = {
    name: number
    for number, name in enumerate(["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"], start=1)
}
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4} | {
    "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
_PART_FORMS = (
    ("m", re.compile(r"(\d{1,2}|[一二三四五六七八九十]{1,2})月份?")),
    ("m", re.compile(r"(?:19|20)\d\d(?:[-/]|m)(1[0-2]|0?[1-9])(?![-/.\d])")),
    ("m", re.compile(rf"\b{_MONTH_WORD}(?![a-z])")),
    ("q", re.compile(r"第?([一二三四1-4])季度?")),
    ("q", re.compile(r"(?<![a-z])q([1-4])(?!\d)|(?<!\d)([1-4])q")),
    ("q", re.compile(r"(first|second|third|fourth) quarter")),
    ("h", re.compile(r"([上下])半年")),
    ("h", re.compile(r"(?<![a-z])h([12])(?!\d)|(?<!\d)([12])h")),
)
_RELATIVE = {
    0: "本年度 本年 今年 当年 當年 本期 当期 當期 本报告期 本報告期 本年累计 本期累计 "
    "thisyear currentyear currentperiod thisperiod reportingyear reportingperiod",
    -1: "上年度 上年 去年 上期 上一年 上一年度 上年同期 去年同期 上报告期 上一报告期 上年累计 "
    "lastyear prioryear previousyear priorperiod previousperiod",
    -2: "前年 上上年 上上年度 前年度 twoyearsago",
}
_STEP = {word: step for step, words in _RELATIVE.items() for word in words.split()}
_VALUE_WORDS = re.compile(
    r"(?:数据|數據|数值|數值|数量|數量|金额|金額|实际数?|實際數?|发生额|合计|合計|数|數|值|actuals?|data|values?|amount"
    r"|[ \-_:.])+$"
)
_TOTALS = frozenset(
    [
        "合计",
        "合計",
        "总计",
        "總計",
        "总和",
        "總和",
        "全年",
        "全年合计",
        "全年合計",
        "年度合计",
        "年度合計",
        "全年累计",
        "全年累計",
        "年累计",
        "年合计",
        "累计",
        "累計",
        "小计",
        "小計",
        "总量",
        "總量",
        "集团合计",
        "集團合計",
        "公司合计",
        "公司合計",
        "全公司",
        "合计数",
        "total",
        "grandtotal",
        "sum",
        "annual",
        "annualtotal",
        "fullyear",
        "yeartotal",
        "ytd",
        "grouptotal",
        "consolidated",
        "companytotal",
    ]
)


@dataclass(frozen=True, slots=True)
class HeadPeriod:
    """What a head says of time.

    `year` is 0 where it names none; then `step` says how far from the sheet's own year it is. `span` is a part of the
    year (grammar of references), `unit` what stands in brackets, `marks` footnote marks, `rest` words that are not
    understood. `two` says that it spans two calendar years or ends within one: `year` is the later. `bare`: only
    digits. `day` is the month and day of a date.
    """

    year: int = 0
    step: int = 0
    span: str = ""
    unit: str = ""
    marks: str = ""
    rest: str = ""
    two: bool = False
    bare: bool = False
    day: str = ""


def read_period(text: str) -> HeadPeriod | None:
    """Read a head; None where it names no time, or a target, a budget or a change of one."""
    words = re.sub(r"\s+", " ", text.translate(FULL_WIDTH)).strip().lower()
    if re.fullmatch(r"[\d,]*\.\d+|\d+\.", words):
        return None
    words, marks = _without_marks(words)
    inside = [inner.strip() for inner in _BRACKET.findall(words)]
    core = _BRACKET.sub(" ", words).strip()
    if not re.search(
        r"\d{2}|[a-z]{3}|[一二三四上下本今当當报報去前年月季]|[1-4]\s?[qh]|[qhm]\s?\d", words
    ) or _OTHER.search(core):
        return None
    timed = [inner for inner in inside if _is_time(inner)]
    found = _period(" ".join((core, *timed)).strip())
    if found is None:
        return None
    others = [inner for inner in inside if inner not in timed and not _BESIDE.fullmatch(inner)]
    return replace(found, unit=_as_written(others[0], text) if others else "", marks=marks)


def is_total(text: str) -> bool:
    """Whether a head says that its column is the sum of those beside it."""
    words = _BRACKET.sub("", text.translate(FULL_WIDTH).lower())
    return re.sub(r"[\s:_\-*]", "", words) in _TOTALS


def head_unit(text: str) -> str:
    """Return what stands in brackets behind a head, or an empty text."""
    inside = [inner.strip() for inner in _BRACKET.findall(text.translate(FULL_WIDTH))]
    return next((inner for inner in reversed(inside) if inner and not _MARK.fullmatch(f"({inner})")), "")


def read_year(text: str) -> HeadPeriod | None:
    """Return the year that a head or cell names and nothing else beside; None where it is not so plain."""
    found = read_period(text)
    return found if found and found.year and not (found.span or found.rest or found.two) else None


def years_named(text: str) -> frozenset[int]:
    """Return the years that a title names; dates in it are no years of the sheet."""
    words = text.translate(FULL_WIDTH)
    if re.search(
        r"日期|时间|時間|制表|填表|编制日|編製日|打印|导出|導出|printed|exported|date\b", words, re.IGNORECASE
    ):
        return frozenset()
    if _TWO_YEARS.search(words.lower()):
        return frozenset()
    words = _DATE.sub(" ", words)
    words = re.sub(r"(?<!\d)20\d{6}(?!\d)", " ", words)
    return frozenset(map(int, _YEAR.findall(words)))


def _without_marks(words: str) -> tuple[str, str]:
    marks = ""
    while (match := _MARK.search(words)) and match.start() and not _is_time(match[0].strip("()[] ")):
        words, marks = words[: match.start()].rstrip(), match[0].strip() + marks
    return words, marks


def _as_written(folded: str, text: str) -> str:
    """Return a part of a head in its own case (MWh)."""
    at = text.translate(FULL_WIDTH).lower().find(folded)
    return text.translate(FULL_WIDTH)[at : at + len(folded)] if at >= 0 else folded


def _is_time(words: str) -> bool:
    return bool(_YEAR.search(words) or _SHORT_YEAR.fullmatch(words) or words in _STEP or _TWO_YEARS.fullmatch(words))


def _period(core: str) -> HeadPeriod | None:
    for read in (_date, _two_years, _part, _year, _relative):
        if found := read(core):
            return found
    return None


def _date(core: str) -> HeadPeriod | None:
    """The last or first day of a calendar year is that year; any other day ends a year of the company's own."""
    if match := _DATE.search(core):
        year, month, day = int(match[1]), int(match["m"] or match["cm"]), int(match["d"] or match["cd"])
    elif match := _WRITTEN_DATE.search(core):
        year = int(match[3] or match[6])
        month, day = _ENGLISH_MONTH.index((match[2] or match[4])[:3]) + 1, int(match[1] or match[5])
    else:
        return None
    rest = core.replace(match[0], " ", 1)
    plain = (month, day) in ((12, 31), (1, 1))
    return HeadPeriod(year, rest=_unknown(rest), two=not plain, day=f"{month:02}-{day:02}")


def _two_years(core: str) -> HeadPeriod | None:
    match = _TWO_YEARS.search(core)
    if match is None or (len(match[1]) == 2 and "fy" not in match[0]):
        return None
    first = int(match[1]) if len(match[1]) == 4 else 2000 + int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    rest = _unknown(core.replace(match[0], " ", 1))
    return HeadPeriod(last, rest=rest, two=True) if last == first + 1 else None


def _part(core: str) -> HeadPeriod | None:
    for letter, form in _PART_FORMS:
        match = form.search(core)
        if match is None:
            continue
        number = _number(letter, next(filter(None, match.groups())))
        if not number:
            continue
        year = _YEAR.search(core[: match.start()] + " " + core[match.end() :]) or re.match(r"((?:19|20)\d\d)", match[0])
        rest = core.replace(match[0], " ", 1)
        short = None if year else re.search(r"(?<!\d)['’-]?\s?(2\d|1\d)(?!\d)", rest)
        named = int(year[1]) if year else 2000 + int(short[1]) if short else 0
        rest = rest.replace((year or short)[0], " ", 1) if year or short else rest  # type: ignore[index]
        if letter == "m" and re.search(r"[\-–—~至到]\s*$", core[: match.start()]):
            return None  # 1-6月 is no month
        unknown = _unknown(rest)
        return None if unknown and not named else HeadPeriod(named, span=_span(letter, number), rest=unknown)
    return None


def _span(letter: str, number: int) -> str:
    return f"{letter}{number:02d}" if letter == "m" else f"{letter}{number}"


def _number(letter: str, written: str) -> int:
    if letter == "m":
        if written[:3] in _ENGLISH_MONTH:
            return _ENGLISH_MONTH.index(written[:3]) + 1
        number = int(written) if written.isdigit() else _MONTHS.get(written, 0)
        return number if 1 <= number <= 12 else 0
    return _QUARTERS[written] if letter == "q" else {"上": 1, "下": 2, "1": 1, "2": 2}[written]


def _year(core: str) -> HeadPeriod | None:
    if match := _SHORT_YEAR.search(core):
        return HeadPeriod(2000 + int(match[1]), rest=_unknown(core.replace(match[0], " ", 1)))
    years = _YEAR.findall(core)
    if len(set(years)) != 1:
        return None
    return HeadPeriod(int(years[0]), rest=_unknown(core.replace(years[0], " ")), bare=core == years[0])


def _relative(core: str) -> HeadPeriod | None:
    words = re.sub(r"[\s\-_:.]", "", core)
    step = _STEP.get(words, _STEP.get(_VALUE_WORDS.sub("", words)))
    return None if step is None else HeadPeriod(step=step)


def _unknown(rest: str) -> str:
    """Return what is left of a head that says nothing known."""
    rest = rest.strip()
    return "" if _BESIDE.fullmatch(rest) else rest

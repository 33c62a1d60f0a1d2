"""Why a text is no number, by the kind of thing that it is instead."""

from __future__ import annotations

import re
from typing import Literal, get_args

from schema.values.dates import cell_number
from schema.values.numerals import Endless, numerals

# Why a text is no value. Each has its sentence wherever values are read: in forms, tables, old sheets, records.
Problem = Literal[
    "number.unreadable", "number.digits", "number.range", "number.several", "number.separators", "number.power",
    "number.date", "number.day", "number.fault", "number.sum", "number.none", "number.open",
    "unit.unknown", "unit.currency", "unit.scale_twice", "unit.other_dimension", "unit.rate",
    "label.unknown", "label.day", "label.order",
]  # fmt: skip
PROBLEMS: tuple[Problem, ...] = get_args(Problem)

# Nothing, said in a word. The first are a number; of the second only the person knows whether they are zero or mean
# that the question does not arise; the third say that the number is still to come.
_ZERO = ("nil", "zero", "零")
_NONE = ("无", "無", "没有", "沒有", "none")
_DASH_OR_ONE = "一"
_OPEN = (
    "待定", "待确认", "待確認", "待补充", "待補充", "待补", "待補", "待核实", "待核實", "待统计", "待統計", "待填",
    "待填写", "待填寫", "待更新", "未定", "统计中", "統計中", "核算中", "待披露",
    "待公布", "待提供", "tbc", "tbd", "tba", "t.b.c.", "t.b.d.", "pending",
    "to be confirmed", "to be determined", "to be updated", "to follow",
)  # fmt: skip

_FAULT = re.compile(r"#(?:div/0!|n/a|ref!|value!|name\?|num!|null!|spill!|calc!|#+)", re.IGNORECASE)
_BETWEEN = re.compile(r"^(?:between|from|介于|介於|介乎|从|從|自)\s*|\s*(?:之间|之間)$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:-{1,2}|~|〜|～|至|到|\bto\b|\band\b|和|与|與)\s*", re.IGNORECASE)
_FIGURES = re.compile(r"[\d.,]+")
_POWER = re.compile(r"[x×*·]\s*10|\d\s*\^|\*\*|\d[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST = 200  # characters: what is longer is a text


def is_zero_word(words: str) -> bool:
    """Whether a word means the number zero."""
    return words.lower() in _ZERO


def word_problem(words: str) -> Problem | Literal[""]:
    """Return what a word for nothing leaves open, or an empty text for anything else."""
    lowered = words.lower()
    if lowered in _NONE:
        return "number.none"
    if lowered == _DASH_OR_ONE:
        return "number.unreadable"
    return "number.open" if lowered in _OPEN else ""


def name_problem(words: str) -> tuple[Problem, str]:
    """Return what a text is that could not be read as a number, and the part in question ("" = all of it)."""
    if len(words) > _LONGEST:
        return "number.unreadable", ""
    if _FAULT.fullmatch(words):
        return "number.fault", words
    number = cell_number(words)
    if number is not None:
        return ("number.date", number) if number else ("number.day", "")
    if ends := range_ends(words):
        return "number.range", ends[1]
    figures = _FIGURES.search(words)
    if figures is None:
        return "number.unreadable", ""
    if _POWER.search(words):
        return "number.power", ""
    rest = _behind(words[figures.start() :])
    if rest[:1] in (",", ".") and rest[1:2].isdigit():
        return "number.separators", figures[0]
    return ("number.several" if _DIGIT.search(rest) else "number.unreadable"), ""


def range_ends(words: str) -> tuple[str, str] | None:
    """Return both ends of a range as written (10–20, 10万至20万, between 10 and 20), None for anything else."""
    core = _BETWEEN.sub("", words)
    for match in _TO.finditer(core):
        low, high = core[: match.start()], core[match.end() :]
        if low and high and not _DIGIT.search(_behind(low)) and not _DIGIT.search(_behind(high)):
            return low, high
    return None


def _behind(words: str) -> str:
    """Return what stands behind the number at the front; where there is none, a text that says so: one digit."""
    try:
        first = next(numerals(words), None)
    except Endless:
        return "0"
    return "0" if first is None else first.rest

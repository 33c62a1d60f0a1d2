"""Values that are said in words: a yes or no, a date, one of a metric's choices. Each is kept as a number.

A yes is 1 and a no is 0; a day is 20210630, a month 202106, a year 2021; a choice is the number that the catalogue
gives it. Nothing is computed from such a number: it only stands for what its label says.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from schema.catalogue.definitions import Category, Metric
from schema.catalogue.kinds import NO_UNIT
from schema.grammar.decimals import plain
from schema.grammar.words import LANGUAGES, Words
from schema.values.dates import read_date, read_day, show_date

YES, NO = Category("yes", Words("是", "是", "Yes")), Category("no", Words("否", "否", "No"))
# Yes, then no.
ANSWERS: Mapping[Decimal, Category] = {Decimal(1): YES, Decimal(0): NO}

# What people write for a yes and for a no, in lower case, beside the labels; what spreadsheets make of a ticked cell.
_WRITTEN: Mapping[Decimal, tuple[str, ...]] = {
    Decimal(1): (
        "y", "true", "1", "有", "已有", "已制定", "已建立", "已设立", "已設立", "已完成", "对", "對", "√", "✓", "✔",
        "☑", "in place",
    ),
    Decimal(0): (
        "n", "false", "0", "无", "無", "没有", "沒有", "未制定", "未建立", "未设立", "未設立", "未完成", "错", "錯",
        "不是", "×", "✗", "✘", "none", "not in place",
    ),
}  # fmt: skip

LabelProblem = Literal["label.unknown", "label.day", "label.order"]
_LENGTHS = (4, 6, 8)  # digits of a year, a month, a day


def labels_of(metric: Metric) -> Mapping[Decimal, Category]:
    """Return what the values of a yes or no, or of a choice, may be; of a date nothing is listed."""
    if metric.traits.content == "answer":
        return ANSWERS
    return {Decimal(choice.code): choice for choice in metric.choices}


def read_label(text: str, metric: Metric) -> Decimal | tuple[LabelProblem, str]:
    """Return the number that a text stands for, or why it stands for none and what that is about."""
    if metric.traits.dated:
        return _read_date(text)
    words = text.strip().casefold()
    for number, label in labels_of(metric).items():
        names = (label.code, *(label.name.get(language) for language in LANGUAGES))
        if words in (name.casefold() for name in names if name):
            return number
    written: Mapping[Decimal, tuple[str, ...]] = _WRITTEN if metric.traits.content == "answer" else {}
    return next((number for number, forms in written.items() if words in forms), ("label.unknown", ""))


def _read_date(text: str) -> Decimal | tuple[LabelProblem, str]:
    day = read_day(text)
    if day.problem == "order":
        return "label.order", " / ".join(day.others)
    iso = day.iso or read_date(text)
    return Decimal(iso.replace("-", "")) if iso else ("label.day", "")


def written_label(metric: Metric, value: Decimal) -> str:
    """Return a value as files have it, in every language alike: yes, 2021-06-30, the code of a choice."""
    if metric.traits.dated:
        return _iso(value)
    label = labels_of(metric).get(value)
    return label.code if label is not None else plain(value)


def written_value(metric: Metric | None, value: Decimal) -> str:
    """Return a value of any metric as files have it, in every language alike."""
    return written_label(metric, value) if metric is not None and metric.traits.labelled else plain(value)


def unit_code(metric: Metric) -> str:
    """Return the code of a metric's unit as files have it; empty where it is measured in none."""
    return "" if metric.unit == NO_UNIT else metric.unit


def say_label(metric: Metric, value: Decimal, language: str) -> str:
    """Return a value as people read it; a number that no label stands for remains one."""
    if metric.traits.dated:
        return show_date(_iso(value), language)
    label = labels_of(metric).get(value)
    return label.name.best(language) if label is not None else plain(value)


def is_labelled(metric: Metric, value: Decimal) -> bool:
    """Whether a number stands for anything in a metric: choices may have been taken out since it was typed."""
    return bool(read_date(_iso(value))) if metric.traits.dated else value in labels_of(metric)


def _iso(value: Decimal) -> str:
    digits = plain(value)
    if not digits.isdecimal() or len(digits) not in _LENGTHS:
        return digits
    return "-".join(part for part in (digits[:4], digits[4:6], digits[6:]) if part)


def listed_labels(metric: Metric) -> Words:
    """Return what may be typed, as a sentence lists it; for a date an example."""
    if metric.traits.dated:
        return Words("2021-06-30", "2021-06-30", "2021-06-30")
    names = [label.name for label in labels_of(metric).values()]
    return Words(*(sign.join(name.best(n) for name in names) for n, sign in zip(LANGUAGES, "、、/", strict=True)))

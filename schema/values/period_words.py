"""A year, or a part of one, in words: 2021 年, 2020/21 财年, FY2020/21 Q3, 2021年3月."""

from __future__ import annotations

import re

from schema.catalogue.definitions import Catalogue
from schema.grammar.reference import Key
from schema.values.records import show_date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
OF_A_YEAR = re.compile(r"\{year\}\s?年度?")


def year_words(year: int, catalogue: Catalogue, language: str) -> str:
    """Return a year as it stands above a column: 2021 年 / 2021, 2020/21 财年 / FY2020/21."""
    fiscal = catalogue.company.fiscal
    phrase = "word.year" if fiscal.calendar else "word.year.fiscal"
    return catalogue.phrases[phrase].best(language).format(year=fiscal.label(year))


def bare_year(year: int, catalogue: Catalogue, language: str) -> str:
    """Return a year where digits alone are enough for one of the calendar: 2021, FY2020/21."""
    return str(year) if catalogue.company.fiscal.calendar else year_words(year, catalogue, language)


def ended_words(year: int, catalogue: Catalogue, language: str) -> str:
    """Return a year by its last day: year ended 31 March 2021 / 截至2021年3月31日止年度."""
    date = show_date(catalogue.company.fiscal.last_day(year).isoformat(), language)
    return catalogue.phrases["word.year.ended"].best(language).format(date=date)


def period_words(year: int, span: str, catalogue: Catalogue, language: str) -> str:
    """Return a year or a part of it as it stands above a column: 2021 Q3 / 2021 年第三季度, Mar 2021 / 2021 年 3 月."""
    return _part(year, span, catalogue, language) if span else year_words(year, catalogue, language)


def bare_period(year: int, span: str, catalogue: Catalogue, language: str) -> str:
    """Return a year or a part of it where digits alone are enough for a calendar year."""
    return _part(year, span, catalogue, language) if span else bare_year(year, catalogue, language)


def key_period(key: Key, catalogue: Catalogue, language: str) -> str:
    """Return the period of a value where digits alone are enough for a calendar year."""
    return bare_period(key.period, key.span, catalogue, language)


def fill_year(template: str, key: Key, catalogue: Catalogue, language: str, **places: str) -> str:
    """Return a template that names the `{year}` of a value, with the words of its year or part of a year in it."""
    if not key.span and catalogue.company.fiscal.calendar:
        return template.format(year=str(key.period), **places)
    return OF_A_YEAR.sub("{year}", template).format(year=key_period(key, catalogue, language), **places)


def span_words(span: str, catalogue: Catalogue, language: str) -> str:
    """Return a part of a year without the year: Q3 / 第三季度, Mar / 3 月; the year itself is nothing."""
    if not span:
        return ""
    if span[0] == "m":
        month = int(span[1:])
        return catalogue.phrases["word.span.month"].best(language).format(month=month, name=_MONTHS[month - 1])
    return catalogue.phrases[f"word.span.{span}"].best(language)


def _part(year: int, span: str, catalogue: Catalogue, language: str) -> str:
    fiscal, name = catalogue.company.fiscal, span_words(span, catalogue, language)
    if span[0] == "m":  # of the calendar, by its own year
        calendar = str(fiscal.calendar_year(year, int(span[1:])))
        return catalogue.phrases["word.month.year"].best(language).format(span=name, year=calendar)
    of = year_words(year, catalogue, language)
    return catalogue.phrases["word.span.year"].best(language).format(span=name, year=of)

"""Facts of issues in words: numbers with their units, references and codes by their names, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.factor_names import factor_words
from schema.catalogue.number_format import Format
from schema.catalogue.punctuation import PUNCTUATION
from schema.catalogue.record_numbers import column_of, metric_of
from schema.grammar.decimals import plain, quotient
from schema.grammar.reference import Key, parse_record
from schema.grammar.words import Words
from schema.validation.fact_amounts import amounts_of, common_format, exact, places_apart
from schema.validation.facts import (
    Amount,
    AmountAt,
    Coded,
    CodeKind,
    Difference,
    Excerpt,
    Fact,
    InScale,
    Mended,
    NamedKind,
    One,
    PartAt,
    PartsOf,
    Percent,
    PhraseKind,
    Plain,
    PrintedAt,
    SourceNote,
    Times,
)
from schema.validation.issue import Issue
from schema.validation.part_words import PartWords
from schema.values.display import Display, group_number, show_percent
from schema.values.key_words import cut_words, key_words
from schema.values.omissions import OMISSIONS
from schema.values.period_words import fill_year, key_period

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_MOST_NAMES = 6
_WHOLE_TIMES = 10


@dataclass(frozen=True, slots=True)
class FactWords:
    """How the facts of one issue are told in a language; amounts in its metric's unit share one `form`.

    English gives a number a scale of its own (`wide`) unless the numbers of one message would differ in it. A number
    that is rounded keeps `apart` decimals, those that part it from the others.
    """

    catalogue: Catalogue
    language: str
    metric: Metric | None = None
    form: Format | None = None
    wide: bool = True
    apart: int = 0

    @classmethod
    def of(cls, issue: Issue, catalogue: Catalogue, language: str) -> FactWords:
        """Return the words of an issue: all amounts of a message are shown alike, with the digits that differ."""
        metric = catalogue.metrics.get(issue.key.metric) if issue.key else None
        if metric is None:
            return cls(catalogue, language)
        values = tuple(amounts_of(issue, metric, catalogue))
        display = Display(metric, catalogue, language, common_format(values, metric, catalogue))
        scales = {exact(display, value).ready(value).scale_word for value in values}
        return cls(catalogue, language, metric, display.format, len(scales) < 2, places_apart(display, values))

    def say(self, fact: Fact) -> str:
        """Return a fact in words; several are joined as the language joins them."""
        if not isinstance(fact, tuple):
            return self._one(fact)
        longer = any(isinstance(item, AmountAt) for item in fact)
        chinese, english = ("；", "; ") if longer else ("、", ", ")
        return (english if self.language == "en" else chinese).join(map(self._one, fact))

    def _one(self, fact: One) -> str:
        match fact:
            case str() | int() | Decimal() | Words() | Key():
                return self._plain(fact)
            case Amount():
                return self._amount(fact.value, fact.qualifier)
            case Difference():
                return self._points(self._amount(fact.value.copy_abs(), ""))
            case AmountAt():
                return self._named_amount(fact)
            case Percent() | Times():
                return self._percent(fact) if isinstance(fact, Percent) else self._times(fact)
            case Coded():
                return self.coded(fact.kind, fact.code)
            case PrintedAt():
                return f"{fact.report} {page_words(fact.page, self.language)}".strip()
            case SourceNote() | InScale() | Mended():
                return self._aside(fact)
            case Excerpt() | PartsOf() | PartAt():
                return _excerpt(fact.names) if isinstance(fact, Excerpt) else self._parts(fact)

    def _percent(self, fact: Percent) -> str:
        shown = show_percent(fact.value, 0) if fact.limit else show_percent(fact.value, fact.decimals, signed=True)
        return self._points(shown) if fact.points else shown

    def _points(self, shown: str) -> str:
        """Return what two percentages differ by: 35.8 percentage points, never 35.8%; of all else what is shown."""
        number = shown.removesuffix("%")
        return self._message("check.points").format(number=number) if number != shown else shown

    def _times(self, fact: Times) -> str:
        way = "limit" if fact.limit else "more" if fact.value >= 1 else "less"
        times = quotient(Decimal(1), fact.value) if way == "less" else fact.value
        decimals = 0 if fact.limit or times >= _WHOLE_TIMES else 1
        return self._message(f"check.times.{way}").format(times=group_number(times, decimals))

    def _plain(self, fact: Plain) -> str:
        match fact:
            case str():
                return fact
            case int():
                return str(fact)
            case Decimal():
                return plain(fact)
            case Words():
                return fact.best(self.language)
            case Key():
                return name_of(fact, self.catalogue, self.language)

    def _parts(self, fact: PartsOf | PartAt) -> str:
        if isinstance(fact, PartAt):
            return PartWords(fact.outline, self.catalogue, self.language).name(fact.part)
        if fact.breakdowns:
            return self._message("check.parts").format(
                axes=self.say(tuple(Coded("breakdown", c) for c in fact.breakdowns))
            )
        named = [name_of(key, self.catalogue, self.language) for key in fact.keys[:_MOST_NAMES]]
        more = (f"… +{len(fact.keys) - _MOST_NAMES}",) if len(fact.keys) > _MOST_NAMES else ()
        return self.say((*named, *more))

    def _amount(self, value: Decimal, qualifier: str) -> str:
        if self.metric is None:
            return plain(value)
        display = Display(self.metric, self.catalogue, self.language, self.form, self.wide)
        return exact(display, value, self.apart).show(value, qualifier, with_unit=True)

    def _named_amount(self, fact: AmountAt) -> str:
        metric = metric_of(self.catalogue, fact.key.metric)
        number = plain(fact.value)
        if metric is not None:
            alike = self.metric is not None and metric.unit == self.metric.unit
            form, wide = (self.form, self.wide) if alike else (None, True)
            display = Display(metric, self.catalogue, self.language, form, wide)
            shown = exact(display, fact.value, self.apart if alike else 0)
            number = shown.show(fact.value, fact.qualifier, with_unit=True)
        colon = ": " if self.language == "en" else "："
        return f"{name_of(fact.key, self.catalogue, self.language)}{colon}{number}"

    def coded(self, kind: CodeKind, code: str) -> str:
        """Return what the definitions or the program call a code; one that they do not know stays as it is."""
        match kind:
            case "breakdown" | "department" | "entity" | "factor" | "framework" | "record type" | "unit":
                return self._name(kind, code)
            case "incomparable":
                return self._unlike(code)
            case "definition change" | "language" | "omission":
                return self._phrase(kind, code)
            case "category":
                return cut_words(code, self.catalogue, self.language)
            case "column":
                return self._column(*code.partition(".")[::2])
            case "rule":
                rules = self.catalogue.rules
                return next((rule.message.best(self.language) for rule in rules if rule.code == code), code)
            case "disclosure":
                return self._disclosure(*code.partition("/")[::2])
            case "slip" | "side":
                return self._message(code)

    def _name(self, kind: NamedKind, code: str) -> str:
        catalogue = self.catalogue
        if kind == "factor":
            factor = factor_words(catalogue, code)
            return factor.best(self.language) if factor else code
        named: Mapping[NamedKind, Mapping[str, Named]] = {
            "breakdown": catalogue.breakdowns,
            "department": catalogue.departments,
            "entity": {one.code: one for one in catalogue.entities},
            "framework": catalogue.frameworks,
            "record type": catalogue.records,
            "unit": catalogue.units,
        }
        known = named[kind].get(code)
        words = known.name.best(self.language) if known else code
        # Breakdowns stand inside a sentence.
        return words.lower() if kind == "breakdown" and self.language == "en" else words

    def _phrase(self, kind: PhraseKind, code: str) -> str:
        phrases: Mapping[PhraseKind, str] = {
            "definition change": f"break.{code}",
            "language": "word.language." + code.replace("-", "").lower(),
            "omission": OMISSIONS[code].phrase if kind == "omission" else "",
        }
        words = self.catalogue.phrases.get(phrases[kind])
        return words.best(self.language) if words else code

    def _unlike(self, code: str) -> str:
        known = f"unlike.{code}" in self.catalogue.phrases
        return self.catalogue.phrases[f"unlike.{code}"].best(self.language) if known else code

    def _message(self, code: str) -> str:
        template = self.catalogue.messages.get(code)
        return template.best(self.language) if template else code

    def _disclosure(self, framework: str, code: str) -> str:
        known = self.catalogue.frameworks.get(framework)
        found = known.disclosure(code) if known else None
        return f"{known.name.best(self.language) if known else framework} {found.printed if found else code}"

    def _column(self, record_type: str, code: str) -> str:
        known = self.catalogue.records.get(record_type)
        column = known.column(code) if known else None
        return column.name.best(self.language) if column else ""

    def _aside(self, fact: SourceNote | InScale | Mended) -> str:
        match fact:
            case SourceNote():
                return self._source(fact.text)
            case InScale():
                return self._in_scale(fact)
            case Mended():
                return self._mended(fact)

    def _in_scale(self, fact: InScale) -> str:
        told = self._amount(fact.value, fact.qualifier)
        digits = (_NUMBER.search(text.replace(",", "")) for text in (fact.text, told))
        first, second = (match[0] if match else "" for match in digits)
        return "" if first == second else PUNCTUATION[self.language].bracketed("", told)

    def _mended(self, fact: Mended) -> str:
        if not fact.slip:
            return ""
        mended = self._amount(fact.value, "")
        return self._behind(self._message("check.mended").format(slip=self._message(fact.slip), mended=mended))

    def _source(self, text: str) -> str:
        source = page_words(text, self.language)
        return self._behind(self._message("check.source").format(source=source)) if text else ""

    def _behind(self, words: str) -> str:
        return f" {words}" if self.language == "en" else words


class Named(Protocol):
    """Anything that the definitions have a name for."""

    @property
    def name(self) -> Words:
        """What people call it."""
        ...


def _excerpt(names: Iterable[str]) -> str:
    """Return the first names, and how many more there are."""
    unique = list(dict.fromkeys(names))
    more = f" … +{len(unique) - _MOST_NAMES}" if len(unique) > _MOST_NAMES else ""
    return " / ".join(unique[:_MOST_NAMES]) + more


def name_of(key: Key, catalogue: Catalogue, language: str) -> str:
    """Return a key as people say it: 2022 年员工总数（男性） / Employees in total (male, 2022)."""
    if not key.period and (record := parse_record(key.metric)) and (named := column_of(catalogue, key.metric)):
        record_type, column = (part.name.best(language) for part in named)
        row = record[0].id
        return f"{record_type} {row}: {column}" if language == "en" else f"{record_type}“{row}”的{column}"
    said, marks = key_words(replace(key, span=""), catalogue, language), PUNCTUATION[language]
    if language == "en":
        return marks.bracketed(said.name, marks.comma.join((*said.parts, key_period(key, catalogue, language))))
    return fill_year(f"{{year}} 年{said.bracketed().replace('{', '{{').replace('}', '}}')}", key, catalogue, language)


def amount(display: Display, value: Decimal, qualifier: str = "") -> str:
    """Return a value with its unit and all its digits; with many more than are shown it is rounded as on screen."""
    return exact(display, value).show(value, qualifier, with_unit=True)


def page_words(place: str, language: str) -> str:
    """Return a place such as `esg-2021 p. 77`, `press-2021 para. 2` with its pages worded for the language."""
    if language == "en":
        return place
    page = "页" if language == "zh-Hans" else "頁"
    paged = re.sub(r"\bpp?\.\s*(\d+(?:\s*[-–]\s*\d+)?)", rf"第 \1 {page}", place)
    return re.sub(r"\bpara\.\s*(\d+)", r"第 \1 段", paged)

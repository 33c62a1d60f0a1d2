"""Issues and errors as sentences: what is wrong, where, and what to do, in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError, DefinitionsError
from schema.grammar.reference import Key, parse_record, parse_reference
from schema.grammar.words import Words
from schema.validation.issue import Issue
from schema.values.display import (
    EXACT,
    Format,
    metric_format,
    shape,
    show,
    show_percent,
)
from schema.values.key_words import key_words
from schema.values.listing import category_words
from schema.values.records import column_of, metric_of

AMOUNTS = (
    "value", "before", "total", "sum", "othersum", "needed", "othervalue", "otherbefore", "difference", "minimum",
    "maximum",
)  # fmt: skip
_MORE_DIGITS = 4
# Where Chinese characters and Latin letters or digits meet, office documents have a blank.
_SEAM = re.compile(r"(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[\u4e00-\u9fff])")


def message(issue: Issue, catalogue: Catalogue, language: str) -> str:
    """Return the sentence of an issue; numbers, names and places are worded for this language."""
    template = catalogue.messages.get(issue.code)
    places = _Places(issue, catalogue, language).all()
    if template is None:
        return f"{places['where']}: {issue.code}"
    sentence = template.best(language).format(**places)
    return sentence if language == "en" else _SEAM.sub(" ", sentence)


def error_message(error: AnnalsError, messages: Mapping[str, Words], language: str) -> str:
    """Return the sentence of an expected trouble; mistakes in definitions are listed with file and line."""
    params = dict(error.params)
    if isinstance(error, DefinitionsError):
        lines = (f"{m.place}: {_sentence(m.code, m.params, messages, language)}" for m in error.mistakes)
        params["list"] = "\n".join(lines)
    return _sentence(error.code, params, messages, language)


def _sentence(code: str, params: Mapping[str, str], messages: Mapping[str, Words], language: str) -> str:
    template = messages.get(code)
    if template is None:
        return " ".join([code, *(f"{name}={value}" for name, value in params.items())])
    return template.best(language).format(**params)


def name_of(key: Key, catalogue: Catalogue, language: str) -> str:
    """Return a key as people say it: 2022 年员工总数（男性） / Employees in total (male, 2022)."""
    if not key.period and (record := parse_record(key.metric)) and (found := column_of(catalogue, key.metric)):
        kind, column = (part.name.best(language) for part in found)
        return f"{kind} {record[0].id}: {column}" if language == "en" else f"{kind}“{record[0].id}”的{column}"
    said, marks = key_words(key, catalogue, language), PUNCTUATION[language]
    if language == "en":
        return marks.bracketed(said.name, marks.comma.join((*said.parts, str(key.period))))
    return f"{key.period} 年{said.bracketed()}"


class _Places:
    """Words for the places of one issue's template."""

    def __init__(self, issue: Issue, catalogue: Catalogue, language: str) -> None:
        self.issue = issue
        self.catalogue = catalogue
        self.language = language
        self.metric = catalogue.metrics.get(issue.key.metric) if issue.key else None

    def all(self) -> dict[str, str]:
        """Return every place that a template may name."""
        params = dict(self.issue.params)
        if self.issue.key is not None:
            params["where"] = name_of(self.issue.key, self.catalogue, self.language)
        else:
            params.setdefault("where", self.issue.place)
        if self.metric is not None:
            params.update(self._amounts(self.metric))
            unit = self.catalogue.units.get(self.metric.unit)
            params.setdefault("name", self.metric.name.best(self.language))
            params["unit"] = unit.name.best(self.language) if unit else ""
        params.update(self._names())
        params.update(self._words())
        params.update(self._languages())
        params.update(self._record())
        params.update(self._drift())
        return params

    def _amounts(self, metric: Metric) -> dict[str, str]:
        """All amounts of a message are shown alike, with the digits that tell them apart."""
        values = {name: Decimal(text) for name, text in self.issue.params.items() if name in AMOUNTS}
        if "difference" in values:
            values["difference"] = abs(values["difference"])
        form = common_format((v for name, v in values.items() if name != "difference"), metric, self.catalogue)
        shown = {name: amount(value, metric, self.catalogue, self.language, form) for name, value in values.items()}
        if qualifier := self.issue.params.get("qualifier"):
            shown["value"] = amount(values["value"], metric, self.catalogue, self.language, form, qualifier)
        return shown

    def _names(self) -> dict[str, str]:
        """References, breakdowns, reports and sections by their names."""
        params, found = self.issue.params, dict[str, str]()
        separator = ", " if self.language == "en" else "、"
        for name in ("inputs", "other", "part"):
            if name in params:
                found[name] = separator.join(self._named(text) for text in params[name].split())
        for name in ("axes", "otheraxes"):
            if name in params:
                found[name] = separator.join(self._breakdown(code) for code in params[name].split(";"))
        for report, page, name in (("report", "printedat", "printed"), ("otherreport", "otherat", "otherprinted")):
            if page in params:
                found[name] = f"{params[report]} {page_words(params[page], self.language)}".strip()
        for name in ("section", "title", "framework", "remark", "list"):
            if title := params.get(f"{name}.{self.language}"):
                found[name] = title
        if framework := self.catalogue.frameworks.get(params.get("framework", "")):
            found["framework"] = framework.name.best(self.language)
        return found

    def _words(self) -> dict[str, str]:
        """Codes of slips, omissions, rules and factors as words; percentages; lists of amounts."""
        params, found = self.issue.params, dict[str, str]()
        if "slip" in params:
            found["slip"] = self._message(params["slip"])
        if "omission" in params:
            phrase = self.catalogue.phrases.get("omission." + params["omission"].replace("_", "."))
            found["omission"] = phrase.best(self.language) if phrase else params["omission"]
        if params.get("source"):
            words = self._message("check.source").format(source=page_words(params["source"], self.language))
            found["source"] = f" {words}" if self.language == "en" else words
        if "category" in params:
            found["category"] = category_words(params["category"], self.catalogue, self.language)
        if "change" in params:
            found["change"] = show_percent(Decimal(params["change"]), signed=True)
        if "threshold" in params:
            found["threshold"] = show_percent(Decimal(params["threshold"]), 0)
        if "rule" in params:
            rule = next((rule for rule in self.catalogue.rules if rule.code == params["rule"]), None)
            found["rule"] = rule.message.best(self.language) if rule else params["rule"]
        if "factor" in params:
            factor = next((f for f in self.catalogue.factors if f.code == params["factor"]), None)
            found["factor"] = factor.name.best(self.language) if factor else params["factor"]
        if "amounts" in params:
            found["amounts"] = self._amount_list(params["amounts"])
        return found

    def _languages(self) -> dict[str, str]:
        """The languages of texts by their names."""
        found: dict[str, str] = {}
        for name in ("tongue", "following"):
            if code := self.issue.params.get(name):
                phrase = self.catalogue.phrases.get("word.language." + code.replace("-", "").lower())
                found[name] = phrase.best(self.language) if phrase else code
        return found

    def _record(self) -> dict[str, str]:
        """A record's type and column by their names."""
        kind = self.catalogue.records.get(self.issue.params.get("recordtype", ""))
        if kind is None:
            return {}
        column = kind.column(self.issue.params.get("recordcolumn", ""))
        return {"type": kind.name.best(self.language), "column": column.name.best(self.language) if column else ""}

    def _drift(self) -> dict[str, str]:
        """What of a metric changed, and the unit that it had, as words."""
        params, found = self.issue.params, dict[str, str]()
        if "oldunit" in params:
            unit = self.catalogue.units.get(params["oldunit"])
            found["oldunit"] = unit.name.best(self.language) if unit else params["oldunit"]
        if "what" in params:
            phrase = self.catalogue.phrases.get("break." + params["what"])
            found["what"] = phrase.best(self.language) if phrase else params["what"]
        return found

    def _message(self, code: str) -> str:
        template = self.catalogue.messages.get(code)
        return template.best(self.language) if template else code

    def _named(self, canonical: str) -> str:
        reference = parse_reference(canonical)
        return name_of(reference.key(0), self.catalogue, self.language) if reference else canonical

    def _breakdown(self, code: str) -> str:
        known = self.catalogue.breakdowns.get(code)
        words = known.name.best(self.language) if known else code
        return words.lower() if self.language == "en" else words

    def _amount_list(self, text: str) -> str:
        """`reference|value` pairs as names with numbers."""
        shown: list[str] = []
        for pair in text.split():
            canonical, value, qualifier = pair.split("|")
            reference = parse_reference(canonical)
            metric = metric_of(self.catalogue, reference.code) if reference else None
            number = amount(Decimal(value), metric, self.catalogue, self.language, None, qualifier) if metric else value
            shown.append(f"{self._named(canonical)}: {number}" if self.language == "en"
                         else f"{self._named(canonical)}：{number}")  # fmt: skip
        return ("; " if self.language == "en" else "；").join(shown)


def amount(
    value: Decimal, metric: Metric, catalogue: Catalogue, language: str, form: Format | None = None, qualifier: str = ""
) -> str:
    """Return a value with its unit, with as many digits as it takes to see what it is."""
    form = form or common_format((value,), metric, catalogue)
    made = shape(metric, catalogue, "zh-Hans", form)
    least = form.decimals or 0
    needed = min(_decimals(EXACT.divide(value, made.divisor)), least + _MORE_DIGITS)
    exact = replace(form, decimals=max(least, needed))
    return show(value, metric, catalogue, language, format=exact, qualifier=qualifier, with_unit=True)


def common_format(values: Iterable[Decimal], metric: Metric, catalogue: Catalogue) -> Format:
    """Return the metric's display, or the bare stored unit where the scale word would ask for too many decimals."""
    own = metric_format(metric, catalogue)
    made = shape(metric, catalogue, "zh-Hans", own)
    found = tuple(values)
    needed = max((_decimals(EXACT.divide(value, made.divisor)) for value in found), default=0)
    tiny = any(0 < abs(value) < made.divisor for value in found)
    fits = own.scale == 0 or (needed <= (own.decimals or 0) + _MORE_DIGITS and not tiny)
    return own if fits else Format()


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def page_words(place: str, language: str) -> str:
    """Return a place such as `esg-2021 p. 77` with its pages worded for the language."""
    if language == "en":
        return place
    page = "页" if language == "zh-Hans" else "頁"
    return re.sub(r"\bpp?\.\s*(\d+(?:\s*[-–]\s*\d+)?)", rf"第 \1 {page}", place)

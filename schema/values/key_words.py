"""A key in words: the metric or the record's number, and of which part of it the value is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue
from schema.catalogue.punctuation import PUNCTUATION
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, RecordKey, parse_record
from schema.values.datapoint import Record
from schema.values.period_words import span_words
from schema.values.records import name_in


@dataclass(frozen=True, slots=True)
class KeyWords:
    """`name` is the metric's, or the record's and its column's; `parts` are category, entity and part of the year."""

    name: str
    parts: tuple[str, ...]
    language: str

    def bracketed(self) -> str:
        """Return the name with its parts in brackets, as a sentence has it."""
        marks = PUNCTUATION[self.language]
        return marks.bracketed(self.name, marks.comma.join(self.parts))

    def dotted(self) -> str:
        """Return name and parts beside each other, as a table's cell has them."""
        return " · ".join((self.name, *self.parts))


def key_words(
    key: Key, catalogue: Catalogue, language: str, records: Mapping[RecordKey, Record] | None = None
) -> KeyWords:
    """Return a key in words; without `records` a record is named by its code."""
    parts = (
        cut_words(key.category, catalogue, language),
        entity_words(key.entity, catalogue, language),
        span_words(key.span, catalogue, language),
    )
    name = _record_name(key, catalogue, language, records or {}) or _metric_name(key, catalogue, language)
    return KeyWords(name, tuple(filter(None, parts)), language)


def entity_words(code: str, catalogue: Catalogue, language: str) -> str:
    """Return an entity as people name it; one that is not defined by its code, the company by nothing."""
    entity = catalogue.entity(code) if code else None
    return entity.name.best(language) if entity is not None else code


def place_behind(words: str, key: Key, catalogue: Catalogue, language: str) -> str:
    """Return words with the entity's name and the part of the year behind them, where a key has them."""
    place = entity_words(key.entity, catalogue, language), span_words(key.span, catalogue, language)
    return " · ".join(filter(None, (words, *place)))


def part_words(key: Key, catalogue: Catalogue, language: str) -> str:
    """Return of which part of a metric a value is: its entity, its part of the year, its categories."""
    place = entity_words(key.entity, catalogue, language), span_words(key.span, catalogue, language)
    words = (*place, cut_words(key.category, catalogue, language))
    return PUNCTUATION[language].comma.join(filter(None, words))


def row_words(key: Key, catalogue: Catalogue, language: str) -> str:
    """Return what stands before a value in a form: within a breakdown its part, else the metric's name."""
    if key.category:
        return part_words(key, catalogue, language)
    return place_behind(_metric_name(key, catalogue, language), key, catalogue, language)


def cut_words(cut: str, catalogue: Catalogue, language: str) -> str:
    """Return the categories of a cut as people name them (男性, 30 岁以下), or an empty string for the total."""
    names: list[str] = []
    for part in filter(None, cut.split(";")):
        breakdown, _, code = part.partition("=")
        known = catalogue.breakdowns.get(breakdown)
        category = known.member(code) if known else None
        names.append(category.name.best(language) if category else part)
    return "、".join(names) if language != "en" else ", ".join(names)


def _metric_name(key: Key, catalogue: Catalogue, language: str) -> str:
    metric = catalogue.metrics.get(key.metric)
    return metric.name.best(language) if metric else key.metric


def _record_name(key: Key, catalogue: Catalogue, language: str, records: Mapping[RecordKey, Record]) -> str:
    address, metric = parse_record(key.metric), metric_of(catalogue, key.metric)
    if address is None or metric is None:
        return ""
    record = records.get(address[0])
    title = name_in(record, catalogue.records[address[0].type], language) if record else address[0].id
    return f"{title} · {metric.name.best(language)}"

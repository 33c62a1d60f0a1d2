"""The statements of a contradiction in words: what each says, and where it stands."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Definitions
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import plain
from schema.grammar.reference import Key
from schema.validation.contradictions.contradiction import Stated
from schema.validation.fact_words import FactWords, amount, page_words
from schema.validation.subject_names import named
from schema.values.datapoint import Snapshot
from schema.values.display import Display
from schema.values.subject import PublishedAt


def said(stated: Stated, catalogue: Catalogue, language: str) -> str:
    """Return what a statement says: its own words, or the value as this language shows it."""
    if stated.text or stated.value is None or not isinstance(stated.at, Key):
        return stated.told(language)
    metric = metric_of(catalogue, stated.at.metric)
    if metric is None:
        return plain(stated.value)
    return amount(Display(metric, catalogue, language), stated.value, stated.qualifier)


def where(stated: Stated, definitions: Definitions, snapshot: Snapshot, language: str) -> str:
    """Return where a statement stands: the report and its page, else a value, a record, a text by its name."""
    if isinstance(stated.at, PublishedAt):
        return f"{stated.report} {page_words(stated.place, language)}".strip()
    return FactWords(definitions.catalogue, language).say(named(stated.at, definitions, snapshot))


def place_of(stated: Stated) -> str:
    """Return where a statement stands, for programs: the page of a report, else the subject."""
    return stated.place if isinstance(stated.at, PublishedAt) else stated.address

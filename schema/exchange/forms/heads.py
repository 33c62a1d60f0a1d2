"""The words above the columns of a form and the names of its lists, by which they are known again without marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.catalogue.section_content import section_records
from schema.exchange.forms.layout import (
    ACCEPT,
    AS_OF,
    CODE,
    ESTIMATED,
    EVIDENCE,
    FOLLOW,
    FOOTNOTE,
    LIST,
    METHOD,
    NOTE,
    OMISSION,
    SOURCE,
    TALK,
    TEXT,
    UNIT,
    VALUE,
)
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.issue import ListAt
from schema.validation.item_words import ItemWords
from schema.values.datapoint import Snapshot
from schema.values.period_words import fill_year

HEADS: Mapping[str, str] = {
    UNIT: "form.head.unit", VALUE: "form.head.value", OMISSION: "form.head.omission", FOOTNOTE: "form.head.footnote",
    NOTE: "form.head.note", SOURCE: "form.head.source", EVIDENCE: "form.head.evidence", FOLLOW: "form.head.follow",
    TEXT: "form.head.text",
    METHOD: "form.head.method", ESTIMATED: "form.head.estimated", AS_OF: "form.head.as_of",
    ACCEPT: "form.head.accept", LIST: "form.head.list", TALK: "form.head.question", CODE: "form.head.code",
}  # fmt: skip


def head(mark: str, catalogue: Catalogue, year: int, language: str) -> str:
    """Return what stands above a column."""
    return fill_year(catalogue.phrases[HEADS[mark]].best(language), Key("", year), catalogue, language)


def known_heads(catalogue: Catalogue, year: int) -> Mapping[str, str]:
    """Return the marks by what stands above their columns in any language."""
    return {head(mark, catalogue, year, language): mark for mark in HEADS for language in LANGUAGES}


def list_types(outline: Outline) -> Mapping[str, str]:
    """Return the types of records of a report's lists, by the ids of their blocks in reading order."""
    return {block.id: block.type for section in outline.walk() for block in section_records(section)}


def list_names(outline: Outline, catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """Return what each list is called by the ids of the blocks; those of one type never alike."""
    words = ItemWords(outline, catalogue, Snapshot(), language)
    types = list_types(outline)
    names = {block: words.name(ListAt(outline.code, block)) for block in types}
    counted = Counter((types[block], name) for block, name in names.items())
    return {block: name if counted[types[block], name] == 1 else f"{name} [{block}]" for block, name in names.items()}


def known_lists(outline: Outline, catalogue: Catalogue) -> Mapping[tuple[str, str], str]:
    """Return the blocks by type and by what they are called in any language, or by their own ids."""
    types = list_types(outline)
    found = {(kind, block): block for block, kind in types.items()}
    for language in LANGUAGES:
        found |= {(types[block], name): block for block, name in list_names(outline, catalogue, language).items()}
    return found

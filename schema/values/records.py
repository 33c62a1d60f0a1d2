"""Fields of records: how a typed text becomes one, how one is kept, and how its numbers are addressed."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import assert_never

from schema.catalogue.definitions import Catalogue, RecordColumn, RecordType
from schema.catalogue.next_outline import names_year
from schema.catalogue.record_numbers import number_metric
from schema.grammar.decimals import plain
from schema.grammar.words import LANGUAGES, Words
from schema.values.datapoint import NO_FIELD, Field, Origin, Record
from schema.values.dates import read_date, read_day, show_date
from schema.values.parse import clean_text, parse_value
from schema.values.word_origins import followed, read_origin, write_origin

Plain = Mapping[str, Mapping[str, str]]


def read_field(text: str, record_type: RecordType, column: RecordColumn, catalogue: Catalogue) -> Field:
    """Read what was typed into a column without languages; what cannot be read keeps its text."""
    typed = clean_text(text).strip()
    if not typed:
        return NO_FIELD
    content = column.traits.content
    match content:
        case "number":
            parsed = parse_value(typed, number_metric(record_type, column), catalogue)
            return Field(typed=parsed.typed, value=parsed.value, qualifier=parsed.qualifier)
        case "date":
            day = "" if column.traits.year else read_day(typed).iso
            return Field(typed=read_date(typed) or day or typed)
        case "choice":
            named = (c.code for c in column.choices if typed in (c.code, *(c.name.get(n) for n in LANGUAGES)))
            return Field(typed=next(named, typed))
        case "picture" | "words" | "answer":
            return Field(typed=typed)
        case _:
            assert_never(content)


def with_words(old: Field, language: str, text: str, origin: Origin | None = None) -> Field:
    """Return a text field with other words in one language; without an `origin` a person vouches for them.

    Words that followed those of another language follow them as they stand now.
    """
    known = old.origin(language)
    origin = origin or followed(known, old.words.get(known.language) if known else "")
    words = {name: old.words.get(name) for name in LANGUAGES} | {language: clean_text(text).strip()}
    origins = dict(old.origins) | ({language: origin} if origin else {})
    kept = tuple((name, origins[name]) for name in LANGUAGES if name in origins and words[name])
    return Field(Words(*(words[name] for name in LANGUAGES)), origins=kept)


def show_plain(field: Field, column: RecordColumn, language: str) -> str:
    """Return what stands in a column of dates, years or choices as people read it."""
    if column.traits.chosen:
        choice = column.choice(field.typed)
        return choice.name.best(language) if choice else field.typed
    whole = column.traits.dated and not column.traits.year
    return show_date(field.typed, language) if whole else field.typed


def title_of(record: Record, record_type: RecordType, language: str) -> str:
    """Return the words that a record is known by: its first short text, else what else was typed, else its id."""
    worded = [column for column in record_type.columns if column.traits.titled]
    texts = (record.field(column.code).words.best(language) for column in worded)
    typed = (record.field(column.code).typed for column in record_type.columns)
    return next((text for text in (*texts, *typed) if text), record.key.id).splitlines()[0][:60]


def name_in(record: Record, record_type: RecordType, language: str) -> str:
    """Return what a record is called in one language; one that has words in another language only, type and place."""
    worded = [record.field(column.code).words for column in record_type.columns if column.traits.titled]
    own = next((words.get(language) for words in worded if words.get(language)), "")
    if not own and any(worded):
        return f"{record_type.name.best(language)} {record.order}"
    return own.splitlines()[0][:60] if own else title_of(record, record_type, language)


def record_names_year(record: Record, year: int) -> bool:
    """Whether any words of a record name a year."""
    words = (field.words.get(language) for field in record.fields.values() for language in LANGUAGES)
    return any(names_year(text, year) for text in words)


def to_plain(fields: Mapping[str, Field]) -> dict[str, dict[str, str]]:
    """Return fields as plain texts, what is empty left out."""
    return {code: _plain(field) for code, field in fields.items() if field}


def _plain(field: Field) -> dict[str, str]:
    members = {language: field.words.get(language) for language in LANGUAGES}
    value = "" if field.value is None else plain(field.value)
    members |= {"typed": field.typed, "value": value, "qualifier": field.qualifier}
    members |= {f"origin.{language}": write_origin(origin) for language, origin in field.origins}
    return {name: text for name, text in members.items() if text}


def from_plain(data: Plain) -> dict[str, Field]:
    """Read what `to_plain` wrote."""
    return {code: _field(texts) for code, texts in data.items()}


def _field(texts: Mapping[str, str]) -> Field:
    words = Words(*(texts.get(language, "") for language in LANGUAGES))
    value = Decimal(texts["value"]) if "value" in texts else None
    read = ((language, read_origin(texts.get(f"origin.{language}", ""))) for language in LANGUAGES)
    origins = tuple((language, origin) for language, origin in read if origin)
    return Field(words, texts.get("typed", ""), value, texts.get("qualifier", ""), origins)

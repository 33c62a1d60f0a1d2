"""records.yaml → record types, checked against units and departments."""

from __future__ import annotations

import re

from schema.catalogue import sources as form
from schema.catalogue.definitions import BLOCK, Catalogue, Category, RecordColumn, RecordType
from schema.catalogue.kinds import KINDS
from schema.catalogue.number_format import parse_format
from schema.catalogue.reading import Reading
from schema.catalogue.yaml_source import Source, Where

# A code is one word: in a reference the type, the row and the column stand between / and dots.
WORD = re.compile(r"[a-z][a-z0-9]*")


def load_record_types(reading: Reading, catalogue: Catalogue) -> dict[str, RecordType]:
    """Read records.yaml; definitions without records have no such file."""
    if not reading.files.names("records.yaml"):
        return {}
    found, source = reading.read("records.yaml", form.RecordsFile)
    entries = found.records.items() if found else ()
    return {code: _record_type(reading, catalogue, code, entry, source) for code, entry in entries}


def _record_type(
    reading: Reading, catalogue: Catalogue, code: str, entry: form.RecordTypeSource, source: Source
) -> RecordType:
    where = ("records", code)
    _check_code(reading, code, source, where)
    _check_words(reading, code, entry.name, source, (*where, "name"))
    if entry.department:
        reading.known(entry.department, catalogue.departments, "department", source, (*where, "department"))
    columns = (
        _column(reading, catalogue, name, column, source, (*where, "columns", name))
        for name, column in entry.columns.items()
    )
    return RecordType(code, entry.name.words(), tuple(columns), entry.department, entry.carries)


def _column(
    reading: Reading, catalogue: Catalogue, code: str, entry: form.ColumnSource, source: Source, where: Where
) -> RecordColumn:
    _check_code(reading, code, source, where)
    if code == BLOCK:
        reading.say(source, where, "definition.reserved_column", name=code)
    _check_words(reading, code, entry.name, source, (*where, "name"))
    for choice, words in entry.choices.items():
        _check_code(reading, choice, source, (*where, "choices", choice))
        _check_words(reading, choice, words, source, (*where, "choices", choice))
    kind = KINDS[entry.kind]
    if kind.chosen != bool(entry.choices):
        reading.say(source, (*where, "choices"), "definition.column_choices", name=code)
    if entry.unit or kind.numeric:
        _check_unit(reading, catalogue, code, entry, source, where)
    return RecordColumn(
        code=code,
        name=entry.name.words(),
        kind=entry.kind,
        unit=entry.unit or kind.unit,
        display=entry.display,
        choices=tuple(Category(choice, words.words()) for choice, words in entry.choices.items()),
        required=entry.required,
        minimum=reading.decimal(entry.minimum, source, (*where, "minimum")),
        maximum=reading.decimal(entry.maximum, source, (*where, "maximum")),
    )


def _check_unit(
    reading: Reading, catalogue: Catalogue, code: str, entry: form.ColumnSource, source: Source, where: Where
) -> None:
    kind = KINDS[entry.kind]
    if not kind.numeric:
        reading.say(source, (*where, "unit"), "definition.column_unit", name=code)
    elif entry.unit or not kind.unit:
        reading.known(entry.unit, catalogue.units, "unit", source, (*where, "unit"))
    if entry.display and parse_format(entry.display, catalogue.units) is None:
        reading.say(source, (*where, "display"), "definition.bad_format", name=entry.display)


def _check_code(reading: Reading, code: str, source: Source, where: Where) -> None:
    if not WORD.fullmatch(code):
        reading.say(source, where, "definition.bad_word", name=code)


def _check_words(reading: Reading, code: str, words: form.WordsSource, source: Source, where: Where) -> None:
    for language in words.words().missing():
        reading.say(source, where, "definition.missing_language", name=code, language=language)

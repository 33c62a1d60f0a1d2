"""records.yaml → record types, checked against units and departments."""

from __future__ import annotations

import re

from schema.catalogue import sources as form
from schema.catalogue.definitions import BLOCK, Catalogue, Category, RecordColumn, RecordType
from schema.catalogue.kinds import KINDS
from schema.catalogue.number_format import is_display
from schema.catalogue.reading import Passage, Reading

# A code is one word: in a reference the type, the row and the column stand between / and dots.
WORD = re.compile(r"[a-z][a-z0-9]*")


def load_record_types(reading: Reading, catalogue: Catalogue) -> dict[str, RecordType]:
    """Read records.yaml; definitions without records have no such file."""
    if not reading.files.names("records.yaml"):
        return {}
    file, source = reading.read("records.yaml", form.RecordsFile)
    entries = file.records.items() if file else ()
    passage = Passage(reading, source, ("records",))
    return {code: _record_type(passage.at(code), catalogue, code, entry) for code, entry in entries}


def _record_type(passage: Passage, catalogue: Catalogue, code: str, entry: form.RecordTypeSource) -> RecordType:
    _check_code(passage, code)
    _check_words(passage.at("name"), code, entry.name)
    if entry.department:
        passage.at("department").known(entry.department, catalogue.departments, "department")
    columns = (_column(passage.at("columns", name), catalogue, name, column) for name, column in entry.columns.items())
    return RecordType(code, entry.name.words(), tuple(columns), entry.department, entry.carries, entry.evidence)


def _column(passage: Passage, catalogue: Catalogue, code: str, entry: form.ColumnSource) -> RecordColumn:
    _check_code(passage, code)
    if code == BLOCK:
        passage.say("definition.reserved_column", name=code)
    _check_words(passage.at("name"), code, entry.name)
    for choice, words in entry.choices.items():
        _check_code(passage.at("choices", choice), choice)
        _check_words(passage.at("choices", choice), choice, words)
    kind = KINDS[entry.kind]
    if kind.chosen != bool(entry.choices):
        passage.at("choices").say("definition.column_choices", name=code)
    if entry.unit or kind.numeric:
        _check_unit(passage, catalogue, code, entry)
    return RecordColumn(
        code=code,
        name=entry.name.words(),
        kind=entry.kind,
        unit=entry.unit or kind.unit,
        display=entry.display,
        choices=tuple(Category(choice, words.words()) for choice, words in entry.choices.items()),
        required=entry.required,
        minimum=passage.at("minimum").decimal(entry.minimum),
        maximum=passage.at("maximum").decimal(entry.maximum),
    )


def _check_unit(passage: Passage, catalogue: Catalogue, code: str, entry: form.ColumnSource) -> None:
    kind = KINDS[entry.kind]
    if not kind.numeric:
        passage.at("unit").say("definition.column_unit", name=code)
    elif entry.unit or not kind.unit:
        passage.at("unit").known(entry.unit, catalogue.units, "unit")
    if entry.display and not is_display(entry.display, catalogue.units):
        passage.at("display").say("definition.bad_format", name=entry.display)


def _check_code(passage: Passage, code: str) -> None:
    if not WORD.fullmatch(code):
        passage.say("definition.bad_word", name=code)


def _check_words(passage: Passage, code: str, words: form.WordsSource) -> None:
    for language in words.words().missing(passage.reading.languages):
        passage.say("definition.missing_language", name=code, language=language)

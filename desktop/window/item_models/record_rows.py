"""What a row of a list of records says: title, a second line, state, picture."""

from __future__ import annotations

from desktop.window.look.states import State
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.values.datapoint import Record
from schema.values.records import show_plain, title_of


def record_title(record: Record, kind: RecordType, language: str) -> str:
    """Return what a record is called; empty where it has no words and nothing typed yet."""
    title = title_of(record, kind, language)
    return "" if title == record.key.id else title


def record_line(record: Record, kind: RecordType, languages: tuple[str, str]) -> str:
    """Return what else is known of a record in short: its other short columns, else how its long words begin.

    `languages` are those of its words and of the reader.
    """
    title, said = record_title(record, kind, languages[0]), list[str]()
    for column in kind.columns:
        words = column_words(record, column, languages)
        if words and words != title and not column.traits.pictured and not column.traits.paragraphs:
            said.append(words)
    if not said:
        long = (column_words(record, one, languages) for one in kind.columns if one.traits.paragraphs)
        said = [words.replace("\n", " ")[:80] for words in long if words][:1]
    return " · ".join(said[:3])


def column_words(record: Record, column: RecordColumn, languages: tuple[str, str]) -> str:
    """Return what stands in a column as people read it."""
    field = record.field(column.code)
    return field.words.best(languages[0]) if column.worded else show_plain(field, column, languages[1])


def record_state(record: Record, kind: RecordType, language: str) -> State:
    """Return how a record stands: carried over untouched, a required column blank, or filled in."""
    if record.carried:
        return "carried"
    required = (column for column in kind.columns if column.required)
    blank = any(not (record.field(one.code).words.get(language) if one.worded else record.field(one.code).typed)
                for one in required)  # fmt: skip
    return "empty" if blank else "filled"

"""What a form writes into the cells of what is kept: what comes back the same was left as it was."""

from __future__ import annotations

from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric, RecordColumn
from schema.grammar.decimals import has_double, plain
from schema.grammar.words import LANGUAGES
from schema.values.datapoint import DataPoint, Field
from schema.values.labels import say_label
from schema.values.records import show_plain

LONGEST = 32_767  # characters that a cell holds

Written = Decimal | str | None


def value_written(point: DataPoint | None) -> Written:
    """Return what stands in the cell of a value: a number in the stored unit, or the text as it was typed."""
    if point is None or point.omission:
        return None
    if point.value is None or point.qualifier or not has_double(point.value):
        return point.typed or (plain(point.value) if point.value is not None else point.unread)
    return point.value


def label_written(point: DataPoint | None, metric: Metric, language: str) -> str | None:
    """Return what stands in the cell of a value that is said in words: its label, or what was typed and not read."""
    if point is None or point.omission:
        return None
    return point.unread if point.value is None else say_label(metric, point.value, language)


def field_written(field: Field, column: RecordColumn, language: str) -> str:
    """Return what stands in the cell of a record's column."""
    if column.worded:
        return field.words.get(language)
    return show_plain(field, column, language) if column.traits.chosen else field.typed


def as_read(written: Written) -> str:
    """Return what a cell's content is once it has been through a workbook."""
    if isinstance(written, Decimal):
        return plain(Decimal(format(float(written), ".15g")))
    return same_lines(written or "")


def is_yes(typed: str, phrase: str, catalogue: Catalogue) -> bool:
    """Whether somebody has chosen what a phrase says in any language, or typed yes in a word of their own."""
    words = catalogue.phrases[phrase]
    return typed.strip().casefold() in {"yes", "y", "1", "是", *(words.get(one).casefold() for one in LANGUAGES)}


def same_lines(text: str) -> str:
    """Return a text as a workbook keeps it: line ends in one form, no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()

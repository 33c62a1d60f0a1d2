"""Kinds of column that keep what Python holds, exactly."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

from schema.storage.times import read_time, write_time
from schema.values.kept_form import read_fields, write_fields

TIME_LENGTH = 27


# A text sorts by code point wherever it is kept: a server would sort as people of its country do.
PLAIN_TEXT = Text().with_variant(Text(collation="C"), "postgresql")


class ExactDecimal(TypeDecorator[Decimal]):
    """A finite Decimal as text, with every digit kept (1.50 stays 1.50)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """Write the number as text; ValueError for what is no number."""
        return None if value is None else _written(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """Read the number back."""
        return None if value is None else Decimal(value)


class PlainJson(TypeDecorator[dict[str, dict[str, str]]]):
    """Texts by name by column as JSON: sorted, without blanks, UTF-8 not escaped."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: dict[str, dict[str, str]] | None, dialect: Dialect) -> str | None:
        """Write the data as text."""
        return None if value is None else write_fields(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> dict[str, dict[str, str]] | None:
        """Read the data back; ValueError where it is not what was written."""
        return None if value is None else read_fields(value)


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC as text with microseconds (2026-03-01T08:00:00.000000Z): sorts, and reads the same anywhere."""

    impl = String(TIME_LENGTH)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write the moment as text."""
        return None if value is None else write_time(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read the moment back."""
        return None if value is None else read_time(value)


def _written(value: Decimal) -> str:
    if not value.is_finite():
        raise ValueError(f"not a number that can be kept: {value}")
    return format(value, "f")

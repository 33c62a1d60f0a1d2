"""States of kept things as strangers send them: read only where they are what the program itself would have written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from schema.grammar.decimals import is_long, plain
from schema.values.kept_form import Column, Holds
from schema.values.kept_things import Subject, Thing, kept_at
from schema.values.parse import clean_text

_MOST = 10**9  # a whole number is a size, a year or a place in a list
_NUMBER = "value"  # the member of a record's field that holds a number


class BadState(Exception):
    """A state is none that the program would have written; `member` is what of it is wrong, empty for all of it."""

    def __init__(self, member: str = "") -> None:
        super().__init__(member)
        self.member = member


def read_state(subject: Subject, text: str) -> Thing | None:
    """Return what stands at a subject, None for an empty text. Raises BadState, whatever the text holds.

    The text must be canonical, its texts clean, its numbers finite and no longer than what can be typed.
    """
    kept = kept_at(subject)
    if not text:
        return None
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadState from error
    if not isinstance(fields, dict):
        raise BadState
    known = {column.member: column for column in kept.columns}
    for member, value in fields.items():  # pyright: ignore[reportUnknownVariableType]
        _check(str(member), value, known)  # pyright: ignore[reportUnknownArgumentType]
    try:
        thing = kept.thing_with(subject, fields)  # pyright: ignore[reportUnknownArgumentType]
        canonical = kept.state(thing)
    except (ValueError, TypeError, KeyError, ArithmeticError) as error:
        raise BadState from error
    if canonical != text or kept.settled(thing) != thing:
        raise BadState
    return thing


def _check(member: str, value: Any, known: Mapping[str, Column]) -> None:
    if member not in known or not _FITS[known[member].holds](value):
        raise BadState(member[:80])


def _is_clean(value: Any) -> bool:
    return isinstance(value, str) and clean_text(value) == value


def _is_number(value: Any) -> bool:
    try:
        number = Decimal(value) if isinstance(value, str) and len(value) < 100 else None
    except InvalidOperation:
        return False
    return number is not None and number.is_finite() and not is_long(number) and plain(number) == value


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST


def _is_fields(value: Any) -> bool:
    return isinstance(value, dict) and all(
        _is_clean(name) and isinstance(texts, dict) and all(map(_is_member, texts.items()))  # pyright: ignore
        for name, texts in value.items()  # pyright: ignore[reportUnknownVariableType]
    )


def _is_member(item: tuple[Any, Any]) -> bool:
    name, text = item
    return _is_clean(name) and (_is_number(text) if name == _NUMBER else _is_clean(text))


_FITS: Mapping[Holds, Callable[[Any], bool]] = {
    "text": _is_clean,
    "exact": _is_number,
    "whole": _is_whole,
    "flag": lambda value: isinstance(value, bool),
    "fields": _is_fields,
}

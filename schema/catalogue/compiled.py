"""The compiled definitions as JSON: what a workspace keeps. Of messages and phrases that is what a company changed.

Opening a workspace so needs no YAML, pydantic, pint or lark.
"""

from __future__ import annotations

import hashlib
import json
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from schema.catalogue import definitions, drawn_blocks, entities, outline, relations
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import KINDS, ProgramWords, WordsInForce
from schema.grammar import formula, words
from schema.grammar.decimals import plain

CLASSES: Mapping[str, type] = {
    name: thing
    for module in (words, formula, entities, definitions, drawn_blocks, outline, relations)
    for name, thing in vars(module).items()
    if isinstance(thing, type) and is_dataclass(thing)
}
_PIECES = 4  # down to one metric, one chapter
_AS_IT_IS = frozenset((str, int, bool))
_FIELDS: Mapping[type, tuple[str, ...]] = {kind: tuple(item.name for item in fields(kind)) for kind in CLASSES.values()}


def to_json(found: Definitions) -> str:
    """Return the canonical JSON of the definitions, their hash left out."""
    return _written(_plain(replace(found, hash="")), _PIECES)


def write_json(data: Any) -> str:
    """Return plain data, as to_json's text is read by any JSON reader, as to_json writes it."""
    return _written(data, _PIECES)


def _written(data: Any, depth: int) -> str:
    """Return plain data as JSON, in pieces of this depth: no other thread runs while the encoder writes one of them."""
    if depth and isinstance(data, dict):
        known = cast("dict[str, Any]", data)
        return "{" + ",".join(f'"{name}":{_written(known[name], depth - 1)}' for name in sorted(known)) + "}"
    if depth and isinstance(data, list):
        return "[" + ",".join(_written(item, depth - 1) for item in cast("list[Any]", data)) + "]"
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def with_hash(found: Definitions) -> Definitions:
    """Return the definitions with the SHA-256 of their canonical JSON."""
    return replace(found, hash=hashlib.sha256(to_json(found).encode()).hexdigest())


def from_json(text: str, program: ProgramWords | None = None) -> Definitions:
    """Read what to_json wrote, today or at any time before; without the program's words only a company's are there."""
    found = read_json(text)
    catalogue = found.catalogue
    if program is not None:
        messages, phrases = (program.in_force(kind, getattr(catalogue, kind)) for kind in KINDS)
        catalogue = replace(catalogue, messages=messages, phrases=phrases)
    return replace(found, catalogue=catalogue, hash=hashlib.sha256(text.encode()).hexdigest())


def read_json(text: str) -> Definitions:
    """Read what to_json wrote as it stands there: no hash, and no words but a company's own."""
    return _reader(Definitions)(json.loads(text))


def _plain(value: Any) -> Any:  # any value of the frozen definitions
    kind = cast("type[Any]", type(value))
    if kind in _AS_IT_IS:  # most of all there is
        return value
    if kind in _FIELDS:
        found: dict[str, Any] = {"_": kind.__name__}
        for name in _FIELDS[kind]:
            data = _plain(getattr(value, name))
            # Nothing, no words and an empty list are left out; 0 and False are said.
            if data or (data is not None and data != "" and data != []):
                found[name] = data
        return found
    if isinstance(value, WordsInForce):
        value = value.changes
    if isinstance(value, Mapping):
        return {"keys": [str(k) for k in value], "values": [_plain(v) for v in value.values()]}  # pyright: ignore
    if isinstance(value, tuple):
        return [_plain(item) for item in value]  # pyright: ignore
    return plain(value) if isinstance(value, Decimal) else value


Reader = Callable[[Any], Any]


@cache
def _reader(wanted: Any) -> Reader:
    """Return the function that makes a value of this type from plain data; made once per type."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        return _union_reader(get_args(wanted))
    if origin is tuple:
        return _tuple_reader(get_args(wanted))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        inner = _reader(get_args(wanted)[1])
        return lambda data: {k: inner(v) for k, v in zip(data["keys"], data["values"], strict=True)}
    if wanted is Decimal:
        return Decimal
    if isinstance(wanted, type) and is_dataclass(wanted):
        return _class_reader(wanted)
    return lambda data: data


def _tuple_reader(arguments: tuple[Any, ...]) -> Reader:
    # Deferred: a section holds sections, so the reader of the inner type may not be made yet.
    inner = arguments[0]
    return lambda data: tuple(map(_reader(inner), data))


def _union_reader(arguments: tuple[Any, ...]) -> Reader:
    if types.NoneType in arguments:
        inner = next(argument for argument in arguments if argument is not types.NoneType)
        return lambda data: None if data is None else _reader(inner)(data)
    return lambda data: _reader(CLASSES[data["_"]])(data)


def _class_reader(wanted: type) -> Reader:
    hints = get_type_hints(wanted, localns=dict(CLASSES))
    kinds = {item.name: hints[item.name] for item in fields(wanted)}
    empties = {item.name: _empty(kinds[item.name], item) for item in fields(wanted)}
    readers: dict[str, Reader] = {}  # filled when the first is read, as above

    def read(data: Mapping[str, Any]) -> Any:
        if not readers:
            readers.update((name, _reader(kind)) for name, kind in kinds.items())
        given = {name: readers[name](value) for name, value in data.items() if name in readers}
        for name, make in empties.items():
            if name not in given:
                given[name] = make()
        return wanted(**given)

    return read


def _empty(kind: Any, item: Field[Any]) -> Callable[[], Any]:
    """What an omitted field means: the empty value of its type, else what it is where nobody says anything."""
    origin = get_origin(kind)
    if origin is tuple:
        return tuple
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return dict
    if kind is str:
        return str
    return lambda: None if item.default is MISSING else item.default

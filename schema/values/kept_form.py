"""What every kept thing is alike: its subject's text form, the columns of its table, its JSON, its place in a snapshot.

Nothing here knows a database: `schema.storage` makes tables and statements out of these descriptions.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, Protocol

from schema.catalogue.outline import Definitions
from schema.grammar.decimals import plain
from schema.values.datapoint import Snapshot

Holds = Literal["text", "exact", "whole", "flag", "fields"]
Address = tuple[Any, ...]
Values = tuple[Any, ...]

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_UNSET = ("", None, False, 0)
_BLANK: Mapping[Holds, Any] = {"text": "", "exact": None, "whole": 0, "flag": False, "fields": {}}


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it holds; `named` is what history calls it, where that is another name.

    `optional` ones may hold nothing; `later` ones came with a revision and were filled with what is not set. What
    `repeats` in many rows is one text in memory.
    """

    name: str
    holds: Holds = "text"
    named: str = ""
    optional: bool = False
    later: bool = False
    repeats: bool = False

    @property
    def member(self) -> str:
        """The name in history's JSON."""
        return self.named or self.name


@dataclass(frozen=True, slots=True)
class Form:
    """How a type of subject is written: as text (`write`, `read` back), and as history has always kept it.

    `kind` is what history calls it, `words` the phrase that names it, `owner` the department that is asked.
    """

    kind: str
    type: type[Any]
    write: Callable[[Any], str]
    read: Callable[[str], Any]
    stored: Callable[[Any], str]
    restored: Callable[[str], Any]
    words: str
    owner: Callable[[Any, Definitions], str]

    def written(self, subject: Any) -> tuple[str, str]:
        """Return the kind and the subject as history writes them."""
        return self.kind, self.stored(subject)


def nobody(subject: Any, definitions: Definitions) -> str:
    """The owner of what no department is asked for: an empty text."""
    del subject, definitions
    return ""


def first_stays(stands: Any, comes: Any) -> Any:
    """What is never another once it is there: of what stands and what comes the first."""
    del comes
    return stands


class Place(Protocol):
    """Where things of one type stand in a snapshot."""

    def finder(self, snapshot: Snapshot) -> Callable[[Any], Any]:
        """Return what gives the thing that stands at a subject, or None."""
        ...

    def all(self, snapshot: Snapshot) -> Mapping[Any, Any]:
        """Return every thing by its subject."""
        ...

    def changed(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return the fields of the snapshot that are others once these things stand there; None takes one out."""
        ...

    def replaced(self, snapshot: Snapshot, things: Mapping[Any, Any]) -> Mapping[str, Any]:
        """Return the fields of the snapshot that are others once nothing but these things stands there."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """One type of thing that is kept, under subjects of one type.

    `located` makes a subject of the columns in `identity`, `address` is the way back; `made` makes a thing of a subject
    and the `columns`, `values` is the way back. `order` names the columns that a reading is sorted by, else things come
    as they were added. `settled` is a thing as it is read back, None where it is nothing. What is kept `once` says
    what stays of what stands there and what comes; what there is very much of may bring a loop of its own, `many`, that
    reads the same out of raw rows. `versioned` rows are changed in place, and therefore counted.
    """

    form: Form
    thing: type[Any]
    table: str
    identity: tuple[Column, ...]
    columns: tuple[Column, ...]
    order: tuple[str, ...]
    located: Callable[..., Any]
    address: Callable[[Any], Address]
    subject: Callable[[Any], Any]
    made: Callable[..., Any]
    values: Callable[[Any], Values]
    place: Place
    settled: Callable[[Any], Any] = lambda thing: thing
    once: Callable[[Any, Any], Any] | None = None
    many: Callable[[Iterable[Sequence[Any]]], dict[Any, Any]] | None = None
    versioned: bool = True
    # Asked for at every row: put together once.
    members: tuple[str, ...] = field(init=False, repr=False, compare=False)
    names: tuple[str, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "members", tuple(column.member for column in self.columns))
        object.__setattr__(self, "names", tuple(column.name for column in self.columns))

    def state(self, thing: Any) -> str:
        """Return what history keeps of a thing, canonical JSON; an empty text for None."""
        return "" if thing is None else self.state_of(self.values(thing))

    def state_of(self, values: Values) -> str:
        """Return what history keeps of the values of the columns."""
        return state(dict(zip(self.members, values, strict=True)))

    def thing_of(self, subject: Any, state: str) -> Any:
        """Read what `state` wrote: the thing at a subject, None for an empty text."""
        return self.thing_with(subject, json.loads(state)) if state else None

    def thing_with(self, subject: Any, fields: Mapping[str, Any]) -> Any:
        """Return the thing at a subject with these fields, by their names in history's JSON."""
        return self.made(subject, *[_value(column, fields) for column in self.columns])

    def row(self, thing: Any) -> dict[str, Any]:
        """Return what a table holds of a thing, by column."""
        return self.named(self.subject(thing)) | self.contents(thing)

    def named(self, subject: Any) -> dict[str, Any]:
        """Return what names a row of the table."""
        return {column.name: part for column, part in zip(self.identity, self.address(subject), strict=True)}

    def contents(self, thing: Any) -> dict[str, Any]:
        """Return what stands in the columns beside those that name the row."""
        return dict(zip(self.names, self.values(thing), strict=True))


def _value(column: Column, fields: Mapping[str, Any]) -> Any:
    value = fields.get(column.named or column.name, _BLANK[column.holds])
    return Decimal(value) if column.holds == "exact" and value is not None else value


def canonical(fields: Mapping[str, object]) -> str:
    """Write fields as canonical JSON: keys sorted, no blanks, what is not set left out."""
    return _ENCODER.encode({name: value for name, value in fields.items() if value not in _UNSET})


def encoded(fields: Mapping[str, object]) -> str:
    """Write fields as canonical JSON, also those that are not set."""
    return _ENCODER.encode(fields)


def state(fields: Mapping[str, object]) -> str:
    """Return what history keeps of the fields that stand at a subject."""
    told: dict[str, object] = {}
    for name, value in fields.items():
        if isinstance(value, Decimal):
            told[name] = plain(value)  # a zero is a value
        elif value if isinstance(value, str) else value not in _UNSET:
            told[name] = value
    return _ENCODER.encode(told)


def read_fields(text: str) -> dict[str, dict[str, str]]:
    """Read texts by name by column out of JSON; ValueError where it is something else."""
    fields = json.loads(text)
    if not isinstance(fields, dict) or not all(map(_is_texts, fields.values())):  # pyright: ignore
        raise ValueError(f"not texts by name: {text}")
    return fields  # pyright: ignore[reportUnknownVariableType]


def write_fields(fields: Mapping[str, Mapping[str, str]]) -> str:
    """Write texts by name by column as JSON."""
    return _ENCODER.encode(fields)


def _is_texts(data: object) -> bool:
    return isinstance(data, dict) and all(isinstance(text, str) for text in data.values())  # pyright: ignore


def _exact(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


# What a database that knows only texts and whole numbers gives, turned into what the columns hold.
_READ: Mapping[Holds, Callable[[Any], Any]] = {"exact": _exact, "flag": bool, "fields": read_fields}


def readings(columns: Sequence[Column]) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """Return which columns of a raw row are to be read, and how; the others are what they hold."""
    return tuple((n, _READ[column.holds]) for n, column in enumerate(columns) if column.holds in _READ)

"""Every wording of the definitions, whatever it stands in."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from schema.grammar.words import Words


def walk(thing, path=""):
    """Yield (where, words) for every Words inside a value of the frozen definitions."""
    if isinstance(thing, Words):
        yield path, thing
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from walk(getattr(thing, field.name), f"{path}.{field.name}")
    elif isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from walk(value, f"{path}/{key}")
    elif isinstance(thing, tuple):
        for number, value in enumerate(thing):
            yield from walk(value, f"{path}[{getattr(value, 'code', getattr(value, 'id', number))}]")

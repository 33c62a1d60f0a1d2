"""The stores inside a Word file: linked values, one entry for each Fact, to which its controls are bound."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from exporters.facts import Fact
from exporters.word.ooxml import clean
from exporters.word.xml_tree import add_child, named, namespace_of
from schema.grammar.decimals import plain


@dataclass(frozen=True, slots=True)
class CustomStore:
    """A custom XML part of ours: its number among them and its namespace, from which its id follows."""

    number: int
    namespace: str

    @property
    def item(self) -> str:
        """Return the id by which controls are bound to it."""
        return "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, self.namespace)).upper() + "}"


VALUES_NAMESPACE = "urn:annals:values:1"
VALUES = CustomStore(1, VALUES_NAMESPACE)
VALUES_ITEM = VALUES.item
_FIELDS = ("ref", "format", "raw", "text", "unit")


@dataclass(frozen=True, slots=True)
class StoredValue:
    """An entry of the store: canonical reference, format, unrounded value, text as printed, the unit's words."""

    ref: str
    format: str
    raw: str
    text: str
    unit: str


def store_xml(facts: Iterable[Fact]) -> str:
    """Return the store, elements only: reference, format, unrounded value, text as printed and unit of each fact."""
    return f'<values xmlns="{VALUES_NAMESPACE}">{"".join(map(_entry, facts))}</values>'


def stored(facts: Iterable[Fact]) -> dict[str, StoredValue]:
    """Return the entries of facts as they are read back."""
    return {
        fact.word_key: StoredValue(
            fact.key.canonical(), fact.format, "" if fact.value is None else plain(fact.value), fact.text, fact.unit
        )
        for fact in facts
    }


def add_to_store(root: Any, values: Mapping[str, StoredValue]) -> None:
    """Add entries to a store that it does not have."""
    namespace = namespace_of(root)
    for key, value in values.items():
        entry = add_child(root, f"{{{namespace}}}{key}")
        for name in _FIELDS:
            add_child(entry, f"{{{namespace}}}{name}").text = str(getattr(value, name)) or None


def _entry(fact: Fact) -> str:
    raw = "" if fact.value is None else plain(fact.value)
    return (
        f"<{fact.word_key}><ref>{clean(fact.key.canonical())}</ref><format>{clean(fact.format)}</format>"
        f"<raw>{raw}</raw><text>{clean(fact.text)}</text><unit>{clean(fact.unit)}</unit></{fact.word_key}>"
    )


def read_store(root: Any) -> dict[str, StoredValue]:
    """Return the entries of a store by their keys; what an entry lacks is empty."""
    return {key: _read(entry) for key, entry in named(root)}


def _read(entry: Any) -> StoredValue:
    said = {name: str(child.text or "") for name, child in named(entry)}
    return StoredValue(*(said.get(name, "") for name in _FIELDS))


def renew_store(root: Any, values: Mapping[str, StoredValue]) -> bool:
    """Put these values in the place of what a store has under their keys; whether anything is different."""
    changed = False
    for key, entry in named(root):
        value, children = values.get(key), dict(named(entry))
        for name in _FIELDS if value else ():
            words, namespace = str(getattr(value, name)), namespace_of(entry)
            child = children.get(name)
            if child is None:
                child = add_child(entry, f"{{{namespace}}}{name}" if namespace else name)
            if (child.text or "") != words:
                child.text = words or None
                changed = True
    return changed

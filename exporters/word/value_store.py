"""The store of linked values inside a Word file: one entry for each Fact, to which its controls are bound."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from exporters.facts import Fact
from exporters.word.ooxml import clean
from schema.grammar.decimals import plain

VALUES_NAMESPACE = "urn:annals:values:1"
VALUES_ITEM = "{" + str(uuid.uuid5(uuid.NAMESPACE_URL, VALUES_NAMESPACE)).upper() + "}"


def store_xml(facts: Iterable[Fact]) -> str:
    """Return the store, elements only: reference, format, unrounded value, text as printed and unit of each fact."""
    return f'<values xmlns="{VALUES_NAMESPACE}">{"".join(map(_entry, facts))}</values>'


def _entry(fact: Fact) -> str:
    raw = "" if fact.value is None else plain(fact.value)
    return (
        f"<{fact.word_key}><ref>{clean(fact.key.canonical())}</ref><format>{clean(fact.format)}</format>"
        f"<raw>{raw}</raw><text>{clean(fact.text)}</text><unit>{clean(fact.unit)}</unit></{fact.word_key}>"
    )

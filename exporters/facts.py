"""The Facts: each number that a report prints from data, once, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from exporters.inlines import LinkState
from schema.grammar.reference import Key


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a number stands: the codes of chapter and section, the id of the Document's block."""

    chapter: str
    section: str
    block: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A number in a format. `value` is unrounded in the stored unit, `resolution` the size of its last printed digit.

    `word_key` names it in the store of the Word draft; `text` is printed, `unit` beside it; a number that is missing
    or left out has no value.
    """

    key: Key
    format: str
    word_key: str
    name: str
    text: str
    unit: str
    state: LinkState
    value: Decimal | None
    qualifier: str
    resolution: Decimal | None
    stands: tuple[Stand, ...]

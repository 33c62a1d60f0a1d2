"""The company as typed fields."""

from __future__ import annotations

from dataclasses import dataclass

from schema.grammar.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Company:
    """The company as typed fields, usable in texts as {company.short}; colours are #rrggbb."""

    name: Words
    short: Words
    stock_code: str = ""
    website: str = ""
    email: str = ""
    address: Words = NO_WORDS
    colours: tuple[str, ...] = ()
    phone: str = ""
    contact: Words = NO_WORDS  # who answers readers: a department or a person

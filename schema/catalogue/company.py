"""The company as typed fields."""

from __future__ import annotations

from dataclasses import dataclass

from schema.grammar.fiscal import CALENDAR_END, SPANNED, FiscalYear
from schema.grammar.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Company:
    """The company as typed fields, usable in texts as {company.short}; colours are #rrggbb.

    `year_ends` is the month and day on which its year ends (03-31), empty for the calendar year; `year_label` how a
    year over two calendar years is called: `spanned` (2020/21, where nothing is said) or `ending` (2021). `languages`
    are those in which everything has words; where none is named, those of its own name. `regions` are the factors of
    where it is (grid.north): what a formula means by a whole group of them (grid.*).
    """

    name: Words
    short: Words
    stock_code: str = ""
    website: str = ""
    email: str = ""
    address: Words = NO_WORDS
    colours: tuple[str, ...] = ()
    phone: str = ""
    contact: Words = NO_WORDS  # who answers readers: a department or a person
    year_ends: str = ""
    year_label: str = ""
    languages: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    base_year: int | None = None  # with which its emissions are compared

    @property
    def fiscal(self) -> FiscalYear:
        """Its year."""
        return FiscalYear(self.year_ends or CALENDAR_END, self.year_label or SPANNED)

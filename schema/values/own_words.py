"""What a text says of its company and its year by a field: {company.short}, {company.year}, {company.yearended}."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from schema.catalogue.company_fields import company_words
from schema.catalogue.definitions import Catalogue
from schema.values.period_words import bare_year, ended_words

# By the codes of catalogue.company_fields.YEAR_FIELDS.
_OF_THE_YEAR: Mapping[str, Callable[[int, Catalogue, str], str]] = {
    "company.year": bare_year,
    "company.yearended": ended_words,
}


def own_words(code: str, catalogue: Catalogue, year: int, language: str) -> str | None:
    """Return what `{company.<field>}` stands for in a report of a year; None where there is no such field."""
    of_year = _OF_THE_YEAR.get(code)
    return of_year(year, catalogue, language) if of_year else company_words(catalogue.company, code, language)

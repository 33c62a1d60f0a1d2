"""The company's fields as texts may name them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from schema.catalogue.definitions import Company

# What `{company.<field>}` stands for, by that code, in a language.
COMPANY_FIELDS: Mapping[str, Callable[[Company, str], str]] = {
    "company.name": lambda company, language: company.name.best(language),
    "company.short": lambda company, language: company.short.best(language),
    "company.stockcode": lambda company, _: company.stock_code,
    "company.website": lambda company, _: company.website,
    "company.email": lambda company, _: company.email,
    "company.address": lambda company, language: company.address.best(language),
    "company.phone": lambda company, _: company.phone,
    "company.contact": lambda company, language: company.contact.best(language),
}

# What `{company.<field>}` says of the report's year; schema.values.own_words has the words.
YEAR_FIELDS = ("company.year", "company.yearended")


def company_words(company: Company, code: str, language: str) -> str | None:
    """Return what `{company.<field>}` stands for; None where there is no such field."""
    field = COMPANY_FIELDS.get(code)
    return field(company, language) if field is not None else None

"""The company's fields as texts may name them."""

from __future__ import annotations

from schema.catalogue.definitions import Company


def company_words(company: Company, code: str, language: str) -> str | None:
    """Return what `{company.<field>}` stands for; None where there is no such field."""
    if not code.startswith("company."):
        return None
    fields = {
        "company.name": company.name.best(language),
        "company.short": company.short.best(language),
        "company.stockcode": company.stock_code,
        "company.website": company.website,
        "company.email": company.email,
        "company.address": company.address.best(language),
        "company.phone": company.phone,
        "company.contact": company.contact.best(language),
    }
    return fields.get(code)

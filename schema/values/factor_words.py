"""How a dated factor is said: value, unit, years, source."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue
from schema.catalogue.factors import FactorVersion
from schema.catalogue.punctuation import PUNCTUATION
from schema.grammar.decimals import plain


def unit_words(version: FactorVersion, catalogue: Catalogue, language: str) -> str:
    """Return the unit of a factor: kgCO₂e/kWh."""
    known = (catalogue.units.get(code) for code in version.unit.split("/"))
    return "/".join(one.name.best(language) for one in known if one is not None)


def year_words(version: FactorVersion) -> str:
    """Return the years in which a factor is in force: 2021, 2015–2020, 2023–."""
    if version.since and version.until == version.since:
        return str(version.since)
    return f"{version.since or ''}–{version.until or ''}".removeprefix("–") if version.since or version.until else ""


def factor_said(version: FactorVersion, catalogue: Catalogue, language: str) -> str:
    """Return a factor as people check it: name, value, unit, the years in which it is in force, and its source."""
    marks = PUNCTUATION[language]
    unit = unit_words(version, catalogue, language)
    said = f"{version.name.best(language)}{marks.colon}{plain(version.value)} {unit}"
    return marks.bracketed(said, marks.comma.join(filter(None, (year_words(version), version.source))))

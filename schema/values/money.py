"""Which units are money: profits, tax and returns in them may be negative."""

from __future__ import annotations

from collections.abc import Mapping

from schema.catalogue.definitions import Unit
from schema.values.currencies import CURRENCIES


def currency_code(unit: Unit) -> str:
    """Return the code of the currency that a unit is by its code, names or aliases; empty for any other unit."""
    names = (unit.code, unit.name.en, unit.name.zh_hans, unit.name.zh_hant, *unit.aliases)
    return next((code for name in names if (code := CURRENCIES.get(name.lower(), ""))), "")


def in_money(unit: Unit, units: Mapping[str, Unit]) -> bool:
    """Whether values in a unit are amounts of money, or of money per something."""
    bases = {part.partition("^")[0] for part in unit.dimension.split()}
    alone = (one for one in units.values() if one.dimension.removesuffix("^1") in bases)
    return bool(bases) and any(currency_code(one) for one in alone)

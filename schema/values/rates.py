"""An amount in another currency than its metric's: converted with the dated rate in force, and what that was is told.

A rate is a factor whose unit is one currency over another (hkd/usd: what one US dollar is in Hong Kong dollars). Of one
whose code ends in `average` only what flows over the year is converted, of one that ends in `closing` only what stands
at its end; any other is for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.factors import FactorVersion
from schema.grammar.decimals import EXACT, plain, quotient
from schema.values.decimal_marks import DecimalMark
from schema.values.money import currency_code
from schema.values.parse import Notice, Parsed, parse_value

AVERAGE, CLOSING = "average", "closing"
_FOR_EVER = 9999


@dataclass(frozen=True, slots=True)
class Written:
    """A text as it stands: with the unit of its column or field ("" = the stored one), and what parts its decimals."""

    text: str
    unit: str = ""
    decimal: DecimalMark = "point"


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate in force: what one of the other currency is in the metric's."""

    value: Decimal
    version: FactorVersion


def parse_in_year(written: Written, metric: Metric, catalogue: Catalogue, year: int) -> Parsed:
    """Read a value of a year as `parse_value` does; an amount in another currency is converted with a rate in force."""
    parsed = parse_value(written.text, metric, catalogue, written.unit, written.decimal)
    other = catalogue.units.get(parsed.detail) if parsed.problem == "unit.other_dimension" else None
    own = catalogue.units.get(metric.unit)
    if other is None or own is None or not (currency_code(other) and currency_code(own)):
        return parsed
    rate = rate_of(catalogue, other.code, metric, year)
    if rate is None:
        return replace(parsed, problem="unit.rate")
    amount = parse_value(written.text, replace(metric, unit=other.code), catalogue, written.unit, written.decimal)
    if amount.value is None:
        return parsed
    value, step = (EXACT.multiply(part, rate.value) for part in (amount.value, amount.resolution))
    noticed = (*amount.noticed, Notice("rate", _said(rate, other.code, metric)))
    return replace(amount, value=value, resolution=step, noticed=noticed)


def rate_of(catalogue: Catalogue, currency: str, metric: Metric, year: int) -> Rate | None:
    """Return the rate in force in a year for what a metric counts, the one for its timing first, or None."""
    found = [rate for rate in _rates(catalogue, currency, metric.unit, year) if _serves(rate.version, metric)]
    return max(found, key=lambda rate: (_meant_for(rate.version) != "", rate.version.since), default=None)


def _rates(catalogue: Catalogue, currency: str, own: str, year: int) -> Iterator[Rate]:
    for version in catalogue.factors:
        above, _, below = (part.strip() for part in version.unit.partition("/"))
        if not version.value or not version.since <= year <= (version.until or _FOR_EVER):
            continue
        if (above, below) == (own, currency):
            yield Rate(version.value, version)
        elif (above, below) == (currency, own):
            yield Rate(quotient(Decimal(1), version.value), version)


def _meant_for(version: FactorVersion) -> str:
    return next((end for end in (AVERAGE, CLOSING) if version.code.endswith(end)), "")


def _serves(version: FactorVersion, metric: Metric) -> bool:
    return _meant_for(version) in ("", CLOSING if metric.timing == "stock" else AVERAGE)


def _said(rate: Rate, currency: str, metric: Metric) -> str:
    """Return a rate as a person checks it: 1 usd = 7.83 hkd, its code, and where it was found."""
    version = rate.version
    return f"1 {currency} = {plain(rate.value)} {metric.unit}; {version.code}, {version.source}".rstrip(", ")

"""factors.csv: dated constants with their units and sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from schema.catalogue import sources as form
from schema.catalogue.definitions import Catalogue, Unit
from schema.catalogue.dimensions import PURE, Dimension, combine, dimension_text
from schema.catalogue.factors import FactorVersion, group_of
from schema.catalogue.reading import Passage, Reading
from schema.catalogue.yaml_source import Source
from schema.grammar.words import Words


def load_factors(
    reading: Reading, units: Mapping[str, Unit], dimensions: Mapping[str, Dimension]
) -> tuple[FactorVersion, ...]:
    """Read factors.csv."""
    columns = ("code", "name_zh_hans", "value", "unit", "since", "until", "source")
    result: list[FactorVersion] = []
    for source, row in reading.rows("factors.csv", columns):
        scale, dimension = _unit_product(reading, source, row["unit"], units, dimensions)
        value = reading.decimal(row["value"], source, ("value",)) or Decimal(0)
        name = Words(row["name_zh_hans"], row.get("name_zh_hant", ""), row.get("name_en", ""))
        since, until = (reading.year(row[name], source, (name,)) for name in ("since", "until"))
        if until and until < since:
            reading.say(source, ("until",), "definition.factor_years", name=row["code"], value=str(until))
        result.append(
            FactorVersion(
                row["code"],
                name,
                value,
                row["unit"],
                scale,
                dimension_text(dimension),
                since,
                until,
                row["source"],
            )
        )
    return tuple(result)


def check_company_regions(reading: Reading, catalogue: Catalogue) -> None:
    """Say which of the company's regions is no factor; the company itself is read before the factors are."""
    if catalogue.company.regions:
        _, source = reading.read("company.yaml", form.CompanyFile)
        check_regions(Passage(reading, source, ("company",)), catalogue.company.regions, catalogue.factors)


def check_regions(passage: Passage, regions: Sequence[str], factors: Iterable[FactorVersion]) -> None:
    """Say what is wrong with the factors of a place: each must be known, and the only one of its group."""
    codes = list(dict.fromkeys(factor.code for factor in factors))
    seen: dict[str, str] = {}
    for region in regions:
        if not passage.at("regions").known(region, codes, "factor"):
            continue
        before = seen.setdefault(group_of(region) or region, region)
        if before != region:
            passage.at("regions").say("definition.two_regions", name=region, value=before)


def _unit_product(
    reading: Reading,
    source: Source,
    text: str,
    units: Mapping[str, Unit],
    dimensions: Mapping[str, Dimension],
) -> tuple[Decimal, Dimension]:
    """Read unit codes joined by / (kgce/m3): the first is above the line."""
    scale, dimension = Decimal(1), PURE
    for index, code in enumerate(text.split("/")):
        if not reading.known(code.strip(), units, "unit", source, ("unit",)):
            continue
        factor = units[code.strip()].factor
        scale = scale * factor if index == 0 else scale / factor
        dimension = combine(dimension, dimensions[code.strip()], 1 if index == 0 else -1)
    return scale, dimension

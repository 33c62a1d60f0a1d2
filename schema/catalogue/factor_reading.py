"""factors.csv: dated constants with their units and sources."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from schema.catalogue.definitions import FactorVersion, Unit
from schema.catalogue.dimensions import PURE, Dimension, combine, dimension_text
from schema.catalogue.reading import Reading
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

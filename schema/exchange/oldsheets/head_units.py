"""The units that the heads of a table name, and those beside which a share stands."""

from __future__ import annotations

import re

from schema.exchange.oldsheets.column import Table
from schema.exchange.oldsheets.head_periods import head_unit

_SHARE_BESIDE = re.compile(r"\s*[（(/／,、]\s*(?:占比)?[%％]\s*[)）]?$")


def unit_of_heads(table: Table) -> str:
    """Return the unit that every year's head names (2021年（万吨）), or that stands above the names; else nothing."""
    units = {column.unit for column in (*table.years(), *table.all("value"))}
    name = table.column("name")
    above = head_unit(name.head) if name else ""
    return (next(iter(units)) if len(units) == 1 else "") or above


def without_share(text: str) -> str:
    """A unit beside which a share stands, too (人（%）), is that of the count."""
    return _SHARE_BESIDE.sub("", text).strip() or text

"""What the line of a breakdown says of a year: that its members add up to the whole, what they come to, what lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from desktop.work.sheet.rows import Row
from desktop.work.wording import Wording
from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key, category_parts
from schema.values.figures import Result
from schema.values.intervals import qualifier_of_sum
from schema.values.omissions import counts_as_nothing

# All are there and come to the whole, or to another number; all are there and nobody has told the whole; some lack;
# nothing is there; or members that no sum is made of.
Standing = Literal["adds", "differs", "sum", "lacking", "empty", "apart"]


@dataclass(frozen=True, slots=True)
class PartsSum:
    """`shown` is the sum of what is there and `whole` the whole as they are shown; `lacking` counts members."""

    standing: Standing
    shown: str = ""
    whole: str = ""
    lacking: int = 0


def sums_up(metric: Metric, catalogue: Catalogue, row: Row) -> bool:
    """Whether the members of a breakdown's line come to the whole."""
    part = row.parts[0] if row.parts else None
    fixed = dict(category_parts(row.key.category)) if row.key else {}
    free = [code for code, _ in category_parts(part.category) if code not in fixed] if part else []
    return bool(free) and all(code in metric.sum_over and catalogue.breakdowns[code].complete for code in free)


def parts_sum(row: Row, period: int, wording: Wording, result: Callable[[Key], Result]) -> PartsSum:
    """Return how the members of a breakdown stand in a year; those of a metric that does not add up are counted."""
    results = [result(replace(part, period=period)) for part in row.parts]
    known = [one for one in results if one.value is not None]
    lacking = sum(one.value is None and not counts_as_nothing(one.omission) for one in results)
    if not known or row.key is None:
        return PartsSum("empty", lacking=lacking)
    if not sums_up(wording.metric, wording.catalogue, row):
        return PartsSum("lacking" if lacking else "apart", lacking=lacking)
    total = Decimal(0)
    for one in known:
        total = EXACT.add(total, one.value or Decimal(0))
    qualifier = qualifier_of_sum((one.value or Decimal(0), one.qualifier) for one in known)
    shown = wording.shown(Result(row.key, "figure", total, qualifier))
    if lacking:
        return PartsSum("lacking", shown, lacking=lacking)
    whole = result(replace(row.key, period=period))
    if whole.value is None or whole.total:
        return PartsSum("sum", shown)
    told = wording.shown(whole)
    return PartsSum("adds" if told == shown else "differs", shown, told)

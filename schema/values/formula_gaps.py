"""Why a formula has no value."""

from __future__ import annotations

from collections.abc import Sequence

from schema.grammar.formula import Formula, is_product
from schema.grammar.reference import Key
from schema.values.omissions import counts_as_nothing
from schema.values.result import Result, ResultReason
from schema.values.rollup.resolve import ABSENT


def without_value(key: Key, formula: Formula, used: Sequence[Result], *, lacks_factor: bool) -> Result:
    """Return that an input is missing or a factor, or that what the figure is made of does not apply.

    That is so where none of its inputs applies, or one of those that it multiplies; a sum passes over such a part.
    """
    inputs, lacking = tuple(dict.fromkeys(one.key for one in used)), [one for one in used if one.value is None]
    absent = bool(lacking) and all(counts_as_nothing(one.omission) for one in lacking)
    if absent and (len(lacking) == len(used) or is_product(formula.tree)):
        return Result(key, "omission", omission=ABSENT, inputs=inputs)
    reason: ResultReason = "factor" if lacks_factor and not lacking else "missing"
    return Result(
        key, "missing", inputs=inputs, missing=tuple(dict.fromkeys(one.key for one in lacking)), reason=reason
    )

"""How much of the whole a part of a breakdown is, in percent: computed only where both numbers bear it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from schema.catalogue.number_format import Format
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.values.figures import Figures

_TWO, _HUNDRED = Decimal(2), Decimal(100)
_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class WholeShare:
    """A part in percent of its whole, unrounded, with the `decimals` that both bear; without a value, why.

    "missing": one of the two is not there (`lacking`), or the reference names no part. "inexact": they are there, and
    no share of them means anything.
    """

    value: Decimal | None = None
    decimals: int = 0
    reason: Literal["", "missing", "inexact"] = ""
    lacking: Key | None = None


def share_of_whole(figures: Figures, key: Key, form: Format) -> WholeShare:
    """Return the share that a format asks for (`share%`, `share% 0`): decimals that it names are kept, or none told."""
    whole_key = replace(key, category="")
    part, whole = figures.value(key), figures.value(whole_key)
    if not key.category or part.value is None or whole.value is None:
        return WholeShare(reason="missing", lacking=key if part.value is None else whole_key)
    if part.qualifier or whole.qualifier or whole.value <= 0 or part.value < 0:
        return WholeShare(reason="inexact")
    value = quotient(EXACT.multiply(part.unrounded or part.value, _HUNDRED), whole.unrounded or whole.value)
    halves = figures.half_step(part), EXACT.multiply(figures.half_step(whole), quotient(value, _HUNDRED))
    reach = quotient(EXACT.multiply(EXACT.add(*halves), _HUNDRED), whole.value)
    asked = _DECIMALS if form.decimals is None else form.decimals
    for decimals in range(asked, -1, -1) if form.decimals is None else (asked,):
        if reach * _TWO <= Decimal(1).scaleb(-decimals):
            return WholeShare(value, decimals)
    return WholeShare(reason="inexact")

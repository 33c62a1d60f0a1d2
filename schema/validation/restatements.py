"""A restatement drafted from what a report printed and what is true now, or the reason why there is none to make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.grammar.reference import Key
from schema.validation.published import is_restatable
from schema.values.datapoint import Restatement
from schema.values.figures import Figures


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a value cannot be restated: the code of a sentence, and what fills its places."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict[str, str])


def restate(figures: Figures, report: str, key: Key) -> Restatement | Refused:
    """Return the restatement of a key that `report` printed otherwise, still without its reason."""
    named = {"report": report, "reference": key.canonical()}
    printed = [value for value in figures.snapshot.published if value.report == report and value.key == key]
    now = figures.value(key)
    if not printed:
        return Refused("restate.not_printed", named)
    if now.value is None:
        return Refused("restate.no_value", named)
    wrong = [value for value in printed if is_restatable(now.value, now.qualifier, value)]
    if not wrong:
        return Refused("restate.equal", {**named, "text": printed[0].text})
    # Of several places the one that printed most digits says best what it was.
    best = min(wrong, key=lambda value: value.resolution)
    return Restatement(report, key, best.text, best.place, best.value, now.value)

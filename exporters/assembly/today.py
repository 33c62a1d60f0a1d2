"""What linked numbers of a report say today, also those that no block of it asks for any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from exporters.assembly.assembly import Assembly
from exporters.assembly.facts import PlacedBlock, facts_of
from exporters.assembly.linked_text import factor_number
from exporters.assembly.numbers import linked
from exporters.assembly.shapes import printing, shape_for
from exporters.facts import Fact
from schema.catalogue.number_format import parse_format
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, parse_reference
from schema.validation.text_checks import known
from schema.values.display import resolve_format

Lost = Literal["unknown", "gone", "format"]
LOST: tuple[Lost, ...] = ("unknown", "gone", "format")


@dataclass(frozen=True, slots=True)
class Today:
    """A number as it is printed today; `raw` is exact, empty where there is none. `state` as in a Fact."""

    ref: str
    format: str
    raw: str
    text: str
    unit: str
    state: str


class TodaysNumbers:
    """The numbers of one report in one language; those of its blocks as the blocks print them."""

    def __init__(self, assembly: Assembly, placed: Iterable[PlacedBlock]) -> None:
        self._assembly = assembly
        self.facts: Mapping[str, Fact] = {fact.word_key: fact for fact in facts_of(placed)}

    def of(self, key: str, ref: str, form: str) -> Today | Lost:
        """Return the number with this key in the store, or why there is none; `ref` and `form` may be unknown."""
        fact = self.facts.get(key)
        if fact is not None:
            raw = "" if fact.value is None else plain(fact.value)
            return Today(fact.key.canonical(), fact.format, raw, fact.text, fact.unit, fact.state)
        reference = parse_reference(ref) if ref else None
        if reference is None or reference.wildcard:
            return "unknown"
        return self._looked_up(reference.key(self._assembly.year), form)

    def _looked_up(self, key: Key, form: str) -> Today | Lost:
        assembly = self._assembly
        if not known(key, assembly.figures):
            return "gone" if metric_of(assembly.catalogue, key.metric) is not None else "unknown"
        if form and parse_format(form, assembly.catalogue.units) is None:
            return "format"
        if key.metric.startswith("factor."):
            version = assembly.figures.factor(key.metric.removeprefix("factor."), key.period)
            if version is None:
                return "gone"
            number = factor_number(assembly, key, form, version)
        else:
            number = linked(assembly, key, form).number
        return Today(number.reference, number.format, number.raw, number.text, number.unit, number.state)

    def around(self, ref: str, form: str, raw: str) -> tuple[str, str]:
        """Return what a sentence prints before and behind a number of this size; nothing of a change on last year."""
        assembly, reference = self._assembly, parse_reference(ref)
        metric = metric_of(assembly.catalogue, reference.code) if reference else None
        if metric is None or not raw:
            return "", ""
        full = resolve_format(metric, assembly.catalogue, form)
        if full.change:
            return "", ""
        value = Decimal(raw)
        measure = shape_for(assembly, metric, full, value)
        said = printing(assembly).say(measure, full, value, "")
        return said.before, said.after

"""The Facts of what is held for a report and stands nowhere in its draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporters.assembly.assembly import Assembly
from exporters.assembly.facts import fact_of
from exporters.assembly.numbers import linked
from exporters.facts import Fact
from schema.grammar.reference import Key


def held_facts(assembly: Assembly, keys: Iterable[Key], printed: Iterable[Fact]) -> Iterator[Fact]:
    """Yield each value at these keys as the draft would show it, without those printed in their own format.

    A key without any value or reason yields nothing.
    """
    known = {fact.key for fact in printed if not fact.format}
    for key in dict.fromkeys(keys):
        if key not in known and assembly.figures.value(key).kind != "missing":
            yield fact_of(linked(assembly, key, "").number, ())

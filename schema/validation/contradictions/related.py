"""The values that a relation holds against each other, in base units and as far as their words reach."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from schema.catalogue.relations import RelationName
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Ref
from schema.grammar.reference import Key
from schema.validation.contradictions.contradiction import Contradiction, contradiction
from schema.validation.contradictions.prints import of_value
from schema.validation.facts import AmountAt, Fact
from schema.validation.issue import Issue, Severity
from schema.values.figures import Figures, Result
from schema.values.interval_arithmetic import add, divide, exactly, multiply
from schema.values.intervals import Interval, by_the_letter, within_reach

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Said:
    """One value of a relation; `scale` brings it to base units."""

    result: Result
    scale: Decimal
    figures: Figures

    @property
    def letter(self) -> Interval:
        """What it may be by its words alone, in base units."""
        return self._span(by_the_letter)

    @property
    def reach(self) -> Interval:
        """What it may be before its words mislead, in base units."""
        return self._span(within_reach)

    def _span(self, how: Callable[[Decimal, str, Decimal], Interval]) -> Interval:
        def read(entered: Result) -> Interval:
            return how(entered.value or Decimal(0), entered.qualifier, self.figures.half_step(entered))

        return multiply(self.figures.interval(self.result.key, read), exactly(self.scale))

    @property
    def amount(self) -> AmountAt:
        """It with its name."""
        return AmountAt(self.result.key, self.value, self.result.qualifier)

    @property
    def value(self) -> Decimal:
        """The number, in its stored unit."""
        return self.result.value or Decimal(0)

    @property
    def base(self) -> Decimal:
        """The number, in base units."""
        return EXACT.multiply(self.value, self.scale)

    @property
    def period(self) -> int:
        """The year that it is of."""
        return self.result.key.period


def _one(term: Ref, key: Key, figures: Figures) -> Said | None:
    """Return what stands at a key; None where there is no value."""
    result = figures.value(key)
    return None if result.value is None else Said(result, term.scale, figures)


def members(term: Ref, figures: Figures, at: Key) -> tuple[Said, ...]:
    """Return what stands at the keys of a term; nothing where one of them is missing."""
    said = [_one(term, key, figures) for key in figures.targets(term, at)]
    known = tuple(one for one in said if one is not None)
    return known if len(known) == len(said) else ()


def summed(parts: Sequence[Said]) -> tuple[Interval, Interval]:
    """Return what a sum may be, by its words alone and as far as they reach."""
    letter = reach = exactly(Decimal(0))
    for part in parts:
        letter, reach = add(letter, part.letter), add(reach, part.reach)
    return letter, reach


def slackened(known: Interval, slack: Decimal) -> Interval:
    """Return what a side may be where the other one may be some percent more."""
    if not slack:
        return known
    far = exactly(EXACT.add(Decimal(1), quotient(slack, _HUNDRED)))
    return Interval(divide(known, far).low, known.high, known.open_low, known.open_high)


def amounts(said: Sequence[Said]) -> tuple[AmountAt, ...]:
    """Return values with their names, for a sentence."""
    return tuple(one.amount for one in said)


def of_relation(
    kind: RelationName, severity: Severity, said: Sequence[Said], facts: Mapping[str, Fact]
) -> Contradiction:
    """Return a relation that does not hold; it stands at the first of its values."""
    issue = Issue(f"contradiction.{kind}", severity, said[0].result.key, facts)
    return contradiction(issue, tuple(of_value(one.result) for one in said))

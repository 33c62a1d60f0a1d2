"""How the data changed, against what a sentence says of it: every value that a number may stand for is tried."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.statements.measures import stretch
from schema.validation.statements.statement import Claim, Statement
from schema.values.comparison import moved
from schema.values.figures import Figures
from schema.values.intervals import ENDLESS, ZERO, Interval, by_the_letter
from schema.values.qualifiers import qualifier_of

_ONE = Decimal(1)
# A change of less than so many percent may be called none; a multiple may miss by so much of itself.
_FLAT, _LOOSE = Decimal(3), Decimal("0.05")
# 翻番 is said of twice as much; of more than so many times that it is another size.
_BEYOND = Decimal("1.5")


@dataclass(frozen=True, slots=True)
class Change:
    """A value now and at the time it is compared with, in the metric's stored unit."""

    now: Key
    before: Key
    value: Decimal
    earlier: Decimal
    qualifiers: tuple[str, str] = ("", "")

    @property
    def percent(self) -> Decimal | None:
        """The change in percent of the earlier value."""
        return moved(self.value, self.earlier)

    @property
    def difference(self) -> Decimal:
        """The change in the stored unit."""
        return EXACT.subtract(self.value, self.earlier)

    @property
    def exact(self) -> bool:
        """Whether both values are known to the last digit."""
        return not any(self.qualifiers)

    def intervals(self) -> tuple[Interval, Interval]:
        """Return all that the value now and the earlier one may be."""
        return by_the_letter(self.value, self.qualifiers[0]), by_the_letter(self.earlier, self.qualifiers[1])


def change_of(figures: Figures, key: Key, basis: int) -> Change | None:
    """Return how a value changed since a year; None where one is missing or the two do not count the same."""
    before = replace(key, period=basis)
    if basis >= key.period or not key.period or figures.breaks(key.metric, basis, key.period):
        return None
    now, then = figures.value(key), figures.value(before)
    if now.value is None or then.value is None:
        return None
    return Change(key, before, now.value, then.value, (now.qualifier, then.qualifier))


def contradicts(claim: Claim, change: Change, qualifier: str = "") -> bool:
    """Whether no value that the data allow makes the claim true; the qualifier is that of a multiple."""
    now, then = change.intervals()
    match claim.sense:
        case "up":
            return now.high <= then.low
        case "down":
            return now.low >= then.high
        case "same":
            return change.exact and change.percent is not None and change.percent.copy_abs() > _FLAT
        case "double":
            return _misses(change, claim.factor, qualifier)
        case "first" | "rank":
            return False


def bears_out(claim: Claim, change: Change) -> bool:
    """Whether every value that the data allow makes a direction true beyond doubt: what denies it is wrong then."""
    now, then = change.intervals()
    moved_far = change.percent is not None and change.percent.copy_abs() > _FLAT
    match claim.sense:
        case "up":
            return moved_far and now.low > then.high
        case "down":
            return moved_far and now.high < then.low
        case "same" | "double" | "first" | "rank":
            return False


def _ratio(change: Change) -> Interval | None:
    """Return how many times as much there may be as before; None where that has no meaning."""
    now, then = change.intervals()
    if then.low <= 0 or now.low < 0:
        return None
    low = ZERO if then.high == ENDLESS else quotient(now.low, then.high)
    return Interval(low, ENDLESS if now.high == ENDLESS else quotient(now.high, then.low), now.open_low, now.open_high)


def _slack(factor: Decimal, qualifier: str) -> Decimal:
    """Return by how much a multiple may miss: a word of its own says how far, more than and less than miss nothing."""
    row = qualifier_of(qualifier)
    share = row.reach if row.side == "around" or row.code == "nearly" else ZERO if row.code else _LOOSE
    return EXACT.multiply(factor, share)


def _misses(change: Change, factor: Decimal, qualifier: str) -> bool:
    """A multiple is reached as soon as it is nearly reached; half is less than so much."""
    ratio = _ratio(change)
    if ratio is None:
        return False
    slack = _slack(factor, qualifier)
    if factor < _ONE:
        return ratio.low > EXACT.add(factor, slack)
    return ratio.high < EXACT.subtract(factor, slack)


def overshoots(claim: Claim, change: Change, qualifier: str) -> bool:
    """Whether far more came than a multiple says: tripled is more than doubled, five times as much is not doubled."""
    ratio = _ratio(change)
    if claim.sense != "double" or claim.factor < _ONE or ratio is None:
        return False
    if qualifier_of(qualifier).side == "above":
        return False
    return ratio.low > EXACT.multiply(claim.factor, _BEYOND)


def multiple_differs(said: Statement, change: Change, *, level: bool, loose: bool = True) -> bool:
    """Whether a typed multiple is none that the data give.

    增至 3 倍 is three times as much (`level`); 增长 3 倍 is four times as much, and people also say it of three
    (`loose`); 增长一倍 is said of twice as much alone.
    """
    ratio, slack = _ratio(change), ZERO if said.qualifier else EXACT.multiply(said.value, _LOOSE)
    if ratio is None:
        return False
    known = stretch(said)
    wide = Interval(EXACT.subtract(known.low, slack), EXACT.add(known.high, slack), known.open_low, known.open_high)
    if level:
        return not wide.meets(ratio)
    grown = replace(ratio, low=EXACT.subtract(ratio.low, _ONE), high=EXACT.subtract(ratio.high, _ONE))
    return not (wide.meets(grown) or (loose and wide.meets(ratio)))


def size_differs(size: Statement, change: Change, *, share: bool, percent: bool) -> bool:
    """Whether a typed size of a change is none of those that the data give; `share`: the metric is told in percent.

    A share changes by points, but people also say so much percent of it: either will do.
    """
    if not change.exact:
        return False
    said = stretch(size)
    truths = [change.difference.copy_abs()] if share or not percent else []
    if percent and change.percent is not None:
        truths.append(change.percent.copy_abs())
    return bool(truths) and not any(_holds(said, truth) for truth in truths)


def _holds(said: Interval, truth: Decimal) -> bool:
    return said.low <= truth <= said.high

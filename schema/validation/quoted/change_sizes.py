"""By how much a value is said to have changed (同比增长 16.2%), held against its values of two years."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.quoted.known_facts import KnownFacts
from schema.validation.quoted.mentions import Mention
from schema.validation.quoted.name_index import Candidate
from schema.validation.quoted.quoted_number import QuotedNumber
from schema.validation.statements.measures import stretch
from schema.values.intervals import Interval

_HUNDRED = Decimal(100)
_YEARLY = ("同比", "按年", "较上", "較上", "较去年", "較去年", "比上", "比去年", "year", "yoy", "from 20", "over 20")


@dataclass(frozen=True, slots=True)
class Change:
    """What the workspace says of a change: from which value to which one, in percent or points of it."""

    before: Key
    now: Key
    size: Decimal


def change_of(
    mention: Mention, candidates: Iterable[Candidate], last: QuotedNumber | None, known: KnownFacts
) -> Change | None:
    """Return the change that a number tells the size of: of what its own words name, else of the number before it."""
    statement, claim = mention.statement, mention.sized
    if statement is None or claim is None or statement.units != (PERCENT,) or claim.sense not in ("up", "down"):
        return None
    if not mention.time.said or not mention.time.whole or not _is_yearly(mention):
        return None
    named = next((c for c in candidates if c.certain and not c.target.record and c.beside >= c.share / 2), None)
    if named is not None:
        key = Key(named.target.metric, mention.time.year, category=named.target.category)
    elif last is not None and last.key is not None and last.key.period == mention.time.year:
        key = last.key
    else:
        return None
    return _change(key, known)


def agrees(change: Change, mention: Mention) -> bool:
    """Whether the size is the one that is written, at its digits and in its direction."""
    assert mention.statement is not None
    assert mention.sized is not None
    size = change.size if mention.sized.sense == "up" else -change.size
    return stretch(mention.statement).meets(Interval(size, size))


def _is_yearly(mention: Mention) -> bool:
    """Whether the words compare with the year before: 环比 is with something else."""
    before = mention.clause.partition("〔〕")[0]
    return any(words in before for words in _YEARLY)


def _change(key: Key, known: KnownFacts) -> Change | None:
    metric, before = known.metric(key.metric), replace(key, period=key.period - 1)
    now, then = known.figures.value(key), known.figures.value(before)
    exact = now.value is not None and then.value is not None and not (now.qualifier or then.qualifier)
    if metric is None or not exact or now.value is None or then.value is None:
        return None
    difference = EXACT.subtract(now.value, then.value)
    if metric.in_percent:
        return Change(before, key, difference)
    return Change(before, key, quotient(EXACT.multiply(difference, _HUNDRED), then.value)) if then.value else None

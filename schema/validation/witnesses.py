"""Which side of a doubt to look at first: what print and other years bear out is less likely to be the wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from schema.grammar.reference import Key
from schema.validation.alerts import is_times
from schema.validation.answers import CHANGES
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.values.datapoint import PublishedValue
from schema.values.figures import Figures, Result
from schema.values.intervals import fits

# Years on both sides of a value, and what is like one of them: less than so many times it.
_NEIGHBOURS = (-2, -1, 1, 2)
_LIKE = Decimal(3)

# What holds a value that was typed against another year's: a figure is mended at its inputs, a zero by a reason.
_SIDED = frozenset(CHANGES) - {"change.figure", "change.none"}
_SIDES = {
    (True, True): "side.neither",
    (True, False): "side.other",
    (False, True): "side.this",
    (False, False): "side.both",
}


def weighed(issues: Iterable[Issue], figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]) -> list[Issue]:
    """Return the issues as other evidence weighs them.

    Those that hold two years against each other say which one to look at. A value that was printed so may be unlike its
    peers, and unlike a year farther away if that one was printed so, too.
    """
    sided = (_with_side(issue, figures, printed) if issue.code in _SIDED else issue for issue in issues)
    return [issue for issue in sided if not _is_settled(issue, figures, printed)]


def _is_settled(issue: Issue, figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]) -> bool:
    key = issue.key
    if key is None or issue.code not in {"value.unlike", *_SIDED}:
        return False
    if issue.code == "value.unlike":
        return _is_printed(figures.value(key), printed)
    return issue.facts["year"] != key.period - 1 and issue.facts["side"] == Coded("side", "side.neither")


def is_misprint(now: Result, printed: PublishedValue, values: Sequence[PublishedValue], figures: Figures) -> bool:
    """Whether a print that a slip parts from the present value is the side to look at.

    It is where more of the other prints fit the present value than this one; with as many for each, where a year near
    it is of the size of the present value and none of that of the print.
    """
    truth = now.value
    others = [value for value in values if value is not printed]
    assert truth is not None
    for_now = sum(fits(truth, now.qualifier, value) for value in others)
    for_print = sum(fits(printed.value, printed.qualifier, value) for value in others)
    if for_now != for_print:
        return for_now > for_print
    near = (figures.value(replace(now.key, period=now.key.period + step)).value for step in _NEIGHBOURS)
    sizes = [size for size in near if size]
    like_now, like_print = (any(not is_times(one, size, _LIKE) for size in sizes) for one in (truth, printed.value))
    return like_now and not like_print


def _with_side(issue: Issue, figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]) -> Issue:
    year = issue.facts["year"]
    assert issue.key is not None
    assert isinstance(year, int)
    pair = figures.value(issue.key), figures.value(replace(issue.key, period=year))
    here, there = (_is_printed(one, printed) or _is_like_others(one, pair, figures) for one in pair)
    return replace(issue, facts={**issue.facts, "side": Coded("side", _SIDES[here, there])})


def _is_printed(result: Result, printed: Mapping[Key, Sequence[PublishedValue]]) -> bool:
    now = result.value
    return now is not None and any(fits(now, result.qualifier, value) for value in printed.get(result.key, ()))


def _is_like_others(result: Result, pair: Sequence[Result], figures: Figures) -> bool:
    """Whether a year near it, other than the one that it is held against, has a value of its size."""
    now, years = result.value, {one.key.period for one in pair}
    if now is None:
        return False
    near = (result.key.period + step for step in _NEIGHBOURS if result.key.period + step not in years)
    others = (figures.value(replace(result.key, period=year)).value for year in near)
    return any(other is not None and not is_times(now, other, _LIKE) for other in others)

"""Which side of a doubt to look at first: what print and other years bear out is less likely to be the wrong one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from schema.grammar.reference import Key
from schema.validation import mending
from schema.validation.answers import CHANGES
from schema.validation.change_thresholds import is_times
from schema.validation.facts import Coded, Mended
from schema.validation.issue import Issue
from schema.validation.slips import LIKE
from schema.values.datapoint import PublishedValue
from schema.values.figures import Figures, Result
from schema.values.intervals import fits

# Years on both sides of a value.
_NEIGHBOURS = (-2, -1, 1, 2)

# So many years near it speak against a print, where no other print does.
_FEWEST = 2

# What holds a value that was typed against another year's: a figure is mended at its inputs, a zero by a reason.
_SIDED = frozenset(CHANGES) - {"change.figure", "change.none", "change.sign"}

# What bears a value out: print that fits it, or years near it; empty where nothing does.
Evidence = Literal["", "print", "years"]

_SIDES: Mapping[tuple[Evidence, Evidence], str] = {
    ("", ""): "side.both",
    ("print", ""): "side.other.print",
    ("years", ""): "side.other.years",
    ("", "print"): "side.this.print",
    ("", "years"): "side.this.years",
    ("print", "print"): "side.neither.print",
    ("years", "years"): "side.neither.years",
    ("print", "years"): "side.neither.first",
    ("years", "print"): "side.neither.second",
}


def weighed(issues: Iterable[Issue], figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]) -> list[Issue]:
    """Return the issues as other evidence weighs them.

    Those that hold two years against each other say which one to look at. A value that was printed so may be unlike its
    peers, and unlike a year farther away if that one was printed so, too.
    """
    told = (_with_side(issue, figures, printed) if issue.code in _SIDED else issue for issue in issues)
    told = (_with_whole(issue, figures) if issue.code == "value.fraction" else issue for issue in told)
    return [issue for issue in told if not _is_settled(issue, figures, printed)]


def _is_settled(issue: Issue, figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]) -> bool:
    key = issue.key
    if key is None or issue.code not in {"value.unlike", *_SIDED}:
        return False
    if issue.code == "value.unlike":
        return _fits_print(figures.value(key), printed)
    return issue.facts["year"] != key.period - 1 and all(_evidence(issue, key, figures, printed))


def shows_misprint(
    now: Result, printed: PublishedValue, values: Sequence[PublishedValue], figures: Figures
) -> Evidence:
    """Return what shows that a print that a slip parts from the present value is the side to look at.

    It is where more of the other prints fit the present value than this one; with as many for each, where at least two
    years near it are of the size of the present value and none of that of the print. One year alone proves neither: it
    may be the odd one.
    """
    truth = now.value
    others = [value for value in values if value is not printed]
    assert truth is not None
    for_now = sum(fits(truth, now.qualifier, value) for value in others)
    for_print = sum(fits(printed.value, printed.qualifier, value) for value in others)
    if for_now != for_print:
        return "print" if for_now > for_print else ""
    near = (figures.value(replace(now.key, period=now.key.period + step)).value for step in _NEIGHBOURS)
    sizes = [size for size in near if size]
    like_now, like_print = (sum(not is_times(one, size, LIKE) for size in sizes) for one in (truth, printed.value))
    return "years" if like_now >= _FEWEST and not like_print else ""


def _with_side(issue: Issue, figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]) -> Issue:
    assert issue.key is not None
    here, there = _evidence(issue, issue.key, figures, printed)
    return replace(issue, facts={**issue.facts, "side": Coded("side", _SIDES[here, there])})


def _with_whole(issue: Issue, figures: Figures) -> Issue:
    """Return a count that has decimals with the slip that another year suggests: the nearest one, the past first."""
    key = issue.key
    assert key is not None
    metric, now = figures.catalogue.metrics[key.metric], figures.value(key).value
    near = (figures.value(replace(key, period=key.period + step)).value for step in (-1, 1, -2, 2))
    beside = next((size for size in near if size), None)
    mended = mending.beside(beside, now, metric) if beside and now else Mended()
    return replace(issue, facts={**issue.facts, "mended": mended})


def _evidence(
    issue: Issue, key: Key, figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]
) -> tuple[Evidence, Evidence]:
    """Return what bears out each of the two values that an issue holds against each other."""
    year = issue.facts["year"]
    assert isinstance(year, int)
    here, there = figures.value(key), figures.value(replace(key, period=year))
    years = {key.period, year}
    return _borne_out(here, years, figures, printed), _borne_out(there, years, figures, printed)


def _borne_out(
    result: Result, years: Collection[int], figures: Figures, printed: Mapping[Key, Sequence[PublishedValue]]
) -> Evidence:
    """Return what bears a value out. Where its own print contradicts it, years near it do not: that is told as such."""
    if _fits_print(result, printed):
        return "print"
    if any(not _is_restated(value, result, figures) for value in printed.get(result.key, ())):
        return ""
    return "years" if _is_like_others(result, years, figures) else ""


def _fits_print(result: Result, printed: Mapping[Key, Sequence[PublishedValue]]) -> bool:
    now = result.value
    return now is not None and any(fits(now, result.qualifier, value) for value in printed.get(result.key, ()))


def _is_restated(printed: PublishedValue, result: Result, figures: Figures) -> bool:
    stated = figures.snapshot.restatements.get((printed.report, printed.key))
    return stated is not None and stated.new == result.value


def _is_like_others(result: Result, years: Collection[int], figures: Figures) -> bool:
    """Whether a year near it, other than those that are held against each other, has a value of its size."""
    now = result.value
    if now is None:
        return False
    near = (result.key.period + step for step in _NEIGHBOURS if result.key.period + step not in years)
    others = (figures.value(replace(result.key, period=year)).value for year in near)
    return any(other is not None and not is_times(now, other, LIKE) for other in others)

"""What is checked at once after a change, while the full check is still to come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.issue import Issue


def recheck(moment: Moment, changed: Iterable[Key], watched: Iterable[Key]) -> Mapping[Key, tuple[Issue, ...]]:
    """Return the issues of the changed values and of the watched figures; the watched are computed on this thread."""
    from schema.validation.check import check_point  # deferred: the first values are on the screen without it

    watched, metrics = tuple(watched), moment.catalogue.metrics
    for key in watched:
        moment.figures.value(key)
    following = (key for key in watched if metrics[key.metric].formula is not None)
    return {key: check_point(moment.definitions, moment.figures, key) for key in (*changed, *following)}

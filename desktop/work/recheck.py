"""What is checked at once after a change, while the full check is still to come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from schema.grammar.reference import Key
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.values.evidence import EvidenceAt
from schema.values.kept_things import Subject, parse_subject
from schema.values.subject import RemarkAt, RestatementAt


def values_of(subjects: Iterable[Subject]) -> list[Key]:
    """Return the values that these things are or are said of: restatements, remarks and evidence of values, too."""
    ats = [parse_subject(at.subject) if isinstance(at, RemarkAt | EvidenceAt) else at for at in subjects]
    keys = (at.key if isinstance(at, RestatementAt) else at for at in ats)
    return [key for key in keys if isinstance(key, Key)]


def recheck(moment: Moment, changed: Iterable[Key], watched: Iterable[Key]) -> Mapping[Key, tuple[Issue, ...]]:
    """Return the issues of the changed values and of the watched figures; the watched are computed on this thread."""
    from schema.validation.check import check_point  # deferred: the first values are on the screen without it

    watched, metrics = tuple(watched), moment.catalogue.metrics
    for key in watched:
        moment.figures.value(key)
    following = (key for key in watched if metrics[key.metric].formula is not None)
    return {key: check_point(moment.definitions, moment.figures, key) for key in (*changed, *following)}

"""Why a value is no longer what an earlier report printed: stated, withdrawn, and what still asks for a reason."""

from __future__ import annotations

from dataclasses import replace

from schema.catalogue.definitions import Catalogue
from schema.errors import AnnalsError
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import Words
from schema.mistakes import near
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.restatements import Refused, restate
from schema.values.changes import Change, change_of
from schema.values.datapoint import Restatement
from schema.values.subject import RestatementAt

# What a reason would settle.
OPEN = ("differs", "figure", "reprinted", "slip", "stale")


def key_of(text: str, catalogue: Catalogue, *, withdrawn: bool = False) -> Key:
    """Return the one value that a reference names; what an older program stated of an entity can be `withdrawn`.

    AnnalsError cli.not_whole, cli.unknown_metric, restate.reference.
    """
    reference = parse_reference(text)
    if reference is not None and not withdrawn and not catalogue.reports(reference.entity):
        raise AnnalsError("cli.not_whole", reference=text)
    if reference is not None and reference.code not in catalogue.metrics:
        raise AnnalsError("cli.unknown_metric", name=reference.code, near=near(reference.code, catalogue.metrics))
    if reference is None or not reference.year or reference.wildcard:
        raise AnnalsError("restate.reference", reference=text)
    return reference.key(0)


def restatement_at(moment: Moment, report: str, key: Key) -> Restatement | Refused:
    """Return the restatement as it would be now, with the reason stated so far, or why there is none to make."""
    restatement = restate(moment.figures, report, key)
    before = moment.snapshot.restatements.get((report, key))
    if isinstance(restatement, Refused) or before is None:
        return restatement
    return replace(restatement, reason=before.reason)


def state(moment: Moment, report: str, key: Key, reason: str, language: str) -> Restatement:
    """Return the restatement with its reason in one language, those in the others kept. AnnalsError restate.*."""
    restatement = restatement_at(moment, report, key)
    if isinstance(restatement, Refused):
        raise AnnalsError(restatement.code, **restatement.params)
    return replace(restatement, reason=_with(restatement.reason, language, reason))


def withdraw(moment: Moment, report: str, key: Key) -> Change:
    """Return what takes a reason back. AnnalsError restate.unstated."""
    if (report, key) not in moment.snapshot.restatements:
        raise AnnalsError("restate.unstated", reference=key.canonical(), report=report)
    return change_of(moment.snapshot, RestatementAt(report, key), None)


def unexplained(moment: Moment) -> tuple[Issue, ...]:
    """Return where a report printed something else than what is true now, without a reason."""
    return tuple(c.issue for c in moment.contradictions() if c.state == "open" and c.kind in OPEN)


def _with(words: Words, language: str, text: str) -> Words:
    return replace(words, **{language.replace("-", "_").lower(): text})

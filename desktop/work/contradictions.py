"""A person explains why statements that seem to contradict each other may stand, and takes that back."""

from __future__ import annotations

from desktop.work.remark import Reason, answer
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.answers import answer_at
from schema.validation.contradictions.contradiction import Contradiction
from schema.values.changes import Change, clear


def explanation(moment: Moment, name: str, reason: Reason) -> Change:
    """Return what explains one contradiction. AnnalsError explain.unknown, explain.restated."""
    known = _known(moment, name)
    if known.state == "restated":
        raise AnnalsError("explain.restated", name=name)
    return answer(moment, known.issue, reason)


def withdrawal(moment: Moment, name: str) -> Change:
    """Return what opens an explained contradiction again. AnnalsError explain.unknown, explain.open."""
    known = _known(moment, name)
    if known.state != "explained":
        raise AnnalsError("explain.open", name=name)
    return clear(answer_at(known.issue))


def _known(moment: Moment, name: str) -> Contradiction:
    known = next((c for c in moment.contradictions() if c.id == name), None)
    if known is None:
        raise AnnalsError("explain.unknown", name=name)
    return known

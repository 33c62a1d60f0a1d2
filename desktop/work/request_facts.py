"""What is told of one request, in the command line and in the window alike: who, until when, how it stands, counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.work.requests import is_overdue
from desktop.work.send import recipients
from schema.moment import Moment
from schema.validation.shares import Share, State, requests_of
from schema.values.datapoint import Snapshot


@dataclass(frozen=True, slots=True)
class RequestFacts:
    """One request; the counts are of asked items. `due` is an ISO date, `sent` and `received` moments or None."""

    report: str
    department: str
    people: tuple[str, ...]
    due: str
    state: State
    asked: int
    answered: int
    omitted: int
    open: int
    errors: int
    doubts: int
    approved: int
    returned: int
    sent: str | None
    received: str | None
    overdue: bool


def request_facts(share: Share, snapshot: Snapshot, today: date) -> RequestFacts:
    """Return what is told of a share that was asked for."""
    request, state = share.request, share.state
    assert request is not None
    assert state
    return RequestFacts(
        share.report, share.department,
        tuple(sorted(person.name for person in recipients(snapshot, request))),
        request.due, state, len(share.items), share.count("answered"), share.count("omitted"), share.count("open"),
        sum(item.errors for item in share.items), sum(item.doubts for item in share.items),
        len(share.in_state("approved")), len(share.in_state("returned")),
        request.sent.at if request.sent else None, request.received.at if request.received else None,
        is_overdue(share, today),
    )  # fmt: skip


def count_shares(moment: Moment, report: str) -> None:
    """Let the moment keep what the counts below look at, where somebody was asked; not for the window's own thread."""
    if any(at.report == report for at in requests_of(moment.figures)):
        moment.shares(report)


def late_count(moment: Moment, report: str, own: str, today: date) -> int:
    """Return how many requests of a report are late, of one department where it is named as `own`.

    Shares are looked at only where a due day is over.
    """
    over = [at.department for at, one in requests_of(moment.figures).items()
            if at.report == report and own in ("", at.department) and one.due < today.isoformat()]  # fmt: skip
    if not over:
        return 0
    shares = moment.shares(report)
    return sum(is_overdue(shares[department], today) for department in over if department in shares)


def waiting_count(moment: Moment, report: str) -> int:
    """Return how many items of a report wait for a reviewer; shares are looked at only where one was handed in."""
    submitted = [at.department for at, one in requests_of(moment.figures).items()
                 if at.report == report and one.submitted is not None]  # fmt: skip
    if not submitted:
        return 0
    shares = moment.shares(report)
    return sum(len(shares[department].in_state("submitted")) for department in submitted if department in shares)

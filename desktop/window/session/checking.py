"""One run of the checks over everything that stands in a workspace: what it found, and of which revision."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.issue_groups import group_by_slot

if TYPE_CHECKING:
    from schema.validation.answers import Answer
    from schema.validation.contradictions.contradiction import Contradiction


@dataclass(frozen=True, slots=True)
class Checked:
    """The moment that was checked, the issues of reports that were asked for, worklists of reports by section, and the
    issues of texts and records by report and slot."""

    moment: Moment
    of_reports: Mapping[str, tuple[Issue, ...]]
    listed: Mapping[str, Mapping[str, tuple[Issue, ...]]]
    by_slot: Mapping[tuple[str, str], tuple[Issue, ...]]
    at: datetime = field(default_factory=lambda: datetime.now().astimezone())

    def answered(self, report: str) -> tuple[Answer, ...]:
        """Return the answered doubts; of a report where its issues were asked for."""
        return self.moment.answered(report) if not report or report in self.of_reports else ()

    def contradictions(self, report: str) -> tuple[Contradiction, ...] | None:
        """Return those of a report, settled ones, too; None where there was none of this code."""
        return self.moment.contradictions(report) if report in self.moment.definitions.outlines else None


def run_checks(
    moment: Moment,
    asked: Collection[str],
    listing: Collection[str],
    is_wanted: Callable[[], bool],
    glance: Callable[[tuple[Issue, ...]], object] | None = None,
) -> Checked | None:
    """Find what is open at a moment; for the reports `asked` for also what concerns each, and how its shares stand.

    None once nobody wants it any more: that is asked between its parts, since the whole takes seconds. `glance` hears
    first what is wrong in the values alone, which takes a moment; sentences take all the rest.
    """
    from desktop.work.request_facts import count_shares  # deferred: the first values are shown without it

    if glance is not None:
        glance(moment.value_issues())
    known = moment.definitions.outlines
    reports = [report for report in asked if report in known]
    parts: list[Callable[[], object]] = [lambda: moment.progress]  # kept by the moment
    parts += [partial(moment.contradictions, report) for report in known]
    parts += [partial(moment.issues, report) for report in reports]
    parts += [partial(count_shares, moment, report) for report in reports]
    for part in parts:
        if not is_wanted():
            return None
        part()
    of_reports = {report: moment.issues(report) for report in reports}
    listed = {report: moment.listed(report) for report in listing if report in known}
    return Checked(moment, of_reports, listed, group_by_slot(moment.issues()))

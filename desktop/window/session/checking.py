"""One run of the checks over everything that stands in a workspace: what it found, and of which revision."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.issue_groups import group_by_slot


@dataclass(frozen=True, slots=True)
class Checked:
    """The moment that was checked, the issues of reports that were asked for, worklists of reports by section, and the
    issues of texts and records by report and slot."""

    moment: Moment
    of_reports: Mapping[str, tuple[Issue, ...]]
    listed: Mapping[str, Mapping[str, tuple[Issue, ...]]]
    by_slot: Mapping[tuple[str, str], tuple[Issue, ...]]
    at: datetime = field(default_factory=lambda: datetime.now().astimezone())


def run_checks(moment: Moment, asked: Collection[str], listing: Collection[str]) -> Checked:
    """Find what is open at a moment; for the reports `asked` for also what concerns each."""
    _, known = moment.progress, moment.definitions.outlines
    _ = [moment.contradictions(report) for report in known]  # kept by the moment
    of_reports = {report: moment.issues(report) for report in asked if report in known}
    listed = {report: moment.listed(report) for report in listing if report in known}
    return Checked(moment, of_reports, listed, group_by_slot(moment.issues()))

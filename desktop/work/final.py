"""Why a report cannot be final yet: everything that is still open in it, each with the command that resolves it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.work.remedies import Call, is_gap, remedy
from exporters.assembly.final import placeholders
from exporters.content import Document, Gap, LinkedNumber
from schema.grammar.reference import parse_record, parse_reference
from schema.moment import Moment
from schema.validation.causes import causes
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue, OutlineAt, write_subject
from schema.validation.unapproved import unapproved

# What the company says otherwise than the program: the program's words stand in, and a report is no place for them.
_NOT_OF_A_REPORT = ("wording.unfit",)
_OF_A_LANGUAGE = ("text.draft", "text.outdated", "metric.untranslated", "outline.untranslated")


@dataclass(frozen=True, slots=True)
class FinalReason:
    """One thing that a final report may not have: the issue, its subject, the command line that resolves it."""

    issue: Issue
    subject: str
    remedy: str


def final_reasons(
    moment: Moment, report: str, language: str = "", workspace: str = "WORKSPACE"
) -> tuple[FinalReason, ...]:
    """Return everything that is open in a report in one language ("" = its own), the most pressing first.

    `workspace` is how the command lines name the workspace.
    """
    own = moment.outline(report).language
    language = language or own
    open_issues = [point.issue for point in moment.open_points(report, language)]
    # What a person has answered may still be missing: its placeholder stands in the document until it is filled.
    answered = [given.issue for given in moment.answered(report) if is_gap(given.issue.code)]
    places = moment.places(report, language)
    waiting = _unapproved(moment, report)
    found = causes(issue for issue in (*open_issues, *answered, *waiting) if _concerns(issue, language))
    calls = (Call(workspace, language, own, places.section(i), i) for cause in found for i in cause.issues)
    return tuple(FinalReason(call.issue, _subject(call.issue), remedy(call)) for call in calls)


def left_open(draft: Document, workspace: str = "WORKSPACE") -> tuple[FinalReason, ...]:
    """Return the placeholders that a document still has, whatever the checks said: a final never has one."""
    report = draft.report
    issues = (_placeholder(report, section, gap) for section, gap in placeholders(draft))
    calls = (Call(workspace, draft.language, draft.language, "", issue) for issue in issues)
    return tuple(FinalReason(call.issue, _subject(call.issue), remedy(call)) for call in calls)


def _placeholder(report: str, section: str, gap: Gap | LinkedNumber) -> Issue:
    facts: dict[str, Fact] = {"report": report, "text": gap.text}
    reference = parse_reference(gap.reference) if isinstance(gap, LinkedNumber) else None
    key = reference.key(0) if reference and not parse_record(reference.key(0).metric) else None
    subject = None if key else OutlineAt(report, section)
    return Issue("final.placeholder", "error", key, facts, subject=subject, report=report)


def _unapproved(moment: Moment, report: str) -> tuple[Issue, ...]:
    return tuple(unapproved(moment.shares(report).values(), moment.definitions, moment.figures))


def _concerns(issue: Issue, language: str) -> bool:
    """Whether an issue is one of the document in this language: words of a machine in another one are not in it."""
    if issue.code in _OF_A_LANGUAGE:
        return issue.facts.get("tongue") == Coded("language", language)
    return issue.code not in _NOT_OF_A_REPORT


def _subject(issue: Issue) -> str:
    """Return what a reason is about: the definitions, or the first of old notes, where it stands at nothing else."""
    if issue.at is not None:
        return write_subject(issue.at)
    return issue.place if issue.code == "note.unsorted" else "definitions"

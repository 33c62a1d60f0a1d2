"""What would settle an issue of a text: right words in the place of wrong ones, in each language that says them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.window.session.desk import Desk
from desktop.work.corrections import CORRECTED, Correction, corrections
from desktop.work.issue_desk.rows import Row
from schema.catalogue.outline import TextBlock
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.values.changes import Change, keep
from schema.values.datapoint import SlotText
from schema.values.report_texts import edited
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class Fix:
    """A correction of a text as it stands now."""

    at: TextAt
    text: str
    correction: Correction


def fixes_of(desk: Desk, row: Row) -> tuple[Fix, ...]:
    """Return the correction of an open issue in each language that it was found in; none where there is no advice."""
    at, issue = row.issue.at, row.issue
    if issue.code not in CORRECTED or not isinstance(at, TextAt) or row.answer is not None:
        return ()
    _, block = desk.session.definitions.outlines[at.report].part(at.slot) or (None, None)
    if not isinstance(block, TextBlock):
        return ()
    found = (_fix(desk, replace(at, language=language), issue) for language in _tongues(issue, at))
    return tuple(fix for fix in found if fix is not None)


def _tongues(issue: Issue, at: TextAt) -> tuple[str, ...]:
    told = issue.facts.get("tongue")
    said = told if isinstance(told, tuple) else (told,)
    return tuple(one.code for one in said if isinstance(one, Coded)) or (at.language,)


def _fix(desk: Desk, at: TextAt, issue: Issue) -> Fix | None:
    text = desk.session.text(at).text
    offered = corrections(desk.judged(at, text).issues, text, lambda words: desk.judged(at, words).issues)
    same = (one for one in offered if (one.issue.code, one.issue.key) == (issue.code, issue.key))
    found = next(same, None)
    return Fix(at, text, found) if found is not None else None


def fix_changes(desk: Desk, fixes: tuple[Fix, ...]) -> list[Change]:
    """Return what puts the right words into the texts; a text that is another one by now is left."""
    snapshot = desk.session.snapshot
    return [
        keep(edited(snapshot, SlotText(fix.at.report, fix.at.slot, fix.at.language, fix.correction.applied(fix.text))))
        for fix in fixes
        if desk.session.text(fix.at).text == fix.text
    ]

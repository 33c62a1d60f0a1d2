"""annals take: words that people edited in a Word draft, back into the workspace's texts."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.issue_lines import has_error, issue_entry, print_issues
from desktop.cli.parser import add_dry_run, add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.take import Taken, TakenBack, take_back
from desktop.work.write import writing_issues
from schema.moment import Moment
from schema.validation.approvals import voided_issues
from schema.validation.issue import Issue
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the draft, and whether it is only shown what would be taken."""
    add_workspace(parser, speaker)
    parser.add_argument("draft", type=Path, metavar="DRAFT.docx", help=speaker.help("editeddraft"))
    add_report(parser, speaker)
    add_dry_run(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write what can be taken in one step; 1 where a paragraph is left to a person, or what is written has an error."""
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        moment = moment_of(workspace)
        need_report(moment.definitions, arguments.report)
        back = take_back(moment, arguments.draft, workspace.identity, arguments.report)
        voided = () if arguments.dry_run else _store(workspace, back, arguments.draft.name)
        issues = (*_issues(moment, back), *voided)
    speaker.json({
        "paragraphs": [_entry(one) for one in back.paragraphs],
        "issues": [issue_entry(issue, moment.catalogue, speaker) for issue in issues],
    })  # fmt: skip
    for one in back.paragraphs:
        speaker.say(f"cli.take.{one.state}", reference=one.reference, here=one.here, draft=one.new or one.draft)
    counts = {state: str(sum(one.state == state for one in back.paragraphs)) for state in ("taken", "both", "hand")}
    speaker.say("cli.taken_dry" if arguments.dry_run else "cli.taken", **counts)
    print_issues(issues, moment.catalogue, speaker)
    left = any(one.state != "taken" for one in back.paragraphs)
    return 1 if left else has_error(issues)


def _store(workspace: Workspace, back: TakenBack, name: str) -> tuple[Issue, ...]:
    changes = [change for writing in back.writings for change in writing.changes]
    if not changes:
        return ()
    stored = workspace.apply(changes, name)
    return voided_issues(stored, workspace.definitions, workspace.snapshot())


def _issues(moment: Moment, back: TakenBack) -> tuple[Issue, ...]:
    return tuple(issue for writing in back.writings for issue in writing_issues(moment, writing))


def _entry(one: Taken) -> dict[str, object]:
    return {"ref": one.reference, "here": one.here, "draft": one.draft, "new": one.new or None, "state": one.state}

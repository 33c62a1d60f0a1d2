"""annals merge: answers and filled forms of departments come into the workspace; a merge is taken back."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.issue_lines import print_issues
from desktop.cli.merge_lines import merge_entry, print_merge
from desktop.cli.parser import add_dry_run, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.undoing_lines import print_undoing
from desktop.work.form_reply import write_form_reply
from desktop.work.merge import Manner, merge_files, mistakes_in, undo_merge
from desktop.work.merge_reply import write_reply
from desktop.work.moments import moment_of
from desktop.work.requests import Act
from desktop.work.subject_names import SubjectNames
from schema.errors import AnnalsError
from schema.exchange.merging.merge import Outcome
from schema.moment import Moment
from schema.values.changes import overlay
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the files, whose word counts, where replies go, or which merge is taken back."""
    add_workspace(parser, speaker)
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help=speaker.help("answerfiles"))
    add_dry_run(parser, speaker)
    parser.add_argument("--take", choices=("ours", "theirs"), default="", help=speaker.help("take"))
    parser.add_argument("--reply", type=Path, metavar="DIR", help=speaker.help("reply"))
    parser.add_argument("--undo", type=int, metavar="NUMBER", help=speaker.help("undomerge"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Merge each file, or take a merge back; the worst one decides the exit status."""
    if bool(arguments.files) == (arguments.undo is not None):
        raise AnnalsError("merge.asks")
    act = Act(speaker.who, datetime.now(UTC))
    if arguments.undo is not None:
        return _undo(arguments, speaker, act)
    manner = Manner(arguments.take, arguments.dry_run)
    entries: list[dict[str, object]] = []
    status = 0
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        names = SubjectNames(workspace.definitions, workspace.snapshot(), speaker.language)
        for merged in merge_files(workspace, arguments.files, act, manner):
            status = max(status, merged.status)
            entries.append(merge_entry(merged, names, speaker))
            print_merge(merged, names, speaker)
            if merged.outcome is not None:
                _follow(merged.outcome, workspace, arguments, speaker, act)
    speaker.json({"merges": entries})
    return status


def _follow(outcome: Outcome, workspace: Workspace, arguments: argparse.Namespace, speaker: Speaker, act: Act) -> None:
    """Tell what is wrong in the values that were taken, and write what goes back to whoever answered."""
    moment = moment_of(workspace)
    if arguments.dry_run:
        moment = Moment(moment.definitions, overlay(moment.snapshot, outcome.changes))
    mistakes = mistakes_in(outcome, moment)
    if mistakes:
        print_issues(mistakes, moment.catalogue, speaker)
    if arguments.reply:
        for path in _replies(arguments.reply, outcome, moment, act, dry=arguments.dry_run):
            speaker.say("cli.merge_reply", file=str(path))


def _replies(folder: Path, outcome: Outcome, moment: Moment, act: Act, *, dry: bool) -> Iterator[Path]:
    """Write what goes back to whoever answered; to a form a workbook, too, with a fresh form of what is still open."""
    yield write_reply(folder, outcome, moment)
    if not outcome.answer.key and not dry:
        yield write_form_reply(folder, outcome, moment, act)


def _undo(arguments: argparse.Namespace, speaker: Speaker, act: Act) -> int:
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        undoing = undo_merge(workspace, arguments.undo, act, dry=arguments.dry_run)
        code = "cli.would_undo_merge" if arguments.dry_run else "cli.merge_undone"
        speaker.say(code, number=str(arguments.undo), count=str(len(undoing.undone)))
        return print_undoing(arguments.undo, undoing, workspace, speaker)

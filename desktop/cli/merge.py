"""annals merge: answers and filled forms of departments come into the workspace; a merge is taken back."""

from __future__ import annotations

import argparse
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
    parser.add_argument("--take", choices=("ours", "theirs"), default="", help=speaker.help("mergetake"))
    parser.add_argument("--reply", type=Path, metavar="DIR", help=speaker.help("replyfolder"))
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
    status, moment = 0, None
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        names = SubjectNames(workspace.definitions, workspace.snapshot(), speaker.language)
        for merged in merge_files(workspace, arguments.files, act, manner):
            status = max(status, merged.status)
            if merged.outcome is not None:  # what came with it has names only once it is there
                moment = _moment(workspace, merged.outcome, moment, dry=arguments.dry_run)
                names = SubjectNames(moment.definitions, moment.snapshot, speaker.language)
            entries.append(merge_entry(merged, names, speaker))
            print_merge(merged, names, speaker)
            if merged.outcome is not None and moment is not None:
                _follow(merged.outcome, moment, arguments, speaker, act)
    speaker.json({"merges": entries})
    return status


def _moment(workspace: Workspace, outcome: Outcome, before: Moment | None, *, dry: bool) -> Moment:
    """Return how things stand after a merge; what is known `before` serves where nothing was stored since."""
    if dry:
        return Moment(workspace.definitions, overlay(workspace.snapshot(), outcome.changes))
    snapshot = workspace.snapshot()
    return before if before is not None and before.snapshot is snapshot else Moment(workspace.definitions, snapshot)


def _follow(outcome: Outcome, moment: Moment, arguments: argparse.Namespace, speaker: Speaker, act: Act) -> None:
    """Tell what is wrong in the values that were taken, and write what goes back to whoever answered."""
    mistakes = mistakes_in(outcome, moment)
    if mistakes:
        print_issues(mistakes, moment.catalogue, speaker)
    if not arguments.reply:
        return
    replies = [write_reply(arguments.reply, outcome, mistakes, moment)]
    if not outcome.answer.key and not arguments.dry_run:  # a form's reply has a fresh form of what is still open
        replies.append(write_form_reply(arguments.reply, outcome, mistakes, moment, act))
    for path in replies:
        speaker.say("cli.merge_reply", file=str(path))


def _undo(arguments: argparse.Namespace, speaker: Speaker, act: Act) -> int:
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        undoing = undo_merge(workspace, arguments.undo, act, dry=arguments.dry_run)
        code = "cli.would_undo_merge" if arguments.dry_run else "cli.merge_undone"
        speaker.say(code, number=str(arguments.undo), count=str(len(undoing.undone)))
        return print_undoing(arguments.undo, undoing, workspace, speaker)

"""annals verify: whether file and history are intact."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.cli.issue_lines import issue_entry
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import mark_entry, print_mark
from desktop.work.subject_names import SubjectNames
from desktop.work.verified import Witnesses, verified
from desktop.work.verified_words import found_words, said
from desktop.work.witnesses import Named, heads_folder
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.history_mark import HistoryMark, noted_head


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace, and what somebody has of it elsewhere: packs, answers, a noted head."""
    add_workspace(parser, speaker)
    parser.add_argument("packs", metavar="FILE", nargs="*", type=Path, help=speaker.help("verifypacks"))
    parser.add_argument("--head", default="", metavar="HASH", help=speaker.help("verifyhead"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check the file, the history's chain, the values against it, and what others know of it; 1 where it is wrong."""
    named = Named(noted_head(arguments.head), tuple(arguments.packs))
    witnesses = Witnesses(heads_folder(), lambda path: speaker.open(path, write=False), named)
    with speaker.open(arguments.workspace, write=False) as workspace:
        found, definitions = verified(workspace, witnesses), workspace.definitions
        readable = all(issue.code != "verify.integrity" for issue in found.issues)
        names = SubjectNames(definitions, workspace.snapshot() if readable else Snapshot(), speaker.language)
    _print(found.issues, names, speaker)
    if not found.is_wrong:
        agreed = "cli.verified_by_head" if named.head else "cli.verified"
        speaker.say(agreed, file=str(arguments.workspace), count=str(found.entries), noted=named.head)
    mark = HistoryMark(found.entries, found.head)
    print_mark(mark, speaker)
    entries = [
        {**issue_entry(issue, definitions.catalogue, speaker), "message": said(issue, names)} for issue in found.issues
    ]
    told = {"intact": not found.is_wrong, "entries": found.entries, "head": found.head, "issues": entries}
    speaker.json(told | {"history": mark_entry(mark)})
    return int(found.is_wrong)


def _print(issues: Sequence[Issue], names: SubjectNames, speaker: Speaker) -> None:
    """Print what was found, and in how many lines."""
    lines = tuple(found_words(issues, names))
    for found in sorted(lines, key=lambda one: one.severity != "error"):
        speaker.write(f"[{speaker.sentence(f'cli.severity.{found.severity}')}] {found.sentence}")
    if lines:
        errors = sum(found.severity == "error" for found in lines)
        speaker.say("cli.issues", errors=str(errors), doubts=str(len(lines) - errors))
    if len(lines) < len(issues):
        speaker.say("cli.verify_folded", count=str(len(issues)))

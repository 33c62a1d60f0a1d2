"""annals verify: whether file and history are intact."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path

from desktop.cli.issue_lines import issue_entry, print_issues
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.witnesses import Named, heads_folder, remember, witnessed
from schema.validation.issue import Issue
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace, and what somebody has of it elsewhere: packs, answers, a noted head."""
    add_workspace(parser, speaker)
    parser.add_argument("packs", metavar="FILE", nargs="*", type=Path, help=speaker.help("verifypacks"))
    parser.add_argument("--head", default="", metavar="HASH", help=speaker.help("verifyhead"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Check the file, the history's chain, the values against it, and what others know of it; 1 where it is wrong."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        issues, catalogue, entries = workspace.verify(), workspace.definitions.catalogue, len(workspace.history())
        named = Named(arguments.head.strip().lower(), tuple(arguments.packs))
        issues = issues or _witnessed(workspace, named, speaker)
    wrong = any(issue.severity == "error" for issue in issues)
    if issues:
        print_issues(issues, catalogue, speaker)
    if not wrong:
        speaker.say("cli.verified", file=str(arguments.workspace), count=str(entries))
    found = [issue_entry(issue, catalogue, speaker) for issue in issues]
    speaker.json({"intact": not wrong, "entries": entries, "issues": found})
    return int(wrong)


def _witnessed(workspace: Workspace, named: Named, speaker: Speaker) -> tuple[Issue, ...]:
    """Return what is known elsewhere against an intact history; what agrees is remembered."""
    folder = heads_folder()
    with contextlib.suppress(OSError):
        if named.head and named.head == workspace.head:  # whoever names the newest head vouches for it
            remember(folder, workspace, confirmed=True)
    issues = witnessed(folder, workspace, lambda path: speaker.open(path, write=False), named)
    with contextlib.suppress(OSError):
        if not issues:
            remember(folder, workspace)
    return issues

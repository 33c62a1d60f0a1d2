"""annals backup: a consistent copy, also while the application has the workspace open."""

from __future__ import annotations

import argparse
import contextlib

from desktop.cli.parser import add_workspace, file_path
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import mark_entry, print_mark
from desktop.work.trail import mark_of
from desktop.work.witnesses import heads_folder, remember


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take where the copy goes."""
    add_workspace(parser, speaker)
    parser.add_argument("--to", type=file_path(speaker), required=True, help=speaker.help("to"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write it."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        workspace.backup(arguments.to)
        with contextlib.suppress(OSError):
            remember(heads_folder(), workspace, backup=arguments.to)
    with speaker.open(arguments.to, write=False) as copy:
        mark = mark_of(copy)
    speaker.say("cli.backed_up", file=str(arguments.to))
    print_mark(mark, speaker)
    speaker.json({"file": str(arguments.to), "history": mark_entry(mark)})
    return 0

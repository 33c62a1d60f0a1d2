"""annals template: an empty figures CSV."""

from __future__ import annotations

import argparse
import csv

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.names import need_report
from schema.exchange.figures_csv import template_rows


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace and a report."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print it; in a file it begins with the mark by which Excel knows UTF-8."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions = workspace.definitions
    need_report(definitions, arguments.report)
    text = template_rows(definitions, arguments.report or None, arguments.language or "")
    if arguments.json:
        speaker.json({"rows": list(csv.DictReader(text.splitlines()))})
        return 0
    # Excel takes a file for UTF-8 only by this mark; without it Chinese names open garbled.
    mark = "" if speaker.out.isatty() else "\ufeff"
    speaker.out.write(mark + text)
    return 0

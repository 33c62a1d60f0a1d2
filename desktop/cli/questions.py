"""annals questions: what was asked about items, and answered."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.question_lines import print_told, told_document
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.questions import told_questions


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to, and whether only what nobody has answered is listed."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    parser.add_argument("--open", action="store_true", help=speaker.help("openquestions"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each question with its answers."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    told = told_questions(moment, arguments.report, only_open=arguments.open)
    speaker.json(told_document(moment, speaker, told))
    print_told(moment, speaker, told)
    return 0

"""annals ask: a question about an item, kept with it."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.question_lines import print_questions, questions_document
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.questions import item_named, put_question
from desktop.work.requests import Act


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the item and what is asked."""
    add_workspace(parser, speaker)
    parser.add_argument("ref", metavar="REF", help=speaker.help("itemref"))
    parser.add_argument("--question", required=True, metavar="TEXT", help=speaker.help("question"))
    add_report(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Ask, then print what was asked and answered about the item."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        moment = moment_of(workspace)
        at = item_named(moment, arguments.ref, arguments.report)
        workspace.apply([put_question(moment, at, arguments.question, Act(speaker.who, datetime.now(UTC)))])
        moment = moment_of(workspace)
    speaker.json(questions_document(moment, speaker, at))
    print_questions(moment, speaker, at)
    return 0

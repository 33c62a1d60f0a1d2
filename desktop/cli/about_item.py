"""What `ask` and `reply` share: the item that is named, something said about it, and what stands there then."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.question_lines import print_questions, questions_document
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.questions import ItemOf, item_named
from desktop.work.requests import Act
from schema.moment import Moment
from schema.values.changes import Change


def add_item(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the workspace, the item and the report that asks for it."""
    add_workspace(parser, speaker)
    parser.add_argument("ref", metavar="REF", help=speaker.help("itemref"))
    add_report(parser, speaker)


def say_about(
    arguments: argparse.Namespace, speaker: Speaker, said: Callable[[Moment, ItemOf, Act], Sequence[Change]]
) -> int:
    """Store what is said about the item, then print what was asked and answered about it."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        moment = moment_of(workspace)
        at = item_named(moment, arguments.ref, arguments.report)
        workspace.apply(said(moment, at, Act(speaker.who, datetime.now(UTC))))
        moment = moment_of(workspace)
    speaker.json(questions_document(moment, speaker, at))
    print_questions(moment, speaker, at)
    return 0

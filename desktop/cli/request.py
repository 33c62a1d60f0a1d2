"""annals request: departments are asked for their share of a report."""

from __future__ import annotations

import argparse
from datetime import UTC, date, datetime

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.request_lines import print_shares, requests_document
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.requests import Act, Asking, ask
from schema.errors import AnnalsError
from schema.values.dates import day_meant


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the departments, until when, and what is said to them."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    parser.add_argument("--department", nargs="+", default=[], metavar="D", help=speaker.help("askdepartments"))
    parser.add_argument("--due", required=True, metavar="YYYY-MM-DD", help=speaker.help("due"))
    add_text(parser, speaker, "guidance")
    parser.add_argument("--only", nargs="+", default=[], metavar="REF", help=speaker.help("askonly"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Ask, then show how the requests stand."""
    asking = Asking(_day(arguments.due), arguments.guidance, tuple(arguments.only))
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        act = Act(speaker.who, datetime.now(UTC))
        changes = ask(moment_of(workspace), arguments.report, arguments.department, asking, act)
        workspace.apply(changes)
        moment = moment_of(workspace)
    speaker.json(requests_document(moment, arguments.report, speaker.today))
    speaker.say("cli.requested", count=str(len(changes)), report=arguments.report, due=arguments.due)
    if asking.due < speaker.today:
        speaker.say("cli.due_past", due=arguments.due)
    print_shares(moment, arguments.report, speaker)
    return 0


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise AnnalsError("cli.no_day", text=text, example=day_meant(text)) from None

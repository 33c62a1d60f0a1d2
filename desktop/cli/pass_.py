"""annals pass: a request, or items of it, goes on to a colleague of the department."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.request_lines import department_name, print_share, request_entry
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.passing import pass_on
from desktop.work.requests import Act, need_share


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the share, to whom it goes, and the items where it is not all of it."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    parser.add_argument("--department", required=True, metavar="D", help=speaker.help("department"))
    to = parser.add_mutually_exclusive_group(required=True)
    to.add_argument("--to", metavar="NAME", default="", help=speaker.help("passto"))
    to.add_argument("--back", action="store_true", help=speaker.help("passback"))
    parser.add_argument("--item", nargs="+", default=[], metavar="REF", help=speaker.help("only"))
    add_text(parser, speaker, "reason")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Pass it on, then show how the request stands."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        moment = moment_of(workspace)
        share = need_share(moment, arguments.report, arguments.department)
        to = arguments.to.strip()
        told = "pass.back_reason" if arguments.back else "pass.reason"
        reason = arguments.reason.strip() or speaker.sentence(told, name=to)
        act = Act(speaker.who, datetime.now(UTC), reason)
        workspace.apply([pass_on(moment, share, to, arguments.item, act)])
        moment = moment_of(workspace)
    share = need_share(moment, arguments.report, arguments.department)
    speaker.json({"requests": [request_entry(moment, share, speaker.today)]})
    name = department_name(moment, share.department, speaker)
    if arguments.back:
        speaker.say("cli.pass.back", report=share.report, department=name)
    else:
        speaker.say("cli.pass.done", report=share.report, department=name, name=to)
    if not speaker.as_json:
        print_share(moment, share, speaker)
    return 0

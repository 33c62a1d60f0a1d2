"""annals return: a reviewer sends a share, or some of its items, back with the reason."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.request_lines import department_name
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.requests import Act, give_back, shares_named
from schema.errors import AnnalsError
from schema.grammar.reference import canonical_text


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the department or some items, and the reason."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    add_text(parser, speaker, "department", "reason")
    parser.add_argument("--only", nargs="+", default=[], metavar="REF", help=speaker.help("only"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Return it; what was approved of it is so no more."""
    reason = arguments.reason.strip()
    if not reason:
        raise AnnalsError("return.asks")
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        moment = moment_of(workspace)
        shares = shares_named(moment, arguments.report, arguments.department, arguments.only)
        workspace.apply(give_back(moment, shares, arguments.only, Act(speaker.who, datetime.now(UTC), reason)))
    items = [canonical_text(text) for text in arguments.only] or [i.subject for share in shares for i in share.items]
    speaker.json({"returned": items, "departments": [share.department for share in shares]})
    speaker.say(
        "cli.returned",
        count=str(len(items)),
        list=", ".join(department_name(moment, share.department, speaker) for share in shares),
    )
    return 0

"""annals submit: a department hands its share in."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.request_lines import department_name, item_entries
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.requests import Act, need_share, submit
from schema.validation.item_words import ItemWords


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the department, and why the share is incomplete."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    parser.add_argument("--department", required=True, metavar="D", help=speaker.help("department"))
    add_text(parser, speaker, "incomplete")


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Hand it in; refused with 1 while something is neither answered nor omitted, unless a reason is given."""
    reason = arguments.incomplete.strip()
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        moment = moment_of(workspace)
        share = need_share(moment, arguments.report, arguments.department)
        missing = share.missing
        refused = bool(missing) and not reason
        if not refused:
            workspace.apply(submit(share, Act(speaker.who, datetime.now(UTC), reason if missing else "")))
    speaker.json({"missing": item_entries(missing), "submitted": not refused})
    if not refused:
        speaker.say(
            "cli.submitted",
            report=share.report,
            department=department_name(moment, share.department, speaker),
            count=str(len(missing)),
        )
        return 0
    words = ItemWords(moment.outline(share.report), moment.catalogue, moment.snapshot, speaker.language)
    for item in missing:
        speaker.write(f"{item.subject}\t{words.name(item.at)}")
    speaker.say("cli.not_submitted", count=str(len(missing)))
    return 1

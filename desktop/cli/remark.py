"""annals remark: a person's answer to the doubts of a value, a text, a record."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.remark import Reason, answers, withdrawals
from schema.errors import AnnalsError
from schema.values.datapoint import Remark


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the subjects, one code to keep to, and the reason."""
    add_workspace(parser, speaker)
    parser.add_argument("subjects", metavar="REF", nargs="+", help=speaker.help("subjects"))
    parser.add_argument("--code", default="", help=speaker.help("doubtcode"))
    add_text(parser, speaker, "reason")
    parser.add_argument("--withdraw", action="store_true", help=speaker.help("withdrawanswer"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Answer, or take answers back: all of them or none."""
    words = arguments.reason.strip()
    if bool(words) == arguments.withdraw:
        raise AnnalsError("remark.asks")
    with speaker.open(arguments.workspace, write=True) as workspace:
        moment = moment_of(workspace)
        if arguments.withdraw:
            changes = withdrawals(moment, arguments.subjects, arguments.code)
        else:
            reason = Reason(words, speaker.who, datetime.now(UTC))
            changes = answers(moment, arguments.subjects, arguments.code, reason)
        workspace.apply(changes)
    remarks = [change.after for change in changes if isinstance(change.after, Remark)]
    if arguments.json:
        speaker.json(
            {"answered": [remark_entry(remark) for remark in remarks], "withdrawn": len(changes) - len(remarks)}
        )
    else:
        speaker.say("cli.withdrawn" if arguments.withdraw else "cli.remarked", count=str(len(changes)))
    return 0


def remark_entry(remark: Remark) -> dict[str, str]:
    """Return an answer as a JSON object."""
    return {
        "subject": remark.subject, "code": remark.code, "reason": remark.reason, "who": remark.who, "at": remark.at,
    }  # fmt: skip

"""annals explain: why a contradiction may stand, named and dated."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.contradictions import explanation, withdrawal
from desktop.work.moments import moment_of
from desktop.work.remark import Reason
from schema.errors import AnnalsError


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the contradiction's id and the reason."""
    add_workspace(parser, speaker)
    parser.add_argument("id", metavar="ID", help=speaker.help("contradictionid"))
    add_text(parser, speaker, "reason")
    parser.add_argument("--withdraw", action="store_true", help=speaker.help("withdrawexplanation"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Keep the explanation, or take it back; it falls when one of the statements changes."""
    words = arguments.reason.strip()
    if bool(words) == arguments.withdraw:
        raise AnnalsError("explain.asks")
    with speaker.open(arguments.workspace, write=True) as workspace:
        moment = moment_of(workspace)
        if arguments.withdraw:
            change = withdrawal(moment, arguments.id)
        else:
            change = explanation(moment, arguments.id, Reason(words, speaker.who, datetime.now(UTC)))
        workspace.apply([change])
    if arguments.json:
        speaker.json({"id": arguments.id, "state": "open" if arguments.withdraw else "explained"})
    else:
        speaker.say("cli.reopened" if arguments.withdraw else "cli.explained", name=arguments.id)
    return 0

"""annals accept: a person's word for texts that a machine proposed, and for what was carried from last year."""

from __future__ import annotations

import argparse

from desktop.cli.new_words import add_scope, run_scope
from desktop.cli.speaker import Speaker
from desktop.work.machine_words import accept
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.still_true import still_true
from schema.values.kept_things import canonical


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the texts, or what was carried."""
    add_scope(parser, speaker)
    parser.add_argument("--carried", metavar="REF", nargs="+", default=[], help=speaker.help("carried"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Take the mark of a machine or of last year's report away: a person vouches for these words."""
    return _still_true(arguments, speaker) if arguments.carried else run_scope(arguments, speaker, accept, {})


def _still_true(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=not arguments.dry_run) as workspace:
        need_report(workspace.definitions, arguments.report)
        changes = still_true(moment_of(workspace), arguments.report, arguments.carried)
        if not arguments.dry_run:
            workspace.apply(changes, reason="accept --carried")
    subjects = [canonical(change.subject) for change in changes]
    if arguments.json:
        speaker.json({"report": arguments.report, "accepted": subjects})
        return 0
    for subject in subjects:
        speaker.write(subject)
    code = "cli.carried.dry" if arguments.dry_run else "cli.carried.done"
    speaker.say(code, report=arguments.report, count=str(len(subjects)))
    return 0

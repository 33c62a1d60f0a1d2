"""annals mark: what is to be looked at again, marked, unmarked, listed."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.evidence import provable
from desktop.work.follow_ups import Marked, marking, marks, unmarking
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.subject_names import SubjectNames
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.values.changes import Change
from schema.values.kept_things import parse_subject


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take what is marked and why; without anything the marks are listed."""
    add_workspace(parser, speaker)
    parser.add_argument("references", metavar="REF", nargs="*", help=speaker.help("marked"))
    add_report(parser, speaker)
    parser.add_argument("--why", metavar="TEXT", default=None, help=speaker.help("markwhy"))
    parser.add_argument("--remove", action="store_true", help=speaker.help("removemark"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Mark or unmark all that is named or nothing, then list what is marked."""
    if (arguments.why is not None or arguments.remove) and not arguments.references:
        raise AnnalsError("followup.which")
    if arguments.why is not None and arguments.remove:
        raise AnnalsError("followup.why_or_remove")
    with speaker.open(arguments.workspace, write=bool(arguments.references)) as workspace:
        moment = moment_of(workspace)
        need_report(moment.definitions, arguments.report)
        if arguments.references:
            stored = workspace.apply(_changes(arguments, moment))
            count = sum(entry.kind == "followup" for entry in stored)
            speaker.say("cli.followup.removed" if arguments.remove else "cli.followup.marked", count=str(count))
            moment = moment_of(workspace)
        standing = marks(workspace, moment, arguments.report)
    speaker.json({"marks": [_entry(one, moment, speaker) for one in standing]})
    if not standing:
        speaker.say("cli.followup.nothing")
    for one in standing:
        speaker.write(_line(one, moment, speaker))
    return 0


def _changes(arguments: argparse.Namespace, moment: Moment) -> tuple[Change, ...]:
    subjects = [provable(moment, reference) for reference in arguments.references]
    if arguments.remove:
        return unmarking(moment.snapshot, subjects)
    return marking(moment.snapshot, subjects, arguments.why)


def _entry(one: Marked, moment: Moment, speaker: Speaker) -> dict[str, object]:
    subject, last = one.follow_up.subject, one.last
    return {
        "subject": subject, "name": _name(subject, moment, speaker), "why": one.follow_up.why,
        "who": last.who if last else "", "at": last.when.isoformat() if last else None,
    }  # fmt: skip


def _line(one: Marked, moment: Moment, speaker: Speaker) -> str:
    """Return subject, name, why, who and when, parted by tabs."""
    subject, last = one.follow_up.subject, one.last
    since = f"{last.who}\t{last.when:%Y-%m-%d %H:%M}" if last else ""
    return "\t".join(filter(None, (subject, _name(subject, moment, speaker), one.follow_up.why, since)))


def _name(text: str, moment: Moment, speaker: Speaker) -> str:
    subject = parse_subject(text)
    names = SubjectNames(moment.definitions, moment.snapshot, speaker.language)
    return names.name(subject) if subject is not None else text

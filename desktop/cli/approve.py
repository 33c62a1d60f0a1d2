"""annals approve: a reviewer's yes to what a department has handed in, or that somebody agrees to be quoted."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.requests import Act, approve, quote, shares_named
from schema.errors import AnnalsError
from schema.guard import changed_by
from schema.moment import Moment
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report, the department or some items, and who is quoted."""
    add_workspace(parser, speaker)
    add_report(parser, speaker, required=True)
    add_text(parser, speaker, "department", "by")
    parser.add_argument("--remark", default="", help=speaker.help("approveremark"))
    parser.add_argument("--only", nargs="+", default=[], metavar="REF", help=speaker.help("only"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Approve; 1 where something could not be, and is told with the reason."""
    with speaker.open(arguments.workspace, write=True) as workspace:
        need_report(workspace.definitions, arguments.report)
        moment = moment_of(workspace)
        act = Act(speaker.who, datetime.now(UTC), arguments.remark.strip())
        if arguments.by.strip():
            return _quote(arguments, workspace, act, speaker)
        shares = shares_named(moment, arguments.report, arguments.department, arguments.only)
        approving = approve(moment, shares, arguments.only, act, lambda text: _changed_by(text, moment, workspace))
        workspace.apply(approving.changes)
    reasons = {subject: speaker.sentence(code) for subject, code in sorted(approving.refused.items())}
    refused = [{"subject": subject, "reason": reason} for subject, reason in reasons.items()]
    speaker.json({"approved": list(approving.approved), "refused": refused})
    for subject, reason in reasons.items():
        speaker.write(f"{subject}\t{reason}")
    before = str(approving.before) if approving.before else ""
    speaker.say("cli.approved", count=str(len(approving.approved)), refused=str(len(refused)), before=before)
    return int(bool(refused))


def _changed_by(text: str, moment: Moment, workspace: Workspace) -> frozenset[str]:
    return changed_by(text, moment.definitions, moment.snapshot, workspace.last_changes)


def _quote(arguments: argparse.Namespace, workspace: Workspace, act: Act, speaker: Speaker) -> int:
    if not arguments.only:
        raise AnnalsError("approve.quotes")
    changes = quote(moment_of(workspace), arguments.report, arguments.only, arguments.by.strip(), act)
    workspace.apply(changes)
    speaker.json({"approved": arguments.only, "refused": []})
    speaker.say("cli.approved", count=str(len(changes)), refused="0", before="")
    return 0

"""annals assure: the assurance pack of a report goes out, and the auditor's verdicts come back."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written, written_entries
from desktop.work.requests import Act
from schema.errors import AnnalsError


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the report and where its pack goes, or the workbook that comes back."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)
    parser.add_argument("--out", type=Path, metavar="DIR", help=speaker.help("out"))
    parser.add_argument("--only", nargs="+", default=[], metavar="REF", help=speaker.help("assureonly"))
    parser.add_argument("--freeze", default="", metavar="NAME", help=speaker.help("assurefreeze"))
    parser.add_argument("--take", type=Path, metavar="FILE", help=speaker.help("assuretake"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Write a pack, or take verdicts; 1 where a row could not be taken."""
    gives = bool(arguments.report and arguments.out)
    if gives == bool(arguments.take) or (arguments.take and (arguments.out or arguments.report)):
        raise AnnalsError("assure.asks")
    return _give(arguments, speaker) if gives else _take(arguments, speaker)


def _give(arguments: argparse.Namespace, speaker: Speaker) -> int:
    from desktop.work.assure import write_pack  # deferred: help needs no lxml
    from desktop.work.assure_basis import Scope

    scope = Scope(arguments.report, tuple(arguments.only), arguments.freeze)
    with speaker.open(arguments.workspace, write=False) as workspace:
        written = write_pack(workspace, scope, arguments.out, Act(speaker.who, datetime.now(UTC)))
    print_written(written, speaker)
    speaker.json({"files": written_entries(written)})
    return 0


def _take(arguments: argparse.Namespace, speaker: Speaker) -> int:
    from desktop.work.verdicts import take

    with speaker.open(arguments.workspace, write=True) as workspace:
        taken = take(workspace, arguments.take, Act(speaker.who, datetime.now(UTC)))
    passed = sum(verdict.finding == "pass" for verdict in taken.verdicts)
    failed = len(taken.verdicts) - passed
    speaker.say("cli.assured", report=taken.report, passed=str(passed), failed=str(failed), same=str(taken.same))
    refused = [{"place": one.place, "reason": speaker.trouble(one.error)} for one in taken.refused]
    for one in refused:
        speaker.write(f"  ! {one['place']}: {one['reason']}")
    verdicts = [asdict(verdict) for verdict in taken.verdicts]
    speaker.json({"report": taken.report, "verdicts": verdicts, "same": taken.same, "refused": refused})
    return int(bool(refused))

"""annals attach: files as evidence of a value, a text or a record, or taken away from it."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.evidence_lines import evidence_document, evidence_line
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.evidence import attaching, detaching, named_before, proofs, provable, read_files
from desktop.work.moments import moment_of
from schema.errors import AnnalsError


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take what is proved, the files, and the page that proves it."""
    add_workspace(parser, speaker)
    parser.add_argument("reference", metavar="REF", help=speaker.help("proved"))
    parser.add_argument("files", metavar="FILE", nargs="+", help=speaker.help("evidencefiles"))
    parser.add_argument("--page", type=int, metavar="N", help=speaker.help("evidencepage"))
    parser.add_argument("--remove", action="store_true", help=speaker.help("removeevidence"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Attach all of the files or none; with --remove they are names or hashes of what stands there."""
    if arguments.page is not None and arguments.remove:
        raise AnnalsError("evidence.page_or_remove")
    files = () if arguments.remove else read_files(map(Path, arguments.files))
    with speaker.open(arguments.workspace, write=True) as workspace:
        moment = moment_of(workspace)
        subject = provable(moment, arguments.reference)
        if arguments.remove:
            changes = detaching(moment.snapshot, subject, arguments.files)
        else:
            changes = attaching(moment.snapshot, subject, files, arguments.page)
        before = named_before(moment.snapshot, subject, files)
        stored = workspace.apply(changes)
        standing = proofs(workspace, subject)
    if arguments.json:
        speaker.json(evidence_document(standing))
        return 0
    done = "removed" if arguments.remove else "attached"
    told = sum(entry.kind == "evidence" for entry in stored)
    speaker.say(f"cli.evidence.{done if told else 'same'}", subject=subject, count=str(len(arguments.files)))
    for name, known in before.items():
        speaker.say("cli.evidence.named", file=name, known=known)
    for proof in standing:
        speaker.write(evidence_line(proof, speaker))
    return 0

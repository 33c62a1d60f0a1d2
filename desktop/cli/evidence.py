"""annals evidence: which files prove what, and one of them given out."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.evidence_lines import evidence_document, evidence_line
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.evidence import named_file, proofs, provable
from desktop.work.moments import moment_of
from desktop.work.safe_files import safe_name, write_out
from schema.errors import AnnalsError
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take what is proved, or a file to give out and where."""
    add_workspace(parser, speaker)
    parser.add_argument("reference", metavar="REF", nargs="?", default="", help=speaker.help("proved"))
    parser.add_argument("--save", metavar="HASH", default="", help=speaker.help("savehash"))
    parser.add_argument("--to", metavar="FILE", type=Path, default=None, help=speaker.help("saveto"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List, or save one file; a file that stands there is never replaced."""
    if bool(arguments.save) != (arguments.to is not None):
        raise AnnalsError("evidence.save_asks")
    with speaker.open(arguments.workspace, write=False) as workspace:
        if arguments.save:
            target = _save(workspace, arguments.save, arguments.to)
            speaker.say("cli.evidence.saved", file=str(target))
            speaker.json({"file": str(target)})
            return 0
        subject = provable(moment_of(workspace), arguments.reference) if arguments.reference else ""
        standing = proofs(workspace, subject)
    speaker.json(evidence_document(standing))
    if not standing:
        speaker.say("cli.evidence.nothing")
    for proof in standing:
        speaker.write(evidence_line(proof, speaker))
    return 0


def _save(workspace: Workspace, digits: str, target: Path) -> Path:
    """Write a file out; into a folder under a name that every system takes. AnnalsError evidence.*, OutputError."""
    facts, name = named_file(workspace.snapshot(), digits)
    content = workspace.attachment(facts.hash)
    if target.is_dir():
        target = target / safe_name(name, content)
    if target.exists() or target.is_symlink():
        raise AnnalsError("evidence.target", file=str(target))
    write_out(target, content)
    return target

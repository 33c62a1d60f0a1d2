"""annals catalogue: the catalogue and outlines out as a workbook, and back in."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.cli.written_files import print_written
from desktop.work.catalogue_book import Adopted, BookTarget, adopt_book, write_book


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the way, the workspace and the workbook."""
    parser.add_argument("action", choices=("export", "import"), help=speaker.help("action"))
    add_workspace(parser, speaker)
    parser.add_argument("file", metavar="FILE.xlsx", type=Path, help=speaker.help("book"))
    parser.add_argument("--overwrite", action="store_true", help=speaker.help("overwrite"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Export or import."""
    return _export(arguments, speaker) if arguments.action == "export" else _import(arguments, speaker)


def _export(arguments: argparse.Namespace, speaker: Speaker) -> int:
    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions = workspace.definitions
    target = BookTarget(arguments.file, speaker.language, arguments.overwrite)
    print_written([write_book(definitions, target, speaker.resources)], speaker)
    return 0


def _import(arguments: argparse.Namespace, speaker: Speaker) -> int:
    path: Path = arguments.file
    with speaker.open(arguments.workspace, write=True) as workspace:
        adopted = adopt_book(workspace, path, speaker.program)
    if adopted is None:
        speaker.say("cli.catalogue_same", file=path.name)
        return 0
    speaker.say("cli.catalogue_imported", file=path.name)
    _say_adopted(adopted, speaker)
    return 0


def _say_adopted(adopted: Adopted, speaker: Speaker) -> None:
    for count in adopted.counts:
        counts = {"added": str(count.added), "removed": str(count.removed), "changed": str(count.changed)}
        speaker.say("cli.catalogue_counts", what=speaker.sentence(f"cli.catalogue_{count.kind}"), **counts)
    if adopted.lost:
        metrics = ", ".join(sorted(set(adopted.lost)))
        speaker.say("cli.catalogue_lost", count=str(len(adopted.lost)), list=metrics)
    if adopted.drifted:
        speaker.say("cli.catalogue_drifted", count=str(len(adopted.drifted)), list=", ".join(adopted.drifted))

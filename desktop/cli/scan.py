"""annals scan: the numbers of a foreign text against the workspace."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from schema.catalogue.definitions import Catalogue


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the text, and which text it is."""
    add_workspace(parser, speaker)
    parser.add_argument("text", metavar="TEXT", type=Path, help=speaker.help("scannedtext"))
    parser.add_argument("--source", metavar="CODE", default="", help=speaker.help("scansource"))
    parser.add_argument("--all", action="store_true", help=speaker.help("everynumber"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print each number with its verdict; 1 where one contradicts the workspace."""
    from desktop.cli.scan_lines import print_scan, scan_document
    from desktop.work.moments import moment_of
    from desktop.work.scan import ScanAsked, earlier_values, scan_file

    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
        asked = ScanAsked(arguments.source, earlier_values(workspace.history))
        scanned = scan_file(arguments.text, moment, asked)
    catalogue: Catalogue = moment.catalogue
    if arguments.json:
        speaker.json(scan_document(scanned, catalogue, speaker.language))
    else:
        print_scan(scanned, catalogue, speaker, every=arguments.all)
    return int(scanned.contradicted)

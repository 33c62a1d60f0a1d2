"""annals new: an empty workspace, with the company's own template and logo where they are given."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.issue_lines import issue_entry, print_issues, warn_of
from desktop.cli.parser import add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.catalogue_book import read_definitions
from desktop.work.company import ending_on, look_changes, read_look
from schema.catalogue.built_in import built_in_folder, source_digest
from schema.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take where the definitions come from, and the company's look."""
    add_workspace(parser, speaker)
    parser.add_argument("--catalogue", type=Path, help=speaker.help("definitions"))
    parser.add_argument("--year-ends", metavar="MM-DD", default="", help=speaker.help("year_ends"))
    parser.add_argument("--template", type=Path, help=speaker.help("word_template"))
    parser.add_argument("--logo", type=Path, help=speaker.help("logo"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Make the workspace; where a file cannot be taken nothing is made."""
    path = arguments.catalogue or built_in_folder(speaker.resources)
    definitions = ending_on(read_definitions(path, speaker.program), arguments.year_ends)
    source = "" if arguments.catalogue else source_digest(speaker.resources)
    look = read_look(arguments.template, arguments.logo)
    for _, file in look:
        if file.attachment is None:
            warn_of(file.issues, definitions.catalogue, speaker)
            return 2
        if file.issues:
            print_issues(file.issues, definitions.catalogue, speaker)
    with Workspace.create(arguments.workspace, definitions, speaker.who, source=source) as workspace:
        workspace.apply(look_changes(look))
        speaker.say("cli.made", file=str(arguments.workspace))
    speaker.note_place(arguments.workspace)
    issues = [issue_entry(issue, definitions.catalogue, speaker) for _, file in look for issue in file.issues]
    speaker.json({"workspace": str(arguments.workspace), "issues": issues})
    return 0

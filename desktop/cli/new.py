"""annals new: an empty workspace, with the company's own template and logo; or a list of what it may begin with."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.issue_lines import issue_entry, print_issues, warn_of
from desktop.cli.speaker import Speaker
from desktop.work.beginning_with import Beginning, begun, source_of, spoken
from desktop.work.company import look_changes, read_look
from schema.grammar.location import location_of
from schema.workspace import Workspace

_EMPTY = "empty"  # the starter without metrics


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take where the definitions come from, and the company's look."""
    # Left out where it is only asked what there is to begin with.
    parser.add_argument("workspace", metavar="WORKSPACE", nargs="?", type=location_of, help=speaker.help("workspace"))
    begins = parser.add_mutually_exclusive_group()
    begins.add_argument("--catalogue", type=Path, help=speaker.help("definitions"))
    begins.add_argument("--starter", metavar="NAME", default="", help=speaker.help("starter"))
    begins.add_argument("--empty", action="store_true", help=speaker.help("empty"))
    begins.add_argument("--starters", action="store_true", help=speaker.help("starters"))
    parser.add_argument("--languages", metavar="L,…", default="", help=speaker.help("languages"))
    parser.add_argument("--year-ends", metavar="MM-DD", default="", help=speaker.help("year_ends"))
    parser.add_argument("--template", type=Path, help=speaker.help("word_template"))
    parser.add_argument("--logo", type=Path, help=speaker.help("logo"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Make the workspace; where a file cannot be taken nothing is made."""
    if arguments.starters:
        return _list_starters(speaker)
    if arguments.workspace is None:
        speaker.warn(speaker.sentence("cli.new_where"))
        return 2
    starter = _EMPTY if arguments.empty else arguments.starter
    beginning = Beginning(arguments.catalogue, starter, spoken(arguments.languages), arguments.year_ends)
    definitions = begun(beginning, speaker.resources, speaker.program)
    look = read_look(arguments.template, arguments.logo)
    for _, file in look:
        if file.attachment is None:
            warn_of(file.issues, definitions.catalogue, speaker)
            return 2
        if file.issues:
            print_issues(file.issues, definitions.catalogue, speaker)
    source = source_of(beginning, speaker.resources)
    with Workspace.create(arguments.workspace, definitions, speaker.who, source=source) as workspace:
        workspace.apply(look_changes(look))
        speaker.say("cli.made", file=str(arguments.workspace))
    speaker.note_place(arguments.workspace)
    issues = [issue_entry(issue, definitions.catalogue, speaker) for _, file in look for issue in file.issues]
    speaker.json({"workspace": str(arguments.workspace), "issues": issues})
    return 0


def _list_starters(speaker: Speaker) -> int:
    """Say what a workspace may begin with."""
    from schema.catalogue.starters import starters

    language, listed = speaker.language, list[dict[str, object]]()
    for one in starters(speaker.resources):
        title, about = one.title.best(language), one.about.best(language)
        speaker.say("cli.starter", name=one.name, title=title, about=about, languages=", ".join(one.languages))
        listed.append({"name": one.name, "title": title, "about": about, "languages": list(one.languages)})
    speaker.json({"starters": listed})
    return 0

"""annals picture: a file's picture put in its place, or what stands there taken out."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.issue_lines import has_error, print_issues, warn_of
from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.company import ReadFile, read_file
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.pictures import PictureWords, find_place, word_changes
from schema.errors import AnnalsError


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take the place, the file, and the words beside it."""
    add_workspace(parser, speaker)
    parser.add_argument("place", metavar="PLACE", help=speaker.help("place"))
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help=speaker.help("picturefile"))
    add_report(parser, speaker)
    add_text(parser, speaker, "caption", "alt")
    parser.add_argument("--remove", action="store_true", help=speaker.help("removepicture"))


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Put or remove; caption and alternative text are an image slot's, in the language asked for."""
    if bool(arguments.file) == arguments.remove:
        raise AnnalsError("cli.picture_or_remove")
    with speaker.open(arguments.workspace, write=True) as workspace:
        moment = moment_of(workspace)
        need_report(moment.definitions, arguments.report)
        place = find_place(moment, arguments.place, arguments.report)
        words = PictureWords(arguments.caption, arguments.alt, arguments.language or "")
        changes = word_changes(moment.definitions, place, words)
        file = read_file(arguments.file, place.name) if arguments.file else ReadFile(None, ())
        if arguments.file and file.change is None:
            warn_of(file.issues, moment.catalogue, speaker)
            return 2
        if file.issues:
            print_issues(file.issues, moment.catalogue, speaker)
        changes += [file.change, place.put(file.change.picture.hash)] if file.change else [place.put("")]
        workspace.apply(changes, reason=arguments.file.name if arguments.file else "")
    said = "cli.picture_removed" if arguments.remove else "cli.picture_put"
    speaker.say(said, place=place.name, file=arguments.file.name if arguments.file else "")
    return has_error(file.issues)

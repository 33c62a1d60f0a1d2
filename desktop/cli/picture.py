"""annals picture: a file's picture put in its place, or what stands there taken out."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.cli.issue_lines import has_error, issue_entry, print_issues, warn_of
from desktop.cli.parser import add_report, add_text, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.company import read_file
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.pictures import PictureWords, find_place, word_changes
from schema.errors import AnnalsError
from schema.values.image_slots import picture_changes


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
        changes = word_changes(moment, place, words)
        if arguments.remove:
            workspace.apply([*changes, *picture_changes(moment.snapshot, place.subject, "")])
            speaker.say("cli.picture_removed", place=place.name, file="")
            speaker.json({"place": place.name, "file": "", "hash": "", "issues": []})
            return 0
        path: Path = arguments.file
        file = read_file(path, place.name)
        if file.change is None or file.attachment is None:
            warn_of(file.issues, moment.catalogue, speaker)
            return 2
        if file.issues:
            print_issues(file.issues, moment.catalogue, speaker)
        put = picture_changes(moment.snapshot, place.subject, file.attachment.hash)
        workspace.apply([*changes, file.change, *put], reason=path.name)
    speaker.say("cli.picture_put", place=place.name, file=path.name)
    issues = [issue_entry(issue, moment.catalogue, speaker) for issue in file.issues]
    speaker.json({"place": place.name, "file": path.name, "hash": file.attachment.hash, "issues": issues})
    return has_error(file.issues)

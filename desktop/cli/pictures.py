"""annals pictures: every place for a picture with what stands there."""

from __future__ import annotations

import argparse

from desktop.cli.parser import add_report, add_workspace
from desktop.cli.speaker import Speaker
from desktop.work.moments import moment_of
from desktop.work.names import need_report
from desktop.work.pictures import Hung, pictures_in


def add_arguments(parser: argparse.ArgumentParser, speaker: Speaker) -> None:
    """Take a report to keep to."""
    add_workspace(parser, speaker)
    add_report(parser, speaker)


def run(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Print the places, then the pictures that stand nowhere."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        moment = moment_of(workspace)
    need_report(moment.definitions, arguments.report)
    entries = [_entry(hung) for hung in pictures_in(moment, arguments.report)]
    if arguments.json:
        speaker.json({"pictures": entries})
        return 0
    for entry in entries:
        place = entry["place"] or speaker.sentence("cli.picture_idle")
        size = f"{entry['width']} × {entry['height']}" if entry["width"] else ""
        speaker.write(f"{entry['report']}\t{place}\t{entry['file'] or '∅'}\t{size}".rstrip())
    return 0


def _entry(hung: Hung) -> dict[str, object]:
    place, picture = hung.place, hung.picture
    return {
        "report": place.report if place else "",
        "place": place.name if place else "",
        "file": picture.name if picture else "",
        "hash": picture.hash if picture else "",
        "width": picture.width if picture else 0,
        "height": picture.height if picture else 0,
        "bytes": picture.size if picture else 0,
    }

"""The company's own look: its Word template and its logo, read before anything is made and then put in place."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from desktop.cli.speaking import Speaker
from desktop.cli.telling import tell_issues
from schema.catalogue.definitions import Catalogue
from schema.values.changes import Change, keep
from schema.values.image_slots import COMPANY, LOGO, TEMPLATE, placing

if TYPE_CHECKING:
    from exporters.word.template_reader import ReadTemplate
    from schema.exchange.picture_reader import ReadPicture


def read_look(arguments: argparse.Namespace, catalogue: Catalogue, speaker: Speaker) -> list[Change] | None:
    """Return what puts template and logo in place; None where a file cannot be taken, which is told."""
    from schema.validation.messages import message

    changes: list[Change] = []
    for slot, found in _files(arguments):
        if found.attachment is None:
            for issue in found.issues:
                print(message(issue, catalogue, speaker.language), file=speaker.err)
            return None
        if found.issues:
            tell_issues(found.issues, catalogue, speaker)
        kept = found.attachment
        changes += [keep(kept, content=found.content), keep(placing(COMPANY, slot, kept.hash))]
    return changes


def _files(arguments: argparse.Namespace) -> list[tuple[str, ReadPicture | ReadTemplate]]:
    read: list[tuple[str, ReadPicture | ReadTemplate]] = []
    if arguments.template:
        from exporters.word.template_reader import read_template

        read.append((TEMPLATE, read_template(arguments.template)))
    if arguments.logo:
        from schema.exchange.picture_reader import read_picture

        read.append((LOGO, read_picture(arguments.logo)))
    return read

"""The company's own look: its Word template and its logo, read before anything is made and then put in place."""

from __future__ import annotations

import argparse

from desktop.cli.speaking import Speaker
from desktop.cli.telling import tell_issues
from schema.catalogue.definitions import Catalogue
from schema.validation.issue import Issue
from schema.values.changes import Change, PictureChange, TextChange
from schema.values.image_slots import COMPANY, LOGO, TEMPLATE, placing


def read_look(arguments: argparse.Namespace, catalogue: Catalogue, speaker: Speaker) -> list[Change] | None:
    """Return what puts template and logo in place; None where a file cannot be taken, which is told."""
    from schema.validation.messages import message

    changes: list[Change] = []
    for slot, found, issues in _files(arguments):
        if found is None:
            for issue in issues:
                print(message(issue, catalogue, speaker.language), file=speaker.err)
            return None
        if issues:
            tell_issues(issues, catalogue, speaker)
        changes += [found, TextChange(placing(COMPANY, slot, found.picture.hash))]
    return changes


def _files(arguments: argparse.Namespace) -> list[tuple[str, PictureChange | None, tuple[Issue, ...]]]:
    read: list[tuple[str, PictureChange | None, tuple[Issue, ...]]] = []
    if arguments.template:
        from exporters.word.template_reader import read_template

        template = read_template(arguments.template)
        read.append((TEMPLATE, template.change, template.issues))
    if arguments.logo:
        from schema.exchange.picture_reader import read_picture

        logo = read_picture(arguments.logo)
        read.append((LOGO, logo.change, logo.issues))
    return read

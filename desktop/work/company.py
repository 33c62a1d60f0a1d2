"""The company's own look: its Word template and its logo, read before anything is made and then put in place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from schema.grammar.slots import COMPANY, LOGO, TEMPLATE
from schema.values.changes import Change, keep
from schema.values.image_slots import placing

if TYPE_CHECKING:
    from exporters.word.template_reader import ReadTemplate
    from schema.exchange.picture_reader import ReadPicture

    ReadFile = ReadPicture | ReadTemplate


def read_file(path: Path, slot: str) -> ReadFile:
    """Read a file for a place: a Word template for that of the template, else a picture."""
    if slot == TEMPLATE:
        from exporters.word.template_reader import read_template

        return read_template(path)
    from schema.exchange.picture_reader import read_picture

    return read_picture(path)


def read_look(template: Path | None, logo: Path | None) -> tuple[tuple[str, ReadFile], ...]:
    """Return what was read, by slot; reading ends with the first file that cannot be taken."""
    read: list[tuple[str, ReadFile]] = []
    for slot, path in ((TEMPLATE, template), (LOGO, logo)):
        if path is not None:
            read.append((slot, read_file(path, slot)))
            if read[-1][1].attachment is None:
                break
    return tuple(read)


def look_changes(look: tuple[tuple[str, ReadFile], ...]) -> list[Change]:
    """Return what puts the files in their places."""
    changes: list[Change] = []
    for slot, file in look:
        if file.change is not None and file.attachment is not None:
            changes += [file.change, keep(placing(COMPANY, slot, file.attachment.hash))]
    return changes

"""The company's own look: its Word template and its logo, read before anything is made and then put in place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schema.validation.issue import Issue
from schema.values.changes import Change, PictureChange, TextChange
from schema.values.image_slots import COMPANY, LOGO, TEMPLATE, placing


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A template or picture as it will be kept, or none; `issues` say why not (error) or what to know (doubt)."""

    change: PictureChange | None
    issues: tuple[Issue, ...]


def read_file(path: Path, slot: str) -> ReadFile:
    """Read a file for a place: a Word template for that of the template, else a picture."""
    if slot == TEMPLATE:
        from exporters.word.template_reader import read_template

        template = read_template(path)
        return ReadFile(template.change, template.issues)
    from schema.exchange.picture_reader import read_picture

    picture = read_picture(path)
    return ReadFile(picture.change, picture.issues)


def read_look(template: Path | None, logo: Path | None) -> tuple[tuple[str, ReadFile], ...]:
    """Return what was read, by slot; reading ends with the first file that cannot be taken."""
    read: list[tuple[str, ReadFile]] = []
    for slot, path in ((TEMPLATE, template), (LOGO, logo)):
        if path is not None:
            read.append((slot, read_file(path, slot)))
            if read[-1][1].change is None:
                break
    return tuple(read)


def look_changes(look: tuple[tuple[str, ReadFile], ...]) -> list[Change]:
    """Return what puts the files in their places."""
    changes: list[Change] = []
    for slot, file in look:
        if file.change is not None:
            changes += [file.change, TextChange(placing(COMPANY, slot, file.change.picture.hash))]
    return changes

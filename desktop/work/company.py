"""The company's own look: its Word template and its logo, read before anything is made and then put in place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.grammar.fiscal import CALENDAR_END, is_year_end
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


def ending_on(definitions: Definitions, day: str) -> Definitions:
    """Return definitions whose company's year ends on a day, month-day; as they are without one.

    AnnalsError cli.year_ends where it is no day of the year.
    """
    if not day:
        return definitions
    if not is_year_end(day):
        raise AnnalsError("cli.year_ends", text=day)
    company = replace(definitions.catalogue.company, year_ends="" if day == CALENDAR_END else day)
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, company=company)))

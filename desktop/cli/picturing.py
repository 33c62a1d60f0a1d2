"""Commands for pictures: what stands where, and one put in its place."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.cli.speaking import Speaker
from desktop.cli.telling import has_error, need_report, tell_issues
from schema.catalogue.outline import Definitions, ImageBlock
from schema.errors import AnnalsError
from schema.grammar.reference import parse_record
from schema.mistakes import near
from schema.values.changes import Change, change_of
from schema.values.datapoint import Attachment, Record, SlotText, Snapshot
from schema.values.image_slots import (
    COMPANY,
    LOGO,
    NO_LANGUAGE,
    TEMPLATE,
    CellAt,
    PictureAt,
    alternative_slot,
    caption_slot,
    picture_at,
    picture_changes,
)
from schema.values.subject import TextAt

if TYPE_CHECKING:
    from exporters.word.template_reader import ReadTemplate
    from schema.exchange.picture_reader import ReadPicture


@dataclass(frozen=True, slots=True)
class Slot:
    """An image slot of a report."""

    report: str
    slot: str

    @property
    def name(self) -> str:
        """Return what the place is called on the command line."""
        return self.slot

    @property
    def subject(self) -> PictureAt:
        """Return where its picture stands."""
        return TextAt(self.report, self.slot, NO_LANGUAGE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A record's column of pictures."""

    record: Record
    column: str

    @property
    def report(self) -> str:
        """Return the report that the record belongs to."""
        return self.record.report

    @property
    def name(self) -> str:
        """Return what the place is called on the command line."""
        return f"{self.record.key.canonical()}.{self.column}"

    @property
    def subject(self) -> PictureAt:
        """Return where its picture stands."""
        return CellAt(self.record.key, self.column)


Place = Slot | Cell


def pictures(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """List every place for a picture with what stands there, and the pictures that stand nowhere."""
    with speaker.open(arguments.workspace, write=False) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
    need_report(definitions, arguments.report)
    places = list(_places(definitions, snapshot))
    used = {picture_at(snapshot, place.subject) for place in places}
    shown = [place for place in places if arguments.report in ("", place.report)]
    kept = snapshot.attachments
    idle = [] if arguments.report else [picture for name, picture in kept.items() if name not in used]
    entries = [
        _entry(place.report, place.name, snapshot.attachments.get(picture_at(snapshot, place.subject)))
        for place in shown
    ]
    entries += [_entry("", "", picture) for picture in idle]
    if arguments.json:
        speaker.json({"pictures": entries})
        return 0
    for entry in entries:
        place = entry["place"] or speaker.sentence("cli.picture_idle")
        size = f"{entry['width']} × {entry['height']}" if entry["width"] else ""
        speaker.write(f"{entry['report']}\t{place}\t{entry['file'] or '∅'}\t{size}".rstrip())
    return 0


def _entry(report: str, place: str, picture: Attachment | None) -> dict[str, object]:
    facts = {"file": "", "hash": "", "width": 0, "height": 0, "bytes": 0}
    if picture is not None:
        facts = {"file": picture.name, "hash": picture.hash, "width": picture.width, "height": picture.height,
                 "bytes": picture.size}  # fmt: skip
    return {"report": report, "place": place, **facts}


def _places(definitions: Definitions, snapshot: Snapshot) -> Iterator[Place]:
    yield from (Slot(COMPANY, slot) for slot in (LOGO, TEMPLATE))
    for outline in definitions.outlines.values():
        for section in outline.walk():
            yield from (Slot(outline.code, block.slot) for block in section.blocks if isinstance(block, ImageBlock))
    for record in snapshot.records.values():
        kind = definitions.catalogue.records.get(record.key.type)
        for column in kind.columns if kind else ():
            if column.traits.pictured:
                yield Cell(record, column.code)


def picture(arguments: argparse.Namespace, speaker: Speaker) -> int:
    """Put a file's picture in a place, or take out what stands there; caption and alternative text for image slots."""
    if bool(arguments.file) == arguments.remove:
        raise AnnalsError("cli.picture_or_remove")
    with speaker.open(arguments.workspace, write=True) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
        need_report(definitions, arguments.report)
        place = _find(arguments, definitions, snapshot)
        changes, status = _words(arguments, definitions, snapshot, place), 0
        if arguments.remove:
            changes += picture_changes(snapshot, place.subject, "")
        else:
            taken = _take(arguments, definitions, place, speaker)
            if taken.change is None or taken.attachment is None:
                return 2
            changes += [taken.change, *picture_changes(snapshot, place.subject, taken.attachment.hash)]
            status = has_error(taken.issues)
        workspace.apply(changes, reason=arguments.file.name if arguments.file else "")
    said = "cli.picture_removed" if arguments.remove else "cli.picture_put"
    speaker.say(said, place=place.name, file=arguments.file.name if arguments.file else "")
    return status


def _find(arguments: argparse.Namespace, definitions: Definitions, snapshot: Snapshot) -> Place:
    places = [place for place in _places(definitions, snapshot) if arguments.report in ("", place.report)]
    found = [place for place in places if place.name == arguments.place]
    if len(found) == 1:
        return found[0]
    if found:
        raise AnnalsError("cli.picture_reports", name=arguments.place, list=", ".join(p.report for p in found))
    if parse_record(arguments.place) is None and not places:
        raise AnnalsError("cli.no_picture_places")
    if alike := near(arguments.place, [place.name for place in places]):
        raise AnnalsError("cli.unknown_place", name=arguments.place, near=alike)
    raise AnnalsError("cli.no_such_place", name=arguments.place)


def _take(
    arguments: argparse.Namespace, definitions: Definitions, place: Place, speaker: Speaker
) -> ReadPicture | ReadTemplate:
    """Return the file as it will be kept; why it cannot be taken, and what it lacks, is told."""
    from exporters.word.template_reader import read_template
    from schema.exchange.picture_reader import read_picture
    from schema.validation.messages import message

    found = read_template(arguments.file) if place.name == TEMPLATE else read_picture(arguments.file)
    if found.attachment is None:
        for issue in found.issues:
            print(message(issue, definitions.catalogue, speaker.language), file=speaker.err)
    elif found.issues:
        tell_issues(found.issues, definitions.catalogue, speaker)
    return found


def _words(arguments: argparse.Namespace, definitions: Definitions, snapshot: Snapshot, place: Place) -> list[Change]:
    """Caption and alternative text in the language asked for, else in the report's own."""
    given = [(caption_slot, arguments.caption), (alternative_slot, arguments.alt)]
    if isinstance(place, Cell) or place.report == COMPANY:
        if arguments.caption or arguments.alt:
            code = "cli.picture_words" if isinstance(place, Cell) else "cli.company_words"
            raise AnnalsError(code, place=place.name)
        return []
    language = arguments.language or definitions.outlines[place.report].language
    texts = [SlotText(place.report, slot(place.slot), language, text) for slot, text in given if text]
    return [change_of(snapshot, TextAt(text.report, text.slot, language), text) for text in texts]


COMMANDS: dict[str, Callable[[argparse.Namespace, Speaker], int]] = {"pictures": pictures, "picture": picture}

"""Places for pictures (image slots, records' columns, the company's own): what stands there, and is put there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from schema.catalogue.outline import ImageBlock
from schema.errors import AnnalsError
from schema.grammar.reference import parse_record
from schema.grammar.slots import COMPANY, LOGO, NO_LANGUAGE, TEMPLATE, alternative_slot, caption_slot
from schema.mistakes import near
from schema.moment import Moment
from schema.values.changes import Change, change_of
from schema.values.datapoint import Attachment, Record, SlotText
from schema.values.evidence import all_evidence
from schema.values.image_slots import CellAt, PictureAt, picture_at
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """An image slot of a report, or of the company."""

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
class CellPlace:
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


Place = SlotPlace | CellPlace


@dataclass(frozen=True, slots=True)
class Hung:
    """A place with the picture that stands there; a picture that stands nowhere has no place."""

    place: Place | None
    picture: Attachment | None


def pictures_in(moment: Moment, report: str = "") -> tuple[Hung, ...]:
    """Return every place of a report with what stands there; without a report also the pictures that stand nowhere."""
    snapshot, places = moment.snapshot, list(all_places(moment))
    hung = [Hung(place, snapshot.attachments.get(picture_at(snapshot, place.subject))) for place in places]
    if report:
        return tuple(one for one in hung if one.place is not None and one.place.report == report)
    used = {picture_at(snapshot, place.subject) for place in places} | {at.file for at in all_evidence(snapshot)}
    # Without pixels it is a template that stood somewhere, or evidence that was taken away again.
    idle = (file for name, file in snapshot.attachments.items() if name not in used and (file.width or _is_word(file)))
    return (*hung, *(Hung(None, picture) for picture in idle))


def _is_word(file: Attachment) -> bool:
    return file.type == "docx"


def all_places(moment: Moment) -> Iterator[Place]:
    """Yield the company's places, then those of each report, then those of its records."""
    yield from (SlotPlace(COMPANY, slot) for slot in (LOGO, TEMPLATE))
    for outline in moment.definitions.outlines.values():
        for section in outline.walk():
            blocks = (block for block in section.blocks if isinstance(block, ImageBlock))
            yield from (SlotPlace(outline.code, block.slot) for block in blocks)
    for record in moment.snapshot.records.values():
        record_type = moment.catalogue.records.get(record.key.type)
        for column in record_type.columns if record_type else ():
            if column.traits.pictured:
                yield CellPlace(record, column.code)


def find_place(moment: Moment, name: str, report: str = "") -> Place:
    """Return the place of this name. AnnalsError cli.picture_reports, cli.unknown_place and their like."""
    places = [place for place in all_places(moment) if report in ("", place.report)]
    matching = [place for place in places if place.name == name]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise AnnalsError("cli.picture_reports", name=name, list=", ".join(place.report for place in matching))
    if parse_record(name) is None and not places:
        raise AnnalsError("cli.no_picture_places")
    raise AnnalsError("cli.unknown_place", name=name, near=near(name, [place.name for place in places]))


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Caption and alternative text in one language; an empty language means the report's own, empty words none."""

    caption: str = ""
    alternative: str = ""
    language: str = ""


def word_changes(moment: Moment, place: Place, words: PictureWords) -> list[Change]:
    """Return what puts the words beside an image slot. AnnalsError where the place has no such words."""
    given = [(caption_slot, words.caption), (alternative_slot, words.alternative)]
    if isinstance(place, CellPlace) or place.report == COMPANY:
        if words.caption or words.alternative:
            code = "cli.picture_words" if isinstance(place, CellPlace) else "cli.company_words"
            raise AnnalsError(code, place=place.name)
        return []
    language = words.language or moment.outline(place.report).language
    texts = [SlotText(place.report, slot(place.slot), language, text) for slot, text in given if text]
    return [change_of(moment.snapshot, TextAt(text.report, text.slot, language), text) for text in texts]

"""What is kept of a report's contents: the words of its slots, its records, and the files that stand in them."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import Any

from schema.catalogue.outline import Definitions, ImageBlock, TextBlock
from schema.catalogue.owners import owners
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES
from schema.values import subject as subjects
from schema.values.datapoint import Attachment, Record, SlotText
from schema.values.kept_form import Column, Form, Kept, nobody
from schema.values.places import MapPlace, NamedPlace, TextPlace
from schema.values.records import from_plain, to_plain
from schema.values.subject import AttachmentAt, TextAt, joined, split
from schema.values.word_origins import read_origin, write_origin

# texts


def _stored_text(at: TextAt) -> str:
    return joined(at.report, at.slot, at.language)


def _restored_text(text: str) -> TextAt | None:
    parts = split(text)
    return TextAt(*parts) if len(parts) == 3 and parts[2] in ("", *LANGUAGES) else None


def _place_owner(at: TextAt, definitions: Definitions) -> str:
    outline = definitions.outlines.get(at.report)
    if outline is None:
        return ""
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, TextBlock | ImageBlock) and at.slot in (
                block.slot, f"{block.slot}.caption", f"{block.slot}.alt",
            ):  # fmt: skip
                return owners(outline)[section.code].of(block=block.department)
    return ""


def _slot_text(at: TextAt, text: str, carried: str, origin: str) -> SlotText:
    return SlotText(at.report, at.slot, at.language, text, carried, read_origin(origin))


TEXTS = Kept(
    form=Form(
        "text", TextAt, subjects.write_text, subjects.read_text, _stored_text, _restored_text,
        "subject.text", _place_owner,
    ),
    thing=SlotText,
    table="slot_text",
    identity=(Column("report"), Column("slot"), Column("language")),
    columns=(Column("text"), Column("carried", later=True), Column("origin", later=True)),
    order=("report", "slot", "language"),
    located=TextAt,
    address=attrgetter("report", "slot", "language"),
    subject=lambda text: TextAt(text.report, text.slot, text.language),
    made=_slot_text,
    values=lambda text: (text.text, text.carried, write_origin(text.origin)),
    place=TextPlace(),
    settled=lambda text: text if text.text else None,
)  # fmt: skip


# records


def _type_owner(key: RecordKey, definitions: Definitions) -> str:
    record_type = definitions.catalogue.records.get(key.type)
    return record_type.department if record_type else ""


def _record(key: RecordKey, report: str, position: int, fields: Any, carried: str) -> Record:
    return Record(key, report, position, from_plain(fields), carried)


RECORDS = Kept(
    form=Form(
        "record", RecordKey, subjects.write_record, subjects.read_record, subjects.write_record, subjects.read_record,
        "subject.record", _type_owner,
    ),
    thing=Record,
    table="record",
    identity=(Column("type"), Column("code")),
    columns=(Column("report"), Column("position", "whole"), Column("fields", "fields"), Column("carried", later=True)),
    order=("report", "type", "position", "code"),
    located=RecordKey,
    address=attrgetter("type", "id"),
    subject=attrgetter("key"),
    made=_record,
    values=lambda record: (record.report, record.order, to_plain(record.fields), record.carried),
    place=MapPlace("records"),
    settled=lambda record: _record(
        record.key, record.report, record.order, to_plain(record.fields), record.carried
    ),
)  # fmt: skip


# attachments


def _attachment(at: AttachmentAt, *columns: Any) -> Attachment:
    return Attachment(at.hash, *columns)


def _learned(stands: Attachment, comes: Attachment) -> Attachment:
    """The same bytes keep their first name; what is known of them grows: evidence is not measured, a picture is."""
    if (stands.width or not comes.width) and (stands.pages or not comes.pages):
        return stands
    width, height = (stands.width, stands.height) if stands.width else (comes.width, comes.height)
    return replace(stands, width=width, height=height, pages=stands.pages or comes.pages)


ATTACHMENTS = Kept(
    form=Form(
        "picture", AttachmentAt, subjects.write_attachment, subjects.read_attachment,
        attrgetter("hash"), AttachmentAt, "subject.attachment", nobody,
    ),
    thing=Attachment,
    table="attachment",
    identity=(Column("hash"),),
    columns=(
        Column("name"), Column("type", named="kind"), Column("size", "whole"),
        Column("width", "whole"), Column("height", "whole"), Column("pages", "whole", later=True),
    ),
    order=(),
    located=AttachmentAt,
    address=lambda at: (at.hash,),
    subject=lambda attachment: AttachmentAt(attachment.hash),
    made=_attachment,
    values=attrgetter("name", "type", "size", "width", "height", "pages"),
    place=NamedPlace("attachments", attrgetter("hash"), lambda attachment: AttachmentAt(attachment.hash)),
    once=_learned,
    versioned=False,
)  # fmt: skip

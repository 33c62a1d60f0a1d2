"""The registry of what is kept: one row per type of subject. Store, snapshot, history and undo follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from operator import attrgetter
from typing import Any

from schema.catalogue.outline import Definitions, ImageBlock, TextBlock
from schema.grammar.reference import Key, RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.values import subject as subjects
from schema.values.bulk import new_key, new_point
from schema.values.datapoint import Attachment, DataPoint, PublishedValue, Record, Restatement, SlotText
from schema.values.kept import Column, Form, Kept
from schema.values.places import MapPlace, NamedPlace, PublishedPlace, TextPlace, published_at
from schema.values.records import from_plain, to_plain
from schema.values.subject import AttachmentAt, DefinitionsAt, PublishedAt, RestatementAt, TextAt, joined, split
from schema.values.word_origins import read_origin, write_origin

Subject = Key | RecordKey | TextAt | PublishedAt | RestatementAt | AttachmentAt | DefinitionsAt
Thing = DataPoint | Record | SlotText | PublishedValue | Restatement | Attachment

# The address of a value, in the order in which its table is sorted.
KEY = (
    Column("metric", repeats=True), Column("entity", repeats=True), Column("period", "whole"),
    Column("category", repeats=True), Column("span", repeats=True, later=True),
)  # fmt: skip
KEY_NAMES = tuple(column.name for column in KEY)
_key_parts = attrgetter(*KEY_NAMES)


def _same(subject: Any) -> Any:
    return subject


def _nobody(subject: Any, definitions: Definitions) -> str:
    del subject, definitions
    return ""


# values


def _metric_owner(key: Key, definitions: Definitions) -> str:
    metric = definitions.catalogue.metrics.get(key.metric)
    return metric.department if metric else ""


POINTS = Kept(
    form=Form(
        "point", Key, subjects.write_value, subjects.read_value, subjects.write_value, subjects.read_value,
        "subject.value", _metric_owner,
    ),
    thing=DataPoint,
    table="data_point",
    identity=KEY,
    columns=(
        Column("value", "exact", optional=True), Column("qualifier"), Column("omission"), Column("unread"),
        Column("typed"), Column("note"), Column("method"), Column("estimated", "flag"), Column("as_of"),
        Column("since", "whole"), Column("source", repeats=True),
    ),
    order=KEY_NAMES,
    located=new_key,
    address=_key_parts,
    subject=attrgetter("key"),
    made=new_point,
    values=attrgetter(
        "value", "qualifier", "omission", "unread", "typed", "note", "method", "estimated", "as_of", "since", "source"
    ),
    place=MapPlace("points"),
)  # fmt: skip


# texts


def _stored_text(at: TextAt) -> str:
    return joined(at.report, at.slot, at.language)


def _restored_text(text: str) -> TextAt | None:
    parts = split(text)
    return TextAt(*parts) if len(parts) == 3 and parts[2] in ("", *LANGUAGES) else None


def _section_owner(at: TextAt, definitions: Definitions) -> str:
    outline = definitions.outlines.get(at.report)
    for section in outline.walk() if outline else ():
        for block in section.blocks:
            if isinstance(block, TextBlock | ImageBlock) and at.slot in (
                block.slot, f"{block.slot}.caption", f"{block.slot}.alt",
            ):  # fmt: skip
                return section.department
    return ""


def _slot_text(at: TextAt, text: str, carried: str, origin: str) -> SlotText:
    return SlotText(at.report, at.slot, at.language, text, carried, read_origin(origin))


TEXTS = Kept(
    form=Form(
        "text", TextAt, subjects.write_text, subjects.read_text, _stored_text, _restored_text,
        "subject.text", _section_owner,
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
    kind = definitions.catalogue.records.get(key.type)
    return kind.department if kind else ""


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


# published values


def _stored_published(at: PublishedAt) -> str:
    return joined(at.key.canonical(), at.report, at.place, at.text)


def _restored_published(text: str) -> PublishedAt | None:
    parts = split(text)
    key = subjects.read_value(parts[0]) if len(parts) == 4 else None
    return PublishedAt(parts[1], key, parts[2], parts[3]) if key else None


def _published(at: PublishedAt, text: str, value: Any, qualifier: str, resolution: Any) -> PublishedValue:
    return PublishedValue(at.report, at.key, text, value, qualifier, resolution, at.place)


def _printed(report: str, *rest: Any) -> PublishedAt:
    return PublishedAt(report, new_key(*rest[:5]), *rest[5:])


PUBLISHED = Kept(
    form=Form(
        "published", PublishedAt, subjects.write_published, subjects.read_published,
        _stored_published, _restored_published, "subject.published", lambda at, known: _metric_owner(at.key, known),
    ),
    thing=PublishedValue,
    table="published_value",
    identity=(Column("report"), *KEY, Column("place"), Column("text")),
    columns=(Column("text"), Column("value", "exact"), Column("qualifier"), Column("resolution", "exact")),
    order=(),
    located=_printed,
    address=lambda at: (at.report, *_key_parts(at.key), at.place, at.text),
    subject=published_at,
    made=_published,
    values=attrgetter("text", "value", "qualifier", "resolution"),
    place=PublishedPlace(),
    versioned=False,
)  # fmt: skip


# restatements


def _stored_restatement(at: RestatementAt) -> str:
    return joined(at.key.canonical(), at.report)


def _restored_restatement(text: str) -> RestatementAt | None:
    parts = split(text)
    key = subjects.read_value(parts[0]) if len(parts) == 2 else None
    return RestatementAt(parts[1], key) if key else None


def _restatement(at: RestatementAt, text: str, place: str, old: Any, new: Any, *reason: str) -> Restatement:
    return Restatement(at.report, at.key, text, place, old, new, Words(*reason))


def _stated(restatement: Restatement) -> tuple[Any, ...]:
    reason = restatement.reason
    return (
        restatement.text, restatement.place, restatement.old, restatement.new,
        reason.zh_hans, reason.zh_hant, reason.en,
    )  # fmt: skip


RESTATEMENTS = Kept(
    form=Form(
        "restatement", RestatementAt, subjects.write_restatement, subjects.read_restatement,
        _stored_restatement, _restored_restatement, "subject.restatement",
        lambda at, known: _metric_owner(at.key, known),
    ),
    thing=Restatement,
    table="restatement",
    identity=(Column("report"), *KEY),
    columns=(
        Column("text"), Column("place"), Column("old", "exact"), Column("new", "exact"),
        Column("zh_hans"), Column("zh_hant"), Column("en"),
    ),
    order=(),
    located=lambda report, *key: RestatementAt(report, new_key(*key)),
    address=lambda at: (at.report, *_key_parts(at.key)),
    subject=lambda stated: RestatementAt(stated.report, stated.key),
    made=_restatement,
    values=_stated,
    place=NamedPlace(
        "restatements", attrgetter("report", "key"), lambda stated: RestatementAt(stated.report, stated.key)
    ),
)  # fmt: skip


# attachments

ATTACHMENTS = Kept(
    form=Form(
        "picture", AttachmentAt, subjects.write_attachment, subjects.read_attachment,
        attrgetter("hash"), AttachmentAt, "subject.attachment", _nobody,
    ),
    thing=Attachment,
    table="attachment",
    identity=(Column("hash"),),
    columns=(
        Column("name"), Column("type", named="kind"), Column("size", "whole"),
        Column("width", "whole"), Column("height", "whole"),
    ),
    order=(),
    located=AttachmentAt,
    address=lambda at: (at.hash,),
    subject=lambda attachment: AttachmentAt(attachment.hash),
    made=lambda at, *facts: Attachment(at.hash, *facts),
    values=attrgetter("name", "type", "size", "width", "height"),
    place=NamedPlace("attachments", attrgetter("hash"), lambda attachment: AttachmentAt(attachment.hash)),
    once=True,
    versioned=False,
)  # fmt: skip

# definitions, which have tables of their own


def _write_definitions(at: DefinitionsAt) -> str:
    del at
    return "definitions"


def _read_definitions(text: str) -> DefinitionsAt | None:
    return DefinitionsAt() if text == "definitions" else None


DEFINITIONS = Form(
    "definitions", DefinitionsAt, _write_definitions, _read_definitions, _write_definitions, _read_definitions,
    "subject.definitions", _nobody,
)  # fmt: skip

# In the order in which they are written.
KEPT: tuple[Kept, ...] = (POINTS, PUBLISHED, TEXTS, RECORDS, RESTATEMENTS, ATTACHMENTS)
FORMS: tuple[Form, ...] = (*(kept.form for kept in KEPT), DEFINITIONS)

_BY_SUBJECT: Mapping[type[Any], Kept] = {kept.form.type: kept for kept in KEPT}
_BY_THING: Mapping[type[Any], Kept] = {kept.thing: kept for kept in KEPT}
_FORM_OF: Mapping[type[Any], Form] = {form.type: form for form in FORMS}
_BY_KIND: Mapping[str, Form] = {form.kind: form for form in FORMS}


def kept_at(subject: Subject) -> Kept:
    """Return the row of the registry that a subject belongs to; KeyError for the definitions, kept apart."""
    return _BY_SUBJECT[type(subject)]


def subject_of(thing: Thing) -> Subject:
    """Return where a thing stands."""
    return _BY_THING[type(thing)].subject(thing)


def canonical(subject: Subject) -> str:
    """Return the one text form of a subject."""
    return _FORM_OF[type(subject)].write(subject)


def parse_subject(text: str) -> Subject | None:
    """Read the canonical text form of a subject; None where it is none."""
    read = ((form, form.read(text)) for form in FORMS)
    return next((subject for form, subject in read if subject is not None and form.write(subject) == text), None)


def shown_subject(kind: str, stored: str) -> str:
    """Return the canonical form of a subject that history has kept in its own; as it is where it is none."""
    form = _BY_KIND.get(kind)
    subject = form.restored(stored) if form else None
    return stored if subject is None else canonical(subject)


def owner_of(subject: Subject, definitions: Definitions) -> str:
    """Return the department that is asked for what stands at a subject; empty where it is the editor's."""
    return _FORM_OF[type(subject)].owner(subject, definitions)


def words_of(subject: Subject) -> str:
    """Return the phrase that names this type of subject."""
    return _FORM_OF[type(subject)].words

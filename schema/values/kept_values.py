"""What is kept of values: the current truth, what reports printed of it, and why that is no longer so."""

from __future__ import annotations

from operator import attrgetter
from typing import Any

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.grammar.words import Words
from schema.values import subject as subjects
from schema.values.bulk import new_key, new_point, read_points, settled_point
from schema.values.datapoint import DataPoint, PublishedValue, Remark, Restatement
from schema.values.kept_form import Column, Form, Kept
from schema.values.places import MapPlace, MorePlace, NamedPlace, PublishedPlace, published_at
from schema.values.subject import PublishedAt, RemarkAt, RestatementAt, joined, split

# The address of a value, in the order in which its table is sorted.
KEY = (
    Column("metric", repeats=True), Column("entity", repeats=True), Column("period", "whole"),
    Column("category", repeats=True), Column("span", repeats=True, later=True),
)  # fmt: skip
KEY_NAMES = tuple(column.name for column in KEY)
_key_parts = attrgetter(*KEY_NAMES)


# values


# A note that the table calls neither sorted nor empty stems from when there was one field for note and footnote.
_point_values = attrgetter(
    "value", "qualifier", "omission", "unread", "typed", "note", "method", "estimated", "as_of", "since", "source",
    "footnote",
)  # fmt: skip


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
        Column("since", "whole"), Column("source", repeats=True), Column("footnote", later=True),
        Column("sorted", "flag", later=True),
    ),
    order=KEY_NAMES,
    located=new_key,
    address=_key_parts,
    subject=attrgetter("key"),
    made=new_point,
    values=lambda point: (*_point_values(point), point.note != "" and not point.unsorted),
    place=MapPlace("points"),
    settled=settled_point,
    many=read_points,
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


def _restated_at(report: str, *key: Any) -> RestatementAt:
    return RestatementAt(report, new_key(*key))


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
    located=_restated_at,
    address=lambda at: (at.report, *_key_parts(at.key)),
    subject=lambda stated: RestatementAt(stated.report, stated.key),
    made=_restatement,
    values=_stated,
    place=NamedPlace(
        "restatements", attrgetter("report", "key"), lambda stated: RestatementAt(stated.report, stated.key)
    ),
)  # fmt: skip


# remarks


def _remarked_owner(at: RemarkAt, definitions: Definitions) -> str:
    key = subjects.read_value(at.subject)
    return _metric_owner(key, definitions) if key else ""


def _remark(at: RemarkAt, *columns: Any) -> Remark:
    return Remark(at.subject, at.code, *columns)


REMARKS = Kept(
    form=Form(
        "remark", RemarkAt, subjects.write_remark, subjects.read_remark, subjects.write_remark, subjects.read_remark,
        "subject.remark", _remarked_owner,
    ),
    thing=Remark,
    table="remark",
    identity=(Column("subject"), Column("code")),
    columns=(Column("content"), Column("reason"), Column("who"), Column("at")),
    order=("subject", "code"),
    located=RemarkAt,
    address=attrgetter("subject", "code"),
    subject=lambda remark: RemarkAt(remark.subject, remark.code),
    made=_remark,
    values=attrgetter("content", "reason", "who", "at"),
    place=MorePlace("remarks"),
)  # fmt: skip

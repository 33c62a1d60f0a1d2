"""Attachments in the tables: their bytes one at a time, apart from the facts, and whether both are whole."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from schema.catalogue.compiled import from_json
from schema.grammar.slots import NO_LANGUAGE
from schema.storage.driver_rows import raw_rows
from schema.storage.in_force import read_definitions
from schema.storage.reading import read_things
from schema.storage.rows import AttachmentContentRow, HistoryRow
from schema.validation.issue import Issue
from schema.values.changes import Change
from schema.values.kept_contents import ATTACHMENTS, RECORDS, TEXTS
from schema.values.kept_evidence import EVIDENCE
from schema.values.kept_freezes import FREEZES
from schema.values.kept_things import Subject
from schema.values.subject import AttachmentAt


def read_content(connection: Connection, name: str) -> bytes:
    """Read the bytes of one attachment by its hash; ValueError where they are gone or not what they were."""
    query = select(AttachmentContentRow.content).where(AttachmentContentRow.hash == name)
    content = connection.execute(query).scalar()
    if content is None or hashlib.sha256(content).hexdigest() != name:
        raise ValueError(f"attachment: {name}")
    return content


def keep_contents(connection: Connection, added: Collection[Subject], changes: Sequence[Change]) -> None:
    """Write the bytes of the attachments among these subjects, whose facts have just been written."""
    brought = [change for change in changes if isinstance(change.subject, AttachmentAt)]
    contents = {change.subject: change.content for change in brought if change.after is not None}
    rows = [
        {"hash": at.hash, "content": contents[at]} for at in added if isinstance(at, AttachmentAt) and at in contents
    ]
    if rows:
        stands = AttachmentContentRow.hash.in_([row["hash"] for row in rows])  # a freeze has kept them
        connection.execute(delete(AttachmentContentRow).where(stands))
        connection.execute(insert(AttachmentContentRow), rows)


def drop_contents(connection: Connection, things: Mapping[Any, Any]) -> None:
    """Take out the bytes of attachments that go, but for those that a freeze names; undo alone asks for that."""
    gone = {at.hash for at, thing in things.items() if isinstance(at, AttachmentAt) and thing is None}
    if gone:
        unnamed = sorted(gone - _frozen(connection, gone))
        connection.execute(delete(AttachmentContentRow).where(AttachmentContentRow.hash.in_(unnamed)))


def _frozen(connection: Connection, names: Collection[str]) -> set[str]:
    """Return which of these attachments, by their hashes, were there when something was frozen."""
    numbers = [freeze.number for freeze in read_things(raw_rows(connection), FREEZES).values()]
    if not numbers:
        return set()
    came = select(HistoryRow.subject).where(
        HistoryRow.kind == ATTACHMENTS.form.kind, HistoryRow.subject.in_(names), HistoryRow.number <= max(numbers)
    )
    return set(connection.execute(came).scalars())


def attachment_issues(connection: Connection) -> Iterator[Issue]:
    """Yield each attachment whose bytes are gone or changed, and each place that names one that is not there."""
    known = read_things(raw_rows(connection), ATTACHMENTS)
    for attachment in known.values():
        try:
            read_content(connection, attachment.hash)
        except ValueError:
            yield Issue("verify.picture", "error", facts={"file": attachment.name, "hash": attachment.hash})
    for place, name in _places(connection):
        if AttachmentAt(name) not in known:
            yield Issue("verify.no_picture", "error", facts={"subject": place, "hash": name}, place=place)
    for one in read_things(raw_rows(connection), EVIDENCE).values():
        if not one.awaited and AttachmentAt(one.hash) not in known:
            yield Issue(
                "verify.no_evidence", "error", facts={"subject": one.subject, "file": one.name}, place=one.subject
            )


def _places(connection: Connection) -> Iterator[tuple[str, str]]:
    rows = raw_rows(connection)
    for at, text in read_things(rows, TEXTS).items():
        if at.language == NO_LANGUAGE:
            yield f"{at.report} {at.slot}", text.text
    columns = _picture_columns(connection)
    for key, record in read_things(rows, RECORDS).items() if columns else ():
        for column in columns.get(key.type, ()):
            if name := record.field(column).typed:
                yield f"{key.canonical()}.{column}", name


def _picture_columns(connection: Connection) -> dict[str, list[str]]:
    """Return the columns of pictures of each record type that has any."""
    try:
        kinds = from_json(read_definitions(raw_rows(connection))).catalogue.records.values()
    except (ValueError, KeyError, TypeError):  # damaged: that is found and told where the history is compared
        return {}
    columns = {kind.code: [column.code for column in kind.columns if column.traits.pictured] for kind in kinds}
    return {code: found for code, found in columns.items() if found}

"""Pictures in the tables: facts for every reading, bytes one at a time, and whether both are whole."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert, select

from schema.catalogue.compiled import from_json
from schema.storage.rows import PictureContentRow, PictureRow, RecordRow, SlotTextRow
from schema.storage.store import read_definitions
from schema.validation.issue import Issue
from schema.values.changes import Change, PictureChange
from schema.values.datapoint import Picture
from schema.values.image_slots import NO_LANGUAGE


def read_pictures(connection: Connection) -> dict[str, Picture]:
    """Read the facts of all pictures, in the order in which they were taken in."""
    row = PictureRow
    query = select(row.hash, row.name, row.kind, row.width, row.height, row.size).order_by(row.id)
    return {found[0]: Picture(*found) for found in connection.execute(query).all()}


def read_content(connection: Connection, name: str) -> bytes:
    """Read the bytes of one picture by its hash; ValueError where they are gone or not what they were."""
    query = select(PictureContentRow.content).where(PictureContentRow.hash == name)
    content = connection.execute(query).scalar()
    if content is None or hashlib.sha256(content).hexdigest() != name:
        raise ValueError(f"picture: {name}")
    return content


def without_known(connection: Connection, changes: Sequence[Change]) -> list[Change]:
    """Leave out pictures that are there already: the name that one came with first stays."""
    if not any(isinstance(change, PictureChange) for change in changes):
        return list(changes)
    known = set(connection.execute(select(PictureRow.hash)).scalars())
    kept: list[Change] = []
    for change in changes:
        if isinstance(change, PictureChange):
            if change.picture.hash in known:
                continue
            known.add(change.picture.hash)
        kept.append(change)
    return kept


def keep_contents(connection: Connection, changes: Sequence[Change]) -> None:
    """Write the bytes of pictures whose facts have just been written."""
    found = (change for change in changes if isinstance(change, PictureChange))
    rows = [{"hash": change.picture.hash, "content": change.content} for change in found]
    if rows:
        connection.execute(insert(PictureContentRow), rows)


def picture_issues(connection: Connection) -> Iterator[Issue]:
    """Yield each picture whose bytes are gone or changed, and each place that names a picture that is not there."""
    known = read_pictures(connection)
    for picture in known.values():
        try:
            read_content(connection, picture.hash)
        except ValueError:
            yield Issue("verify.picture", "error", facts={"file": picture.name, "hash": picture.hash})
    for place, name in _places(connection):
        if name not in known:
            yield Issue("verify.no_picture", "error", facts={"subject": place, "hash": name}, place=place)


def _places(connection: Connection) -> Iterator[tuple[str, str]]:
    row = SlotTextRow
    slots = select(row.report, row.slot, row.text).where(row.language == NO_LANGUAGE)
    for report, slot, name in connection.execute(slots).all():
        yield f"{report} {slot}", name
    columns = _picture_columns(connection)
    records = select(RecordRow.type, RecordRow.code, RecordRow.fields).where(RecordRow.type.in_(columns))
    for kind, code, fields in connection.execute(records).all():
        for column in columns[kind]:
            if name := fields.get(column, {}).get("typed"):
                yield f"record/{kind}/{code}.{column}", name


def _picture_columns(connection: Connection) -> dict[str, list[str]]:
    """Return the columns of pictures of each record type that has any."""
    try:
        kinds = from_json(read_definitions(connection)).catalogue.records.values()
    except (ValueError, KeyError, TypeError):  # damaged: that is found and told where the history is compared
        return {}
    columns = {kind.code: [column.code for column in kind.columns if column.traits.pictured] for kind in kinds}
    return {code: found for code, found in columns.items() if found}

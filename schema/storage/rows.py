"""The tables. A new metric is a row, never a column: definitions are data, too."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated

from sqlalchemy import ForeignKey, LargeBinary, MetaData, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from schema.storage.columns import ExactDecimal, PlainJson, UtcDateTime

# Named from the first revision on: SQLite cannot drop a constraint that has no name.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Words = Annotated[str, mapped_column(Text)]
Exact = Annotated[Decimal, mapped_column(ExactDecimal)]
Moment = Annotated[datetime, mapped_column(UtcDateTime)]
Fields = Annotated[dict[str, dict[str, str]], mapped_column(PlainJson)]
Bytes = Annotated[bytes, mapped_column(LargeBinary)]
Identity = Annotated[int, mapped_column(primary_key=True)]


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=NAMES)


class DefinitionsRow(Base):
    """Every version of the definitions that was ever in force, compiled, so that the file explains itself."""

    __tablename__ = "definitions"

    hash: Mapped[Words] = mapped_column(primary_key=True)
    json: Mapped[Words]
    since: Mapped[Moment]


class MetaRow(Base):
    """The workspace itself (one row) and the definitions in force."""

    __tablename__ = "meta"

    id: Mapped[Words] = mapped_column(primary_key=True)
    created: Mapped[Moment]
    program: Mapped[Words]
    definitions: Mapped[Words] = mapped_column(ForeignKey("definitions.hash"))


class DataPointRow(Base):
    """The current truth at (metric, entity, period, category)."""

    __tablename__ = "data_point"
    __table_args__ = (UniqueConstraint("metric", "entity", "period", "category"),)

    id: Mapped[Identity]
    metric: Mapped[Words]
    entity: Mapped[Words]
    period: Mapped[int]
    category: Mapped[Words]
    value: Mapped[Exact | None]
    qualifier: Mapped[Words]
    omission: Mapped[Words]
    unread: Mapped[Words]
    typed: Mapped[Words]
    note: Mapped[Words]
    method: Mapped[Words]
    estimated: Mapped[bool]
    as_of: Mapped[Words]
    since: Mapped[int]
    source: Mapped[Words]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class PublishedValueRow(Base):
    """What a report printed at a place: evidence, added or withdrawn, never edited."""

    __tablename__ = "published_value"
    __table_args__ = (UniqueConstraint("report", "metric", "entity", "period", "category", "place", "text"),)

    id: Mapped[Identity]
    report: Mapped[Words]
    metric: Mapped[Words]
    entity: Mapped[Words]
    period: Mapped[int]
    category: Mapped[Words]
    place: Mapped[Words]
    text: Mapped[Words]
    value: Mapped[Exact]
    qualifier: Mapped[Words]
    resolution: Mapped[Exact]


class SlotTextRow(Base):
    """The words of one slot of one report in one language."""

    __tablename__ = "slot_text"
    __table_args__ = (UniqueConstraint("report", "slot", "language"),)

    id: Mapped[Identity]
    report: Mapped[Words]
    slot: Mapped[Words]
    language: Mapped[Words]
    text: Mapped[Words]
    version: Mapped[int] = mapped_column()
    carried: Mapped[Words] = mapped_column(server_default=sql("''"))
    origin: Mapped[Words] = mapped_column(server_default=sql("''"))

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class RecordRow(Base):
    """One row of a typed list; its fields are texts by name (a language, typed, value, qualifier) by column."""

    __tablename__ = "record"
    __table_args__ = (UniqueConstraint("type", "code"),)

    id: Mapped[Identity]
    type: Mapped[Words]
    code: Mapped[Words]
    report: Mapped[Words]
    position: Mapped[int]
    fields: Mapped[Fields]
    version: Mapped[int] = mapped_column()
    carried: Mapped[Words] = mapped_column(server_default=sql("''"))

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class RestatementRow(Base):
    """Why the value at a key is no longer what a report printed."""

    __tablename__ = "restatement"
    __table_args__ = (UniqueConstraint("report", "metric", "entity", "period", "category"),)

    id: Mapped[Identity]
    report: Mapped[Words]
    metric: Mapped[Words]
    entity: Mapped[Words]
    period: Mapped[int]
    category: Mapped[Words]
    text: Mapped[Words]
    place: Mapped[Words]
    old: Mapped[Exact]
    new: Mapped[Exact]
    zh_hans: Mapped[Words]
    zh_hant: Mapped[Words]
    en: Mapped[Words]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy's own name


class PictureRow(Base):
    """The facts of a picture; rows are only ever added, since history and undo go on naming them."""

    __tablename__ = "picture"
    __table_args__ = (UniqueConstraint("hash"),)

    id: Mapped[Identity]
    hash: Mapped[Words]
    name: Mapped[Words]
    kind: Mapped[Words]
    width: Mapped[int]
    height: Mapped[int]
    size: Mapped[int]


class PictureContentRow(Base):
    """The bytes of a picture, apart from its facts, so that these are read without them."""

    __tablename__ = "picture_content"

    hash: Mapped[Words] = mapped_column(ForeignKey("picture.hash"), primary_key=True)
    content: Mapped[Bytes]


class HistoryRow(Base):
    """One change; rows are only ever added, each hash covers the one before (schema.storage.chain)."""

    __tablename__ = "history"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[Moment]
    who: Mapped[Words]
    kind: Mapped[Words]
    subject: Mapped[Words]
    old: Mapped[Words]
    new: Mapped[Words]
    reason: Mapped[Words]
    hash: Mapped[Words]

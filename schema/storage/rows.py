"""The tables: those of the workspace itself here, those of the things that are kept as the registry describes them.

A new metric is a row, never a column: definitions are data, too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    TextClause,
    UniqueConstraint,
    false,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeEngine

from schema.storage.columns import PLAIN_TEXT, ExactDecimal, PlainJson, UtcDateTime
from schema.values.kept_form import Column as KeptColumn
from schema.values.kept_form import Holds, Kept
from schema.values.kept_things import KEPT

# Named from the first revision on: SQLite cannot drop a constraint that has no name.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Words = Annotated[str, mapped_column(PLAIN_TEXT)]
Moment = Annotated[datetime, mapped_column(UtcDateTime)]
Bytes = Annotated[bytes, mapped_column(LargeBinary)]


class Base(DeclarativeBase):
    """What all tables share."""

    metadata = MetaData(naming_convention=NAMES)


class DefinitionsRow(Base):
    """Every version of the definitions that was ever in force, compiled, so that the file explains itself.

    The one in force is whole, and so is what others come from; others may be differences (version_steps).
    """

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


class AttachmentContentRow(Base):
    """The bytes of an attachment, apart from its facts, so that these are read without them.

    Those that a freeze names stay, even where the facts have been taken out since.
    """

    __tablename__ = "attachment_content"

    hash: Mapped[Words] = mapped_column(primary_key=True)
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
    via: Mapped[Words] = mapped_column(server_default=sql("''"))


_TYPES: Mapping[Holds, Callable[[], TypeEngine[Any]]] = {
    "text": lambda: PLAIN_TEXT, "exact": ExactDecimal, "whole": Integer, "flag": Boolean, "fields": PlainJson,
}  # fmt: skip


# What fills a column that came with a later revision.
_FILLED: Mapping[Holds, TextClause | ColumnElement[Any]] = {
    "text": sql("''"), "exact": sql("NULL"), "whole": sql("0"), "flag": false(), "fields": sql("'{}'"),
}  # fmt: skip


def _kept_table(kept: Kept) -> Table:
    """Return the table of one type of thing, as the registry describes it."""
    columns = {column.name: _column(column) for column in (*kept.identity, *kept.columns)}
    version = [Column("version", Integer, nullable=False)] if kept.versioned else []
    unique = UniqueConstraint(*(column.name for column in kept.identity))
    return Table(
        kept.table, Base.metadata, Column("id", Integer, primary_key=True), *columns.values(), *version, unique
    )


def _column(column: KeptColumn) -> Column[Any]:
    default = _FILLED[column.holds] if column.later else None
    return Column(column.name, _TYPES[column.holds](), nullable=column.optional, server_default=default)


TABLES: Mapping[str, Table] = {kept.form.kind: _kept_table(kept) for kept in KEPT}

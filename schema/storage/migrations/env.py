"""How Alembic runs: inside a transaction that schema.storage.revision_steps is given, never on its own."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from schema.storage.columns import TIME_LENGTH, ExactDecimal, PlainJson, UtcDateTime
from schema.storage.rows import Base


def plain_type(kind: str, item: Any, autogen: AutogenContext) -> str | Literal[False]:
    """Write our column types as what they are in the database: a revision must not change with later code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return f"sa.String(length={TIME_LENGTH})"
    if kind == "type" and isinstance(item, (ExactDecimal, PlainJson)):
        return "sa.Text()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_item=plain_type,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()

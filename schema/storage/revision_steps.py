"""The steps from one revision of the tables to the next, run by Alembic inside a transaction that is given."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).with_name("migrations")


def newest_revision(migrations: Path = MIGRATIONS) -> int:
    """Return the number of the newest revision."""
    return int(ScriptDirectory(str(migrations)).get_current_head() or 0)


def migrate(connection: Connection, migrations: Path = MIGRATIONS) -> None:
    """Run what migrations are missing inside the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

"""Drafts the next migration from the tables: `python -m tests.tools.make_revision "what changes"`.

Afterwards read the draft, raise USER_VERSION in schema/storage/sqlite/header.py and keep a file of the new revision
(`python -m tests.tools.make_old_file`).
"""

import sys

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from schema.storage.sqlite.upgrade import MIGRATIONS, migrate, newest_revision


def main() -> None:
    """Write schema/storage/migrations/versions/<number>_….py."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        migrate(connection)
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.revision(config, sys.argv[1], autogenerate=True, rev_id=f"{newest_revision() + 1:04}")


if __name__ == "__main__":
    main()

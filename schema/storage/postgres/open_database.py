"""A workspace in a database that is open, and what is looked at before it counts as one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, inspect, select, text

from schema.errors import WorkspaceError
from schema.grammar.location import DatabaseUrl
from schema.storage.backend import FilePlace
from schema.storage.first_rows import REVISIONS
from schema.storage.in_force import read_identity
from schema.storage.postgres.listening import Listening
from schema.storage.postgres.server import Server
from schema.storage.reading import Rows
from schema.storage.revision import REVISION
from schema.storage.rows import Base
from schema.values.kept_backup import Why
from schema.values.rest import Rest
from schema.values.watching import Heard, Watch

Result = TypeVar("Result")

_STRANGE = text(
    "SELECT 'trigger ' || tgname || ' on ' || tgrelid::regclass FROM pg_trigger"
    " WHERE NOT tgisinternal AND tgrelid::regclass::text = ANY(:names)"
    " UNION ALL SELECT 'rule ' || rulename || ' on ' || tablename FROM pg_rules WHERE tablename = ANY(:names)"
)


class OpenDatabase:
    """The store of one workspace in a database; several may be open at once, each transaction is alone in writing."""

    is_older = False

    def __init__(self, server: Server, file: Callable[[Path], FilePlace], *, write: bool) -> None:
        self.path = server.url
        self._server = server
        self._file = file
        self._write = write
        self._listening: list[Listening] = []

    def read_rows(self, work: Callable[[Rows], Result]) -> Result:
        """Run `work`, which fetches all it needs by bare statements, in one short reading transaction."""
        return self._server.read_rows(work)

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work`, which fetches all it needs, in one short reading transaction."""
        return self._server.read(work)

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """Run `work` in one writing transaction; when this returns, the server has stored it."""
        if not self._write:
            raise WorkspaceError("workspace.reading", path=str(self.path))
        return self._server.write(work)

    def damage(self) -> tuple[str, ...]:
        """Return what is not as this program made it: tables and columns, and what acts on them by itself."""
        return self._server.read(lambda connection: tuple(_strange(connection)))

    def backup(self, target: Path) -> None:
        """Write all of it into a workspace file, checked before it stands there."""
        self._file(target).receive_backup(self)

    def keep_backup(self, why: Why, now: datetime) -> None:
        """Do nothing: a server has backups of its own, which its administrator sets up."""

    def save_rest(self, target: Path) -> Rest:
        """Make a workspace file of all that the server holds; nothing where it cannot be read."""
        try:
            self._file(target).receive(self)
        except WorkspaceError as error:
            if error.params.get("path") == str(target):
                raise
            return "nothing"
        return "all"

    def listen(self, heard: Callable[[Heard], None]) -> Watch:
        """Listen to what others do here, until it is stopped; the connection is made again where it breaks."""
        self._listening.append(Listening(self._server, heard))
        return self._listening[-1]

    def close(self) -> None:
        """Let go of the server, and listen no more; closing twice does no harm."""
        for listening in self._listening:
            listening.stop()
        self._server.close()


def open_database(url: DatabaseUrl, file: Callable[[Path], FilePlace], *, write: bool, turn: int = 0) -> OpenDatabase:
    """Open the workspace in a database. Raises WorkspaceError where there is none, or not one of this program.

    `turn`: how many seconds to wait for the commands before this one, which then go first; 0 waits for nobody.
    """
    server = Server(url)
    try:
        if turn:
            server.wait_for_turn(turn)
        check_revision(server)
        if not server.read_rows(read_identity):
            raise WorkspaceError("workspace.broken", path=str(url), reason="no meta row")
    except BaseException:
        server.close()
        raise
    return OpenDatabase(server, file, write=write)


def check_revision(server: Server) -> None:
    """Raise WorkspaceError unless the database holds a workspace of this revision; an older one is upgraded."""
    number = server.read(revision_of)
    if number is None:
        raise WorkspaceError("workspace.no_workspace", path=str(server.url))
    if number > REVISION:
        raise WorkspaceError("workspace.newer_database", path=str(server.url))
    if number < REVISION:
        from schema.storage.revision_steps import migrate  # the library for that is loaded only then

        server.set_up(migrate)


def revision_of(connection: Connection) -> int | None:
    """Return the revision of the workspace in a database; None where there is none."""
    names = set(inspect(connection).get_table_names())
    if not {REVISIONS.name, "meta", "history"} <= names:
        return None
    return int(connection.execute(select(REVISIONS.c.version_num)).scalar() or 0)


def check_empty(connection: Connection, url: DatabaseUrl) -> None:
    """Raise WorkspaceError where a database holds a workspace or anything else, or cannot hold every letter."""
    if revision_of(connection) is not None:
        raise WorkspaceError("workspace.database_taken", path=str(url))
    if names := inspect(connection).get_table_names():
        raise WorkspaceError("workspace.database_used", path=str(url), table=names[0])
    if (encoding := str(connection.execute(text("SHOW server_encoding")).scalar())) != "UTF8":
        raise WorkspaceError("workspace.database_encoding", path=str(url), encoding=encoding)


def _strange(connection: Connection) -> Iterator[str]:
    inspector = inspect(connection)
    for table in Base.metadata.sorted_tables:
        if not inspector.has_table(table.name):
            yield f"table {table.name}"
            continue
        found = {column["name"] for column in inspector.get_columns(table.name)}
        for name in sorted(found ^ set(table.c.keys())):
            yield f"column {table.name}.{name}"
    names = [table.name for table in Base.metadata.sorted_tables]
    yield from connection.execute(_STRANGE, {"names": names}).scalars()

"""The folder beside a workspace with its automatic backups: each a file without the bytes of attachments, kept once.

`company.annals.backups/20261130T202701Z-345-import.backup` holds the workspace as it was after change 345, made before
an import; `attachments/` the bytes of all attachments under their hashes. The file that an upgrade leaves beside the
workspace belongs to the list, too.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from schema.atomic_file import beside, put_in_place, sync_folder
from schema.errors import WorkspaceError
from schema.storage.sqlite.connections import file_uri, raw_connection
from schema.storage.sqlite.known_objects import check_objects, known_connection
from schema.values.kept_backup import WHYS, KeptBackup, Why, superfluous

_TIME = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(rf"(\d{{8}}T\d{{6}}Z)-(\d+)-({'|'.join(WHYS)})\.backup")
_BY_NAME: Mapping[str, Why] = {why: why for why in WHYS}
CONTENT = "attachment_content"


def backup_folder(workspace: Path) -> Path:
    """Return where the automatic backups of a workspace stand."""
    return workspace.with_name(f"{workspace.name}.backups")


def pool_of(backup: Path) -> Path:
    """Return where the bytes of the attachments of a backup stand."""
    return backup.with_name("attachments")


def backups_of(workspace: Path) -> tuple[KeptBackup, ...]:
    """Return the automatic backups of a workspace, newest first; a file that is no backup any more is left out."""
    found = [*_made(backup_folder(workspace)), *_upgraded(workspace)]
    return tuple(sorted(found, key=lambda backup: (backup.at, backup.number), reverse=True))


def keep_backup(workspace: Path, why: Why, now: datetime) -> KeptBackup | None:
    """Keep a backup of an open workspace and thin out the older ones; None where the newest holds all there is.

    Raises WorkspaceError backup.failed: then nothing is stored either, what was about to happen waits.
    """
    try:
        last, number = next(iter(backups_of(workspace)), None), _last_change(workspace)
        if number is None or (last is not None and (last.number, last.head) == number):
            return None
        folder = backup_folder(workspace)
        folder.mkdir(exist_ok=True)
        path = folder / f"{now.astimezone(UTC):{_TIME}}-{number[0]}-{why}.backup"
        _write(workspace, path)
        kept = next(backup for backup in backups_of(workspace) if backup.path == path)
    except (sqlite3.Error, OSError, StopIteration) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise WorkspaceError("backup.failed", path=str(backup_folder(workspace)), reason=reason) from error
    with contextlib.suppress(OSError, sqlite3.Error, WorkspaceError):  # what is too much may stay
        _thin(workspace, now)
    return kept


def _made(folder: Path) -> Iterator[KeptBackup]:
    for path in folder.glob("*.backup") if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named is None:
            continue
        at = datetime.strptime(named[1], _TIME).replace(tzinfo=UTC)
        yield from _listed(path, _BY_NAME[named[3]], at)


def _upgraded(workspace: Path) -> Iterator[KeptBackup]:
    for path in workspace.parent.glob("*.old"):
        if re.fullmatch(re.escape(workspace.name) + r"\.\d{4}\.old", path.name):
            yield from _listed(path, "upgrade", datetime.fromtimestamp(int(path.stat().st_mtime), UTC))


def _listed(path: Path, why: Why, at: datetime) -> Iterator[KeptBackup]:
    change = _last_change(path)
    if change is not None:
        yield KeptBackup(path, *change, at, why, path.stat().st_size)


def _last_change(path: Path) -> tuple[int, str] | None:
    """Return number and head of the history in a file; None where none can be read."""
    with (
        contextlib.suppress(sqlite3.Error, WorkspaceError),
        contextlib.closing(known_connection(path, "ro")) as connection,
    ):
        row = connection.execute("SELECT number, hash FROM history ORDER BY number DESC LIMIT 1").fetchone()
        return (int(row[0]), str(row[1])) if row else (0, "")
    return None


def _write(workspace: Path, path: Path) -> None:
    """Write a backup beside its place, look whether it is whole, and move it there."""
    with beside(path) as temporary:
        with contextlib.closing(raw_connection(temporary, "rwc", attached=1)) as copy:
            copy.execute("ATTACH ? AS source", (f"{file_uri(workspace)}?mode=ro",))
            check_objects(copy, workspace, "source")
            for name in ("page_size", "application_id", "user_version"):
                (value,) = copy.execute(f"PRAGMA source.{name}").fetchone()
                copy.execute(f"PRAGMA main.{name} = {value}")
            copy.execute("PRAGMA journal_mode = OFF")  # a copy that is interrupted is thrown away
            copy.execute("PRAGMA synchronous = OFF")
            copy.execute("BEGIN")
            _copy_tables(copy)
            _keep_contents(copy, pool_of(path))
            copy.execute("COMMIT")
            found = copy.execute("PRAGMA main.integrity_check").fetchall()
        if found != [("ok",)]:
            raise WorkspaceError("workspace.backup_damaged", path=str(workspace), count=str(len(found)))
        put_in_place(temporary, path)


def _copy_tables(copy: sqlite3.Connection) -> None:
    made = copy.execute("SELECT type, name, sql FROM source.sqlite_master WHERE sql IS NOT NULL").fetchall()
    for kind, name, statement in sorted(made, key=lambda one: one[0] != "table"):
        if name.startswith("sqlite_"):
            continue
        copy.execute(statement)
        if kind == "table":
            columns = "hash, x''" if name == CONTENT else "*"
            copy.execute(f'INSERT INTO main."{name}" SELECT {columns} FROM source."{name}"')


def _keep_contents(copy: sqlite3.Connection, pool: Path) -> None:
    """Write the bytes of each attachment that no backup has brought yet."""
    for (name,) in copy.execute(f"SELECT hash FROM source.{CONTENT}").fetchall():
        if (pool / name).exists():
            continue
        pool.mkdir(exist_ok=True)
        (content,) = copy.execute(f"SELECT content FROM source.{CONTENT} WHERE hash = ?", (name,)).fetchone()
        if hashlib.sha256(content).hexdigest() != name:
            continue  # verify tells it: what is no longer what it was is no backup
        with beside(pool / name) as temporary:
            temporary.write_bytes(content)
            put_in_place(temporary, pool / name)


def _thin(workspace: Path, now: datetime) -> None:
    """Remove what time and size have made superfluous, and the attachments that nothing needs any more."""
    made = tuple(backup for backup in backups_of(workspace) if backup.why != "upgrade")
    pool = pool_of(backup_folder(workspace) / "any")
    shared = sum(entry.stat().st_size for entry in os.scandir(pool)) if pool.is_dir() else 0
    going = superfluous(made, now, shared)
    for backup in going:
        backup.path.unlink()
    staying = [backup.path for backup in made if backup not in going]
    # One that cannot be read at the moment may need any of the attachments.
    if going and pool.is_dir() and len(staying) == len(list(pool.parent.glob("*.backup"))):
        _thin_pool(pool, staying)
    sync_folder(backup_folder(workspace))


def _thin_pool(pool: Path, backups: list[Path]) -> None:
    needed: set[str] = set()
    for path in backups:
        with contextlib.closing(known_connection(path, "ro")) as connection:
            needed.update(name for (name,) in connection.execute(f"SELECT hash FROM {CONTENT}"))
    for entry in list(pool.iterdir()):
        if entry.name not in needed:
            entry.unlink()

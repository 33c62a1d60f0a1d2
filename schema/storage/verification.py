"""Is the file whole, and is its history true?"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from schema.errors import WorkspaceError
from schema.storage.attachments import attachment_issues
from schema.storage.backend import Readable
from schema.storage.chain import DEFINITIONS, entry_hash
from schema.storage.driver_rows import raw_rows
from schema.storage.history import read_history
from schema.storage.meta import read_compiled, read_versions
from schema.storage.reading import read_rows
from schema.storage.rows import DefinitionsRow, MetaRow
from schema.storage.strange_rows import is_plain, strange_rows
from schema.validation.issue import Issue
from schema.values.datapoint import HistoryEntry
from schema.values.definition_versions import Version, checksum
from schema.values.kept_things import KEPT

Subject = tuple[str, str]  # kind and subject
# What somebody can enter again; a decision, a file or a freeze is what it was, or has to come from a backup.
_TYPED = frozenset({"point", "text", "record", "restatement", "remark", "published"})


def verify(store: Readable) -> tuple[Issue, ...]:
    """Check the database, the chain, each current row against what history says of it, and the pictures."""
    try:
        damage = store.damage()
        return tuple(_damaged(reason) for reason in damage) if damage else store.read(_untrue)
    except WorkspaceError as error:
        if error.code not in ("workspace.broken", "workspace.foreign"):
            raise
        return (_damaged(error.params["reason"]),)


def _damaged(reason: str) -> Issue:
    return Issue("verify.integrity", "error", facts={"reason": reason})


def _untrue(connection: Connection) -> tuple[Issue, ...]:
    history = read_history(connection)
    states = _differences(_current(connection), _last(history))
    return (*_chain_issues(history), *_strange(connection), *states, *attachment_issues(connection))


def _strange(connection: Connection) -> Iterator[Issue]:
    """Yield each row that holds what Annals never writes; it is left out wherever things are read."""
    rows = raw_rows(connection)
    for kept in KEPT:
        for row in strange_rows(rows, kept) if not is_plain(rows, kept) else ():
            yield Issue(
                "verify.row", "error", facts={"table": row.table, "number": str(row.number), "column": row.column}
            )


def state_issues(connection: Connection) -> Iterator[Issue]:
    """Yield each current row that is not what history says of it."""
    yield from _differences(_current(connection), _last(read_history(connection)))


def _chain_issues(history: tuple[HistoryEntry, ...]) -> Iterator[Issue]:
    previous = ""
    for number, entry in enumerate(history, start=1):
        if entry.number != number or entry.hash != entry_hash(entry, previous):
            # What follows hangs on this entry: one finding says it all.
            yield Issue(
                "verify.chain", "error", facts={"number": str(number), "kind": entry.kind, "subject": entry.subject}
            )
            return
        previous = entry.hash


def _differences(current: dict[Subject, str], last: dict[Subject, str]) -> Iterator[Issue]:
    for kind, subject in sorted(current.keys() | last.keys()):
        if current.get((kind, subject), "") != last.get((kind, subject), ""):
            code = "verify.state" if kind in _TYPED else "verify.kept"
            yield Issue(code, "error", facts={"kind": kind, "subject": subject})


def _last(history: tuple[HistoryEntry, ...]) -> dict[Subject, str]:
    return {(entry.kind, entry.subject): entry.new for entry in history}


def _current(connection: Connection) -> dict[Subject, str]:
    states = {(DEFINITIONS, DEFINITIONS): _definitions(connection)}
    for kept in KEPT:
        for subject, values in read_rows(raw_rows(connection), kept):
            states[kept.form.kind, kept.form.stored(subject)] = kept.state_of(values)
    return states


def _definitions(connection: Connection) -> str:
    query = select(DefinitionsRow.json).join(MetaRow, MetaRow.definitions == DefinitionsRow.hash)
    compiled = connection.execute(query).scalar()
    if compiled is None:
        return ""
    last = read_versions(connection)[-1:]
    now = Version(checksum(compiled), last[0].built_in, last[0].source) if last else Version(checksum(compiled))
    return now.state() if not now.built_in or _is_whole(connection, now.built_in) else ""


def _is_whole(connection: Connection, name: str) -> bool:
    """Whether the built-in catalogue that the definitions come from is still what it was."""
    try:
        return bool(read_compiled(connection, name))
    except ValueError:
        return False

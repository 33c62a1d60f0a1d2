"""Files that people get: whole or not at all, and never in the place of a person's own work."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import cast

import lxml.etree  # pyright: ignore[reportMissingTypeStubs]

from schema.atomic_file import beside, move, sync_file
from schema.errors import OutputError

RECORD_NAME = ".annals-outputs.json"
# lxml has no type stubs
_XML_ERROR: type[Exception] = lxml.etree.LxmlError  # pyright: ignore
_DENIED = (PermissionError, FileExistsError, NotADirectoryError)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """What Annals last wrote into a folder: file name → SHA-256 (two of them while a file is being moved)."""

    hashes: Mapping[str, tuple[str, ...]]


def write_atomically(path: Path, write: Callable[[Path], None]) -> None:
    """Let `write` fill a temporary file, then move it to `path`; the old file stays whole if anything fails.

    Raises OutputError when the folder or file cannot be written, with the temporary file removed.
    """
    _write(path, write, lambda temporary: None)


def write_new(path: Path, content: bytes) -> Path:
    """Put bytes at `path`, or at `NAME (2)`, `(3)` … where a file stands, and return where.

    Raises OutputError as write_atomically does.
    """
    target = next(name for name in _names(path) if not os.path.lexists(name))
    write_bytes(target, content)
    return target


def new_folder(path: Path) -> Path:
    """Make a folder at `path`, or at `NAME (2)`, `(3)` … where something stands, and return where.

    Raises OutputError where it can't be made.
    """
    target = next(name for name in _names(path) if not os.path.lexists(name))
    try:
        target.mkdir(parents=True)
    except OSError as error:
        raise OutputError("output.folder", folder=str(target), reason=_reason(error)) from error
    return target


def _names(path: Path) -> Iterator[Path]:
    """Yield `path`, `NAME (2)`, `NAME (3)` …"""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem} ({number}){path.suffix}")


def write_bytes(path: Path, content: bytes) -> None:
    """Put bytes at `path`, whole or not at all. Raises OutputError as write_atomically does."""

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    write_atomically(path, write)


def write_output(path: Path, write: Callable[[Path], None], *, overwrite: bool = False) -> Path:
    """Write one output, remember its bytes, and return where it went (see choose_target).

    Raises OutputError as write_atomically does, output.is_folder.
    """
    if os.path.isdir(path):  # noqa: PTH112 - Path's own way raises for a name that is too long
        raise OutputError("output.is_folder", folder=str(path))
    record = read_record(path.parent)
    target = choose_target(path, record, overwrite)

    def announce(temporary: Path) -> None:
        # Both hashes stand until the move is done, so that a kill at any moment leaves a known file.
        _remember(target, (*_hashes(target), _sha256(temporary)))

    _write(target, write, announce)
    _remember(target, _hashes(target))
    return target


def choose_target(path: Path, record: OutputRecord, overwrite: bool) -> Path:
    """Return `path`, or `NAME (2)`, `(3)` … where a file stands that is not what Annals last wrote there."""
    return next(name for name in _names(path) if overwrite or _ours(name, record))


def read_record(folder: Path) -> OutputRecord:
    """Return what Annals remembers of a folder; nothing where the record is missing or damaged."""
    try:
        content: object = json.loads((folder / RECORD_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return OutputRecord({})
    if not isinstance(content, dict):
        return OutputRecord({})
    entries = cast("dict[str, object]", content)
    return OutputRecord({name: _texts(known) for name, known in entries.items()})


def _write(path: Path, write: Callable[[Path], None], before_move: Callable[[Path], None]) -> None:
    make_folder(path.parent)
    with beside(path) as temporary:
        _fill(temporary, path, write)
        before_move(temporary)
        _move(temporary, path)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none yet. OutputError where it can't be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        file = next(place for place in (folder, *folder.parents) if os.path.lexists(place))
        raise OutputError("output.is_file", folder=str(file)) from error
    except OSError as error:
        code = _folder_code(error)
        raise OutputError(code, file=str(folder), folder=str(folder), reason=_reason(error), old="") from error


def _folder_code(error: OSError) -> str:
    if error.errno == errno.ENAMETOOLONG:
        return "output.name_too_long"
    return "output.full" if error.errno in _FULL else "output.folder" if _is_denied(error) else "output.no_folder"


def _fill(temporary: Path, path: Path, write: Callable[[Path], None]) -> None:
    try:
        write(temporary)
        sync_file(temporary)
    except OutputError as error:  # of a writer that writes beside its target itself: it knows the temporary name alone
        named = {"file": path.name, "folder": str(path.parent), "old": _old(path)}
        raise OutputError(error.code, **{**error.params, **named}) from error
    except _XML_ERROR as error:
        # lxml reports a full disk as its own error (SerialisationError: IO_EFBIG), not as an OSError.
        code = "output.full" if "IO_" in str(error) else "output.failed"
        raise OutputError(code, file=path.name, folder=str(path.parent), reason=str(error), old=_old(path)) from error
    except OSError as error:
        raise _trouble(error, path, "output.folder") from error


def _move(temporary: Path, path: Path) -> None:
    try:
        move(temporary, path)
    except OSError as error:
        raise _trouble(error, path, "output.locked") from error


def _trouble(error: OSError, path: Path, denied: str) -> OutputError:
    """Name the cause; `denied` is the code when the system refuses the write at this step."""
    if error.errno in _FULL:
        code = "output.full"
    elif error.errno == errno.ENAMETOOLONG:
        code = "output.name_too_long"
    elif _is_denied(error):
        code = denied
    else:
        code = "output.failed"
    return OutputError(code, file=path.name, folder=str(path.parent), reason=_reason(error), old=_old(path))


def _is_denied(error: OSError) -> bool:
    return isinstance(error, _DENIED) or error.errno == errno.EROFS


def _old(path: Path) -> str:
    """Return the name of the old file; empty where there is none, so that none is spoken of."""
    return path.name if os.path.lexists(path) else ""


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _ours(path: Path, record: OutputRecord) -> bool:
    if not os.path.lexists(path):
        return True
    return any(found in record.hashes.get(path.name, ()) for found in _hashes(path))


def _hashes(path: Path) -> tuple[str, ...]:
    """Return the hash of a file, or nothing where it cannot be read (then it is never taken for ours)."""
    try:
        return (_sha256(path),)
    except OSError:
        return ()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _remember(path: Path, hashes: tuple[str, ...]) -> None:
    entries = {**read_record(path.parent).hashes, path.name: hashes}
    text = json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True)
    write_atomically(path.parent / RECORD_NAME, lambda temporary: _write_text(temporary, text + "\n"))


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, "utf-8", newline="\n")


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        return ()
    return tuple(item for item in cast("list[object]", value) if isinstance(item, str))

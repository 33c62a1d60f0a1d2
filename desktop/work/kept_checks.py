"""What the checks have found is kept on this computer: of the same content nothing is looked for twice.

A result is kept under a mark of all that it follows from: the program, the definitions, and every value, text and
record. Another content, or another program, has another mark and is checked; nothing is ever told that was found of
something else. What cannot be read, or is not whole, counts as not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import resources
import schema
from schema.catalogue.outline import Definitions, Outline
from schema.catalogue.program_words import program_of
from schema.values.datapoint import Snapshot

T = TypeVar("T")

_CONTENTS = 32  # of so many contents the results are kept, those of the longest ago go first
_MOST_POINTS = 20_000  # marking more values would take as long as much of the check
_SIZE = 16  # bytes of a mark
# The only things beside our own that results are made of.
_PLAIN = frozenset((("decimal", "Decimal"), ("datetime", "date"), ("datetime", "datetime"), ("datetime", "timezone")))
_UNREADABLE = (OSError, pickle.PickleError, EOFError, ValueError, TypeError, AttributeError, ImportError, LookupError)


def checks_folder() -> Path:
    """Return where this computer's user keeps what was found."""
    from platformdirs import user_cache_path  # deferred: only who checks needs it

    return user_cache_path("annals") / "checks"


class KeptChecks:
    """The results of one content, each by its name; they are read when they are first asked for."""

    def __init__(self, folder: Path, definitions: Definitions, mark: str) -> None:
        self._folder, self._outlines = folder / mark, definitions.outlines

    def result(self, name: str, compute: Callable[[], T]) -> T:
        """Return what was found before, else find it and keep it where that can be done."""
        path = self._folder / hashlib.sha256(name.encode()).hexdigest()[: 2 * _SIZE]
        with contextlib.suppress(*_UNREADABLE):
            return self._read(path)
        found = compute()
        with contextlib.suppress(*_UNREADABLE):
            self._write(path, found)
        return found

    def _read(self, path: Path) -> Any:
        content = path.read_bytes()
        if _digest(content[_SIZE:]) != content[:_SIZE]:
            raise ValueError(path.name)
        found = _Reader(content[_SIZE:], self._outlines).load()
        os.utime(self._folder)
        return found

    def _write(self, path: Path, found: object) -> None:
        from schema.atomic_file import beside, move  # deferred: what is known is only read

        written = io.BytesIO()
        _Writer(written, self._outlines).dump(found)
        content = written.getvalue()
        if not self._folder.exists():
            self._folder.mkdir(mode=0o700, parents=True)
            _forget_oldest(self._folder.parent)
        with beside(path) as temporary:
            temporary.write_bytes(_digest(content) + content)
            move(temporary, path)


class _Writer(pickle.Pickler):
    """Leaves the outlines out: who reads has them."""

    def __init__(self, file: io.BytesIO, outlines: Mapping[str, Outline]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._outlines = outlines

    def persistent_id(self, obj: Any) -> str | None:
        """Return the code of an outline in force."""
        return obj.code if isinstance(obj, Outline) and self._outlines.get(obj.code) is obj else None


class _Reader(pickle.Unpickler):
    """Makes nothing but our own frozen values, numbers and dates."""

    def __init__(self, content: bytes, outlines: Mapping[str, Outline]) -> None:
        super().__init__(io.BytesIO(content))
        self._outlines = outlines

    def persistent_load(self, pid: Any) -> Outline:
        """Return the outline in force of a code."""
        return self._outlines[pid]

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Return a class of ours."""
        if (module_name, global_name) in _PLAIN:
            return super().find_class(module_name, global_name)
        found = super().find_class(module_name, global_name) if module_name.startswith("schema.") else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module_name}.{global_name}")
        return found


def content_mark(definitions: Definitions, snapshot: Snapshot) -> str:
    """Return what stands for a content under this program; empty where there is too much of it, or none can be.

    Things are marked in the order of their words, so that it is the same however they were put together.
    """
    if not definitions.hash or len(snapshot.points) > _MOST_POINTS:
        return ""
    mark = hashlib.sha256(f"{program_mark()}\n{definitions.hash}".encode())
    mark.update(b"words" if program_of(definitions.catalogue.messages) is not None else b"no words")
    for part in fields(Snapshot):
        mark.update(f"\n{part.name}".encode())
        for line in _lines(getattr(snapshot, part.name)):
            mark.update(f"\0{line}".encode("utf-8", "surrogatepass"))
    return mark.hexdigest()[: 2 * _SIZE]


def _lines(value: Any) -> Iterator[str]:
    """Yield the things of a mapping one by one in order, what else there is as it stands."""
    if not isinstance(value, Mapping):
        yield repr(value)
        return
    mapping: Mapping[Any, Any] = value
    yield str(len(mapping))
    within = {name: held for name, held in mapping.items() if isinstance(held, Mapping)}
    yield from sorted(repr(pair) for pair in mapping.items() if pair[0] not in within)
    for name in sorted(within, key=repr):
        yield repr(name)
        yield from _lines(within[name])


@lru_cache(maxsize=1)
def program_mark() -> str:
    """Return what tells this program from any other: its files of checks and words, with their sizes and times."""
    folders = (*schema.__path__, *(f"{folder}/words" for folder in resources.__path__))
    states = [*_states(folders), f"{sys.version} {_state(Path(sys.executable))}"]
    return hashlib.sha256("\n".join(states).encode("utf-8", "surrogatepass")).hexdigest()


def _states(folders: tuple[str, ...]) -> Iterator[str]:
    for top in folders:
        for folder, below, names in os.walk(top):
            below[:] = sorted(name for name in below if name != "__pycache__")
            for name in sorted(names):
                path = Path(folder) / name
                yield f"{path.relative_to(top)} {_state(path)}"


def _state(path: Path) -> str:
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns}"


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_SIZE]


def _forget_oldest(folder: Path) -> None:
    """Remove what has not been used for longest."""
    with contextlib.suppress(OSError):
        contents = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns)
        for content in contents[:-_CONTENTS]:
            shutil.rmtree(content, ignore_errors=True)

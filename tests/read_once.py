"""What each command reads anew from the same text, read once in a test run: frozen definitions, the program's words.

Reading them is an eighth of what a command of a test costs. Tests of the reading itself call what is remembered here by
its own name, `read_json.__wrapped__`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from schema.catalogue import compiled
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import KINDS, ProgramWords
from schema.moment import Moment
from schema.values.datapoint import Snapshot

definitions_of = lru_cache(maxsize=16)(compiled.read_json)


def words_of(program: ProgramWords) -> object:
    """What a program has written, by the state of the files that hold it."""
    paths = [program._definitions / f"{kind}.yaml" for kind in KINDS] + [program._words / "compiled.json"]
    return _words(program._resources, tuple(_state(path) for path in paths))


_written: Callable[[ProgramWords], object] = ProgramWords.__dict__["_written"].func


@cache
def _words(resources: Path, _states: tuple[tuple[int, int], ...]) -> object:
    return _written(ProgramWords(resources))


def _state(path: Path) -> tuple[int, int]:
    if not path.exists():
        return (0, 0)
    stat = path.stat()
    return (stat.st_size, stat.st_mtime_ns)


class Moments:
    """Moments of workspaces: where the same stood before, what was computed of it then is not computed anew."""

    def __init__(self) -> None:
        self._known: deque[Moment] = deque(maxlen=24)

    def at(self, definitions: Definitions, snapshot: Snapshot) -> Moment:
        """Return the moment of these definitions and values."""
        found = next((one for one in self._known if _is_same(one, definitions, snapshot)), None)
        if found is None:
            found = Moment(definitions, snapshot)
            self._known.append(found)
        return found


def _is_same(known: Moment, definitions: Definitions, snapshot: Snapshot) -> bool:
    before, now = known.definitions, definitions
    return (
        before.hash == now.hash
        and known.snapshot == snapshot
        and dict(before.catalogue.messages) == dict(now.catalogue.messages)
        and dict(before.catalogue.phrases) == dict(now.catalogue.phrases)
    )

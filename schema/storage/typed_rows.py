"""The rows of a server, which holds each column to its type: a cell is text, number or flag as it was declared."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

# Gives the rows of a statement with places (?) for these values.
Rows = Callable[[str, Sequence[Any]], Iterable[Sequence[Any]]]


class TypedRows:
    """Reads rows of a server; a file's cells may hold anything, whatever its columns say."""

    def __init__(self, read: Rows) -> None:
        self._read = read

    def __call__(self, statement: str, places: Sequence[Any]) -> Iterable[Sequence[Any]]:
        """Give the rows of a statement with places (?) for these values."""
        return self._read(statement, places)

"""Which lines of a sheet are shown: of a section, a department, with these words, open or wrong ones only, unfolded."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop.work.sheet.rows import Row

Only = Literal["all", "asked", "open", "late", "wrong", "returned", "named", "request"]
ALL_SECTIONS = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """`section` and `department` are codes, empty for all; every word of `search` has to be found in a line.

    `names` are those of the lines that are wanted where `only` says so; a breakdown's own name stands for its members.
    `request` names the one request whose values are wanted where `only` says that.
    """

    section: str = ALL_SECTIONS
    department: str = ""
    search: str = ""
    only: Only = "all"
    names: frozenset[str] = frozenset()
    request: str = ""

    def fits(self, row: Row) -> bool:
        """Whether a line belongs here by its place, owner and words."""
        if self.section and self.section not in row.within:
            return False
        if self.department and row.department != self.department:
            return False
        if self.only == "named" and not self._is_named(row):
            return False
        return all(word in row.words for word in self.search.lower().split())

    def _is_named(self, row: Row) -> bool:
        return row.name in self.names or any(name.partition(" ")[0] in self.names for name in row.within)


def chosen(rows: Sequence[Row], choice: Choice, holds: Callable[[Row], bool]) -> tuple[Row, ...]:
    """Return the lines that are chosen with those that they stand under; `holds` answers for `only` and filters.

    A breakdown whose line fits brings its members that hold; a line that stands for others alone is never shown alone.
    """
    wanted: set[str] = set()
    for row in rows:
        if row.takes and choice.fits(row) and holds(row):
            wanted.add(row.name)
            wanted.update(row.within)
    return tuple(row for row in rows if row.name in wanted)


def unfolded(rows: Sequence[Row], folded: Collection[str]) -> tuple[Row, ...]:
    """Return the lines that no folded line hides."""
    return tuple(row for row in rows if not any(name in folded for name in row.within))

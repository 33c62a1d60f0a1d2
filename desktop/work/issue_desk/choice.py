"""Which issues are shown: facets with their counts, words to search, groups, order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never, get_args

from desktop.work.issue_desk.kinds import KINDS
from desktop.work.issue_desk.rows import Row

Facet = Literal["severity", "state", "kind", "department", "chapter"]
FACETS: tuple[Facet, ...] = get_args(Facet)
Grouping = Literal["kind", "chapter", "department"]
State = Literal["todo", "unchecked", "answered"]
STATES: tuple[State, ...] = get_args(State)
Order = Callable[[Row], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of each facet, None for all; a department "" is that of what nobody owns.

    Every word of `search` has to be found.
    """

    severity: str | None = None
    kind: str | None = None
    chapter: str | None = None
    department: str | None = None
    state: str | None = "todo"
    search: str = ""

    def of(self, facet: Facet) -> str | None:
        """Return the chosen value of a facet."""
        return getattr(self, facet)

    def choose(self, facet: Facet, value: str | None) -> Choice:
        """Return the same with another value of a facet."""
        return replace(self, **{facet: value})

    def choose_words(self, search: str) -> Choice:
        """Return the same with other words to search."""
        return replace(self, search=search)


@dataclass(frozen=True, slots=True)
class Nest:
    """A row with those that follow from it: they are mended with it."""

    row: Row
    below: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one kind, chapter or department (`code`)."""

    facet: Grouping
    code: str
    nests: tuple[Nest, ...]

    @property
    def count(self) -> int:
        """How many issues it has."""
        return sum(1 + len(nest.below) for nest in self.nests)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All its rows from top to bottom."""
        return tuple(row for nest in self.nests for row in (nest.row, *nest.below))


class Listed:
    """The rows of a report with those whose ground has changed since they were checked (`unchecked`, by name)."""

    def __init__(self, rows: Sequence[Row], unchecked: Collection[str] = ()) -> None:
        self.rows, self.unchecked = tuple(rows), frozenset(unchecked)

    def values(self, row: Row, facet: Facet) -> tuple[str, ...]:
        """Return under which values of a facet a row is found."""
        match facet:
            case "severity":
                return (row.severity,)
            case "kind":
                return (row.kind,)
            case "chapter":
                return (row.chapter,)
            case "department":
                return row.departments
            case "state":
                if row.answer is not None:
                    return ("answered",)
                return ("todo", "unchecked") if row.name in self.unchecked else ("todo",)
            case _:
                assert_never(facet)

    def _against(self, row: Row, choice: Choice) -> tuple[Facet, ...]:
        """Return the facets of which another value is chosen than a row has."""
        against: list[Facet] = []
        for facet in FACETS:
            value = choice.of(facet)
            if value is not None and value not in self.values(row, facet):
                against.append(facet)
        return tuple(against)

    def _found(self, choice: Choice) -> Iterator[Row]:
        words = choice.search.lower().split()
        return (row for row in self.rows if all(word in row.words for word in words))

    def chosen(self, choice: Choice) -> tuple[Row, ...]:
        """Return the rows that fit, in their order."""
        return tuple(row for row in self._found(choice) if not self._against(row, choice))

    def counts(self, choice: Choice, facet: Facet) -> Mapping[str | None, int]:
        """Return how many rows each value of a facet would show beside all else that is chosen; None: all of them."""
        return self.all_counts(choice)[facet]

    def all_counts(self, choice: Choice) -> Mapping[Facet, Counter[str | None]]:
        """Return the counts of every facet."""
        counts: dict[Facet, Counter[str | None]] = {facet: Counter({None: 0}) for facet in FACETS}
        for row in self._found(choice):
            against = self._against(row, choice)
            if len(against) <= 1:  # a row that one facet alone hides is what another value of that one would show
                for facet in against or FACETS:
                    counts[facet].update((None, *self.values(row, facet)))
        return counts

    def groups(
        self, choice: Choice, grouping: Grouping, order: Order | None = None, *, descending: bool = False
    ) -> tuple[Group, ...]:
        """Return the rows that fit in groups; a row that follows from one that is shown stands below that one.

        By kind it does so wherever that one is, else within a group.
        """
        rows = self.chosen(choice)
        shown = {row.name: row for row in rows}
        below: dict[str, list[Row]] = {}
        found: dict[str, list[Row]] = {}
        for row in rows:
            first = shown.get(row.after)
            code = self._group(row, choice, grouping)
            if first is not None and (grouping == "kind" or self._group(first, choice, grouping) == code):
                below.setdefault(row.after, []).append(row)
            else:
                found.setdefault(code, []).append(row)
        codes = [code for code in KINDS if code in found] if grouping == "kind" else list(found)
        groups = (
            (code, found[code] if order is None else sorted(found[code], key=order, reverse=descending))
            for code in codes
        )
        return tuple(
            Group(grouping, code, tuple(Nest(row, tuple(below.get(row.name, ()))) for row in own))
            for code, own in groups
        )

    def _group(self, row: Row, choice: Choice, grouping: Grouping) -> str:
        values = self.values(row, grouping)
        wanted = choice.of(grouping)
        return wanted if wanted is not None and wanted in values else values[0]

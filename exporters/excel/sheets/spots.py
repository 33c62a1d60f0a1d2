"""Where values stand in the workbook: the lines of the chapters' sheets and the cell of every value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from exporters.facts import Fact
from schema.catalogue.definitions import Metric
from schema.grammar.reference import Key, value_key

LineKind = Literal["section", "group", "metric", "linked", "crossing", "member", "sum", "facts", "fact"]
# The formats of the column of changes: of percentages, of all else.
TABLE_CHANGES = ("change", "change%")
FIRST_LINE = 4
FIRST_YEAR = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a data sheet: `keys` are those of its values, year by year.

    They are printed in a `format`. A sum adds up its `members`, year by year. After `facts`, each `fact` is a number
    that stands in texts or records of the chapter, and not above. `section` is the title of where it stands.
    """

    kind: LineKind
    text: str = ""
    level: int = 0
    metric: Metric | None = None
    category: str = ""
    keys: tuple[Key, ...] = ()
    members: tuple[tuple[Key, ...], ...] = ()
    fact: Fact | None = None
    format: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class DataPlan:
    """A chapter's sheet: its lines stand from row FIRST_LINE on, its years from column FIRST_YEAR on.

    `keys` are the Word keys of what the chapter prints.
    """

    title: str
    heading: str
    code: str
    lines: tuple[Line, ...]
    years: tuple[int, ...]
    keys: frozenset[str] = frozenset()

    def word_key(self, key: Key, format_text: str) -> str:
        """Return under which key the data sheet has a value: in this format where the chapter prints it so."""
        reference = key.canonical()
        printed = value_key(reference, format_text)
        return printed if printed in self.keys else value_key(reference, "")

    def change_key(self, key: Key) -> str | None:
        """Return under which key the chapter prints the change of a value on last year as tables do, if it does."""
        forms = (value_key(key.canonical(), form) for form in TABLE_CHANGES)
        return next((form for form in forms if form in self.keys), None)


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """The cell of a value: sheet, column and row (from 1)."""

    sheet: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Plan:
    """All chapters' sheets and the spot of every value in them.

    `inputs` are values that formulas need and no chapter shows. `open` are those for which the draft has a placeholder.
    `known` has a row each in the data sheet; `printed` are the keys of rows of what a report printed otherwise than
    the data give it.
    """

    sheets: tuple[DataPlan, ...] = ()
    spots: dict[Key, Spot] = field(default_factory=dict[Key, Spot])
    home: dict[str, str] = field(default_factory=dict[str, str])
    inputs: tuple[Key, ...] = ()
    open: frozenset[Key] = frozenset()
    known: frozenset[Key] = frozenset()
    printed: dict[Key, str] = field(default_factory=dict[Key, str])

    def has(self, key: Key) -> bool:
        """Whether a value has a row in the data sheet, in its own format."""
        return key in self.known

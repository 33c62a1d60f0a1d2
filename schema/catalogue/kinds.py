"""What a metric or a column of a record type holds: one row for each kind, with what other modules ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

MetricKind = Literal["integer", "number", "percent", "range", "yesno", "date", "choice"]
ColumnKind = Literal["text", "long", "date", "year", "integer", "number", "percent", "choice", "picture"]

# What is kept in a field: words per language, a value with its qualifier, a date in ISO form, the code of a choice,
# the hash of a picture; of metrics alone a yes or no.
Content = Literal["words", "number", "date", "choice", "picture", "answer"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind, by its `code` in the definitions.

    `counted`: whole numbers, exact to the last one. `share`: a percentage, as people say it (93.6); its change is told
    in points. `paragraphs`: long words with lines of their own. `year`: a year alone. `ranged`: a number or all from
    one to another. `weight`: a column's part of a table's width.
    """

    code: ColumnKind | MetricKind
    content: Content
    counted: bool = False
    share: bool = False
    paragraphs: bool = False
    year: bool = False
    ranged: bool = False
    weight: int = 2

    @property
    def numeric(self) -> bool:
        """Whether it holds numbers that can be linked; a metric's kind does."""
        return self.content == "number"

    @property
    def worded(self) -> bool:
        """Whether it holds words per language."""
        return self.content == "words"

    @property
    def titled(self) -> bool:
        """Whether its words are short enough to be the name of a record."""
        return self.worded and not self.paragraphs

    @property
    def dated(self) -> bool:
        """Whether it holds a day, a month or a year."""
        return self.content == "date"

    @property
    def chosen(self) -> bool:
        """Whether it holds one of the column's choices."""
        return self.content == "choice"

    @property
    def pictured(self) -> bool:
        """Whether it holds a picture."""
        return self.content == "picture"

    @property
    def labelled(self) -> bool:
        """Whether a metric's value stands for something that is said in words: nothing is computed from it."""
        return self.content in ("answer", "date", "choice")

    @property
    def unit(self) -> str:
        """The unit that goes without saying, or an empty text."""
        return PERCENT if self.share else ""


# The unit whose sign stands at its number, and that of what is measured in none.
PERCENT = "percent"
NO_UNIT = "none"

_ROWS = (
    Kind("text", "words", weight=4),
    Kind("long", "words", paragraphs=True, weight=5),
    Kind("date", "date"),
    Kind("year", "date", year=True),
    Kind("integer", "number", counted=True),
    Kind("number", "number"),
    Kind("percent", "number", share=True),
    Kind("choice", "choice"),
    Kind("picture", "picture"),
    Kind("range", "number", ranged=True),
    Kind("yesno", "answer"),
)

# By code, as definitions and workspaces hold it.
KINDS: Mapping[str, Kind] = {row.code: row for row in _ROWS}
METRIC_KINDS: tuple[MetricKind, ...] = get_args(MetricKind)
COLUMN_KINDS: tuple[ColumnKind, ...] = get_args(ColumnKind)

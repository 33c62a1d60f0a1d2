"""The rows of a block: what is placed there, and the headings between."""

from __future__ import annotations

from dataclasses import dataclass

from schema.grammar.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Placement:
    """A row of a block: a reference (`:gender=*` stands for one row per member) with this report's wording.

    Without `label` the metric's or member's name is used; without `format` the metric's own display.
    `footnote` is printed at the row; the metric's definition is printed as a footnote when `define` is true.
    `target` refers to the value that is aimed at `by` that year, `base` is the year it is measured against,
    `progress` refers to how far that is reached.
    """

    reference: str
    label: Words = NO_WORDS
    format: str = ""
    footnote: Words = NO_WORDS
    define: bool = True
    target: str = ""
    by: int = 0
    base: int = 0
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading row inside a table."""

    title: Words

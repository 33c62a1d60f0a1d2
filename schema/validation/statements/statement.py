"""A statement: a number that a sentence makes a claim with; and the words around it that claim something of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schema.grammar.linked import LinkedNumber

# What a number is that is no quantity of anybody.
Form = Literal["date", "time", "ordinal", "name", "standard", "version", "contact", "age", "duration", "list"]
# What a word claims: the way of a change, its size, or a place that no single value decides.
Sense = Literal["up", "down", "same", "double", "first", "rank"]


@dataclass(frozen=True, slots=True)
class Period:
    """The time that words name: a year, or so many years from the report's; `part` where they mean less than a year."""

    year: int = 0
    offset: int = 0
    part: bool = False

    def of(self, year: int) -> int:
        """Return the year meant in a report of this year."""
        return self.year or year + self.offset


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text that means something: `start` to `end`, in characters of the text as it is kept."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Statement(Mark):
    """One number of a text. `quote` is the number with the qualifier, scale word and unit that stand at it.

    `value` has its scale word applied and is told in `units`: the codes of the units that the written one may mean;
    none where none is written. `high` is the other end of a range, `step` the size of the last written digit, `counter`
    the word it counts in where that is no unit of the catalogue. A linked number has its `link` and no value; `form`
    says of a number that is no quantity what it is. `worded`: it stands there in words (三分之一, half); `multiple`: it
    says how many times over (2.5 倍, threefold).
    """

    value: Decimal = Decimal(0)
    step: Decimal = Decimal(1)
    high: Decimal | None = None
    units: tuple[str, ...] = ()
    counter: str = ""
    qualifier: str = ""
    link: LinkedNumber | None = None
    form: Form | Literal[""] = ""
    worded: bool = False
    multiple: bool = False

    @property
    def typed(self) -> bool:
        """Whether a person typed it as a quantity."""
        return self.link is None and not self.form


@dataclass(frozen=True, slots=True)
class Claim(Mark):
    """A word that claims a direction, a multiple, a first time or a rank; `to`: it leads to a level (增至)."""

    sense: Sense
    to: bool = False
    factor: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Comparison(Mark):
    """Words that say what is compared with: the year before, a named year; `period` None = something else (环比)."""

    period: Period | None


@dataclass(frozen=True, slots=True)
class Time(Mark):
    """Words that name a time."""

    period: Period


@dataclass(frozen=True, slots=True)
class Stop(Mark):
    """The end of a sentence, or of a table's cell."""


Element = Statement | Claim | Comparison | Time | Stop

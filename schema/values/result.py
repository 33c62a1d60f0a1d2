"""What stands at a key: a value, an omission, what was typed and not read, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, PublishedValue

ResultKind = Literal["entered", "figure", "omission", "missing", "unread"]
# Why a figure has no value; from "break" on: what its inputs give is not meaningful, and not told.
ResultReason = Literal["", "missing", "zero", "factor", "break", "qualified", "since", "as_of", "coarse"]


@dataclass(frozen=True, slots=True)
class Result:
    """What stands at a key. `value` is unrounded, in the metric's stored unit.

    `inputs` are the keys that a figure was computed from, `missing` those that it lacks; `reason` says why a figure
    has no value, `between` the two years or dates that differ; `total` marks a figure that is the sum of its parts,
    each times its one of the `weights` (none: once).
    `exact` is what follows from the inputs where these bear no more than about `value`. `typed` is what
    stands behind a value that was entered. `computed` is what follows from the data where a report that is reproduced
    prints a figure otherwise: `value` is then what it printed, `typed` how. `cited` is what somebody published where
    the company itself has no value: only a press release prints that, with its source.
    """

    key: Key
    kind: ResultKind
    value: Decimal | None = None
    qualifier: str = ""
    omission: str = ""
    point: DataPoint | None = None
    inputs: tuple[Key, ...] = ()
    missing: tuple[Key, ...] = ()
    reason: ResultReason = ""
    between: tuple[str, str] | None = None
    exact: Decimal | None = None
    total: bool = False
    typed: str = ""
    computed: Decimal | None = None
    cited: PublishedValue | None = None
    weights: tuple[Decimal, ...] = ()

    @property
    def untold(self) -> bool:
        """Whether its inputs are there, and what follows from them is not meaningful."""
        return self.kind == "figure" and self.value is None

    @property
    def unrounded(self) -> Decimal | None:
        """The value with all digits."""
        return self.value if self.exact is None else self.exact

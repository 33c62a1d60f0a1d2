"""The columns that rows and grids of a form share, so that everything stands in line."""

from __future__ import annotations

from dataclasses import dataclass, replace

_LEAST_NAME = 120


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in device-independent pixels; the name takes what is left."""

    value: int = 178
    past: int = 84
    past_years: int = 2
    change: int = 64
    spark: int = 60
    mark: int = 24
    tools: int = 124
    unit: int = 0

    @property
    def fixed(self) -> int:
        """Width of everything but the name."""
        return self.value + self.strip + self.mark + self.tools

    @property
    def strip(self) -> int:
        """Width of all that only shows: past years, change, sparkline."""
        return self.past * self.past_years + self.change + self.spark

    def fitted(self, width: int) -> Columns:
        """Return the columns for a form of this width: where names would be squeezed, the past gives way."""
        bare = Columns(past_years=0, spark=0)
        choices = (self, Columns(past_years=1), bare, replace(bare, change=0))
        return next((columns for columns in choices if width - columns.fixed >= _LEAST_NAME), choices[-1])

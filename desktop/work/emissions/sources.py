"""The sources of emissions and their totals that the program knows (resources/inventory)."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from schema.errors import AnnalsError
from schema.grammar.words import Words
from schema.mistakes import near

PLAIN = "[{activity}] * [factor.{factor}]"
EMISSIONS, ACTIVITY = "emissions.", "activity."


@dataclass(frozen=True, slots=True)
class Source:
    """What emits: `total` is that which it belongs to (scope1, scope2, scope2market, c1 … c15).

    `activity` is what is measured, in `unit`; metrics of these codes are `known` to measure it. `factor` is the usual
    one, a group (grid.*) or none where each company has its own. `method` is that of the GHG Protocol.
    """

    code: str
    total: str
    name: Words
    activity: Words
    unit: str
    factor: str
    known: tuple[str, ...]
    formula: str
    method: str

    @property
    def metric(self) -> str:
        """The code of the figure that tells its emissions."""
        return EMISSIONS + self.code


@dataclass(frozen=True, slots=True)
class Total:
    """What sources, or the totals that are its `parts`, add up to: usually the metric of this code."""

    code: str
    metric: str
    name: Words
    parts: tuple[str, ...]
    disclosures: Mapping[str, tuple[str, ...]]

    @property
    def beside(self) -> str:
        """The code of the figure that is computed beside a total which is typed."""
        return EMISSIONS + self.code


@dataclass(frozen=True, slots=True)
class Sources:
    """All of them, by their codes, in the order of the scopes."""

    sources: Mapping[str, Source]
    totals: Mapping[str, Total]

    def source(self, code: str) -> Source:
        """Return a source. AnnalsError emissions.unknown_source with the nearest one where there is none."""
        found = self.sources.get(code)
        if found is None:
            raise AnnalsError("emissions.unknown_source", name=code, near=near(code, self.sources))
        return found

    def of(self, total: str) -> tuple[Source, ...]:
        """Return the sources of a total."""
        return tuple(one for one in self.sources.values() if one.total == total)


def load_sources(resources: Path) -> Sources:
    """Read both tables."""
    folder = resources / "inventory"
    sources = {row["code"]: _source(row) for row in _rows(folder / "sources.csv")}
    return Sources(sources, {row["code"]: _total(row) for row in _rows(folder / "totals.csv")})


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _words(row: Mapping[str, str], before: str = "") -> Words:
    return Words(row[f"{before}zh_hans"], row[f"{before}zh_hant"], row[f"{before}en"])


def _source(row: Mapping[str, str]) -> Source:
    return Source(
        row["code"], row["total"], _words(row), _words(row, "activity_"), row["unit"], row["factor"],
        tuple(row["known"].split()), row["formula"] or PLAIN, row["method"],
    )  # fmt: skip


def _total(row: Mapping[str, str]) -> Total:
    pairs = (entry.partition("=") for entry in row["disclosures"].split())
    disclosures = {framework: tuple(codes.split(",")) for framework, _, codes in pairs}
    return Total(row["code"], row["metric"], _words(row), tuple(row["parts"].split()), disclosures)

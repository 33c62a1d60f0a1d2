"""How long a check takes: of 3,000 metrics × 5 years, of the sample, of one key for the form; nothing is asserted.

Run: python -m tests.bench.check_bench

Seconds of the processor, the quickest of five after the first check, which reads every text.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.validation.check import check, check_keys
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from tests import shipped
from tests.bench.synthetic import synthetic
from tests.conftest import RESOURCES, read_sample

RUNS = 5
SAMPLE, LARGE, EDIT = 0.5, 1.0, 0.05  # seconds


def timed(work: Callable[[], object]) -> float:
    """Return the seconds of the processor that work takes."""
    start = process_time()
    work()
    return process_time() - start


def tell(name: str, definitions: Definitions, snapshot: Snapshot, limit: float) -> None:
    """Print what the whole check takes."""

    def whole() -> object:
        return check(definitions, snapshot, Figures(definitions.catalogue, snapshot))

    whole()
    seconds = min(timed(whole) for _ in range(RUNS))
    print(f"check of {name}: {len(snapshot.points):,} data points: {seconds:.2f} s, limit {limit} s")


def tell_edit(name: str, definitions: Definitions, snapshot: Snapshot, keys: list[Key]) -> None:
    """Print what the slowest of some edited values takes, each the quickest of five."""

    def edited(key: Key) -> object:
        return check_keys(definitions, Figures(definitions.catalogue, snapshot), [key])

    slowest = max(min(timed(lambda key=key: edited(key)) for _ in range(RUNS)) for key in keys)
    print(f"an edit of {name}: slowest of {len(keys)} values {slowest * 1000:.1f} ms, limit {EDIT * 1000:.0f} ms")


def main() -> None:
    """Print the figures."""
    definitions, snapshot = synthetic()
    tell("3,000 metrics", definitions, snapshot, LARGE)
    keys = [Key(f"m{n}.value", 2022, "", c) for n in (1, 2, 10, 1502, 2999) for c in ("", "gender=male")]
    tell_edit("3,000 metrics", definitions, snapshot, keys)
    definitions = shipped.sample()
    snapshot = read_sample(Path(RESOURCES) / "sample", definitions)
    tell("the sample", definitions, snapshot, SAMPLE)
    tell_edit("the sample", definitions, snapshot, list(snapshot.points)[::20])


if __name__ == "__main__":
    main()

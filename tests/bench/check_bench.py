"""How long a check of 3,000 metrics × 5 years takes, and of one key for the form: median of five.

Run: python -m tests.bench.check_bench
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

from schema.grammar.reference import Key
from schema.validation.check import check, check_point
from schema.values.figures import Figures
from tests.bench.synthetic import synthetic


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Print both figures."""
    definitions, snapshot = synthetic()
    issues = check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    whole = median(
        timed(lambda: check(definitions, snapshot, Figures(definitions.catalogue, snapshot))) for _ in range(5)
    )
    keys = [Key(f"m{n}.value", 2022, "", c) for n in (1, 2, 10, 1502, 2999) for c in ("", "gender=male")]
    figures = Figures(definitions.catalogue, snapshot)
    one = max(timed(lambda key=key: check_point(definitions, figures, key)) for key in keys for _ in range(5))
    print(f"check: {len(snapshot.points):,} data points, {len(issues)} issues: {whole:.2f} s (promised < 1 s)")
    print(f"check_point: slowest of {len(keys)} keys {one * 1000:.2f} ms (promised < 5 ms)")


if __name__ == "__main__":
    main()

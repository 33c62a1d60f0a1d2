"""Prints what comparing two states costs on many data points, beside its limit; nothing is asserted.

python tests/bench/diff_bench.py [--points 100000] [--changed 500]
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from desktop.work.differences import Wanted, compare
from schema.grammar.reference import Key
from schema.values.changes import keep
from schema.values.datapoint import DataPoint
from schema.values.freezes import Freeze
from schema.workspace import Workspace
from tests.factories import small_definitions, ticking

LIMITS = {"now": 3.0, "path": 3.0, "moment": 5.0}  # seconds


def points(count: int) -> list[DataPoint]:
    return [DataPoint(Key(f"m{n % 997}", 1900 + n // 997), Decimal(n) / 4, typed=str(n)) for n in range(count)]


def timed(name: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    found = work()
    print(f"{name:8} {time.perf_counter() - start:6.2f} s  (limit {LIMITS[name]} s)  {found}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--points", type=int, default=100_000)
    parser.add_argument("--changed", type=int, default=500)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, copy = Path(folder, "w.annals"), Path(folder, "copy.annals")
        with Workspace.create(path, small_definitions(), "me", ticking()) as workspace:
            kept = points(arguments.points)
            workspace.apply([keep(point) for point in kept])
            workspace.freeze(lambda number, head: Freeze("a", "", "me", "2026-11-30T00:00:00Z", "why", number, head))
            workspace.backup(copy)
            workspace.apply([keep(replace(point, value=Decimal(1))) for point in kept[: arguments.changed]])

            def opened(other: Path) -> Workspace:
                return Workspace.open(other, write=False)

            timed("now", lambda: len(compare(workspace, Wanted("a"), opened).changes))
            timed("path", lambda: len(compare(workspace, Wanted(str(copy)), opened).changes))
            timed("moment", lambda: len(workspace.replay.snapshot(arguments.points + 1).points))


if __name__ == "__main__":
    main()

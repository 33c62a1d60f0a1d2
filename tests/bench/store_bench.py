"""Prints what a durable value costs beside raw sqlite3 with the same pragmas; nothing is asserted.

    python tests/bench/store_bench.py [--runs 5] [--values 200]

Both write one value per transaction into a file that holds 20,000; ours writes its history entry as well.
Fresh processes, interleaved; the figure of a process is the median of its commits, printed is the median of the runs.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = 20_000


def ours(folder: Path, values: int) -> list[float]:
    """Return the seconds of each apply of one value."""
    from schema.catalogue.loader import load_definitions
    from schema.grammar.reference import Key
    from schema.values.changes import keep
    from schema.values.datapoint import DataPoint
    from schema.workspace import Workspace

    def change(number: int, value: int):
        key = Key("energy.gas", 1000 + number % 9000, f"site{number // 9000}")
        return keep(DataPoint(key, value=Decimal(value), typed=str(value)))

    definitions = load_definitions(ROOT / "resources" / "definitions")
    with Workspace.create(folder / "bench.annals", definitions, "bench") as workspace:
        workspace.apply([change(number, number) for number in range(ROWS)])
        workspace.apply([change(0, -1)])  # the first single commit loads what every later one needs
        return [_timed(lambda n=number: workspace.apply([change(n, n + 1)])) for number in range(values)]


def raw(folder: Path, values: int) -> list[float]:
    """Return the seconds of each raw sqlite3 commit of one value."""
    database = sqlite3.connect(folder / "raw.db", isolation_level=None)
    for pragma in ("journal_mode=TRUNCATE", "synchronous=EXTRA", "foreign_keys=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE point (id INTEGER PRIMARY KEY, metric TEXT, period INTEGER, value TEXT)")
    database.execute("BEGIN IMMEDIATE")
    database.executemany("INSERT INTO point VALUES (?, 'energy.gas', 2021, ?)", ((n, str(n)) for n in range(ROWS)))
    database.execute("COMMIT")

    def commit(number: int) -> None:
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE point SET value = ? WHERE id = ?", (str(number + 1), number))
        database.execute("COMMIT")

    return [_timed(lambda n=number: commit(n)) for number in range(values)]


def _timed(work: object) -> float:
    begin = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - begin


def one(name: str, values: int) -> None:
    with tempfile.TemporaryDirectory(dir=ROOT) as folder:
        found = {"ours": ours, "raw": raw}[name](Path(folder), values)
    print(json.dumps(statistics.median(found)))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--values", type=int, default=200)
    parser.add_argument("--one", default="")
    arguments = parser.parse_args()
    if arguments.one:
        one(arguments.one, arguments.values)
        return
    found: dict[str, list[float]] = {"ours": [], "raw": []}
    for _ in range(arguments.runs):
        for name in found:
            command = [sys.executable, __file__, "--one", name, "--values", str(arguments.values)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
            found[name].append(json.loads(done.stdout))
    mine, peer = (statistics.median(found[name]) * 1000 for name in ("ours", "raw"))
    print(f"durable value     ours {mine:7.2f} ms   raw sqlite3 {peer:7.2f} ms   ratio {mine / peer:.2f}   (goal <= 3)")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

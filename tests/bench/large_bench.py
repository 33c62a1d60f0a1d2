"""Prints what a large workspace costs: 3,000 metrics × 5 years with breakdowns; nothing is asserted.

    python tests/bench/large_bench.py [--runs 5]

Opening (definitions and all values) beside bare sqlite3 fetching the same rows, check, and from the database to an Excel file as a whole process (interpreter,
imports, reading, check, building, writing; all five years are shown), beside ORM entities and XlsxWriter writing the
same workbook (large_peer.py says what exactly). The cells, formulas and defined names of both files are counted and
printed. Fresh processes, interleaved, medians.
"""

import argparse
import contextlib
import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

Spent = tuple[float, float]
ROOT = Path(__file__).resolve().parents[2]


def make(path: Path) -> None:
    """Write the synthetic workspace; what it says is what the program says."""
    from schema.catalogue.compiled import with_hash
    from schema.catalogue.program_words import ProgramWords
    from schema.values.changes import keep
    from schema.workspace import Workspace
    from tests.bench.synthetic import synthetic

    program = ProgramWords(ROOT / "resources")
    definitions, snapshot = synthetic()
    catalogue = replace(definitions.catalogue, messages=program.messages, phrases=program.phrases)
    outlines = {code: replace(outline, years=5) for code, outline in definitions.outlines.items()}
    definitions = with_hash(replace(definitions, catalogue=catalogue, outlines=outlines))
    begin = time.perf_counter()
    with Workspace.create(path, definitions, "bench") as workspace:
        workspace.apply([keep(point) for point in snapshot.points.values()])
    seconds = time.perf_counter() - begin
    print(
        f"large workspace   {len(snapshot.points):,} data points stored in {seconds:.1f} s, {path.stat().st_size / 2**20:.0f} MiB"
    )


def _clock() -> Callable[[], Spent]:
    """Begin to count; the clock returned tells the seconds passed and those of the processor."""
    begin, used = time.perf_counter(), time.process_time()
    return lambda: (time.perf_counter() - begin, time.process_time() - used)


def opening(path: Path, _: Path) -> Spent:
    # What is loaded first belongs to the process, as it does of the peer.
    import schema.catalogue.program_words
    import schema.storage.in_force
    import schema.storage.snapshot
    import schema.storage.sqlite.open_file  # noqa: F401

    done = _clock()
    _read(path)
    return done()


def fetching(path: Path, _: Path) -> Spent:
    """The peer of opening: every row that a snapshot is made of, as bare sqlite3 gives it."""
    from schema.values.kept_things import KEPT

    done = _clock()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for kept in KEPT:
            columns = ", ".join(column.name for column in (*kept.identity, *kept.columns))
            order = ", ".join(kept.order) or "id"
            connection.execute(f"SELECT {columns} FROM {kept.table} ORDER BY {order}").fetchall()
        return done()


def checking(path: Path, _: Path) -> Spent:
    from schema.validation.check import check
    from schema.values.figures import Figures

    definitions, snapshot = _read(path)
    done = _clock()
    check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    return done()


def exporting(path: Path, target: Path) -> Spent:
    from desktop.work.export import ExportOptions, export_report
    from schema.moment import Moment

    done = _clock()
    definitions, snapshot = _read(path)
    options = ExportOptions(next(iter(definitions.outlines)), "", target.parent, ("excel",))
    export_report(Moment(definitions, snapshot), options, lambda name: b"")  # a workbook has no pictures
    return done()


def _read(path: Path):
    from schema.catalogue.program_words import ProgramWords
    from schema.workspace import Workspace

    with Workspace.open(path, write=False, program=ProgramWords(ROOT / "resources")) as workspace:
        return workspace.definitions, workspace.snapshot()


def peer(path: Path, target: Path) -> Spent:
    from tests.bench.large_peer import write

    done = _clock()
    write(path, target)
    return done()


WORKS = {"opening": opening, "fetching": fetching, "checking": checking, "exporting": exporting, "peer": peer}


def one(name: str, path: Path, target: Path) -> None:
    seconds, used = WORKS[name](path, target)
    print(json.dumps({"inside": seconds, "used": used, "cpu": time.process_time(), "peak": peak_mib()}))


def peak_mib() -> float:
    """Return this process's own peak, 0 where the system does not tell; ru_maxrss would begin with the parent's."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def measure(name: str, path: Path) -> dict[str, float]:
    """Run one work in a fresh process and count what it has written, after the clock."""
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        command = [
            sys.executable,
            __file__,
            "--one",
            name,
            "--path",
            str(path),
            "--target",
            str(Path(folder, "x.xlsx")),
        ]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
        whole = time.perf_counter() - begin
        if done.returncode:
            raise SystemExit(done.stderr)
        written = [count(file) for file in Path(folder).glob("*.xlsx")]
    return {**json.loads(done.stdout), "whole": whole, **(written[0] if written else {})}


def count(path: Path) -> dict[str, float]:
    """Count the cells, formulas and defined names of a workbook, and its size."""
    found = {"sheets": 0.0, "cells": 0.0, "formulas": 0.0, "names": 0.0, "kib": path.stat().st_size / 1024}
    with zipfile.ZipFile(path) as package:
        for part in package.namelist():
            if part.startswith("xl/worksheets/sheet"):
                text = package.read(part)
                found["sheets"] += 1
                found["cells"] += text.count(b"<c ")
                found["formulas"] += text.count(b"<f>")
        found["names"] = package.read("xl/workbook.xml").count(b"<definedName ")
    return found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", default="")
    parser.add_argument("--path", type=Path, default=None)
    parser.add_argument("--target", type=Path, default=None)
    arguments = parser.parse_args()
    if arguments.one:
        one(arguments.one, arguments.path, arguments.target)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.annals")
        make(path)
        found = {name: [] for name in WORKS}
        for _ in range(arguments.runs):
            for name in WORKS:
                found[name].append(measure(name, path))
    middle = {
        name: {part: statistics.median(run[part] for run in runs) for part in runs[0]} for name, runs in found.items()
    }
    show(middle)


def show(middle: dict[str, dict[str, float]]) -> None:
    bare = middle["opening"]["used"] / middle["fetching"]["used"]
    print(f"opening it        {bare:7.2f} × bare sqlite3 fetching the same rows (CPU; goal ≤ 3 ×)")
    for name in ("opening", "checking"):
        print(f"{name + ' it':17s} {middle[name]['inside']:7.2f} s (CPU {middle[name]['used']:.2f} s; goal < 1 s)")
    for name, title in (("exporting", "ours"), ("peer", "ORM + XlsxWriter")):
        one = middle[name]
        print(
            f"database to file  {title:16s} {one['whole']:6.2f} s (CPU {one['cpu']:.2f} s), peak {one['peak']:4.0f} MiB: "
            f"{one['sheets']:.0f} sheets, {one['cells']:,.0f} cells, {one['formulas']:,.0f} formulas, "
            f"{one['names']:,.0f} names, {one['kib']:,.0f} KiB"
        )
    ours, other = middle["exporting"], middle["peer"]
    print(
        f"ratio             {ours['whole'] / other['whole']:7.2f}     (CPU {ours['cpu'] / other['cpu']:.2f}; "
        "goal <= 0.6, peak < 300 MiB)"
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

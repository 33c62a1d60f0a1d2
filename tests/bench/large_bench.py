"""Prints what a large workspace costs: 3,000 metrics × 5 years with breakdowns; nothing is asserted.

    python tests/bench/large_bench.py [--runs 5]

Opening (definitions and all values), check, and from the database to an Excel file as a whole process, beside ORM entities
and XlsxWriter writing the same values in the same number of styled cells. Fresh processes, interleaved, medians.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def make(path: Path) -> None:
    """Write the synthetic workspace, with the shipped sentences so that it can be exported."""
    from schema.catalogue.compiled import with_hash
    from schema.catalogue.loader import load_definitions
    from schema.values.changes import PointChange
    from schema.workspace import Workspace
    from tests.bench.synthetic import synthetic

    shipped = load_definitions(ROOT / "resources" / "definitions").catalogue
    definitions, snapshot = synthetic()
    catalogue = replace(definitions.catalogue, messages=shipped.messages, phrases=shipped.phrases)
    definitions = with_hash(replace(definitions, catalogue=catalogue))
    begin = time.perf_counter()
    with Workspace.create(path, definitions, "bench") as workspace:
        workspace.apply([PointChange(key, point) for key, point in snapshot.points.items()])
    seconds = time.perf_counter() - begin
    print(
        f"large workspace   {len(snapshot.points):,} data points stored in {seconds:.1f} s, {path.stat().st_size / 2**20:.0f} MiB"
    )


def opening(path: Path, _: Path) -> float:
    begin = time.perf_counter()
    _read(path)
    return time.perf_counter() - begin


def checking(path: Path, _: Path) -> float:
    from schema.validation.check import check
    from schema.values.figures import Figures

    definitions, snapshot = _read(path)
    begin = time.perf_counter()
    check(definitions, snapshot, Figures(definitions.catalogue, snapshot))
    return time.perf_counter() - begin


def exporting(path: Path, target: Path) -> float:
    from desktop.exporting import Request, export_report

    begin = time.perf_counter()
    definitions, snapshot = _read(path)
    export_report(definitions, snapshot, Request(next(iter(definitions.outlines)), "", target.parent, word=False))
    return time.perf_counter() - begin


def _read(path: Path):
    from schema.workspace import Workspace

    with Workspace.open(path, write=False) as workspace:
        return workspace.definitions, workspace.snapshot()


def peer(path: Path, target: Path) -> float:
    """ORM entities and XlsxWriter: one row per metric and category, one column per year, a change formula."""
    import xlsxwriter
    from sqlalchemy import create_engine, select
    from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

    class Base(DeclarativeBase):
        pass

    class Point(Base):
        __tablename__ = "data_point"
        metric: Mapped[str] = mapped_column(primary_key=True)
        entity: Mapped[str] = mapped_column(primary_key=True)
        period: Mapped[int] = mapped_column(primary_key=True)
        category: Mapped[str] = mapped_column(primary_key=True)
        value: Mapped[str]
        qualifier: Mapped[str]
        note: Mapped[str]
        source: Mapped[str]

    begin = time.perf_counter()
    rows: dict[tuple[str, str], dict[int, str]] = {}
    with Session(create_engine(f"sqlite:///{path}")) as session:
        for point in session.scalars(select(Point).order_by(Point.metric, Point.category, Point.period)):
            rows.setdefault((point.metric, point.category), {})[point.period] = point.value
    book = xlsxwriter.Workbook(str(target))
    plain, number = book.add_format({"border": 1}), book.add_format({"border": 1, "num_format": "#,##0.00"})
    sheet = book.add_worksheet()
    for index, ((metric, category), values) in enumerate(rows.items()):
        sheet.write_string(index, 0, metric, plain)
        sheet.write_string(index, 1, category, plain)
        for column, year in enumerate(sorted(values)):
            sheet.write_number(index, 2 + column, float(values[year]), number)
        sheet.write_formula(index, 8, f'=IF(N(F{index + 1})=0,"",G{index + 1}/F{index + 1}-1)', number)
    book.close()
    return time.perf_counter() - begin


WORKS = {"opening": opening, "checking": checking, "exporting": exporting, "peer": peer}


def one(name: str, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        seconds = WORKS[name](path, Path(folder, "peer.xlsx"))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"inside": seconds, "peak": peak}))


def measure(name: str, path: Path) -> dict[str, float]:
    begin = time.perf_counter()
    command = [sys.executable, __file__, "--one", name, "--path", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)
    return {**json.loads(done.stdout), "whole": time.perf_counter() - begin}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--one", default="")
    parser.add_argument("--path", type=Path, default=None)
    arguments = parser.parse_args()
    if arguments.one:
        one(arguments.one, arguments.path)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "big.annals")
        make(path)
        found = {name: [] for name in WORKS}
        for _ in range(arguments.runs):
            for name in WORKS:
                found[name].append(measure(name, path))
    middle = {
        name: {part: statistics.median(run[part] for run in runs) for part in ("inside", "whole", "peak")}
        for name, runs in found.items()
    }
    print(f"opening it        {middle['opening']['inside']:7.2f} s   (goal < 1 s)")
    print(f"checking it       {middle['checking']['inside']:7.2f} s   (goal < 1 s)")
    mine, other = middle["exporting"], middle["peer"]
    print(
        f"database to file  ours {mine['whole']:6.2f} s, peak {mine['peak']:.0f} MiB   ORM + XlsxWriter {other['whole']:6.2f} s, "
        f"peak {other['peak']:.0f} MiB   ratio {mine['whole'] / other['whole']:.2f}   (goal <= 0.6, peak < 300 MiB)"
    )


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()

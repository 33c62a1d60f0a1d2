"""Prints what the catalogue's workbook costs at 3,000 metrics, out and in; nothing is asserted.

    python tests/bench/catalogue_bench.py [--runs 5] [--metrics 3000]

The shipped definitions, their metrics copied under other codes until there are as many, their outlines copied as
often. Out: definitions to a file. In: file (read by a process of its own) to checked definitions. Each in a fresh
process; medians.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def large(count: int):
    """Return the shipped definitions made large."""
    from schema.catalogue.compiled import with_hash
    from schema.catalogue.loader import load_definitions

    shipped = load_definitions(ROOT / "resources" / "definitions")
    metrics, outlines = dict(shipped.catalogue.metrics), dict(shipped.outlines)
    originals, number = tuple(metrics.values()), 0
    while len(metrics) < count:
        number += 1
        for metric in originals[: count - len(metrics)]:
            metrics[f"{metric.code}.copy{number}"] = replace(metric, code=f"{metric.code}.copy{number}")
        for outline in shipped.outlines.values():
            outlines[f"{outline.code}-{number}"] = replace(outline, code=f"{outline.code}-{number}")
    return with_hash(replace(shipped, catalogue=replace(shipped.catalogue, metrics=metrics), outlines=outlines))


def write(compiled: Path, book: Path) -> None:
    """Definitions to a file."""
    from exporters.excel.catalogue_book import catalogue_book
    from exporters.excel.writer import write_excel
    from schema.catalogue.compiled import from_json
    from schema.catalogue.loader_messages import load_messages
    from schema.exchange.catalogue_book.rows import to_sheets

    definitions = from_json(compiled.read_text("utf-8"))
    start = time.perf_counter()
    help_texts = load_messages(ROOT / "resources" / "catalogue" / "help.yaml")
    write_excel(catalogue_book(definitions, to_sheets(definitions), help_texts, "zh-Hans"), book)
    print(json.dumps({"seconds": time.perf_counter() - start, "hash": definitions.hash}))


def read(compiled: Path, book: Path) -> None:
    """File to checked definitions."""
    from schema.catalogue.compiled import from_json

    shipped = from_json(compiled.read_text("utf-8"))
    start = time.perf_counter()
    from exporters.excel.sheet_reader import read_sheets
    from schema.catalogue.loader import Sentences
    from schema.exchange.catalogue_book.rows import from_sheets

    sheets = read_sheets(book)
    reading = time.perf_counter() - start
    found = from_sheets(sheets, Sentences(shipped.catalogue.messages, shipped.catalogue.phrases))
    print(json.dumps({"seconds": time.perf_counter() - start, "reading": reading, "hash": found.hash}))


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--metrics", type=int, default=3000)
    parser.add_argument("--step", choices=("write", "read"))
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if arguments.step:
        step = write if arguments.step == "write" else read
        step(arguments.folder / "compiled.json", arguments.folder / "book.xlsx")
        return
    with tempfile.TemporaryDirectory() as name:
        measure(Path(name), arguments.metrics, arguments.runs)


def measure(folder: Path, metrics: int, runs: int) -> None:
    """Run each step in fresh processes, in turn, and print the medians."""
    from schema.catalogue.compiled import to_json

    definitions = large(metrics)
    (folder / "compiled.json").write_text(to_json(definitions), "utf-8")
    found: dict[str, list[dict]] = {"write": [], "read": []}
    for _ in range(runs):
        for step, results in found.items():
            call = [sys.executable, __file__, "--step", step, "--folder", str(folder)]
            results.append(json.loads(subprocess.run(call, check=True, capture_output=True, text=True).stdout))
    same = all(result["hash"] == definitions.hash for results in found.values() for result in results)
    size = (folder / "book.xlsx").stat().st_size / 1e6
    print(
        f"catalogue workbook: {len(definitions.catalogue.metrics):,} metrics, {len(definitions.outlines)} outlines, {size:.1f} MB"
    )
    out, into = (statistics.median(r["seconds"] for r in found[step]) for step in ("write", "read"))
    process = statistics.median(r["reading"] for r in found["read"])
    print(
        f"  out {out:.2f} s   in {into:.2f} s (of it the reading process {process:.2f} s)   the same definitions: {same}"
    )


if __name__ == "__main__":
    main()

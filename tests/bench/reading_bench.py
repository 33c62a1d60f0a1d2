"""Prints what compare and refresh of the sample's longest draft cost, beside their limits and python-docx reading the same file.

python tests/bench/reading_bench.py [--runs 5]

Each run is a process of its own; told are the median seconds of the clock and of the processor, from the moment that the
workspace has been read until the result stands there. What its checks found is kept since the export, as it is for people.
Nothing is asserted.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from schema.catalogue.program_words import ProgramWords
from schema.moment import Moment
from schema.values.history_mark import HistoryMark
from schema.workspace import Workspace

ROOT = Path(__file__).parents[2]
REPORT, LIMIT = "csr-2022", 1.0  # seconds


def peer(path: Path) -> None:
    """Read the draft with python-docx."""
    from docx import Document

    sum(len(paragraph.text) for paragraph in Document(str(path)).paragraphs)


def compare(folder: Path) -> Callable[[], object]:
    """Return what holds the draft against the data."""
    from desktop.work.compare import compare_draft

    moment, identity, _ = _opened(folder)
    return lambda: compare_draft(moment, _draft(folder), identity)


def refresh(folder: Path) -> Callable[[], object]:
    """Return what brings the draft up to date and writes it."""
    from desktop.work.refresh import RefreshOptions, refresh_draft

    moment, identity, mark = _opened(folder)
    target = folder / "new.docx"
    options = RefreshOptions(_draft(folder), target, identity, mark=mark)
    return lambda: refresh_draft(moment, options).writer(target)


def _opened(folder: Path) -> tuple[Moment, str, HistoryMark]:
    from desktop.work.moments import moment_of
    from desktop.work.trail import mark_of

    program = ProgramWords(ROOT / "resources")
    with Workspace.open(folder / "demo.annals", write=False, program=program) as workspace:
        return moment_of(workspace), workspace.identity, mark_of(workspace)


def _draft(folder: Path) -> Path:
    return folder / f"{REPORT}.docx"


ACTS: Mapping[str, Callable[[Path], Callable[[], object]]] = {
    "python-docx": lambda folder: lambda: peer(_draft(folder)),
    "compare": compare,
    "refresh": refresh,
}


def run_one(name: str, folder: Path) -> None:
    """Do one act in this process and print its seconds: of the clock, of the processor with that of its children."""
    act = ACTS[name](folder)
    began, spent = time.perf_counter(), _processor()
    act()
    print(time.perf_counter() - began, _processor() - spent)


def _processor() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--act", choices=tuple(ACTS))
    parser.add_argument("--folder", type=Path)
    arguments = parser.parse_args()
    if arguments.act:
        run_one(arguments.act, arguments.folder)
        return
    with tempfile.TemporaryDirectory() as folder:
        annals = [sys.executable, "-m", "desktop", "demo", "--out", folder, "--no-window"]
        subprocess.run(annals, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True, capture_output=True)
        taken = {name: list[tuple[float, float]]() for name in ACTS}
        for _ in range(arguments.runs):
            for name in ACTS:
                told = subprocess.run(
                    [sys.executable, "-m", "tests.bench.reading_bench", "--act", name, "--folder", folder],
                    cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True,
                )  # fmt: skip
                clock, processor = map(float, told.stdout.split())
                taken[name].append((clock, processor))
        for name, times in taken.items():
            clock, processor = (statistics.median(column) for column in zip(*times, strict=True))
            limit = "" if name == "python-docx" else f"  (limit {LIMIT} s)"
            print(f"{name:12} {clock:5.2f} s  processor {processor:5.2f} s{limit}")


if __name__ == "__main__":
    main()

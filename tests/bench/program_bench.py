"""Prints how long whole commands take: help, demo, the sample's own exports with their sizes; nothing is asserted.

python tests/bench/program_bench.py [--runs 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
REPORTS = ("csr-2019", "esg-2021", "csr-2022")


def annals(*words: str) -> float:
    """Return the seconds of one whole process."""
    environment = {**os.environ, "CI": "1"}
    begin = time.perf_counter()
    command = [sys.executable, "-m", "desktop", *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - begin
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)
    return seconds


def median(runs: int, *words: str) -> float:
    return statistics.median(annals(*words) for _ in range(runs))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    bare = statistics.median(_bare() for _ in range(runs))
    shown = median(runs, "--help")
    print(f"annals --help     {shown:7.3f} s    bare python {bare:.3f} s   {shown / bare:.1f} × (goal ≤ 6 ×)")
    with tempfile.TemporaryDirectory() as folder:
        print(f"annals demo       {median(runs, 'demo', '--no-window', '--out', folder):7.3f} s")
        workspace = str(Path(folder, "demo.annals"))
        print(f"annals check      {median(runs, 'check', workspace):7.3f} s")
        for report in REPORTS:
            for kind, name in (("--excel", f"{report}.xlsx"), ("--word", f"{report}.docx")):
                words = ("export", workspace, "--report", report, kind, "--out", folder)
                seconds = median(runs, *words)
                size = Path(folder, name).stat().st_size / 1024
                print(f"{name:17} {seconds:7.3f} s   {size:8,.0f} KiB")


def _bare() -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()

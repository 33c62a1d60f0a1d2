"""Draws mutants of values and validation with a fixed seed, lets mutmut test them and lists the survivors.

python -m tests.tools.mutants [--sample N] [--seed N] [--gate PERCENT]

Exit 0: enough were killed; 1: too few; 2: mutmut could not test them. `mutmut show NAME` shows what a survivor changes.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from pathlib import Path

ROOT = Path(__file__).parents[2]
# A mutant that hangs or kills its process is noticed by whoever runs the tests.
NOTICED = {"killed", "timeout", "segfault"}


def generate() -> None:
    """Write all mutants below mutants/, none of them tested; what an interrupted run left there may be half a file."""
    from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants

    shutil.rmtree("mutants", ignore_errors=True)
    Path("mutants").mkdir()
    with redirect_stdout(io.StringIO()):  # it names each file
        copy_src_dir()
        copy_also_copy_files()
        create_mutants(max_children=1)


def statuses() -> dict[str, str]:
    """Return what is known of each mutant: killed, survived, no tests, timeout, not checked …"""
    listed = subprocess.run([*_mutmut(), "results", "--all", "true"], check=True, capture_output=True, text=True).stdout
    pairs = (line.strip().rpartition(": ") for line in listed.splitlines() if ": " in line)
    return {name: status for name, _, status in pairs}


def draw(names: Sequence[str], sample: int, seed: int) -> list[str]:
    """Return the same mutants for the same names and seed, wherever it is run."""
    ordered = sorted(names)
    return sorted(random.Random(seed).sample(ordered, min(sample, len(ordered))))


def summary(drawn: Sequence[str], known: Mapping[str, str]) -> tuple[float, list[str]]:
    """Return how many percent were noticed, and lines that name the others."""
    counts = Counter(known[name] for name in drawn)
    noticed = sum(counts[status] for status in NOTICED)
    survivors = [f"  {name}: {known[name]}" for name in drawn if known[name] not in NOTICED]
    told = ", ".join(f"{count} {status}" for status, count in counts.most_common())
    percent = 100 * noticed / len(drawn)
    return percent, [f"{len(drawn)} mutants, {percent:.1f} % killed: {told}", *survivors]


def _mutmut() -> list[str]:
    return [str(Path(sys.executable).parent / "mutmut")]


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=2021)
    parser.add_argument("--gate", type=float, default=90.0)
    parser.add_argument("--children", type=int, default=2)
    options = parser.parse_args(arguments)
    generate()
    drawn = draw(list(statuses()), options.sample, options.seed)
    # Its own exit status says nothing about survivors.
    if subprocess.run([*_mutmut(), "run", "--max-children", str(options.children), *drawn]).returncode:
        print("mutmut stopped before it had tested the sample: do the tests of values and validation pass?")
        return 2
    percent, lines = summary(drawn, statuses())
    print("\n".join(lines))
    return 0 if percent >= options.gate else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

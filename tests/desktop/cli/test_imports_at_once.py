"""Many commands started at one moment on one file: each waits for its turn, and nothing is lost."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from schema.workspace import Workspace

ROOT = Path(__file__).parents[3]
AT_ONCE, EACH = 16, 200


@pytest.mark.long
def test_sixteen_imports_of_two_hundred_values_started_at_once_lose_nothing(empty, tmp_path):
    with Workspace.open(empty, write=False) as workspace:
        metrics = [code for code, metric in workspace.definitions.catalogue.metrics.items()
                   if metric.kind == "number" and metric.formula is None][:EACH // 4]  # fmt: skip
    assert len(metrics) == EACH // 4
    files = []
    for number in range(AT_ONCE):
        years = range(1900 + number * 4, 1904 + number * 4)
        rows = [f"{code},{year},{number}.{year}" for code in metrics for year in years]
        files.append(tmp_path / f"{number}.csv")
        files[-1].write_text("\n".join(["metric,period,value", *rows]), "utf-8")
    command = [sys.executable, "-m", "desktop", "import", str(empty)]
    started = [
        subprocess.Popen([*command, str(file)], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for file in files
    ]  # fmt: skip
    ended = [(process.communicate()[1], process.returncode) for process in started]
    assert [(error, status) for error, status in ended if status not in (0, 1) or error] == []
    with Workspace.open(empty, write=False) as workspace:
        points = workspace.snapshot().points
        assert len(points) == AT_ONCE * EACH
        assert workspace.verify() == ()

"""An export killed at any moment leaves the old file or the new one, never half of one, and no litter after the next."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from exporters.output import write_output

ROOT = Path(__file__).parents[2]
KILLS = 100
SAFE = """
import sys
from pathlib import Path
from desktop.cli.main import main
print("ready", flush=True)
while True:
    main(["export", sys.argv[1], "--report", "csr-2022", "--excel", "--overwrite", "--out", sys.argv[2]])
"""
DIRECT = """
import sys
from pathlib import Path
import openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print("ready", flush=True)
while True:
    book.save(Path(sys.argv[2], "csr-2022.xlsx"))
"""


def killed_runs(code: str, source: Path, out: Path, kills: int, seed: int) -> int:
    """Kill the loop at random moments; return how often the target was broken afterwards."""
    chance, broken = random.Random(seed), 0
    target = out / "csr-2022.xlsx"
    for _ in range(kills):
        process = subprocess.Popen(
            [sys.executable, "-c", code, source, out], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, 0.6))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        broken += target.exists() and not whole(target)
    return broken


def whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    except (zipfile.BadZipFile, OSError):
        return False


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_export_breaks_no_file_and_its_litter_is_swept(sample_workspace, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    assert killed_runs(SAFE, sample_workspace, out, KILLS, 7) == 0
    assert whole(out / "csr-2022.xlsx")
    write_output(out / "other.txt", lambda path: path.write_text("x", "utf-8"))
    assert [path.name for path in out.iterdir() if "tmp" in path.name] == []


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_control_saving_straight_into_the_target_is_caught(sample_workspace, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    subprocess.run(
        [sys.executable, "-m", "desktop", "export", sample_workspace, "--report", "csr-2022", "--excel", "--out", out],
        cwd=ROOT, check=True,
    )  # fmt: skip
    source = shutil.copy(out / "csr-2022.xlsx", tmp_path / "source.xlsx")
    assert killed_runs(DIRECT, Path(source), out, 10, 7) > 0

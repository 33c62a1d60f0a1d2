"""An export killed at any moment leaves the old file or the new one, never half of one, and no litter after the next."""

import os
import random
import signal
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from desktop.work.export import ExportOptions, export_report
from exporters.output_files import write_output
from schema.moment import Moment
from schema.workspace import Workspace

KILLS = 100
pytestmark = [pytest.mark.long, pytest.mark.skipif(os.name == "nt", reason="fork and SIGKILL are POSIX")]


def broken_after_kills(work: Callable[[], object], target: Path, kills: int, longest: float) -> int:
    """Fork a child that works without end, kill it at a random moment; return how often the target was broken."""
    chance, broken = random.Random(7), 0
    for _ in range(kills):
        child = os.fork()
        if child == 0:
            while True:
                work()
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        broken += not whole(target)
    return broken


def no_pictures(name):
    """A workbook holds none."""
    raise KeyError(name)


def whole(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as file:
            return file.testzip() is None
    except (zipfile.BadZipFile, OSError):
        return False


@pytest.fixture
def export(sample_workspace, tmp_path, program):
    with Workspace.open(sample_workspace, write=False, program=program) as workspace:
        definitions, snapshot = workspace.definitions, workspace.snapshot()
    options = ExportOptions("csr-2022", "", tmp_path / "out", ("excel",), overwrite=True)
    export_report(Moment(definitions, snapshot), options, no_pictures)
    return lambda: export_report(Moment(definitions, snapshot), options, no_pictures)


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_killed_export_breaks_no_file_and_its_litter_is_swept(export, tmp_path):
    target = tmp_path / "out" / "csr-2022.xlsx"
    began = time.monotonic()
    export()
    # A third of the children get to the end of an export, the others to some moment of it.
    longest = 1.5 * (time.monotonic() - began)
    before = target.stat().st_mtime_ns
    assert broken_after_kills(export, target, KILLS, longest) == 0
    assert target.stat().st_mtime_ns > before
    write_output(target.parent / "other.txt", lambda path: path.write_text("x", "utf-8"))
    assert [path.name for path in target.parent.iterdir() if "tmp" in path.name] == []


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_control_saving_straight_into_the_target_is_caught(export, tmp_path):
    target = tmp_path / "out" / "csr-2022.xlsx"
    book = openpyxl.load_workbook(target)
    assert broken_after_kills(lambda: book.save(target), target, 20, 0.5) > 0

"""Full disks, names that are too long, pipes and devices: each its own sentence, and what stood there stays."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from schema.errors import WorkspaceError
from schema.storage.sqlite.copy_trouble import copy_trouble

LONG = "n" * 300
NEW = ("import", "merge", "scan", "compare")
pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")


def refused(run, *arguments) -> str:
    """Return the one sentence of a refusal in English."""
    status, _, err = run("--language", "en", *arguments)
    assert status == 2
    assert "Traceback" not in err
    return err


@pipes
@pytest.mark.parametrize("command", NEW)
def test_a_pipe_is_named_at_once_where_a_file_is_read(run, tea, tmp_path, command):
    os.mkfifo(tmp_path / "pipe")
    assert "pipe or a device" in refused(run, command, tea, tmp_path / "pipe")


@pipes
def test_a_pipe_is_named_where_a_file_is_written_opened_or_restored(run, tea, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for call in (
        ("backup", tea, "--to", pipe),
        ("open", pipe, "--to", tmp_path / "w.annals"),
        ("restore", pipe, "--to", tmp_path / "w.annals"),
        ("export", tea, "--report", "tea-2025", "--out", pipe),
        ("new", tmp_path / "n.annals", "--catalogue", pipe),
        ("new", tmp_path / "n.annals", "--logo", pipe),
    ):
        assert "pipe or a device" in refused(run, *call)
    assert "not an Annals workspace" in refused(run, "check", pipe)
    assert "already exists" in refused(run, "new", pipe)
    assert sorted(path.name for path in tmp_path.glob("*.annals")) == [tea.name]


@pipes
def test_a_pipe_among_definitions_or_beside_a_workspace_is_not_waited_for(run, tea, tmp_path):
    folder = tmp_path / "definitions"
    folder.mkdir()
    os.mkfifo(folder / "company.yaml")
    assert "pipe or a device" in refused(run, "new", tmp_path / "n.annals", "--catalogue", folder)
    os.mkfifo(tea.with_name(f"{tea.name}-journal"))
    assert "-journal" in refused(run, "check", tea)


# Commands that read a file of somebody else's, each with how it names one.
READERS = {
    "import": ("import", "{tea}", "{file}"),
    "merge": ("merge", "{tea}", "{file}"),
    "scan": ("scan", "{tea}", "{file}"),
    "compare": ("compare", "{tea}", "{file}"),
    "people": ("people", "{tea}", "--import", "{file}"),
    "assure": ("assure", "{tea}", "--take", "{file}"),
    "open": ("open", "{file}", "--to", "{new}"),
    "restore": ("restore", "{file}", "--to", "{new}"),
    "check": ("check", "{file}"),
    "diff": ("diff", "{tea}", "{file}"),
    "catalogue": ("new", "{new}", "--catalogue", "{file}"),
    "logo": ("new", "{new}", "--logo", "{file}"),
}


@pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".docx", ".yaml", ".annals", ".annalspack", ".png"])
@pytest.mark.parametrize("command", READERS)
def test_ten_gigabytes_of_nothing_are_refused_in_a_sentence_without_being_read(run, tea, tmp_path, command, suffix):
    file, before = tmp_path / f"sparse{suffix}", tea.read_bytes()
    with file.open("wb") as sparse:
        sparse.truncate(10 * 2**30)
    there = {"tea": tea, "file": file, "new": tmp_path / "n.annals"}
    started = time.process_time()
    told = refused(run, *(part.format_map(there) for part in READERS[command]))
    assert told.strip()
    assert "Errno" not in told
    assert time.process_time() - started < 5
    assert tea.read_bytes() == before
    assert not (tmp_path / "n.annals").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("device", ["/dev/full", "/dev/null", "/dev/zero"])
def test_a_device_is_no_file(run, tea, device):
    assert "pipe or a device" in refused(run, "import", tea, device)
    assert "pipe or a device" in refused(run, "backup", tea, "--to", device)


def test_a_name_that_is_too_long_is_called_so_everywhere(run, tea, tmp_path):
    path = tmp_path / f"{LONG}.annals"
    for call in (
        ("new", path),
        ("backup", tea, "--to", path),
        ("restore", tea, "--to", path),
        ("export", tea, "--report", "tea-2025", "--excel", "--out", tmp_path / LONG),
    ):
        told = refused(run, *call)
        assert "too long" in told or "longer than the system takes" in told
        assert "Errno" not in told


@pytest.mark.parametrize(("number", "code"), [
    (errno.ENOSPC, "backup.full"), (errno.EDQUOT, "backup.full"), (errno.ENAMETOOLONG, "backup.name_too_long"),
    (errno.EACCES, "backup.denied"), (errno.EROFS, "backup.denied"), (errno.ENOENT, "workspace.no_folder"),
    (errno.EIO, "workspace.backup_failed"),
])  # fmt: skip
def test_what_the_system_says_of_a_copy_is_told_of_the_copy(number, code, tmp_path):
    told = copy_trouble(OSError(number, os.strerror(number)), tmp_path / "source", tmp_path / "copy")
    assert (told.code, told.params["path"]) == (code, str(tmp_path / "copy"))


def test_what_the_database_says_of_a_copy_is_told_of_the_copy(tmp_path):
    source, copy = tmp_path / "source", tmp_path / "copy"
    source.write_bytes(b"x")
    for code, named in (("workspace.full", "backup.full"), ("workspace.readonly", "backup.denied")):
        told = copy_trouble(WorkspaceError(code, path=str(source)), source, copy)
        assert (told.code, told.params["path"]) == (named, str(copy))
    told = copy_trouble(WorkspaceError("workspace.cannot_open", path=str(source)), source, tmp_path / "none" / "copy")
    assert told.code == "workspace.no_folder"
    broken = copy_trouble(sqlite3.DatabaseError("no text"), source, copy)
    assert (broken.code, broken.params["path"]) == ("workspace.broken", str(source))


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB; only an administrator can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() or subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], capture_output=True, check=False
    ).returncode:  # fmt: skip
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


@pytest.mark.long
def test_a_full_disk_is_named_with_the_file_that_did_not_fit_and_all_that_stood_there_stays(run, tea, small_disk):
    book, rows = small_disk / "w.annals", tea.with_name("rows.csv")
    shutil.copy(tea, book)
    rows.write_text("metric,period,value\nwater.used,2025,77\n", "utf-8")
    (small_disk / "before").write_bytes(b"an earlier file")
    with (small_disk / "fill").open("wb", buffering=0) as fill, contextlib.suppress(OSError):
        for _ in range(1000):
            fill.write(b"\0" * 4096)
    before = book.read_bytes()
    for call, name in (
        (("new", small_disk / "n.annals"), "n.annals"),
        (("backup", tea, "--to", small_disk / "b.annals"), "b.annals"),
        (("restore", tea, "--to", small_disk / "r.annals"), "r.annals"),
        (("import", book, rows), "w.annals"),
        (("export", tea, "--report", "tea-2025", "--word", "--out", small_disk), "tea-2025.docx"),
        (("export", tea, "--report", "tea-2025", "--excel", "--out", small_disk), "tea-2025.xlsx"),
        (("send", tea, "--report", "tea-2025", "--out", small_disk / "out"), ""),
    ):
        told = refused(run, *call)
        assert name in told
        if name:
            assert "disk is full" in told.lower()
    assert book.read_bytes() == before
    assert {path.name for path in small_disk.iterdir()} <= {"w.annals", "before", "fill", "out", "w.annals.backups"}
    (small_disk / "fill").unlink()
    assert run("import", book, rows)[0] in (0, 1)

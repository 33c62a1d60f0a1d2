"""The files people download: the same bytes each time the same is built."""

from __future__ import annotations

import gzip
import hashlib
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

_PLAIN, _RUN = 0o644, 0o755


def members(folder: Path) -> list[Path]:
    """Return all files below a folder, in one order."""
    return sorted(path for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def moment(day: str) -> datetime:
    """Return midnight of the day that the files of a bundle have."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC) if day else datetime(2020, 1, 1, tzinfo=UTC)


def write_tar(folder: Path, target: Path, day: str) -> None:
    """Write a folder, under its own name, as .tar.gz."""
    with (
        target.open("wb") as raw,
        gzip.GzipFile("", "wb", 7, raw, mtime=0) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as archive,
    ):
        for path in members(folder):
            entry = archive.gettarinfo(path, path.relative_to(folder.parent).as_posix())
            entry.uid = entry.gid = 0
            entry.uname = entry.gname = "root"
            entry.mtime = int(moment(day).timestamp())
            entry.mode = _RUN if entry.mode & 0o100 else _PLAIN
            with path.open("rb") as file:
                archive.addfile(entry, file if entry.isreg() else None)


def write_zip(folder: Path, target: Path, day: str) -> None:
    """Write a folder, under its own name, as .zip."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in members(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), moment(day).timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | (_RUN if path.stat().st_mode & 0o100 else _PLAIN)) << 16
            archive.writestr(entry, path.read_bytes())


def write_sums(folder: Path) -> None:
    """Write the hash of each file of the folder, as sha256sum reads them."""
    files = [path for path in members(folder) if path.name != "SHA256SUMS" and path.parent == folder]
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")

"""Files that came from others are given out under names that no system takes amiss, and never opened unasked."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
from pathlib import Path

from schema.values.file_types import FILE_TYPES, file_type, suffix_of

_UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
_MOST_BYTES = 180  # of a name: file systems take 255, and some programs add to it


def safe_name(name: str, content: bytes) -> str:
    """Return what a file may be called in any folder: one part, no hidden file, no device, with its type's ending."""
    plain = _UNSAFE.sub("_", name).strip(" .")
    suffix = suffix_of(plain)
    if not suffix:
        suffix = FILE_TYPES[file_type(content).code].suffixes[0]
        plain = f"{plain or 'file'}.{suffix}"
    stem = plain.removesuffix(plain[-len(suffix) - 1 :])
    if not stem or _RESERVED.fullmatch(plain):
        stem = f"_{stem}"
    while len(f"{stem}.{suffix}".encode()) > _MOST_BYTES and len(stem) > 1:
        stem = stem[:-1]
    return f"{stem}{plain[-len(suffix) - 1 :]}"


def write_out(path: Path, content: bytes) -> None:
    """Write a file where somebody has chosen to have it. Raises OutputError."""
    from exporters.output_files import write_bytes  # deferred: a name needs nothing of the exporters

    write_bytes(path, content)


class PrivateFolder:
    """A folder of this program's own for files that somebody looks at; nobody else reads it, and it goes at the end."""

    def __init__(self) -> None:
        self._path = Path(tempfile.mkdtemp(prefix="annals-"))

    def put(self, name: str, content: bytes) -> Path:
        """Write a file that may only be read and never run, each in a place of its own, and return where."""
        path = Path(tempfile.mkdtemp(dir=self._path)) / safe_name(name, content)
        path.write_bytes(content)
        path.chmod(stat.S_IRUSR)
        return path

    def close(self) -> None:
        """Remove it; what another program still holds open stays to the system."""
        for folder, _, files in os.walk(self._path):
            for file in files:
                with contextlib.suppress(OSError):
                    (Path(folder) / file).chmod(stat.S_IRUSR | stat.S_IWUSR)
        shutil.rmtree(self._path, ignore_errors=True)

"""Libraries of the system that a bundle takes along: its Python's, and those for systems that lack what Qt asks."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

# Every system has these with its kernel's C library, and they only fit each other.
C_LIBRARY = re.compile(
    r"(ld-linux.*|libc|libm|libdl|librt|libpthread|libresolv|libutil|libnsl|libanl|libcrypt)\.so\.\d+"
)
ORDER = "libraries.txt"


def system_libraries() -> Mapping[str, Path]:
    """Return where this system's libraries of its own kind of machine are, by name."""
    cache = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in cache.splitlines() if " => " in line and ("x86-64" in line or "AArch64" in line)]
    return {words[0]: Path(words[-1]) for words in reversed(lines)}


def copy_lacking(wanted: list[tuple[str, Path | None]], folder: Path) -> list[str]:
    """Copy what Qt asks of the system, listed in the order of loading; returns the names that this system lacks.

    They are loaded only where the system has none of its own (start.py): those of its graphics card go first.
    """
    folder.mkdir(parents=True)
    names = [(name, place) for name, place in wanted if not C_LIBRARY.fullmatch(name)]
    for name, place in names:
        if place is not None:
            shutil.copy(place, folder / name)
    (folder / ORDER).write_text("".join(f"{name}\n" for name, place in names if place is not None), "utf-8")
    return [name for name, place in names if place is None]

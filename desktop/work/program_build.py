"""What this program was built from: a download carries that as resources/build.json, sources carry nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

FILE = "build.json"


@dataclass(frozen=True, slots=True)
class Build:
    """The version, the commit (empty of what git did not keep) with its day, and the lock file's SHA-256."""

    version: str
    commit: str
    date: str
    lock: str


def build_of(resources: Path) -> Build | None:
    """Return what the bundle with these resources was built from; nothing where it is no bundle."""
    path = resources / FILE
    return Build(**json.loads(path.read_text("utf-8"))) if path.is_file() else None


def source_version() -> str:
    """Return the version that is installed beside the sources, a question mark where none is."""
    try:
        return version("annals")
    except PackageNotFoundError:
        return "?"

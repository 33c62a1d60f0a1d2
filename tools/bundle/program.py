"""Our own part of a bundle: the four packages, what it was built from, the launcher, the papers."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from tools.bundle.packages import LOCK
from tools.bundle.pruning import SOURCELESS, drop_sources

PACKAGES = ("desktop", "exporters", "schema", "resources")
PAPERS = ("LICENSE", "THIRD-PARTY-NOTICES.md", "CHANGELOG.md")

LINUX_LAUNCHER = """#!/bin/sh
# Annals, from the folder that this file is in.
here=$(dirname "$(readlink -f "$0")")
exec "$here/python/bin/{python}" "$here/start.py" "$@"
"""


@dataclass(frozen=True, slots=True)
class Build:
    """What `annals --version` tells of a bundle; kept as resources/build.json."""

    version: str
    commit: str
    date: str
    lock: str


def read_build(root: Path) -> Build:
    """Return what the folder of sources is: its version, commit with the day of that, and the hash of the lock file."""
    version = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    lock = hashlib.sha256((root / LOCK).read_bytes()).hexdigest()
    commit, date = _git(root, "rev-parse", "HEAD"), _git(root, "log", "-1", "--format=%cs")
    changed = "+changed" if commit and _git(root, "status", "--porcelain", "--untracked-files=no") else ""
    return Build(version, commit[:12] + changed, date or datetime.now(UTC).date().isoformat(), lock)


def _git(root: Path, *words: str) -> str:
    """Return what git says; nothing of a folder that git does not keep."""
    git = shutil.which("git")
    if git is None or not (root / ".git").exists():
        return ""
    return subprocess.run([git, "-C", str(root), *words], capture_output=True, text=True, check=False).stdout.strip()


def copy_program(root: Path, packages: Path, build: Build) -> None:
    """Copy what git keeps of our packages, and write down what it is."""
    names = [name for package in PACKAGES for name in _files(root, package)]
    for name in names:
        if not name.endswith((".ts", ".po")):
            target = packages / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, target)
    text = json.dumps(asdict(build), indent=1) + "\n"
    (packages / "resources" / "build.json").write_text(text, "utf-8", newline="\n")


def _files(root: Path, package: str) -> list[str]:
    told = _git(root, "ls-files", "-z", package)
    if told:
        return [name for name in told.split("\0") if name and (root / name).is_file()]
    paths = sorted((root / package).rglob("*"))
    return [path.relative_to(root).as_posix() for path in paths if path.is_file() and "__pycache__" not in path.parts]


def copy_papers(root: Path, folder: Path) -> None:
    """Put licence, notices and changes at the top, and beside them the script that starts all."""
    for name in PAPERS:
        shutil.copy(root / name, folder / name)
    shutil.copy(Path(__file__).with_name("start.py"), folder / "start.py")


def compile_all(folders: list[Path], packages: Path, top: Path) -> None:
    """Compile every module once; the compiled files hold however often the folder is copied or unpacked.

    What they say of their place begins at the bundle's top: the folder it is built in is nobody's business.
    """
    call = [
        sys.executable,
        "-m",
        "compileall",
        "-q",
        "-j",
        "0",
        "--invalidation-mode",
        "unchecked-hash",
        "-s",
        str(top),
    ]
    sourceless = [packages / name for name in SOURCELESS]
    _run([*call, "-b", *map(str, sourceless)])
    drop_sources(packages)
    _run([*call, *map(str, [*folders, *(path for path in sorted(packages.iterdir()) if path not in sourceless)])])


def _run(call: list[str]) -> None:
    done = subprocess.run(call, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"Some modules cannot be compiled:\n{done.stdout}{done.stderr}")

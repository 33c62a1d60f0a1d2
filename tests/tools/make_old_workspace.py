"""Keeps the sample workspace of a past state: `python -m tests.tools.make_old_workspace COMMIT [NAME]`, once per release.

The commit's own code makes the sample, in a folder of its own; it lands as tests/old_files/NAME.annals.xz (NAME is the
commit's short hash where none is given), and the tests open, check, export and roll it forward with today's program.
"""

import io
import lzma
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
OLD_FILES = ROOT / "tests" / "old_files"


def main() -> None:
    """Write the file; an existing one is never replaced."""
    commit = sys.argv[1]
    name = sys.argv[2] if len(sys.argv) > 2 else _git("rev-parse", "--short", f"{commit}^{{commit}}").decode().strip()
    with tempfile.TemporaryDirectory() as folder, (OLD_FILES / f"{name}.annals.xz").open("xb") as kept:
        content = make_sample(commit, Path(folder)).read_bytes()
        kept.write(lzma.compress(content, preset=9 | lzma.PRESET_EXTREME))
        print(f"{kept.name}: {kept.tell() // 1024} KB of {len(content) // 1024} KB")


def make_sample(commit: str, folder: Path) -> Path:
    """Unpack a commit into an empty folder and let it make its sample workspace there."""
    with tarfile.open(fileobj=io.BytesIO(_git("archive", commit))) as archive:
        archive.extractall(folder, filter="data")
    environment = {**os.environ, "PYTHONPATH": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "desktop", "demo", "--no-window", "--out", str(folder / "sample")]
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return folder / "sample" / "demo.annals"


def _git(*arguments: str) -> bytes:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main()

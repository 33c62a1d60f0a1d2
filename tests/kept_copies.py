"""What takes seconds to make and is the same in every run, kept from run to run beside pytest's own cache.

Each thing is named by the content of all that makes it: the resources, the sources of `schema`, the version of Python.
A change of any of them makes it anew, so a test never sees what older sources made.
"""

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
_FOLDER = ROOT / ".pytest_cache" / "annals"
_MOST = 8  # states of the sources that are kept


@cache
def _sources() -> str:
    digest = hashlib.sha256(sys.version.encode())
    paths = [path for folder in ("resources", "schema") for path in (ROOT / folder).rglob("*") if path.is_file()]
    for path in sorted(path for path in paths if "__pycache__" not in path.parts):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT).as_posix()}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()[:24]


def kept_copy(name: str, make: Callable[[Path], None]) -> Path:
    """Return a file that `make` has written in this or an earlier run; nobody may change it."""
    folder = _FOLDER / _sources()
    target = folder / name
    if not target.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _forget_older()
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            made = Path(beside, name)
            make(made)
            made.replace(target)  # whole or not at all, whichever worker is first
    return target


def _forget_older() -> None:
    states = sorted(_FOLDER.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in states[_MOST:]:
        shutil.rmtree(path, ignore_errors=True)

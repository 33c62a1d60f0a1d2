"""What is read out of the program's sources, remembered by the text of each file: parsing all of them takes seconds.

A file whose text, or whose reader's text, has changed is read anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.kept_copies import ROOT

_FOLDER = ROOT / ".pytest_cache" / "annals-scans"


def kept_scan(read: Callable[[Path], Any], paths: Iterable[Path], reader: str) -> dict[Path, Any]:
    """Return what `read` finds in each file: values that JSON keeps as they are.

    `reader` is the file that `read` and all that it calls stand in.
    """
    kept = _FOLDER / f"{Path(reader).stem}.{read.__name__}.json"
    known = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
    made_by = hashlib.sha256(Path(reader).read_bytes()).digest()
    found: dict[Path, tuple[str, Any]] = {}
    for path in paths:
        digest = hashlib.sha256(made_by + path.as_posix().encode() + path.read_bytes()).hexdigest()
        found[path] = (digest, known[digest] if digest in known else read(path))
    now = dict(found.values())
    if now.keys() != known.keys():
        _FOLDER.mkdir(parents=True, exist_ok=True)
        new = kept.with_suffix(f".{os.getpid()}")
        new.write_text(json.dumps(now), "utf-8")
        new.replace(kept)  # whole or not at all
    return {path: value for path, (_, value) in found.items()}

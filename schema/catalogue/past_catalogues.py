"""Which definitions are those that an earlier program came with, before workspaces kept what they were made from."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

# The company's own, or the sample's: it tells nothing about which program's catalogue it is.
_LEFT_OUT = ("messages", "phrases", "company")
_LEFT_OUT_OF_OUTLINES = ("explanations", "unconfirmed")


def mark(compiled: str) -> str:
    """Return sixteen characters that stand for the catalogue and outlines in a compiled form, as it was written."""
    data: dict[str, Any] = json.loads(compiled)
    catalogue = _without(data["catalogue"], _LEFT_OUT)
    outlines = [_without(outline, _LEFT_OUT_OF_OUTLINES) for outline in data["outlines"]["values"]]
    text = json.dumps([catalogue, outlines], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()[:12]).decode()


def past_marks(resources: Path) -> frozenset[str]:
    """Read the marks of the catalogues that earlier programs came with: a list that is complete."""
    return frozenset((resources / "catalogue" / "past.txt").read_text("ascii").split())


def _without(data: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name not in names}

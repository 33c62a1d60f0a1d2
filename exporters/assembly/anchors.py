"""Bookmarks of a document: where links and page numbers point to."""

from __future__ import annotations

import hashlib

_LONGEST_BOOKMARK = 40


def section_anchor(code: str) -> str:
    """Return the bookmark of a section's beginning."""
    return _bookmark("s_" + code)


def end_anchor(code: str) -> str:
    """Return the bookmark of a section's end."""
    return _bookmark("e_" + code)


def block_anchor(code: str) -> str:
    """Return the bookmark of a block."""
    return _bookmark("b_" + code)


def value_anchor(block: str, metric: str) -> str:
    """Return the bookmark of a metric's first number in a block."""
    return _bookmark(f"v_{block}_{metric}")


def note_anchor(number: int) -> str:
    """Return the bookmark of a footnote's mark."""
    return f"n_{number}"


def _bookmark(name: str) -> str:
    """Return a name that Word accepts: letters, digits and _, at most 40 of them."""
    plain = name.replace(".", "_")
    if len(plain) <= _LONGEST_BOOKMARK:
        return plain
    return plain[:31] + "_" + hashlib.sha256(name.encode()).hexdigest()[:8]

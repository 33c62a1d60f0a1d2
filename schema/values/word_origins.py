"""Where words come from: how that is kept, and whether the words that they follow are still the same."""

from __future__ import annotations

import hashlib

from schema.grammar.words import LANGUAGES
from schema.values.datapoint import Origin

_DRAFT = "draft"
_DIGITS = 16  # of the checksum: enough to tell wordings of one slot apart


def checksum(text: str) -> str:
    """Return what tells one wording from another."""
    return hashlib.sha256(text.strip().encode()).hexdigest()[:_DIGITS]


def write_origin(origin: Origin | None) -> str:
    """Return an origin as it is kept: `zh-Hans 0123456789abcdef draft`."""
    if origin is None:
        return ""
    return " ".join([origin.language, origin.checksum, *([_DRAFT] if origin.draft else [])])


def read_origin(text: str) -> Origin | None:
    """Read what `write_origin` wrote; None where it is none."""
    parts = text.split()
    if len(parts) < 2 or parts[0] not in LANGUAGES:
        return None
    return Origin(parts[0], parts[1], _DRAFT in parts[2:])


def followed(origin: Origin | None, source: str) -> Origin | None:
    """Return an origin once a person has vouched for the words as they stand beside the source's present ones."""
    return origin and Origin(origin.language, checksum(source))


def outdated(origin: Origin | None, source: str) -> bool:
    """Whether the words that were followed have changed since."""
    return origin is not None and origin.checksum != checksum(source)

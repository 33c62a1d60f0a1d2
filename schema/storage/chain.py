"""The history's chain: canonical JSON of what stands at a subject, and the hash that ties each entry to the last."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal

from schema.storage.columns import write_time
from schema.values.datapoint import HistoryEntry
from schema.values.display import plain

POINT = "point"
PUBLISHED = "published"
TEXT = "text"
RECORD = "record"
RESTATEMENT = "restatement"
PICTURE = "picture"
DEFINITIONS = "definitions"

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(fields: Mapping[str, object]) -> str:
    """Write fields as canonical JSON: keys sorted, no blanks, what is not set left out."""
    return _ENCODER.encode({name: value for name, value in fields.items() if value not in ("", None, False, 0)})


def state(fields: Mapping[str, object]) -> str:
    """Return what history keeps of the fields that stand at a subject."""
    return canonical({name: plain(value) if isinstance(value, Decimal) else value for name, value in fields.items()})


def checksum(compiled: str) -> str:
    """Return the name of a version of the definitions: SHA-256 of its compiled form."""
    return hashlib.sha256(compiled.encode()).hexdigest()


def definitions_state(name: str) -> str:
    """Return what history keeps of a version of the definitions."""
    return canonical({"sha256": name})


def entry_hash(entry: HistoryEntry, previous: str) -> str:
    """Return SHA-256 over the canonical JSON of an entry together with the hash of the one before it."""
    fields = {
        "number": entry.number,
        "when": write_time(entry.when),
        "who": entry.who,
        "kind": entry.kind,
        "subject": entry.subject,
        "old": entry.old,
        "new": entry.new,
        "reason": entry.reason,
        "previous": previous,
    }
    return hashlib.sha256(_ENCODER.encode(fields).encode()).hexdigest()

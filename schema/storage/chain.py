"""The history's chain: the hash that ties each entry to the last, over its canonical JSON."""

from __future__ import annotations

import hashlib

from schema.storage.times import write_time
from schema.values.datapoint import HistoryEntry
from schema.values.kept_form import encoded

DEFINITIONS = "definitions"


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
    if entry.via:  # it came later: what was done here hashes as it always has
        fields["via"] = entry.via
    return hashlib.sha256(encoded(fields).encode()).hexdigest()

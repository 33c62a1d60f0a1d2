"""What was merged: each answer that was taken into the workspace, and what was decided about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.values.datapoint import Snapshot
from schema.values.requests import Step

MERGES_NAME = "merges"  # where they stand in Snapshot.more


@dataclass(frozen=True, slots=True)
class Merged:
    """An answer of which something was taken or decided, by its `number` among all merges.

    `file` is its name and `sha256` that of its bytes; the rest is what schema.exchange.answers says of an answer, whose
    own number is `answer`. It was merged `by` somebody, `at` UTC to the second in ISO form, and perhaps `undone`.
    `renamed` has by the id that a new record had there (`record/<type>/<id>`) the one that it has here; `settled` the
    SHA-256 of what was offered, by the subjects where a conflict was settled in favour of what stands here. So many
    subjects were `taken`, `refused`, and left as `conflicts`; of merges before these were counted all are 0. `upon` is
    the head of this history that the answer's pack was made from, of the entry `upon_number`, which is 0 where the
    history had no such entry when the answer was merged.
    """

    number: int
    file: str
    sha256: str
    request: str
    report: str
    department: str
    desk: str
    pack: int
    answer: int
    key: str
    person: str
    by: str
    at: str
    undone: Step | None = None
    renamed: Mapping[str, str] = field(default_factory=dict[str, str])
    settled: Mapping[str, str] = field(default_factory=dict[str, str])
    taken: int = 0
    refused: int = 0
    conflicts: int = 0
    upon: str = ""
    upon_number: int = 0


def merges_of(snapshot: Snapshot) -> tuple[Merged, ...]:
    """Return every merge, oldest first."""
    merges: Mapping[object, Merged] = snapshot.more.get(MERGES_NAME, {})
    return tuple(sorted(merges.values(), key=lambda merged: merged.number))

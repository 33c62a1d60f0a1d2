"""Where a small workspace comes from: the request whose pack was opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.values.datapoint import Snapshot

ORIGINS_NAME = "pack_origins"  # where they stand in Snapshot.more


@dataclass(frozen=True, slots=True)
class PackOrigin:
    """The share that a small workspace is for, and whose answer it makes.

    `request` is the request's id, `pack` the number of the newest pack that was opened, `base` the head of the history
    that this pack was made from. `desk` names this small workspace among others of the same share, `answers` is how
    many it has made. `signers` are those who have sent its packs, each with the public key (base64) of the first one,
    `mails` the addresses of those who have said one.
    """

    company: str
    report: str
    department: str
    person: str
    request: str
    pack: int
    base: str
    desk: str
    answers: int = 0
    signers: Mapping[str, str] = field(default_factory=dict[str, str])
    mails: Mapping[str, str] = field(default_factory=dict[str, str])


def origin_of(snapshot: Snapshot) -> PackOrigin | None:
    """Return where a small workspace comes from; None where it is no small one."""
    origins: Mapping[object, PackOrigin] = snapshot.more.get(ORIGINS_NAME, {})
    return next(iter(origins.values()), None)

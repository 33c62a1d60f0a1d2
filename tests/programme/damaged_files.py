"""Files damaged at random: in their bytes, or in what one part of a package says."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Sequence
from pathlib import Path

PIECES = (
    b"<c", b"&#x0;", b"1048576", b"</row>", b'r="A1"', b"NaN", b"&amp;", b"\xff\xfe", b"<!DOCTYPE x>", b"-1", b"#key",
    b"99999999999999999999", b'<row r="0">', b"1e999",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random, pieces: Sequence[bytes] = PIECES) -> bytes:
    """Flip, drop, repeat or put in something at a few places."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, fate = chance.randrange(len(damaged)), chance.random()
        if fate < 0.4:
            damaged[at] ^= 1 << chance.randrange(8)
        elif fate < 0.6:
            del damaged[at : at + chance.randint(1, 40)]
        elif fate < 0.8:
            damaged[at:at] = damaged[chance.randrange(len(damaged)) :][: chance.randint(1, 60)]
        else:
            damaged[at:at] = chance.choice(pieces)
    return bytes(damaged)


def damaged(
    path: Path, target: Path, chance: random.Random, under: str = "xl/", pieces: Sequence[bytes] = PIECES
) -> None:
    """Damage the file as it is, or what one of its parts says."""
    if chance.random() < 0.25:
        target.write_bytes(mutated(path.read_bytes(), chance, pieces))
        return
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        chosen = chance.choice([name for name in before.namelist() if name.startswith(under)])
        for name in before.namelist():
            data = before.read(name)
            after.writestr(name, mutated(data, chance, pieces) if name == chosen else data)

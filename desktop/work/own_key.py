"""The key that a person signs packs with: in the user's own data folder, for nobody else to read, in no workspace."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from schema.atomic_file import beside
from schema.errors import OutputError
from schema.exchange.packs.signing import SECRET_SIZE, Signer, new_signer


def keys_folder() -> Path:
    """Return where the keys of whoever uses this computer are."""
    from platformdirs import user_data_path  # deferred: only packs need it

    return user_data_path("annals") / "keys"


def own_signer(folder: Path, person: str) -> Signer:
    """Return a person's key; made where there is none yet. OutputError key.broken, key.unwritable."""
    path = folder / f"{hashlib.sha256(person.encode('utf-8')).hexdigest()}.key"
    try:
        if not path.exists():
            _make(path)
        secret = path.read_bytes()
    except OSError as error:
        raise OutputError("key.unwritable", path=str(path), reason=error.strerror or str(error)) from error
    if len(secret) != SECRET_SIZE:
        raise OutputError("key.broken", path=str(path), person=person)
    return Signer(secret)


def _make(path: Path) -> None:
    """Write a new key whole or not at all; one that another program has made meanwhile stays."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with beside(path) as temporary:
        descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(new_signer().secret)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            path.hardlink_to(temporary)

"""The catalogue and outlines that the running program comes with."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import KINDS, ProgramWords


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """The program's definitions; `source` is the digest of the files that they were read from."""

    definitions: Definitions
    source: str


def load_built_in(resources: Path, program: ProgramWords) -> BuiltIn:
    """Read the program's definitions below its folder of resources; takes seconds."""
    from schema.catalogue.loader import load_definitions

    return BuiltIn(load_definitions(built_in_folder(resources), program), source_digest(resources))


def built_in_folder(resources: Path) -> Path:
    """Return where the program's definitions stand."""
    return resources / "definitions"


def source_digest(resources: Path) -> str:
    """Return what tells one state of the built-in definitions from another without understanding them.

    Messages and phrases are left out: they come with the program and are never kept.
    """
    folder = built_in_folder(resources)
    words = {f"{kind}.yaml" for kind in KINDS}
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.*")):
        if path.suffix in (".yaml", ".csv") and path.name not in words:
            text = path.read_bytes().replace(b"\r\n", b"\n")
            digest.update(f"{path.relative_to(folder).as_posix()}\n{len(text)}\n".encode() + text)
    return digest.hexdigest()[:32]

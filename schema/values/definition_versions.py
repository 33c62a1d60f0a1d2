"""The versions of a workspace's definitions, and which built-in catalogue each comes from: history says both."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from schema.values.kept_form import canonical


@dataclass(frozen=True, slots=True)
class MadeOf:
    """The built-in catalogue, compiled, that definitions were made from or last brought up to; empty: nobody knows.

    `source` is the digest of its files (schema.catalogue.built_in).
    """

    compiled: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """What a history entry says of the definitions that it put in force: their name, and that of what they come from.

    The name is the SHA-256 of the compiled form.
    """

    name: str
    built_in: str = ""
    source: str = ""

    @classmethod
    def of(cls, compiled: str, made_of: MadeOf) -> Version:
        """Name definitions and what they are made of."""
        return cls(checksum(compiled), checksum(made_of.compiled) if made_of.compiled else "", made_of.source)

    @classmethod
    def read(cls, state: str) -> Version:
        """Read what `state` wrote; ValueError where it is something else."""
        fields = json.loads(state)
        try:
            return cls(fields["sha256"], fields.get("built_in", ""), fields.get("source", ""))
        except (KeyError, TypeError) as error:
            raise ValueError("definitions: version") from error

    def state(self) -> str:
        """Return what history keeps of it."""
        return canonical({"sha256": self.name, "built_in": self.built_in, "source": self.source})


def checksum(compiled: str) -> str:
    """Return the name of a version of the definitions: SHA-256 of its compiled form."""
    return hashlib.sha256(compiled.encode()).hexdigest()

"""A draft that people have worked on, in Word, WPS or LibreOffice, opened for reading back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from exporters.word.edition_part import EDITION, FileEdition, Printed, read_edition
from exporters.word.parts import Parts
from exporters.word.value_store import VALUES, StoredValue, read_store
from schema.child_process import ChildLimits, run_child
from schema.errors import DraftError
from schema.values.parse import clean_text

_CORE = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class DraftLimits(ChildLimits):
    """What a draft may cost, in `members` of its package and in how many times as large it unpacks, too."""

    packed: int = 100
    unpacked: int = 400
    memory: int = 1500
    seconds: int = 30
    members: int = 5_000
    ratio: int = 200


def read_edited(path: Path, limits: DraftLimits | None = None) -> EditedDraft:
    """Read a Word file that came back; the file itself is never written. Raises DraftError draft.missing, .not_word,
    .password, .too_large, .too_slow; ChildError where the process failed.
    """
    limits, name = limits or DraftLimits(), clean_text(path.name)
    try:
        answer = run_child("edited", path, limits)
    except OSError as error:
        raise DraftError("draft.missing", file=name, reason=str(error.strerror or error)) from error
    match answer.refused:
        case "":
            return EditedDraft(name, Parts(answer.content))
        case "too_large" | "memory":
            raise DraftError("draft.too_large", file=name, packed=str(limits.packed), unpacked=str(limits.unpacked))
        case reason:
            raise DraftError(f"draft.{reason}", file=name, seconds=str(limits.seconds))


@dataclass
class EditedDraft:
    """A Word file with what stands in its stores."""

    name: str
    parts: Parts
    values_part: str = field(init=False)
    edition_part: str = field(init=False)

    def __post_init__(self) -> None:
        self.values_part = self.parts.custom(VALUES.namespace)
        self.edition_part = self.parts.custom(EDITION.namespace)

    @cached_property
    def values(self) -> dict[str, StoredValue]:
        """Return the store of linked values by key; empty where a program has dropped it."""
        return read_store(self.parts.xml(self.values_part)) if self.values_part else {}

    @cached_property
    def edition(self) -> FileEdition | None:
        """Return where the file comes from; None where it does not say so, as drafts of older programs."""
        return read_edition(self.parts.xml(self.edition_part)) if self.edition_part else None

    def printed(self, key: str) -> Printed:
        """Return what was printed of a number: Word writes what people type into a control to the store, too."""
        known = self.edition.printed.get(key) if self.edition else None
        stored = self.values.get(key)
        return known or Printed(stored.text if stored else "")

    def told(self, name: str) -> str:
        """Return a property of the file (title, creator, language, …); empty where it is not told."""
        root: Any = self.parts.xml(_CORE) if _CORE in self.parts else ()
        return next((child.text or "" for child in root if str(child.tag).endswith("}" + name)), "")

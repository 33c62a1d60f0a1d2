"""Sentences alone, read fast: they are needed before any workspace or catalogue is open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from schema.catalogue.yaml_source import read_yaml
from schema.grammar.words import LANGUAGES, Words


def load_messages(path: Path, top: str = "messages") -> Mapping[str, Words]:
    """Return code → sentence below the file's one heading; the full loader checks the same file strictly."""
    found: dict[str, dict[str, dict[str, str]]] = read_yaml(path, path.name).data or {}
    return {
        code: Words(*(entry.get(language, "").strip("\n") for language in LANGUAGES))
        for code, entry in found.get(top, {}).items()
    }

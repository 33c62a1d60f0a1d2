"""messages.yaml alone, read fast: its sentences are needed before any workspace or catalogue is open."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from schema.catalogue.yaml_source import read_yaml
from schema.grammar.words import Words


def load_messages(path: Path) -> Mapping[str, Words]:
    """Return code → sentence; the full loader checks the same file strictly."""
    found: dict[str, dict[str, dict[str, str]]] = read_yaml(path, path.name).data or {}
    return {
        code: Words(entry.get("zh-Hans", ""), entry.get("zh-Hant", ""), entry.get("en", ""))
        for code, entry in found.get("messages", {}).items()
    }

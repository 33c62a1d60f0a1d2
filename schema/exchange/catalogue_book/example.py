"""The example that a blank workbook shows, read for one language (resources/catalogue/example.yaml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schema.catalogue.yaml_source import read_yaml

_LANGUAGE = "LANGUAGE"  # stands for the language that is read


@dataclass(frozen=True, slots=True)
class Example:
    """The rows of each sheet, by column; of words the one language. `lead` says what they are."""

    lead: str
    rows: Mapping[str, list[dict[str, str]]]


def read_example(resources: Path, language: str) -> Example:
    """Read it."""
    path = resources / "catalogue" / "example.yaml"
    data: dict[str, Any] = read_yaml(path, path.name).data or {}
    sheets: dict[str, list[dict[str, Any]]] = data["sheets"]
    rows = {title: [_row(entry, language) for entry in entries] for title, entries in sheets.items()}
    return Example(data["lead"][language], rows)


def _row(entry: Mapping[str, Any], language: str) -> dict[str, str]:
    row: dict[str, str] = {}
    for column, value in entry.items():
        if isinstance(value, dict):
            row[f"{column}.{language}"] = str(value[language])  # pyright: ignore[reportUnknownArgumentType]
        else:
            row[column] = language if value == _LANGUAGE else str(value)
    return row

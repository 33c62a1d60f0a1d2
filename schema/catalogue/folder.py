"""A folder of definition files: YAML and CSV, every mistake with file and line."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from schema.catalogue.reading import Row
from schema.catalogue.yaml_source import Source, read_yaml
from schema.mistakes import Mistake, near


class Folder:
    """Definition files below a folder, named by their path in it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def names(self, pattern: str) -> list[str]:
        """Return the files that fit a pattern, sorted."""
        return [path.relative_to(self._path).as_posix() for path in sorted(self._path.glob(pattern))]

    def source(self, name: str) -> Source:
        """Read a YAML file as plain data."""
        return read_yaml(self._path / name, name)

    def rows(self, name: str, columns: Sequence[str]) -> tuple[list[Row], list[Mistake]]:
        """Read a CSV file; a missing file or column is a mistake."""
        path = self._path / name
        if not path.exists():
            return [], [Mistake(name, 1, "definition.missing_file", {"name": name})]
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            found = reader.fieldnames or []
            for column in columns:
                if column not in found:
                    return [], [Mistake(name, 1, "definition.missing_column", _near(column, found))]
            return [
                (Source(name, lines={(): reader.line_num}), {k: (v or "").strip() for k, v in row.items() if k})
                for row in reader
            ], []


def _near(column: str, found: Sequence[str]) -> dict[str, str]:
    return {"name": column, "near": near(column, found)}

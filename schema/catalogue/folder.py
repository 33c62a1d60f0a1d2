"""A folder of definition files: YAML and CSV, every mistake with file and line."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from schema.catalogue.reading import Row
from schema.catalogue.yaml_source import MOST_CHARACTERS, Source, read_yaml
from schema.foreign_file import look
from schema.mistakes import Mistake, near


@dataclass(frozen=True, slots=True)
class Lent:
    """Files of another folder, by the patterns of their names in it, that stand in for those that a folder lacks."""

    path: Path
    patterns: tuple[str, ...]

    def names(self, pattern: str) -> list[str]:
        """Return the names of the lent files that fit a pattern."""
        found = (path.relative_to(self.path) for path in self.path.glob(pattern))
        return [name.as_posix() for name in found if any(name.match(own) for own in self.patterns)]


class Folder:
    """Definition files below a folder, named by their path in it; what it lacks may be `lent` by others."""

    def __init__(self, path: Path, *lent: Lent) -> None:
        self._path, self._lent = path, lent

    def names(self, pattern: str) -> list[str]:
        """Return the files that fit a pattern, sorted."""
        own = (path.relative_to(self._path).as_posix() for path in self._path.glob(pattern))
        return sorted({*own, *(name for lent in self._lent for name in lent.names(pattern))})

    def source(self, name: str) -> Source:
        """Read a YAML file as plain data."""
        return read_yaml(self._place(name), name)

    def _place(self, name: str) -> Path:
        own = self._path / name
        if own.exists():
            return own
        return next((lent.path / name for lent in self._lent if name in lent.names(name)), own)

    def rows(self, name: str, columns: Sequence[str]) -> tuple[list[Row], list[Mistake]]:
        """Read a CSV file; a missing file or column is a mistake."""
        path = self._place(name)
        if not path.exists():
            return [], [Mistake(name, 1, "definition.missing_file", {"name": name})]
        if look(path).st_size > MOST_CHARACTERS:
            return [], [Mistake(name, 1, "definition.too_large", {"name": name})]
        try:
            return _table(path, name, columns)
        except UnicodeDecodeError:
            return [], [Mistake(name, 1, "definition.not_utf8")]
        except csv.Error as error:
            return [], [Mistake(name, 1, "definition.syntax", {"problem": str(error)})]


def _table(path: Path, name: str, columns: Sequence[str]) -> tuple[list[Row], list[Mistake]]:
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

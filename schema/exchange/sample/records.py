"""Records of the sample, read from resources/sample/records/<report>/<type>.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from schema.catalogue.definitions import BLOCK, Catalogue, RecordColumn, RecordType
from schema.catalogue.record_types import WORD
from schema.catalogue.yaml_source import Source, Where, read_yaml
from schema.errors import DefinitionsError
from schema.grammar.reference import RecordKey
from schema.grammar.words import LANGUAGES, Words
from schema.mistakes import Mistake, near
from schema.values.datapoint import Field, Record
from schema.values.parse import clean_text
from schema.values.records import read_field


def load_records(folder: Path, catalogue: Catalogue, pictures: Mapping[str, str] | None = None) -> tuple[Record, ...]:
    """Read every file: id → column → words per language, or what one would type; all mistakes at once.

    `block` names the block of the outline in which the record stands. A picture is named by its file; `pictures` gives
    the hash of each, without them names stay names.
    """
    reader = _Reader(catalogue, pictures)
    records = [record for path in sorted(folder.glob("*/*.yaml")) for record in reader.file(path, folder)]
    if reader.mistakes:
        raise DefinitionsError(tuple(reader.mistakes))
    return tuple(records)


@dataclass(slots=True)
class _Reader:
    """Reads one file after another; an id may stand only once among all records of its type."""

    catalogue: Catalogue
    pictures: Mapping[str, str] | None
    mistakes: list[Mistake] = field(default_factory=list[Mistake])
    seen: set[RecordKey] = field(default_factory=set[RecordKey])

    def file(self, path: Path, folder: Path) -> Iterator[Record]:
        source = read_yaml(path, path.relative_to(folder).as_posix())
        self.mistakes += source.mistakes
        record_type = self.catalogue.records.get(path.stem)
        if record_type is None:
            params = {"name": path.stem, "near": near(path.stem, self.catalogue.records)}
            self.mistakes.append(source.mistake((), "definition.unknown_record", **params))
            return
        rows: dict[str, Any] = source.data or {}  # plain YAML data: text, lists and mappings
        for order, (code, cells) in enumerate(rows.items(), 1):
            key = RecordKey(record_type.code, code)
            self._check_id(key, source)
            yield Record(key, path.parent.name, order, dict(self._fields(record_type, cells, source, (code,))))

    def _check_id(self, key: RecordKey, source: Source) -> None:
        if not WORD.fullmatch(key.id):
            self.mistakes.append(source.mistake((key.id,), "definition.bad_word", name=key.id))
        if key in self.seen:
            self.mistakes.append(source.mistake((key.id,), "definition.doubled", name=key.id))
        self.seen.add(key)

    def _fields(self, record_type: RecordType, cells: Any, source: Source, where: Where) -> Iterator[tuple[str, Field]]:
        if not isinstance(cells, dict):
            self._wrong(source, where)
            return
        for code, cell in cast("dict[str, Any]", cells).items():
            if code == BLOCK and isinstance(cell, str):
                yield code, Field(typed=cell)
                continue
            column = record_type.column(code)
            if column is None:
                params = {"name": code, "near": near(code, (known.code for known in record_type.columns))}
                self.mistakes.append(source.mistake((*where, code), "definition.unknown_column", **params))
            elif field := self._cell(record_type, column, cell, source, (*where, code)):
                yield code, field

    def _cell(
        self, record_type: RecordType, column: RecordColumn, cell: Any, source: Source, where: Where
    ) -> Field | None:
        if column.worded != isinstance(cell, dict):
            self._wrong(source, where)
            return None
        if column.traits.pictured:
            return self._picture(str(cell), source, where)
        if not column.worded:
            return read_field(str(cell), record_type, column, self.catalogue)
        words = cast("dict[str, str]", cell)
        for language in words.keys() - set(LANGUAGES):
            self.mistakes.append(source.mistake((*where, language), "definition.unknown_language", name=language))
        return Field(Words(*(clean_text(str(words.get(language, ""))).strip() for language in LANGUAGES)))

    def _picture(self, name: str, source: Source, where: Where) -> Field | None:
        if self.pictures is None:
            return Field(typed=name)
        if name not in self.pictures:
            params = {"name": name, "near": near(name, self.pictures)}
            self.mistakes.append(source.mistake(where, "definition.unknown_picture", **params))
            return None
        return Field(typed=self.pictures[name])

    def _wrong(self, source: Source, where: Where) -> None:
        name = str(where[-1])
        self.mistakes.append(source.mistake(where, "definition.wrong_form", name=name, value="", expected=""))

"""Image slots of the sample, read from resources/sample/pictures/<report>.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from schema.catalogue.yaml_source import Source, Where, read_yaml
from schema.errors import DefinitionsError
from schema.grammar.slots import alternative_slot, caption_slot
from schema.grammar.words import LANGUAGES
from schema.mistakes import Mistake, near
from schema.values.datapoint import SlotText
from schema.values.image_slots import placing
from schema.values.parse import clean_text

_WORDS = {"caption": caption_slot, "alt": alternative_slot}


def load_placed(folder: Path, pictures: Mapping[str, str]) -> tuple[SlotText, ...]:
    """Read every file: slot → file, caption and alt with words per language; `pictures` gives each file's hash.

    DefinitionsError lists every mistake.
    """
    reader = _Reader(pictures)
    found = [text for path in sorted(folder.glob("*.yaml")) for text in reader.file(path)]
    if reader.mistakes:
        raise DefinitionsError(tuple(reader.mistakes))
    return tuple(found)


@dataclass(slots=True)
class _Reader:
    pictures: Mapping[str, str]
    mistakes: list[Mistake] = field(default_factory=list[Mistake])

    def file(self, path: Path) -> Iterator[SlotText]:
        source = read_yaml(path, path.name)
        self.mistakes += source.mistakes
        slots: dict[str, Any] = source.data or {}  # plain YAML data: text, lists and mappings
        for slot, entry in slots.items():
            if isinstance(entry, dict):
                yield from self._slot(path.stem, slot, cast("dict[str, Any]", entry), source)
            else:
                self._wrong(source, (slot,))

    def _slot(self, report: str, slot: str, entry: Mapping[str, Any], source: Source) -> Iterator[SlotText]:
        name = str(entry.get("file", ""))
        if name in self.pictures:
            yield placing(report, slot, self.pictures[name])
        else:
            params = {"name": name, "near": near(name, self.pictures)}
            self.mistakes.append(source.mistake((slot, "file"), "definition.unknown_picture", **params))
        for part, wordings in entry.items():
            if part in _WORDS and isinstance(wordings, dict):
                words = cast("dict[str, Any]", wordings)
                yield from self._words(report, _WORDS[part](slot), words, source, (slot, part))
            elif part != "file":
                self._wrong(source, (slot, part))

    def _words(
        self, report: str, slot: str, words: Mapping[str, Any], source: Source, where: Where
    ) -> Iterator[SlotText]:
        for language, text in words.items():
            if language not in LANGUAGES:
                self.mistakes.append(source.mistake((*where, language), "definition.unknown_language", name=language))
            yield SlotText(report, slot, language, clean_text(str(text)).strip())

    def _wrong(self, source: Source, where: Where) -> None:
        params = {"name": str(where[-1]), "value": "", "expected": "file, caption, alt"}
        self.mistakes.append(source.mistake(where, "definition.wrong_form", **params))

"""Words for the narrative slots, read from resources/sample/texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from schema.catalogue.yaml_source import Source, read_yaml
from schema.errors import DefinitionsError
from schema.grammar.words import LANGUAGES
from schema.mistakes import Mistake
from schema.values.datapoint import SlotText
from schema.values.parse import clean_text


def load_texts(folder: Path) -> tuple[SlotText, ...]:
    """Read texts/<report>/*.yaml: slot → language → words; DefinitionsError lists every mistake."""
    texts: list[SlotText] = []
    mistakes: list[Mistake] = []
    seen: set[tuple[str, str, str]] = set()
    for path in sorted(folder.glob("*/*.yaml")):
        source = read_yaml(path, path.relative_to(folder).as_posix())
        mistakes += source.mistakes
        for text in _slots(path.parent.name, source, mistakes):
            place = (text.report, text.slot, text.language)
            if place in seen:  # two translators wrote the same text: the later file would win without a word
                mistakes.append(source.mistake((text.slot, text.language), "definition.doubled", name=text.slot))
            seen.add(place)
            texts.append(text)
    if mistakes:
        raise DefinitionsError(tuple(mistakes))
    return tuple(texts)


def _slots(report: str, source: Source, mistakes: list[Mistake]) -> Iterator[SlotText]:
    slots: dict[str, Any] = source.data or {}  # plain YAML data: text, lists and mappings
    for slot, wordings in slots.items():
        if not isinstance(wordings, dict):
            mistakes.append(source.mistake((slot,), "definition.wrong_form", name=slot, value="", expected=""))
            continue
        for language, text in cast("dict[str, Any]", wordings).items():
            if language not in LANGUAGES:
                mistakes.append(source.mistake((slot, language), "definition.unknown_language", name=language))
            yield SlotText(report, slot, language, clean_text(str(text)).strip())

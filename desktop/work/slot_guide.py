"""What a text of a report is to be: what for, how long, which disclosures it answers, where it will stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, Section, TextBlock, TextStyle
from schema.catalogue.text_lengths import common_length
from schema.grammar.text_length import TextLength, count_length, parse_length

Basis = Literal["outline", "before", "style"]

_SPREAD, _STEP = 20, 10  # percent around the text of the report before, rounded to tens


@dataclass(frozen=True, slots=True)
class SlotGuide:
    """`purpose` is empty where the outline says none; `basis` is what the length follows: the outline, the report
    before, or what is common. `disclosures` are printed codes by the short name of their framework, those of the
    nearest section around that answers any."""

    style: TextStyle
    purpose: str
    length: TextLength
    basis: Basis
    chapter: Section
    section: Section
    disclosures: Mapping[str, tuple[str, ...]]


def slot_guide(
    outline: Outline, slot: str, catalogue: Catalogue, languages: tuple[str, str], before: str = ""
) -> SlotGuide | None:
    """Return the guide of a text; None where the slot is none of the outline's texts.

    `languages` are those of the reader and of the text, `before` the text of the report before as it printed.
    """
    section, block = outline.part(slot) or (None, None)
    if section is None or not isinstance(block, TextBlock):
        return None
    reader, written = languages
    length, basis = _length(block, written, before)
    path = _path(outline, section)
    answered = next((found for one in reversed(path) if (found := _answered(one, catalogue, reader))), {})
    return SlotGuide(block.style, block.purpose.best(reader), length, basis, path[0], section, answered)


def _length(block: TextBlock, language: str, before: str) -> tuple[TextLength, Basis]:
    if (asked := parse_length(block.length)) is not None:
        return asked.in_language(language), "outline"
    if before:
        count = count_length(before, language)
        least, most = (round(count * (100 + spread) / 100 / _STEP) * _STEP for spread in (-_SPREAD, _SPREAD))
        return TextLength(least, max(most, _STEP)), "before"
    return common_length(block.style, language), "style"


def _path(outline: Outline, section: Section) -> tuple[Section, ...]:
    """Return the sections from the chapter down to a section."""
    chapter = next(one for one in outline.chapters if section in one.walk())
    return tuple(_down(chapter, section))


def _down(here: Section, section: Section) -> Iterator[Section]:
    yield here
    below = next((one for one in here.sections if section in one.walk()), None)
    if here is not section and below is not None:
        yield from _down(below, section)


def _answered(section: Section, catalogue: Catalogue, language: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, codes in section.disclosures.items():
        framework = catalogue.frameworks.get(code)
        if framework is not None:
            known = (framework.disclosure(one) for one in codes)
            found[framework.short.best(language)] = tuple(one.printed for one in known if one is not None)
    return found

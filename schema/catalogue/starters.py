"""Catalogues to begin with: an empty one, and one for each framework that companies begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ConfigDict, RootModel

from schema.catalogue.compiled import with_hash
from schema.catalogue.folder import Folder, Lent
from schema.catalogue.loader import load_definitions
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.catalogue.reading import Reading
from schema.catalogue.sources import Strict, WordsSource
from schema.errors import AnnalsError, DefinitionsError
from schema.grammar.words import Words
from schema.mistakes import near

EMPTY = "empty"
# What is no company's own, and is the same for all: of the built-in definitions, and of the starters.
_SHARED = ("units.yaml", "factors.csv", "frameworks/*")
_COMMON = ("company.yaml", "breakdowns.yaml", "records.yaml", "departments.yaml")


class _StarterSource(Strict):
    title: WordsSource
    about: WordsSource
    languages: list[str]


class _StartersFile(RootModel[dict[str, _StarterSource]]):
    model_config = ConfigDict(strict=False)


@dataclass(frozen=True, slots=True)
class Starter:
    """A catalogue by its name; `languages` are those that all of it has words in."""

    name: str
    title: Words
    about: Words
    languages: tuple[str, ...]


def starters(resources: Path) -> tuple[Starter, ...]:
    """Return the starters that the program comes with, the empty one first."""
    reading = Reading(Folder(_folder(resources)))
    found, _ = reading.read("starters.yaml", _StartersFile)
    if found is None:
        raise DefinitionsError(tuple(reading.mistakes))
    return tuple(
        Starter(name, entry.title.words(), entry.about.words(), tuple(entry.languages))
        for name, entry in found.root.items()
    )


def load_starter(resources: Path, name: str, program: ProgramWords, languages: Sequence[str] = ()) -> Definitions:
    """Read the definitions of a starter for a company that speaks these languages, all of its own where none are named.

    Raises AnnalsError starter.unknown, starter.language.
    """
    known: Mapping[str, Starter] = {starter.name: starter for starter in starters(resources)}
    starter = known.get(name)
    if starter is None:
        raise AnnalsError("starter.unknown", name=name, near=near(name, known), names=", ".join(known))
    lacking = [language for language in languages if language not in starter.languages]
    if lacking:
        raise AnnalsError("starter.language", name=name, language=lacking[0], languages=", ".join(starter.languages))
    folder = _folder(resources)
    lent = Lent(folder / "common", _COMMON), Lent(resources / "definitions", _SHARED)
    definitions = load_definitions(Folder(folder / name, *lent), program, languages or starter.languages)
    return _in_own_language(definitions, languages)


def _in_own_language(definitions: Definitions, languages: Sequence[str]) -> Definitions:
    """Return definitions whose reports are in a language of the company, the first where theirs is none."""
    if not languages:
        return definitions
    outlines = {
        code: outline if outline.language in languages else replace(outline, language=languages[0])
        for code, outline in definitions.outlines.items()
    }
    return with_hash(replace(definitions, outlines=outlines))


def _folder(resources: Path) -> Path:
    return resources / "starters"

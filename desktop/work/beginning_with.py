"""What a new workspace begins with: the built-in catalogue, a starter's, a company's own, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.work.catalogue_book import read_definitions
from desktop.work.company import ending_on
from schema.catalogue.built_in import built_in_folder, source_digest
from schema.catalogue.compiled import with_hash
from schema.catalogue.outline import Definitions
from schema.catalogue.program_words import ProgramWords
from schema.errors import AnnalsError
from schema.grammar.languages import LANGUAGES
from schema.grammar.words import Words


@dataclass(frozen=True, slots=True)
class Beginning:
    """`catalogue` is a folder or workbook, `starter` the name of one; without either the built-in catalogue.

    `languages` are those in which everything has words, all three where none are named; `year_ends` a month and day;
    `company` a name that it has in each of its languages until another is given.
    """

    catalogue: Path | None = None
    starter: str = ""
    languages: tuple[str, ...] = ()
    year_ends: str = ""
    company: str = ""

    @property
    def is_built_in(self) -> bool:
        """Whether it is the catalogue that the program keeps up to date."""
        return self.catalogue is None and not self.starter


def spoken(text: str) -> tuple[str, ...]:
    """Read languages that a person lists with commas, in the program's order. AnnalsError cli.languages."""
    named = [one.strip() for one in text.split(",") if one.strip()]
    wrong = next((one for one in named if one not in LANGUAGES), "")
    if wrong or (text and not named):
        raise AnnalsError("cli.languages", name=wrong or text, names=", ".join(LANGUAGES))
    return tuple(one for one in LANGUAGES if one in named)


def begun(beginning: Beginning, resources: Path, program: ProgramWords) -> Definitions:
    """Read the definitions that a workspace begins with. Raises AnnalsError, DefinitionsError."""
    if beginning.starter:
        from schema.catalogue.starters import load_starter

        definitions = load_starter(resources, beginning.starter, program, beginning.languages)
    else:
        path = beginning.catalogue or built_in_folder(resources)
        definitions = speaking(read_definitions(path, program, beginning.languages), beginning.languages)
    return _named(ending_on(definitions, beginning.year_ends), beginning)


def _named(definitions: Definitions, beginning: Beginning) -> Definitions:
    if not beginning.company:
        return definitions
    name = Words(*(beginning.company if one in (beginning.languages or LANGUAGES) else "" for one in LANGUAGES))
    company = replace(definitions.catalogue.company, name=name, short=name)
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, company=company)))


def speaking(definitions: Definitions, languages: Sequence[str]) -> Definitions:
    """Return definitions of a company that speaks these languages; as they are where none are named, or all."""
    if not languages or set(languages) == set(LANGUAGES):
        return definitions
    company = replace(definitions.catalogue.company, languages=tuple(languages))
    return with_hash(replace(definitions, catalogue=replace(definitions.catalogue, company=company)))


def source_of(beginning: Beginning, resources: Path) -> str:
    """Return the digest of the built-in files where they are what it begins with; else an empty text."""
    return source_digest(resources) if beginning.is_built_in else ""

"""The kit that the running program brings along."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from desktop.work.emissions.change import Kit
from desktop.work.emissions.sources import load_sources
from schema.catalogue.definitions import Catalogue
from schema.catalogue.program_words import ProgramWords


def program_kit(resources: Path, program: ProgramWords) -> Kit:
    """Return the sources that the program knows; its own catalogue is read when it is needed, and once."""

    @cache
    def built_in() -> Catalogue:
        from schema.catalogue.built_in import load_built_in

        return load_built_in(resources, program).definitions.catalogue

    return Kit(load_sources(resources), built_in)

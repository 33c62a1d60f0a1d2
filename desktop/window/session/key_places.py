"""Where the reports ask for a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from schema.catalogue.outline import Definitions
from schema.catalogue.section_content import section_keys
from schema.grammar.reference import Key


class KeyPlaces:
    """The sections of all reports by what they ask for; computed when it is first asked."""

    def __init__(self, definitions: Definitions) -> None:
        self._definitions = definitions

    def section(self, report: str, key: Key) -> str:
        """Return the code of the first section of a report that asks for a key (of any year), or an empty text."""
        return self._places.get((report, replace(key, period=0)), "")

    @cached_property
    def _places(self) -> dict[tuple[str, Key], str]:
        return dict(self._all())

    def _all(self) -> Iterator[tuple[tuple[str, Key], str]]:
        for outline in self._definitions.outlines.values():
            for section in reversed(list(outline.walk())):
                for key in section_keys(section, self._definitions.catalogue, outline.year):
                    yield (outline.code, replace(key, period=0)), section.code

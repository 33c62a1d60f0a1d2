"""The program's own words for a workspace that was made by an earlier program and lacks some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from schema.catalogue.outline import Definitions
from schema.grammar.words import Words


def with_sentences(definitions: Definitions, messages: Mapping[str, Words]) -> Definitions:
    """Return the definitions with the program's own sentences where they have none."""
    catalogue = definitions.catalogue
    return replace(definitions, catalogue=replace(catalogue, messages={**messages, **catalogue.messages}))


def with_phrases(definitions: Definitions, resources: Path) -> Definitions:
    """Return the definitions with the program's own sentences and phrases where they have none."""
    from schema.catalogue.folder import Folder
    from schema.catalogue.loader import load_sentences
    from schema.catalogue.reading import Reading

    built_in = load_sentences(Reading(Folder(resources / "definitions")))
    catalogue = definitions.catalogue
    phrases = {**built_in.phrases, **catalogue.phrases}
    messages = {**built_in.messages, **catalogue.messages}
    return replace(definitions, catalogue=replace(catalogue, phrases=phrases, messages=messages))

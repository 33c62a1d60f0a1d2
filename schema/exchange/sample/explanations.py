"""The sample company's explanations of what it does not disclose, read from resources/sample/explanations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import RootModel

from schema.catalogue.compiled import with_hash
from schema.catalogue.folder import Folder
from schema.catalogue.outline import Definitions, Reasons
from schema.catalogue.reading import Reading
from schema.catalogue.sources import ExplanationSource
from schema.errors import DefinitionsError


class _File(RootModel[dict[str, dict[str, ExplanationSource]]]):
    """Framework → disclosure → words per language, with the reason that the framework asks for."""


def with_explanations(definitions: Definitions, folder: Path) -> Definitions:
    """Put each `<report>.yaml` of a folder into its outline; DefinitionsError lists every mistake."""
    reading = Reading(Folder(folder))
    outlines = dict(definitions.outlines)
    for name in reading.files.names("*.yaml"):
        report = name.removesuffix(".yaml")
        found, source = reading.read(name, _File)
        if found is None or not reading.known(report, outlines, "report", source, ()):
            continue
        for framework, reasons in found.root.items():
            if reading.known(framework, definitions.catalogue.frameworks, "framework", source, (framework,)):
                known = [item.code for item in definitions.catalogue.frameworks[framework].disclosures]
                for code in reasons:
                    reading.known(code, known, "disclosure", source, (framework, code))
        outline = outlines[report]
        outlines[report] = replace(outline, explanations={**outline.explanations, **_reasons(found)})
    if reading.mistakes:
        raise DefinitionsError(tuple(reading.mistakes))
    return with_hash(replace(definitions, outlines=outlines))


def _reasons(found: _File) -> Mapping[str, Reasons]:
    return {framework: {code: one.explanation() for code, one in own.items()} for framework, own in found.root.items()}

"""Framework files → frameworks; every code of their cross-walks must be known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from schema.catalogue import sources as form
from schema.catalogue.cell_lists import split_disclosures
from schema.catalogue.definitions import Disclosure, Framework
from schema.catalogue.reading import Reading
from schema.catalogue.yaml_source import Source
from schema.grammar.words import Words

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def load_frameworks(reading: Reading) -> dict[str, Framework]:
    """Read frameworks.yaml and the table of each framework."""
    found, _ = reading.read("frameworks/frameworks.yaml", form.FrameworksFile)
    result: dict[str, Framework] = {}
    columns = ("code", "printed", "title_zh_hans", "title_zh_hant", "title_en")
    walks: list[tuple[Source, Mapping[str, tuple[str, ...]]]] = []
    for code, entry in found.frameworks.items() if found else ():
        made = [
            (source, _disclosure(reading, source, row))
            for source, row in reading.rows(f"frameworks/{entry.file}", columns)
        ]
        walks += [(source, one.answered_by) for source, one in made]
        result[code] = Framework(
            code, entry.name.words(), tuple(one for _, one in made), entry.short.words(), entry.every, entry.style
        )
    for source, walk in walks:
        known = {name: list(codes) for name, codes in walk.items()}
        check_codes(reading, result, known, source, ("answered_by",))
    return result


def _disclosure(reading: Reading, source: Source, row: Mapping[str, str]) -> Disclosure:
    def words(field: str) -> Words:
        return Words(*(row.get(f"{field}_{language}", "") for language in ("zh_hans", "zh_hant", "en")))

    text, colour = row.get("answered_by", ""), row.get("colour", "")
    walk = split_disclosures(text)
    if walk is None:
        reading.say(source, ("answered_by",), "catalogue.disclosures", name=text)
    if colour and not _COLOUR.fullmatch(colour):
        reading.say(source, ("colour",), "definition.bad_colour", name=colour)
    return Disclosure(
        row["code"], row["printed"], words("title"), words("aspect"), row.get("kind", ""), words("part"),
        words("statement"), colour, {name: tuple(codes) for name, codes in (walk or {}).items()},
    )  # fmt: skip


def check_codes(
    reading: Reading, frameworks: Mapping[str, Framework], disclosures: Mapping[str, list[str]], source: Source,
    where: tuple[str | int, ...],
) -> None:  # fmt: skip
    """Say which frameworks and disclosure codes are unknown."""
    for framework, codes in disclosures.items():
        if not reading.known(framework, frameworks, "framework", source, (*where, framework)):
            continue
        known = {item.code for item in frameworks[framework].disclosures}
        for code in codes:
            reading.known(code, known, "disclosure", source, (*where, framework, code))

"""What the definitions name in one language and not yet in another that the company speaks: open work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Block, Outline, Section, placements, words_within
from schema.grammar.reference import parse_reference
from schema.grammar.words import LANGUAGES, Words
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue, OutlineAt


def languages_of(catalogue: Catalogue, outline: Outline) -> tuple[str, ...]:
    """Return the languages that are asked for: the company's, or those of its own name, and the report's."""
    company = catalogue.company
    spoken = company.languages or tuple(one for one in LANGUAGES if company.name.get(one))
    return tuple(one for one in LANGUAGES if one == outline.language or one in spoken)


def check_untranslated(outline: Outline, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield one doubt per heading, block and placed metric, and language that lacks words there; each metric once."""
    tongues, named = languages_of(catalogue, outline), set[str]()
    for section in outline.walk():
        yield from _of(outline, section, section.code, tongues, (section.title,))
        for block in section.blocks:
            yield from _of(outline, section, block.id, tongues, tuple(words_within(block)))
            yield from _metrics(outline, block, catalogue, tongues, named)


def _of(
    outline: Outline, section: Section, part: str, tongues: Iterable[str], wordings: tuple[Words, ...]
) -> Iterator[Issue]:
    for tongue in tongues:
        if any(words and not words.get(tongue) for words in wordings):
            facts: dict[str, Fact] = {"tongue": Coded("language", tongue), "section": section.title}
            facts["report"] = outline.code
            at = OutlineAt(outline.code, part)
            yield Issue("outline.untranslated", "doubt", facts=facts, subject=at, report=outline.code, place=part)


def _metrics(
    outline: Outline, block: Block, catalogue: Catalogue, tongues: Iterable[str], named: set[str]
) -> Iterator[Issue]:
    for placement in placements(block):
        reference = parse_reference(placement.reference)
        metric = catalogue.metrics.get(reference.code) if reference else None
        if metric is None or metric.code in named:
            continue
        named.add(metric.code)
        for tongue in tongues:
            if not metric.name.get(tongue) or (metric.definition and not metric.definition.get(tongue)):
                facts: dict[str, Fact] = {"tongue": Coded("language", tongue), "metric": metric.name}
                facts["report"] = outline.code
                at = OutlineAt(outline.code, block.id)
                yield Issue(
                    "metric.untranslated", "doubt", facts=facts, subject=at, report=outline.code, place=metric.code
                )

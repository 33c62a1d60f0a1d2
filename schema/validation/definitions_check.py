"""Open points of the definitions themselves: what a report prints says what it counts, in words that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Outline
from schema.catalogue.program_words import WordsInForce
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES
from schema.validation.asked_values import placed_references
from schema.validation.facts import Coded
from schema.validation.issue import Issue


def check_definitions(outlines: Iterable[Outline], metrics: dict[str, Metric]) -> Iterator[Issue]:
    """Yield each placed metric without a definition, once, for the newest report; a formula explains itself."""
    said: set[str] = set()
    for outline in sorted(outlines, key=lambda item: -item.year):
        for reference in placed_references(outline):
            metric = metrics.get(reference.code)
            if metric is not None and metric.code not in said:
                said.add(metric.code)
                yield from _metric(metric, outline.year)


def check_wording(catalogue: Catalogue) -> Iterator[Issue]:
    """Yield each sentence of the company's own that gives way to the program's, because its places do not fit."""
    for sentences in (catalogue.messages, catalogue.phrases):
        if isinstance(sentences, WordsInForce):
            yield from (issue for code in sentences.unfit for issue in _unfit(sentences, code))


def _unfit(sentences: WordsInForce, code: str) -> Iterator[Issue]:
    places = " ".join(f"{{{place}}}" for place in sorted(sentences.places(code))) or "–"
    for language in LANGUAGES:
        if text := sentences.unfit[code].get(language):
            facts = {"code": code, "tongue": Coded("language", language), "text": text, "places": places}
            yield Issue("wording.unfit", "doubt", facts=facts, place=code)


def _metric(metric: Metric, year: int) -> Iterator[Issue]:
    if metric.formula is None and not metric.definition:
        yield Issue("metric.undefined", "doubt", Key(metric.code, year))
    elif repeats_name(metric):
        yield Issue("metric.repeats_name", "doubt", Key(metric.code, year))


def repeats_name(metric: Metric) -> bool:
    """Whether the definition says no more than the name in some language."""
    pairs = ((metric.definition.get(language), metric.name.get(language)) for language in LANGUAGES)
    return any(_bare(definition) == _bare(name) != "" for definition, name in pairs)


def _bare(words: str) -> str:
    return "".join(character for character in words.lower() if character.isalnum())

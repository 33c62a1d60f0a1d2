"""Open points of the definitions themselves: what a report prints says what it counts, in words that fit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.assumptions import waiting
from schema.catalogue.definitions import Catalogue, Metric, Total
from schema.catalogue.outline import Outline
from schema.catalogue.program_words import WordsInForce
from schema.catalogue.totals import totals_of
from schema.grammar.reference import Key, category_parts
from schema.grammar.words import LANGUAGES, Words
from schema.validation.asked_values import placed_references
from schema.validation.facts import Coded
from schema.validation.issue import Issue
from schema.validation.rates import is_rate


def check_definitions(outlines: Iterable[Outline], catalogue: Catalogue) -> Iterator[Issue]:
    """Yield each placed metric without a definition, or with parts that nothing adds up: once, for the newest year."""
    said: set[str] = set()
    totals = totals_of(catalogue)
    for outline in sorted(outlines, key=lambda item: -item.year):
        for reference in placed_references(outline):
            metric = catalogue.metrics.get(reference.code)
            if metric is not None and metric.code not in said:
                said.add(metric.code)
                yield from _metric(metric, outline.year)
                yield from _unchecked(metric, outline.year, catalogue, totals)


def check_wording(catalogue: Catalogue) -> Iterator[Issue]:
    """Yield each sentence of the company's own that gives way to the program's, because its places do not fit."""
    for sentences in (catalogue.messages, catalogue.phrases):
        if isinstance(sentences, WordsInForce):
            yield from (issue for code in sentences.unfit for issue in _unfit(sentences, code))


def _unfit(sentences: WordsInForce, code: str) -> Iterator[Issue]:
    places = " ".join(f"{{{place}}}" for place in sorted(sentences.places(code)))
    for language in LANGUAGES:
        if text := sentences.unfit[code].get(language):
            facts = {"code": code, "tongue": Coded("language", language), "text": text, "places": places}
            yield Issue("wording.unfit", "doubt", facts=facts, place=code)


def _metric(metric: Metric, year: int) -> Iterator[Issue]:
    if metric.formula is None and not (metric.definition or metric.self_explanatory):
        yield Issue("metric.undefined", "doubt", Key(metric.code, year))
    elif metric.confirmed_in:
        tongues = tuple(Coded("language", language) for language in waiting(metric))
        yield Issue("metric.half_confirmed", "doubt", Key(metric.code, year), {"tongue": tongues})
    elif metric.assumed:
        inside = Words(*(metric.definition.get(language).rstrip("。.") for language in LANGUAGES))
        yield Issue("metric.assumed", "doubt", Key(metric.code, year), {"definition": inside})
    elif repeats_name(metric):
        yield Issue("metric.repeats_name", "doubt", Key(metric.code, year))


def _unchecked(metric: Metric, year: int, catalogue: Catalogue, totals: tuple[Total, ...]) -> Iterator[Issue]:
    """A complete breakdown of an amount whose parts nothing holds against the whole; a formula needs none."""
    if metric.formula is not None or is_rate(metric, catalogue):
        return
    summed = {code for total in totals for part in total.parts for code, _ in category_parts(part.category)}
    known = {*metric.sum_over, *(summed if any(total.whole.code == metric.code for total in totals) else ())}
    free = {code for crossing in metric.crossings for code in crossing if code not in known}
    loose = tuple(Coded("breakdown", code) for code in sorted(free) if catalogue.breakdowns[code].complete)
    if loose:
        yield Issue("total.unchecked", "doubt", Key(metric.code, year), {"axes": loose})


def repeats_name(metric: Metric) -> bool:
    """Whether the definition says no more than the name in some language."""
    pairs = ((metric.definition.get(language), metric.name.get(language)) for language in LANGUAGES)
    return any(_bare(definition) == _bare(name) != "" for definition, name in pairs)


def _bare(words: str) -> str:
    return "".join(filter(str.isalnum, words.lower()))

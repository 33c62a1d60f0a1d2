"""Bounds that a sentence claims of a linked number (超过{…}), and of a share (过半), held against the data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from schema.catalogue.kinds import PERCENT
from schema.catalogue.number_format import parse_format
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.facts import AmountAt, Fact
from schema.validation.statements.measures import stretch
from schema.validation.statements.numerals import lead_of
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Finding, Scene, quoted
from schema.validation.statements.statement import Element, Statement
from schema.values.display import resolve_format, round_to, shape
from schema.values.intervals import by_the_letter
from schema.values.qualifiers import Qualifier, qualifier_of

_TAIL = 20
# A share in words that stands alone behind the linked one: nothing before it but a comma, nothing behind it.
_ASIDE = re.compile(r"\s*[，,、(（]?\s*(?:已|即|or|that is|i\.e\.)?\s*")
_END = re.compile(r"\s*(?:[，。；,;.)）]|$)")


def check_bounds(reading: Reading, year: int, scene: Scene) -> Iterator[Finding]:
    """Yield each bound that no value which the data allow satisfies."""
    for sentence in reading.sentences:
        for place, element in enumerate(sentence):
            if isinstance(element, Statement) and element.link is not None:
                yield from _linked(reading, element, year, scene)
            elif isinstance(element, Statement) and element.worded and place:
                yield from _share(reading, element, sentence[place - 1], year, scene)


def _linked(reading: Reading, element: Statement, year: int, scene: Scene) -> Iterator[Finding]:
    tail = reading.text[max(0, element.start - _TAIL) : element.start]
    lead = lead_of(tail)
    if lead.qualifier is None or lead.qualifier.side not in ("above", "below"):
        return
    key = scene.linked_key(element, year)
    if key is None:
        return
    said, value = _printed(element, key, scene), scene.figures.value(key)
    if said is None or value.value is None or not _fails(said, value.value, value.qualifier, lead.qualifier):
        return
    start = element.start - lead.length
    facts: dict[str, Fact] = {
        "quote": quoted(reading.text, start, element.end),
        "fact": AmountAt(key, value.value, value.qualifier),
        "instead": element.quote,
    }
    yield Finding("statement.threshold", "error", start, element.end, key, facts, element.quote)


def _printed(element: Statement, key: Key, scene: Scene) -> Decimal | None:
    """Return the number that a link prints, in the stored unit; None where it prints a change."""
    metric, catalogue = scene.metric(key), scene.figures.catalogue
    form = parse_format(element.link.format, catalogue.units) if element.link else None
    result = scene.figures.value(key)
    if metric is None or form is None or form.change or result.value is None or element.link is None:
        return None
    ready = shape(metric, catalogue, "zh-Hans", resolve_format(metric, catalogue, element.link.format), result.value)
    steps = round_to(quotient(result.value, ready.resolution), 0, qualifier_of(result.qualifier).rounding)
    return EXACT.multiply(steps, ready.resolution)


def _fails(said: Decimal, value: Decimal, qualifier: str, claimed: Qualifier) -> bool:
    """Whether no value that the fact may have is past the printed number, on the side that the words say."""
    span = by_the_letter(value, qualifier)
    if claimed.side == "above":
        return span.high < said or (claimed.strict and span.high <= said)
    return span.low > said or (claimed.strict and span.low >= said)


def _share(reading: Reading, said: Statement, before: Element, year: int, scene: Scene) -> Iterator[Finding]:
    """A share in words that says nothing but the linked share before it: {…}，过半。"""
    key = scene.linked_key(before, year) if isinstance(before, Statement) else None
    metric = scene.metric(key) if key is not None else None
    if key is None or metric is None or not metric.in_percent or said.units != (PERCENT,):
        return
    alone = _END.match(reading.text, said.end) and _ASIDE.fullmatch(reading.text[before.end : said.start])
    value = scene.figures.value(key)
    if not alone or value.value is None or stretch(said).meets(by_the_letter(value.value, value.qualifier)):
        return
    facts: dict[str, Fact] = {
        "quote": quoted(reading.text, before.start, said.end),
        "fact": AmountAt(key, value.value, value.qualifier),
        "instead": before.quote,
    }
    yield Finding("statement.threshold", "error", before.start, said.end, key, facts, before.quote)

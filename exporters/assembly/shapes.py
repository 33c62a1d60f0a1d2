"""How the values of a metric are shown in a report's language."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from exporters.assembly.assembly import Assembly
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.values.display import Shape, join_unit, shape

# The power of ten of a Chinese scale word → the wider English word, from how many of the narrower on it is said
# (ten thousand million are ten billion, a few thousand million stay millions), and how many of them make one.
WIDER = {4: ("million", Decimal(1000), Decimal(1000)), 8: ("billion", Decimal(10000), Decimal(1000))}


def shape_for(assembly: Assembly, metric: Metric, form: Format, value: Decimal | None) -> Shape:
    """Return how a metric is shown; in English 万 that runs into millions, and 亿 into billions, is said so throughout.

    A format that says thousands or millions is kept: the English words around it may say so too.
    """
    measure = shape(metric, assembly.catalogue, assembly.language, form, value)
    wider = WIDER.get(form.scale) if assembly.language == "en" else None
    whole = assembly.figures.value(Key(metric.code, assembly.outline.year)).value or value
    if wider is None or whole is None:
        return measure
    word, least, times = wider
    if abs(whole) < EXACT.multiply(measure.divisor, least):
        return measure
    wide = EXACT.multiply(measure.divisor, times)
    decimals = max(0, quotient(wide, measure.resolution).adjusted())
    return replace(measure, divisor=wide, decimals=decimals, scale_word=word)


def unit_words(measure: Shape, language: str) -> str:
    """Return scale word and unit as a table's unit column shows them."""
    if language == "en" and measure.unit.code == "cny":
        return f"{measure.unit.name.en} {measure.scale_word}".strip()
    return join_unit(measure.scale_word, measure.unit, language)

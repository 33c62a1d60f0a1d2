"""How the values of a metric are printed in the language of a report, in its tables and in its sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.english_units import of_one
from schema.grammar.reference import Key
from schema.values.display import Shape, join_unit, qualifier_words, shape, show_number
from schema.values.figures import Figures

# The power of ten of a Chinese scale word → the wider English word, from how many of the narrower on it is said
# (ten thousand million are ten billion, a few thousand million stay millions), and how many of them make one.
_WIDER = {4: ("million", Decimal(1000), Decimal(1000)), 8: ("billion", Decimal(10000), Decimal(1000))}


@dataclass(frozen=True, slots=True)
class Said:
    """A number of a sentence with what stands around it."""

    before: str
    number: str
    after: str

    def __str__(self) -> str:
        return self.before + self.number + self.after


@dataclass(frozen=True, slots=True)
class Printing:
    """The values of a report of one year, in one language."""

    figures: Figures
    year: int
    language: str

    def shape(self, metric: Metric, form: Format, value: Decimal | None) -> Shape:
        """Return how a metric is shown; English 万 that runs into millions, 亿 into billions, is said so throughout.

        A format that says thousands or millions is kept: the English words around it may say so too.
        """
        measure = shape(metric, self.figures.catalogue, self.language, form, value)
        wider = _WIDER.get(form.scale) if self.language == "en" else None
        whole = self.figures.value(Key(metric.code, self.year)).value or value
        if wider is None or whole is None:
            return measure
        word, least, times = wider
        if abs(whole) < EXACT.multiply(measure.divisor, least):
            return measure
        wide = EXACT.multiply(measure.divisor, times)
        decimals = max(0, quotient(wide, measure.resolution).adjusted())
        return replace(measure, divisor=wide, decimals=decimals, scale_word=word)

    def say(self, measure: Shape, form: Format, value: Decimal, qualifier: str) -> Said:
        """Return a value in a sentence: the number with its qualifier, scale word and unit beside it."""
        ahead, inside, behind = qualifier_words(qualifier, self.language)
        digits = self._digits(measure, form, value, qualifier)
        number = ahead + digits + inside + measure.unit.sign
        unit = unit_words(measure, self.language)
        if self.language == "en" and digits == "1" and not measure.scale_word:
            unit = of_one(unit)
        if measure.unit.sign:
            return Said("", number, behind)
        if self.language != "en":
            return Said("", number, unit + behind)
        if measure.unit.code == "cny":
            scale = f" {measure.scale_word}" if measure.scale_word else ""
            return Said(f"{measure.unit.name.best('en')} ", number, scale + behind)
        return Said("", number, f" {unit}{behind}" if unit else behind)

    def _digits(self, measure: Shape, form: Format, value: Decimal, qualifier: str) -> str:
        """Return the bare number; zeros at its end that only a wider English word brings are no precision."""
        number = show_number(measure, value, qualifier)
        widened = self.language == "en" and form.scale in _WIDER and "." in number
        return number.rstrip("0").rstrip(".") if widened else number


def unit_words(measure: Shape, language: str) -> str:
    """Return scale word and unit as a table's unit column shows them."""
    if language == "en" and measure.unit.code == "cny":
        return f"{measure.unit.name.en} {measure.scale_word}".strip()
    return join_unit(measure.scale_word, measure.unit, language)

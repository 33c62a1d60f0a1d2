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
from schema.values.qualifiers import qualifier_of

# The power of ten of a Chinese scale word → the wider English word, from how many of the narrower on it is said, and
# how many of them make one.
_WIDER = {4: ("million", Decimal(1000), Decimal(1000)), 8: ("billion", Decimal(1000), Decimal(1000))}

_MILLION = Decimal(1_000_000)


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

        Thousands are written out in digits, 50,000 for 5万; millions in money that accounts tell in thousands are not.
        A format that says millions is kept: the English words around it may say so too.
        """
        measure = shape(metric, self.figures.catalogue, self.language, form, value)
        if self.language != "en":
            return measure
        wider, whole = _WIDER.get(form.scale), self.figures.value(Key(metric.code, self.year)).value or value
        if wider is None or whole is None or abs(whole) < EXACT.multiply(measure.divisor, wider[1]):
            return _written_out(measure, whole)
        word, _, times = wider
        wide = EXACT.multiply(measure.divisor, times)
        decimals = max(0, quotient(wide, measure.resolution).adjusted())
        return replace(measure, divisor=wide, decimals=decimals, scale_word=word)

    def say(self, measure: Shape, form: Format, value: Decimal, qualifier: str) -> Said:
        """Return a value in a sentence: the number with its qualifier, scale word and unit, or noun, beside it."""
        ahead, inside, behind = qualifier_words(qualifier, self.language)
        digits = self._digits(measure, form, value, qualifier)
        late = inside if self.language != "en" and measure.scale_word and not digits.endswith("0") else ""
        number = ahead + digits + ("" if late else inside) + measure.unit.sign
        if form.noun is not None:
            front = qualifier_of(qualifier).fronted.get(self.language)
            return Said(front, number, self._counted(measure, form.noun, digits, (late, "" if front else behind)))
        unit = unit_words(measure, self.language)
        if late:  # 6万余个, but 60余万个
            return Said("", number, measure.scale_word + late + unit.removeprefix(measure.scale_word))
        if self.language == "en" and digits == "1" and not measure.scale_word:
            unit = of_one(unit)
        if measure.unit.sign:
            return Said("", number, behind)
        if self.language != "en":
            return Said("", number, unit + behind)
        if measure.unit.code == "cny":  # over RMB 15 million
            scale = f" {measure.scale_word}" if measure.scale_word else ""
            return Said(f"{ahead}{measure.unit.name.best('en')} ", digits + inside, scale + behind)
        return Said("", number, f" {unit}{behind}" if unit else behind)

    def _counted(self, measure: Shape, noun: str, digits: str, qualified: tuple[str, str]) -> str:
        """Return what stands behind a number that counts a noun: its scale word, and the noun in one or in many.

        `qualified` is what the qualifier puts behind the scale word, and behind all.
        """
        late, behind = qualified
        if self.language != "en":
            return measure.scale_word + late + noun + behind
        noun = of_one(noun) if digits == "1" and not measure.scale_word else noun
        return "".join(f" {word}" for word in (measure.scale_word, noun, behind) if word)

    def _digits(self, measure: Shape, form: Format, value: Decimal, qualifier: str) -> str:
        """Return the bare number in words."""
        number = show_number(measure, value, qualifier)
        if not self._is_widened(form) or "." not in number or qualifier_of(qualifier).upper is not None:
            return number
        return number.rstrip("0").rstrip(".")

    def digits(self, form: Format, number: Decimal) -> Decimal:
        """Return a printed number with the decimals that are printed of it."""
        if not self._is_widened(form):
            return number
        return number.normalize() if int(number.normalize().as_tuple().exponent) < 0 else number.quantize(Decimal(1))

    def _is_widened(self, form: Format) -> bool:
        """Whether zeros at the end of its numbers are no precision, as only a wider English word brings them."""
        return self.language == "en" and form.scale in _WIDER


def _written_out(measure: Shape, whole: Decimal | None) -> Shape:
    """Return a shape in thousands as one in ones, as exact as it was; any other as it is."""
    if measure.scale_word != "thousand":
        return measure
    ones = quotient(measure.divisor, Decimal(1000))
    if measure.unit.code == "cny" and whole is not None and abs(whole) >= EXACT.multiply(ones, _MILLION):
        return measure
    return replace(measure, divisor=ones, decimals=max(0, measure.decimals - 3), scale_word="")


def unit_words(measure: Shape, language: str) -> str:
    """Return scale word and unit as a table's unit column shows them."""
    if language == "en" and measure.unit.code == "cny":
        return f"{measure.unit.name.en} {measure.scale_word}".strip()
    return join_unit(measure.scale_word, measure.unit, language)

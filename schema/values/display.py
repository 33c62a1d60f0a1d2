"""How a value is shown: formats, the one rounding, scale words, qualifiers. Word, Excel and forms share it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import partial

from schema.catalogue.definitions import Catalogue, Metric, Unit
from schema.catalogue.number_format import SCALE_WORDS, SCALES, Format, parse_format
from schema.grammar.decimals import ANY_LENGTH, EXACT, quotient
from schema.values.labels import say_label
from schema.values.qualifiers import qualifier_of

_ONE, _TEN = Decimal(1), Decimal(10)
_FEW_DIGITS = 4
_MOST_PLACES = 12  # of an end that a unit makes endless
_ENGLISH_SCALE = {4: 3, 7: 6, 8: 6}


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """Round half away from zero, as Excel shows it: the one rounding of an unqualified number."""
    return round_to(value, decimals, ROUND_HALF_UP)


def round_to(value: Decimal, decimals: int, rounding: str) -> Decimal:
    """Round in the direction that a qualifier asks for; a number of any length keeps every digit before the last."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=rounding, context=ANY_LENGTH)


def group_number(value: Decimal, decimals: int, language: str = "zh-Hans") -> str:
    """Return the value rounded once, with thousands separators; all three languages group alike."""
    del language
    rounded = round_half_up(value, decimals)
    return f"{abs(rounded) if rounded == 0 else rounded:,.{decimals}f}"


def metric_format(metric: Metric, catalogue: Catalogue) -> Format:
    """Return the metric's own display."""
    return parse_format(metric.display, catalogue.units) or Format()


def merge_formats(placed: Format, own: Format) -> Format:
    """Fill what a placement's format leaves open from the metric's own display."""
    if placed.scale or placed.unit:
        decimals = placed.decimals if placed.decimals is not None else None
        return Format(placed.scale, placed.unit or own.unit, decimals, placed.change, placed.noun)
    decimals = placed.decimals if placed.decimals is not None else own.decimals
    return Format(own.scale, own.unit, decimals, placed.change, placed.noun)


def resolve_format(metric: Metric, catalogue: Catalogue, format_text: str = "") -> Format:
    """Return the full format of a metric shown with this format text ("" = its own display)."""
    own = metric_format(metric, catalogue)
    placed = parse_format(format_text, catalogue.units) if format_text else None
    return own if placed is None else merge_formats(placed, own)


@dataclass(frozen=True, slots=True)
class Shape:
    """A format made ready for one language: shown = value / divisor, rounded to `resolution`, with `decimals`.

    `whole` is one of the format itself (万 where it says 万, whatever word a language chooses for it). Values that are
    said in words are, by `says`.
    """

    divisor: Decimal
    decimals: int
    resolution: Decimal
    scale_word: str
    unit: Unit
    whole: Decimal
    says: Callable[[Decimal], str] | None = None


def shape(
    metric: Metric,
    catalogue: Catalogue,
    language: str,
    form: Format | None = None,
    value: Decimal | None = None,
) -> Shape:
    """Prepare a format; `value` gives the decimals where neither format nor kind fix them."""
    if metric.traits.labelled:
        says = partial(say_label, metric, language=language)
        return Shape(_ONE, 0, _ONE, "", catalogue.units[metric.unit], _ONE, says)
    form = form or metric_format(metric, catalogue)
    unit = catalogue.units[form.unit or metric.unit]
    divisor = quotient(unit.factor, catalogue.units[metric.unit].factor)
    decimals = _decimals(metric, form, divisor, value)
    scale = form.scale
    if language == "en" and scale in _ENGLISH_SCALE:
        scale = _ENGLISH_SCALE[scale]
    shown_decimals = max(0, decimals + scale - form.scale)
    step = EXACT.multiply(divisor, Decimal(1).scaleb(form.scale - decimals))
    word = SCALE_WORDS[language].get(scale, "")
    shown_in = EXACT.multiply(divisor, Decimal(1).scaleb(scale))
    return Shape(shown_in, shown_decimals, step, word, unit, EXACT.multiply(divisor, Decimal(1).scaleb(form.scale)))


def _decimals(metric: Metric, form: Format, divisor: Decimal, value: Decimal | None) -> int:
    if form.decimals is not None:
        return form.decimals
    if metric.traits.counted and form.scale == 0:
        return 0
    if value is None:
        return 2
    shown = quotient(value, EXACT.multiply(divisor, Decimal(1).scaleb(form.scale)))
    return min(2, max(0, -_last_place(shown)))


def display_unit(metric: Metric, catalogue: Catalogue, language: str, form: Format | None = None) -> str:
    """Return the unit as a table head shows it, scale word included (万吨, thousand t, %)."""
    ready = shape(metric, catalogue, language, form)
    return join_unit(ready.scale_word, ready.unit, language)


def join_unit(scale_word: str, unit: Unit, language: str) -> str:
    """Return scale word and unit as one text in the manner of the language."""
    name = unit.name.best(language)
    if language == "en":
        return " ".join(part for part in (scale_word, name) if part)
    return scale_word + name


def resolution(metric: Metric, catalogue: Catalogue, form: Format | None = None) -> Decimal:
    """Return the size of the last shown digit, in the metric's stored unit."""
    return shape(metric, catalogue, "zh-Hans", form).resolution


def fitted(ready: Shape, value: Decimal, qualifier: str = "") -> Shape:
    """Return a shape with the decimals that one value is shown with.

    A qualified value has no zeros behind its last digit (约30万, not 约30.0万); a small one, of which a single digit
    would be left, keeps all of its few (不超过0.0005万吨, not 不超过0.01万吨). One that is not zero has a digit of its
    own size that says so.
    """
    if ready.says is not None:
        return ready
    shown = quotient(value, ready.divisor)
    own = -_last_place(shown)
    if (upper := qualifier_of(qualifier).upper) is not None:  # both ends are kept as they are
        decimals = min(_MOST_PLACES, max(ready.decimals, own, -_last_place(quotient(upper, ready.divisor))))
        return replace(ready, decimals=decimals, resolution=_size(ready, decimals))
    if qualifier and ready.decimals < own and _is_small(ready, value):
        return replace(ready, decimals=own, resolution=_size(ready, own))
    tiny = bool(qualifier) and value.copy_abs() < ready.resolution
    if value and (tiny or not _steps(ready, value, qualifier)):
        first = -shown.adjusted() if qualifier else _finer(ready, shown)
        return replace(ready, decimals=max(ready.decimals, first), resolution=_size(ready, first))
    decimals, resolution = ready.decimals, ready.resolution
    while qualifier and resolution < ready.whole and not ANY_LENGTH.remainder(value, EXACT.multiply(resolution, _TEN)):
        decimals, resolution = max(0, decimals - 1), EXACT.multiply(resolution, _TEN)
    return replace(ready, decimals=decimals, resolution=resolution)


def _finer(ready: Shape, shown: Decimal) -> int:
    """Return how many decimals a value needs that its shape would print as zero, and what is printed of it would, too.

    45 in 万 with two decimals is 0.0045: of 0.005 the shape would print 0.01.
    """
    decimals, own = -shown.adjusted(), -_last_place(shown)
    while decimals < own and _steps(ready, EXACT.multiply(round_half_up(shown, decimals), ready.divisor), ""):
        decimals += 1
    # 0.0000095 is 0.00001 and not 0.000010: the last digit that rounding left is no more than a zero.
    while decimals > ready.decimals and round_half_up(shown, decimals) == round_half_up(shown, decimals - 1):
        decimals -= 1
    return decimals


def _is_small(ready: Shape, value: Decimal) -> bool:
    """Whether one digit at most would be shown of a value that has a few; one with many was computed."""
    few = len(EXACT.normalize(value).as_tuple().digits) <= _FEW_DIGITS
    return few and value.copy_abs() < EXACT.multiply(ready.resolution, _TEN)


def _size(ready: Shape, decimals: int) -> Decimal:
    return EXACT.multiply(ready.divisor, Decimal(1).scaleb(-decimals))


def _last_place(value: Decimal) -> int:
    exponent = EXACT.normalize(value).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _steps(ready: Shape, value: Decimal, qualifier: str) -> Decimal:
    """Return how many of its last digit's size a value is, rounded so that its qualifier stays true."""
    return round_to(quotient(value, ready.resolution), 0, qualifier_of(qualifier).rounding)


def show_number(ready: Shape, value: Decimal, qualifier: str = "") -> str:
    """Return the bare number of a value in a prepared shape, rounded so that its qualifier stays true."""
    if ready.says is not None:
        return ready.says(value)
    own = fitted(ready, value, qualifier)
    return group_number(shown_number(ready, value, qualifier), own.decimals) + range_words(own, qualifier)


def range_words(own: Shape, qualifier: str) -> str:
    """Return the upper end of a range as it stands behind the lower one, with as many decimals: –30."""
    upper = qualifier_of(qualifier).upper
    if upper is None:
        return ""
    dash = " – " if upper < 0 else "–"
    return dash + group_number(quotient(upper, own.divisor), own.decimals)


def shown_number(ready: Shape, value: Decimal, qualifier: str = "") -> Decimal:
    """Return what is printed of a value as a number, with its decimals."""
    own = fitted(ready, value, qualifier)
    rounded = EXACT.multiply(_steps(own, value, qualifier), own.resolution)
    return round_half_up(quotient(rounded, own.divisor), own.decimals)


@dataclass(frozen=True, slots=True)
class Display:
    """How the values of one metric are shown in one language; without a format in the metric's own."""

    metric: Metric
    catalogue: Catalogue
    language: str
    format: Format | None = None
    wide: bool = True

    def ready(self, value: Decimal) -> Shape:
        """Return the shape that a value has with its unit; unless `wide` no value of English has a scale of its own."""
        ready = shape(self.metric, self.catalogue, self.language, self.format, value)
        return _wide_english(ready, value) if self.wide and self.language == "en" else ready

    def show(self, value: Decimal, qualifier: str = "", *, with_unit: bool = False) -> str:
        """Return a value as people read it, rounded once, with its qualifier's words.

        Without `with_unit` a scale word stays away (the table head has it); % always stands at its number.
        """
        ready = (self if with_unit else replace(self, wide=False)).ready(value)
        number = show_number(ready, value, qualifier)
        before, inside, after = qualifier_words(qualifier, self.language)
        text = _with_unit(number, inside, ready, self.language) if with_unit else number + inside
        sign = "" if with_unit else ready.unit.sign
        return before + text + sign + after


def qualifier_words(qualifier: str, language: str) -> tuple[str, str, str]:
    """Return what a qualifier puts before the number, right behind it, and behind its unit."""
    row = qualifier_of(qualifier)
    return row.before.get(language), row.inside.get(language), row.after.get(language)


def _wide_english(ready: Shape, value: Decimal) -> Shape:
    """In running English text a million is said as a million, not as a thousand thousand."""
    if ready.scale_word not in ("thousand", "million"):
        return ready
    unscaled = quotient(ready.divisor, Decimal(1).scaleb(SCALES[ready.scale_word]))
    for word in ("billion", "million"):
        wide = EXACT.multiply(unscaled, Decimal(1).scaleb(SCALES[word]))
        decimals = max(0, -quotient(ready.resolution, wide).adjusted())
        if value.copy_abs() >= wide > ready.divisor and decimals <= 2:
            return replace(ready, divisor=wide, decimals=decimals, scale_word=word)
    return ready


def _with_unit(number: str, inside: str, ready: Shape, language: str) -> str:
    if ready.unit.sign:
        return f"{number}{inside}{ready.scale_word}{ready.unit.sign}"
    if language != "en":
        return number + inside + ready.scale_word + ready.unit.name.best(language)
    if ready.unit.code == "cny":
        return f"{ready.unit.name.en} {number} {ready.scale_word}".strip()
    return " ".join(part for part in (number, ready.scale_word, ready.unit.name.best("en")) if part)


def show_percent(value: Decimal, decimals: int = 1, *, signed: bool = False) -> str:
    """Return a percentage, with an explicit plus sign where a change is shown in a column."""
    rounded = round_half_up(value, decimals)
    sign = "+" if signed and rounded > 0 else ""
    return f"{sign}{group_number(rounded, decimals)}%"

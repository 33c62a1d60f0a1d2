"""How a value stands in a field: as shown, as typed again, and how typed text becomes a data point. Pure, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.number_format import Format
from schema.catalogue.outline import Placement
from schema.grammar.decimals import MOST_DIGITS, has_double, plain, quotient
from schema.grammar.reference import Key
from schema.values.comparison import Step, difference, percent_change
from schema.values.datapoint import DataPoint
from schema.values.display import Display, display_unit, metric_format, resolve_format, shape, show_percent
from schema.values.figures import Figures, Result
from schema.values.parse import Parsed
from schema.values.qualifiers import qualifier_of
from schema.values.rates import Written, parse_in_year

_FAR = Decimal(10000)  # percent: what is farther does not fit its column
_UNENDING = 12  # decimals shown of a number that does not end in the displayed unit


@dataclass(frozen=True, slots=True)
class Wording:
    """One metric in one language and one format; `omissions` are the words for reasons."""

    metric: Metric
    catalogue: Catalogue
    language: str
    form: Format
    omissions: dict[str, str]

    @property
    def unit(self) -> str:
        """Return the unit as a table head shows it."""
        return display_unit(self.metric, self.catalogue, self.language, self.form)

    def shown(self, result: Result) -> str:
        """Return a value as people read it, rounded once; the reason where there is none; typed text as it is."""
        if result.value is not None:
            return self._bare(self._display(self.form).show(result.value, result.qualifier))
        return self._other(result)

    def exact(self, result: Result) -> str:
        """Return a value to be typed over: every digit, in the displayed unit, with its qualifier."""
        if result.value is None:
            return self._other(result)
        form = replace(self.form, decimals=self._digits(result.value))
        return self._bare(self._display(form).show(result.value, result.qualifier))

    def spoken(self, result: Result) -> str:
        """Return the exact value with its unit, as it was understood."""
        if result.value is None:
            return self._other(result)
        return self.understood(Parsed("", result.value, result.qualifier))

    def understood(self, parsed: Parsed) -> str:
        """Return the exact value with its unit that a typed text means; empty where it is no value."""
        if parsed.value is None:
            return ""
        form = replace(self.form, decimals=self._digits(parsed.value))
        return self._display(form).show(parsed.value, parsed.qualifier, with_unit=True)

    def echoes(self, parsed: Parsed) -> bool:
        """Whether a typed number says in other words what will be shown, so that it is worth an echo."""
        if parsed.value is None:
            return False
        form = replace(self.form, decimals=self._digits(parsed.value))
        shown = self._bare(self._display(form).show(parsed.value, parsed.qualifier))
        return parsed.typed.replace(",", "") != shown.replace(",", "")

    def _display(self, form: Format) -> Display:
        return Display(self.metric, self.catalogue, self.language, form)

    def _bare(self, text: str) -> str:
        """The unit stands in the field's own place."""
        return text.removesuffix("%") if self.unit == "%" else text

    def _other(self, result: Result) -> str:
        if result.untold:
            return self.catalogue.phrases["not.comparable"].best(self.language)
        if result.omission:
            return self.omissions.get(result.omission, result.omission)
        return result.point.unread if result.kind == "unread" and result.point else ""

    def _digits(self, value: Decimal) -> int:
        made = shape(self.metric, self.catalogue, "zh-Hans", self.form)
        decimals = len(plain(quotient(value, made.divisor)).partition(".")[2])
        # More than can be typed comes from a conversion that does not end.
        return decimals if decimals <= MOST_DIGITS else _UNENDING

    def parse(self, text: str, year: int = 0) -> Parsed:
        """Read typed text; a bare number is meant in the displayed unit. Exchange rates are those of a `year`."""
        return parse_in_year(Written(text, self._entry_unit()), self.metric, self.catalogue, year)

    def _entry_unit(self) -> str:
        made = shape(self.metric, self.catalogue, self.language, self.form)
        own = not made.scale_word and made.unit.code == self.metric.unit
        return "" if own else made.scale_word + made.unit.code

    def point(self, text: str, key: Key, old: DataPoint | None) -> DataPoint | None:
        """Return the data point that typed text means: note, method and marks of the old one stay; empty clears."""
        parsed = self.parse(text, key.period)
        if parsed.empty:
            return None
        base = old or DataPoint(key)
        return replace(base, value=parsed.value, qualifier=parsed.qualifier, omission=parsed.omission,
                       unread=parsed.unread, typed=parsed.typed)  # fmt: skip


def make_wording(
    metric: Metric, placement: Placement, catalogue: Catalogue, language: str, omissions: dict[str, str]
) -> Wording:
    """Return the wording of a placement; one that prints the change is still typed as a value."""
    form = resolve_format(metric, catalogue, placement.format)
    if form.change:
        form = metric_format(metric, catalogue)
    return Wording(metric, catalogue, language, form, omissions)


def same_value(one: DataPoint | None, other: DataPoint | None) -> bool:
    """Whether two data points say the same, however they were typed."""
    if one is None or other is None:
        return one is other
    return replace(one, typed="") == replace(other, typed="")


def change_text(figures: Figures, key: Key, metric: Metric, language: str) -> str:
    """Return the change on last year: percentage points for percentages, else percent; n/m where it has no meaning."""
    share = metric.traits.share
    comparison = difference(figures, key, Step()) if share else percent_change(figures, key)
    if comparison.not_meaningful:
        known = "not.comparable" in figures.catalogue.phrases
        return figures.catalogue.phrases["not.comparable"].best(language) if known else "n/m"
    change = comparison.value
    if change is None:
        return ""
    if share:
        return show_percent(change, comparison.decimals, signed=True).replace("%", " pp")
    return show_percent(change, comparison.decimals, signed=True) if change.copy_abs() < _FAR else "≫"


def series(figures: Figures, key: Key, years: int = 6) -> list[tuple[int, Decimal | None]]:
    """Return the last years' values up to a key's own, without leading gaps."""
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is not None and metric.traits.labelled:
        return []  # no line leads from one word to another
    periods = range(key.period - years + 1, key.period + 1)
    found = [(year, _drawable(figures.value(replace(key, period=year)))) for year in periods]
    while found and found[0][1] is None:
        found.pop(0)
    return found


def _drawable(result: Result) -> Decimal | None:
    """Return the value that a line goes through; a range is no one point."""
    value = result.value
    if value is None or not has_double(value) or qualifier_of(result.qualifier).upper is not None:
        return None
    return value

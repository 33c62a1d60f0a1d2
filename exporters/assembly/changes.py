"""The change on last year as a report tells it, or that it is not meaningful, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from exporters.assembly.assembly import Assembly
from exporters.assembly.shapes import shape_for
from exporters.content import Inlines, LinkedNumber, Text
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format, parse_format
from schema.grammar.decimals import EXACT
from schema.grammar.reference import Key, value_key
from schema.validation.comparison_words import reason_words, untold_words
from schema.values.comparison import Comparison, Step, difference, percent_change, points_step
from schema.values.display import Shape, group_number, resolve_format, show_number
from schema.values.printing import unit_words
from schema.values.result import Result

_DECIMALS = 1


@dataclass(frozen=True, slots=True)
class Change:
    """A comparison ready to be printed: its size without a sign, and the unit that stands behind it."""

    comparison: Comparison
    size: str = ""
    unit: str = ""


def change_of(assembly: Assembly, key: Key, metric: Metric, format_text: str) -> Change:
    """Return the change on last year in a format (`change`, `change% 0.0`)."""
    placed = parse_format(format_text, assembly.catalogue.units) or Format()
    if placed.change == "change%":
        return _percent(assembly, key, placed)
    return _points(assembly, key, metric, resolve_format(metric, assembly.catalogue, format_text))


def _percent(assembly: Assembly, key: Key, placed: Format) -> Change:
    decimals = _DECIMALS if placed.decimals is None else placed.decimals
    comparison = percent_change(assembly.figures, key, Step(decimals=decimals, fixed=placed.decimals is not None))
    if comparison.value is None:
        return Change(comparison)
    return Change(comparison, group_number(comparison.value.copy_abs(), comparison.decimals) + "%", "%")


def _points(assembly: Assembly, key: Key, metric: Metric, form: Format) -> Change:
    now, before = (assembly.figures.value(k).value for k in (key, replace(key, period=key.period - 1)))
    size = None if now is None or before is None else EXACT.subtract(now, before).copy_abs()
    measure = shape_for(assembly, metric, replace(form, change=""), size)
    step = points_step(measure)
    comparison = difference(assembly.figures, key, step)
    if comparison.value is None:
        return Change(comparison)
    known = replace(measure, decimals=comparison.decimals, resolution=replace(step, decimals=comparison.decimals).size)
    return Change(comparison, show_number(known, comparison.value.copy_abs()), points_unit(assembly, measure))


def points_unit(assembly: Assembly, measure: Shape) -> str:
    """Return the unit of a change that is not told in percent, with the blank that English puts before it."""
    unit = assembly.say("change.points") if measure.unit.sign else unit_words(measure, assembly.language)
    return unit if assembly.chinese or unit.startswith(" ") else f" {unit}"


def not_meaningful(assembly: Assembly, comparison: Comparison, format_text: str) -> LinkedNumber:
    """Return what stands for a change that is not meaningful; its remark says why."""
    key = comparison.now.key
    reference, mark = key.canonical(), assembly.say("not.comparable")
    remark = remark_of(assembly, comparison)
    identity = value_key(reference, format_text)
    return LinkedNumber(reference, format_text, identity, "", mark, "", assembly.name(key), "omission", remark)


def remark_of(assembly: Assembly, comparison: Comparison) -> str:
    """Return in a sentence why no change is told."""
    return reason_words(comparison, assembly.figures, assembly.language)


def untold(assembly: Assembly, result: Result) -> str:
    """Return in a sentence why no value is told of a figure."""
    return untold_words(result, assembly.figures, assembly.language)


def untold_notes(assembly: Assembly, keys: Iterable[Key]) -> Iterator[Inlines]:
    """Yield one line for each figure shown that is not meaningful."""
    results = (assembly.figures.value(key) for key in keys)
    mark = assembly.say("not.comparable")
    for words in dict.fromkeys(untold(assembly, result) for result in results if result.untold):
        yield (Text(assembly.say("incomparable.note", mark=mark, reason=words)),)


def notes(assembly: Assembly, comparisons: Iterable[Comparison]) -> Iterator[Inlines]:
    """Yield one line for each change of a table that is not meaningful; one across a break has its line already."""
    mark = assembly.say("not.comparable")
    said = (remark_of(assembly, c) for c in comparisons if c.not_meaningful and c.reason != "break")
    for words in dict.fromkeys(said):
        yield (Text(assembly.say("incomparable.note", mark=mark, reason=words)),)

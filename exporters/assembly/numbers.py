"""Linked numbers: how a reference becomes a control's text, with its unit beside it and a remark where it is missing.

Several controls share one stored text, so a number's text is the same in a table and in a sentence: the bare number
with its qualifier. Scale word and unit stand beside the control, or in the table's unit column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.breaks import ask_to_reword, no_comparison
from exporters.assembly.desk import Desk
from exporters.content import LinkedNumber
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Section
from schema.grammar.reference import Key, value_key
from schema.values.display import (
    EXACT,
    Format,
    Shape,
    group_number,
    join_unit,
    parse_format,
    plain,
    qualifier_words,
    resolve_format,
    shape,
    show_number,
)
from schema.values.figures import Result
from schema.values.omissions import OMISSIONS
from schema.values.records import metric_of

# The power of ten of a Chinese scale word → the wider English word, from how many of the narrower on it is said
# (ten thousand million are ten billion, a few thousand million stay millions), and how many of them make one.
_WIDER = {4: ("million", Decimal(1000), Decimal(1000)), 8: ("billion", Decimal(10000), Decimal(1000))}


@dataclass(frozen=True, slots=True)
class Shown:
    """A linked number with the words that stand before and after it in a sentence."""

    number: LinkedNumber
    before: str = ""
    after: str = ""


def linked(desk: Desk, key: Key, format_text: str, section: Section) -> Shown:
    """Return what stands for a reference: its number, an omission's mark, or a placeholder. The code is known."""
    format_text = " ".join(format_text.split())
    metric = metric_of(desk.catalogue, key.metric)
    assert metric is not None
    form = resolve_format(metric, desk.catalogue, format_text)
    desk.notes.placed.setdefault(key, section)
    if form.change:
        return _change(desk, key, metric, form, format_text, section)
    result = desk.figures.value(key)
    if result.value is None:
        return _absent(desk, result, metric, format_text, section)
    made = shape_for(desk, metric, form, result.value)
    text, after = number_words(result.value, metric, desk, form, made, result.qualifier)
    number = _number(desk, key, format_text, plain(result.value), text, unit_words(made, desk.language))
    return _with_unit(number, made, after, desk)


def _with_unit(number: LinkedNumber, made: Shape, after: str, desk: Desk) -> Shown:
    if made.unit.sign:
        return Shown(number, "", after)
    if desk.chinese:
        return Shown(number, "", number.unit + after)
    if made.unit.code == "cny":
        scale = f" {made.scale_word}" if made.scale_word else ""
        return Shown(number, f"{desk.words(made.unit.name)} ", scale + after)
    return Shown(number, "", f" {number.unit}{after}" if number.unit else after)


def number_words(
    value: Decimal, metric: Metric, desk: Desk, form: Format, made: Shape, qualifier: str
) -> tuple[str, str]:
    """Return the number with its qualifier, and what of the qualifier can only stand behind the unit (以上)."""
    before, inside, behind = qualifier_words(qualifier, desk.language)
    number = _digits(value, desk, form, made, qualifier)
    return before + number + inside + made.unit.sign, behind


def _digits(value: Decimal, desk: Desk, form: Format, made: Shape, qualifier: str) -> str:
    """Return the bare number; zeros at its end that only a wider English word brings are no precision."""
    number = show_number(made, value, qualifier)
    widened = desk.language == "en" and form.scale in _WIDER and "." in number
    return number.rstrip("0").rstrip(".") if widened else number


def shape_for(desk: Desk, metric: Metric, form: Format, value: Decimal | None) -> Shape:
    """Return how a metric is shown; in English 万 that runs into millions, and 亿 into billions, is said so throughout.

    A format that says thousands or millions is kept: the English words around it may say so too.
    """
    made = shape(metric, desk.catalogue, desk.language, form, value)
    wider = _WIDER.get(form.scale) if desk.language == "en" else None
    whole = desk.figures.value(Key(metric.code, desk.outline.year)).value or value
    if wider is None or whole is None:
        return made
    word, least, times = wider
    if abs(whole) < EXACT.multiply(made.divisor, least):
        return made
    wide = EXACT.multiply(made.divisor, times)
    decimals = max(0, EXACT.divide(wide, made.resolution).adjusted())
    return Shape(wide, decimals, made.resolution, word, made.unit)


def unit_words(made: Shape, language: str) -> str:
    """Return scale word and unit as a table's unit column shows them."""
    if language == "en" and made.unit.code == "cny":
        return f"{made.unit.name.en} {made.scale_word}".strip()
    return join_unit(made.scale_word, made.unit, language)


def unit_column(desk: Desk, metric: Metric, format_text: str) -> str:
    """Return the unit of a table row."""
    form = resolve_format(metric, desk.catalogue, format_text)
    value = desk.figures.value(Key(metric.code, desk.outline.year)).value
    return unit_words(shape_for(desk, metric, form, value), desk.language)


def _number(desk: Desk, key: Key, format_text: str, raw: str, text: str, unit: str) -> LinkedNumber:
    reference = key.canonical()
    name = _named(desk, key)
    return LinkedNumber(reference, format_text, value_key(reference, format_text), raw, text, unit, name)


def _named(desk: Desk, key: Key) -> str:
    return f"{desk.name(key)} {key.period}" if key.period else desk.name(key)


def _absent(desk: Desk, result: Result, metric: Metric, format_text: str, section: Section) -> Shown:
    if result.kind == "omission":
        mark = desk.say(OMISSIONS[result.omission].phrase)
        note = desk.told(result.point.note) if result.point else ""
        number = _number(desk, result.key, format_text, "", mark, "")
        return Shown(replace(number, state="omission", remark=note))
    number = _number(desk, result.key, format_text, "", desk.say("word.gap.value"), "")
    return Shown(replace(number, state="missing", remark=_ask(desk, result, metric, section)))


def _ask(desk: Desk, result: Result, metric: Metric, section: Section) -> str:
    """Return whom to ask for what; a figure asks for the inputs that it lacks."""
    wanted = result.missing or (result.key,)
    point = result.point.unread if result.point else ""
    name = ("、" if desk.chinese else ", ").join(_named(desk, key) for key in wanted[:4])
    metrics = [found for key in wanted if (found := metric_of(desk.catalogue, key.metric))] or [metric]
    ask = ("、" if desk.chinese else ", ").join(dict.fromkeys(desk.asks(found) for found in metrics))
    what = desk.say("word.unread", name=name, typed=point) if point else desk.say("word.missing", name=name)
    desk.open(section, what, ask, result.key.canonical())
    return desk.say("word.ask.value", department=ask, what=what)


def _change(desk: Desk, key: Key, metric: Metric, form: Format, format_text: str, section: Section) -> Shown:
    """Return the change on last year: its size, with the direction's word before it; `raw` keeps the sign."""
    placed = parse_format(format_text, desk.catalogue.units) or Format()
    relative = form.change == "change%"
    value = desk.figures.change_percent(key) if relative else desk.figures.change(key)
    if (broken := no_comparison(desk, key, format_text)) is not None:
        ask_to_reword(desk, key, metric, section)
        return Shown(replace(broken, state="missing"))  # a sentence that has to be reworded
    if value is None:
        return _no_change(desk, key, metric, format_text, section)
    if relative:
        size, unit = group_number(abs(value), 1 if placed.decimals is None else placed.decimals) + "%", "%"
    else:
        size, unit = _points(desk, metric, form, abs(value))
    after = "" if relative else unit
    direction = desk.say("word.change.down" if value < 0 else "word.change.up")
    return Shown(_number(desk, key, format_text, plain(value), size, unit), direction, after)


def _no_change(desk: Desk, key: Key, metric: Metric, format_text: str, section: Section) -> Shown:
    before = replace(key, period=key.period - 1)
    lacking = key if desk.figures.value(key).value is None else before
    found = _absent(desk, replace(desk.figures.value(lacking), key=lacking), metric, format_text, section).number
    number = _number(desk, key, format_text, "", found.text, "")
    return Shown(replace(number, state=found.state, remark=found.remark))


def contradiction(desk: Desk, number: LinkedNumber, words: str) -> bool | None:
    """Whether the words before a change say the other direction; None where they say none."""
    rising = words.endswith(tuple(desk.say("word.change.rising").split()))
    falling = words.endswith(tuple(desk.say("word.change.falling").split()))
    if not (rising or falling):
        return None
    return (rising and number.raw.startswith("-")) or (falling and not number.raw.startswith("-"))


def _points(desk: Desk, metric: Metric, form: Format, size: Decimal) -> tuple[str, str]:
    made = shape_for(desk, metric, replace(form, change=""), size)
    unit = desk.say("change.points") if made.unit.sign else unit_words(made, desk.language)
    return show_number(made, size), unit if desk.chinese or unit.startswith(" ") else f" {unit}"

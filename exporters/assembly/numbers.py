"""Linked numbers: how a reference becomes a control's text, with its unit beside it and a remark where it is missing.

Several controls share one stored text, so a number's text is the same in a table and in a sentence: the bare number
with its qualifier. Scale word and unit stand beside the control, or in the table's unit column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from exporters.assembly.assembly import Assembly
from exporters.assembly.changes import change_of, not_meaningful, untold
from exporters.assembly.shapes import printing, shape_for
from exporters.content import LinkedNumber
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import SHARE, Format, without_noun
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, value_key
from schema.values.display import fitted, group_number, resolve_format
from schema.values.figures import Result
from schema.values.omissions import OMISSIONS
from schema.values.printing import unit_words
from schema.values.whole_shares import share_of_whole

PERCENT_SIGN = "%"


@dataclass(frozen=True, slots=True)
class Shown:
    """A linked number with the words that stand before and after it in a sentence."""

    number: LinkedNumber
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What a reference asks for: the value at a key, in a format."""

    assembly: Assembly
    key: Key
    format: str
    metric: Metric
    form: Format

    def number(self, key: Key, raw: str, text: str, unit: str = "") -> LinkedNumber:
        """Return the control of a key under this format."""
        reference = key.canonical()
        name = _named(self.assembly, key)
        pending = self.assembly.is_pending(key) or (
            bool(self.form.change) and self.assembly.is_pending(replace(key, period=key.period - 1))
        )
        word_key = value_key(reference, self.format)
        return LinkedNumber(reference, self.format, word_key, raw, text, unit, name, pending=pending)


def linked(assembly: Assembly, key: Key, format_text: str) -> Shown:
    """Return what stands for a reference: its number, an omission's mark, or a placeholder. The code is known."""
    metric = metric_of(assembly.catalogue, key.metric)
    assert metric is not None
    form = resolve_format(metric, assembly.catalogue, format_text)
    wanted = _Wanted(assembly, key, without_noun(format_text), metric, form)
    if wanted.form.change:
        return _share(wanted) if wanted.form.change == SHARE else _change(wanted)
    result = assembly.figures.value(key)
    return _absent(wanted, result) if result.value is None else _present(wanted, result, result.value)


def _present(wanted: _Wanted, result: Result, value: Decimal) -> Shown:
    measure = shape_for(wanted.assembly, wanted.metric, wanted.form, value)
    said = printing(wanted.assembly).say(measure, wanted.form, value, result.qualifier)
    behind = _behind(wanted, result)
    exact = plain(behind.unrounded or value)
    number = wanted.number(wanted.key, exact, said.number, unit_words(measure, wanted.assembly.language))
    resolution = fitted(measure, value, result.qualifier).resolution
    return Shown(replace(number, qualifier=behind.qualifier, resolution=resolution), said.before, said.after)


def _behind(wanted: _Wanted, result: Result) -> Result:
    """Return what stands behind what is printed: where a report printed a figure otherwise, what the data give."""
    if result.computed is None:
        return result
    told = wanted.assembly.moment.told.value(wanted.key)
    return told if told.value is not None else result


def unit_column(assembly: Assembly, metric: Metric, format_text: str) -> str:
    """Return the unit of a table row."""
    form = resolve_format(metric, assembly.catalogue, format_text)
    value = assembly.figures.value(Key(metric.code, assembly.outline.year)).value
    return unit_words(shape_for(assembly, metric, form, value), assembly.language)


def _named(assembly: Assembly, key: Key) -> str:
    return assembly.name_in_year(key)


def _absent(wanted: _Wanted, result: Result) -> Shown:
    assembly = wanted.assembly
    if result.untold:
        number = wanted.number(result.key, "", assembly.say("not.comparable"))
        return Shown(replace(number, state="omission", remark=untold(assembly, result)))
    if result.kind == "omission":
        mark = assembly.say(OMISSIONS[result.omission].phrase)
        return Shown(replace(wanted.number(result.key, "", mark), state="omission"))
    number = wanted.number(result.key, "", assembly.say("word.gap.value"))
    return Shown(replace(number, state="missing", remark=_ask(wanted, result)))


def _ask(wanted: _Wanted, result: Result) -> str:
    """Return whom to ask for what; a figure asks for the inputs that it lacks."""
    assembly, keys = wanted.assembly, result.missing or (result.key,)
    if department := assembly.withheld(result.key):
        return assembly.say("word.pending", department=department)
    listed = assembly.punctuation.listed
    name = listed(_named(assembly, key) for key in keys[:4])
    ask = listed(dict.fromkeys(map(assembly.asks, keys)))
    typed = result.point.unread if result.point else ""
    what = assembly.say("word.unread", name=name, typed=typed) if typed else assembly.say("word.missing", name=name)
    return assembly.say("word.ask.value", department=ask, what=what)


def _share(wanted: _Wanted) -> Shown:
    """Return a part in percent of the whole."""
    assembly, key = wanted.assembly, wanted.key
    share = share_of_whole(assembly.figures, key, wanted.form)
    if share.value is not None:
        text = group_number(share.value, share.decimals) + PERCENT_SIGN
        resolution = Decimal(1).scaleb(-share.decimals)
        return Shown(replace(wanted.number(key, plain(share.value), text, PERCENT_SIGN), resolution=resolution))
    if share.lacking is not None:
        there = _absent(wanted, replace(assembly.figures.value(share.lacking), key=share.lacking)).number
        return Shown(replace(wanted.number(key, "", there.text), state=there.state, remark=there.remark))
    number = wanted.number(key, "", assembly.say("not.comparable"))
    remark = assembly.say("share.inexact", name=_named(assembly, key))
    return Shown(replace(number, state="omission", remark=remark))


def _change(wanted: _Wanted) -> Shown:
    """Return the change on last year: its size, with the direction's word before it; `raw` keeps the sign."""
    assembly, key = wanted.assembly, wanted.key
    change = change_of(assembly, key, wanted.metric, wanted.format)
    value = change.comparison.value
    if change.comparison.not_meaningful:  # a sentence that has to be reworded: in brackets, like each placeholder
        number = replace(not_meaningful(assembly, change.comparison, wanted.format), state="missing")
        return Shown(number, *assembly.punctuation.placeholder)
    if value is None:
        return _no_change(wanted)
    direction = assembly.say("word.change.down" if value < 0 else "word.change.up")
    number = wanted.number(key, plain(value), change.size, change.unit)
    return Shown(number, direction, "" if change.unit == "%" else change.unit)


def _no_change(wanted: _Wanted) -> Shown:
    figures, key = wanted.assembly.figures, wanted.key
    before = replace(key, period=key.period - 1)
    lacking = key if figures.value(key).value is None else before
    there = _absent(wanted, replace(figures.value(lacking), key=lacking)).number
    return Shown(replace(wanted.number(key, "", there.text), state=there.state, remark=there.remark))

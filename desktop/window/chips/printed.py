"""Linked numbers as they will print, for texts that are being written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from desktop.window.session.desk import Desk
from schema.catalogue.block_references import block_title, is_block_reference, is_table, referred_block
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import SHARE, Format, parse_format
from schema.catalogue.punctuation import PUNCTUATION
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import plain
from schema.grammar.linked import BrokenLink, LinkedNumber, parse_linked
from schema.grammar.reference import Key, parse_record
from schema.validation.statements.direction import said_direction
from schema.values.comparison import Comparison, points_step, told_change
from schema.values.display import group_number, merge_formats, metric_format, resolve_format, show_number
from schema.values.figures import Result
from schema.values.key_words import place_behind
from schema.values.omissions import OMISSIONS
from schema.values.own_words import own_words
from schema.values.printing import Printing, unit_words
from schema.values.whole_shares import share_of_whole

# "missing": nothing is there yet; "unknown": braces that name nothing.
State = Literal["value", "missing", "unknown"]
Link = LinkedNumber | BrokenLink


@dataclass(frozen=True, slots=True)
class Printed:
    """What stands for a linked number in print."""

    words: str
    state: State = "value"


def printed(desk: Desk, piece: Link, language: str, before: str = "") -> Printed:
    """Return what will stand for a linked number behind the words before it."""
    if isinstance(piece, BrokenLink):
        return Printed(piece.written, "unknown")
    reference = piece.reference
    words = own_words(reference.code, desk.catalogue, desk.outline.year, language)
    if words is not None:
        return Printed(words) if words else _gap(piece.written.strip("{}"), language)
    if is_block_reference(reference.code):
        return _block(desk, reference.code, language) or Printed(piece.written, "unknown")
    key = reference.key(desk.outline.year)
    if key.metric.startswith("factor."):
        return _factor(desk, key, language)
    metric, form = metric_of(desk.catalogue, reference.code), parse_format(piece.format, desk.catalogue.units)
    if metric is None or form is None or reference.wildcard or not _there(desk, key):
        return Printed(f"【{piece.written.strip('{}')}】", "unknown")
    if form.change == SHARE:
        return _share(desk, key, form, language)
    if form.change:
        return _change(desk, _Asked(key, metric, language), form, before)
    return _value(desk, _Asked(key, metric, language), piece.format)


def _share(desk: Desk, key: Key, form: Format, language: str) -> Printed:
    """Return a part in percent of the whole."""
    share = share_of_whole(_printing(desk, language).figures, key, form)
    if share.value is None:
        inexact = share.reason == "inexact"
        return _gap(_not_comparable(desk, language) if inexact else name_of(desk, key, language), language)
    return Printed(group_number(share.value, share.decimals) + "%")


def _block(desk: Desk, code: str, language: str) -> Printed | None:
    """Return which table or figure a text refers to: its number is known when the whole report is counted."""
    block = referred_block(desk.outline, code)
    if block is None:
        return None
    phrase = desk.catalogue.phrases.get("word.table" if is_table(block) else "word.figure")
    label, title = phrase.best(language) if phrase else "", block_title(block).best(language)
    return Printed(PUNCTUATION[language].bracketed(label, title or block.id))


@dataclass(frozen=True, slots=True)
class _Asked:
    """The value that a link asks for, and the language that it is told in."""

    key: Key
    metric: Metric
    language: str


def _there(desk: Desk, key: Key) -> bool:
    """Whether a number of a record has its record, and a value its entity."""
    if not desk.catalogue.reports(key.entity):
        return False
    address = parse_record(key.metric)
    return address is None or address[0] in desk.session.snapshot.records


def _value(desk: Desk, asked: _Asked, format_text: str) -> Printed:
    session, printing = desk.session, _printing(desk, asked.language)
    fresh = session.result(asked.key)
    result = fresh if fresh.kind == "entered" and fresh.value is not None else printing.figures.value(asked.key)
    if result.value is None:
        return _absent(desk, asked, result)
    form = resolve_format(asked.metric, desk.catalogue, format_text)
    measure = printing.shape(asked.metric, form, result.value)
    return Printed(str(printing.say(measure, form, result.value, result.qualifier)))


def _printing(desk: Desk, language: str) -> Printing:
    """Return how numbers of the chosen report are printed, from the values that it prints."""
    return Printing(desk.session.moment.figures_in(desk.outline), desk.outline.year, language)


def _absent(desk: Desk, asked: _Asked, result: Result) -> Printed:
    """An omission prints its mark; a blank is a placeholder, which names what is missing."""
    if result.kind == "omission" and not result.untold:
        phrase = desk.catalogue.phrases.get(OMISSIONS[result.omission].phrase)
        return Printed(phrase.best(asked.language) if phrase else desk.omissions()[result.omission])
    if result.untold:
        return _gap(_not_comparable(desk, asked.language), asked.language)
    return _gap(name_of(desk, asked.key, asked.language), asked.language)


def _not_comparable(desk: Desk, language: str) -> str:
    phrase = desk.catalogue.phrases.get("not.comparable")
    return phrase.best(language) if phrase else "n/m"


def _gap(name: str, language: str) -> Printed:
    """Return a placeholder, in the brackets of the language."""
    begin, end = PUNCTUATION[language].placeholder
    return Printed(f"{begin}{name}{end}", "missing")


def name_of(desk: Desk, key: Key, language: str) -> str:
    """Return what a value is called in a language, with its category."""
    metric = metric_of(desk.catalogue, key.metric)
    name = metric.name.best(language) if metric else key.metric
    members = desk.members(key.category)
    return place_behind(f"{name} · {members}" if members else name, key, desk.catalogue, language)


def _factor(desk: Desk, key: Key, language: str) -> Printed:
    version = desk.session.figures.factor(key.metric.removeprefix("factor."), key.period)
    if version is None:
        return _gap(key.metric, language)
    units = (desk.catalogue.units.get(code) for code in version.unit.split("/"))
    unit = "/".join(known.name.best(language) for known in units if known)
    return Printed(plain(version.value) + PUNCTUATION[language].space + unit)


def _change(desk: Desk, asked: _Asked, form: Format, before: str) -> Printed:
    printing, phrases = _printing(desk, asked.language), desk.catalogue.phrases
    comparison = told_change(printing.figures, asked.key, asked.metric, form)
    if comparison.not_meaningful:
        return _gap(_not_comparable(desk, asked.language), asked.language)
    if comparison.value is None:
        return _gap(name_of(desk, asked.key, asked.language), asked.language)
    size = comparison.value.copy_abs()
    if form.change == "change%":
        words = group_number(size, comparison.decimals) + "%"
    else:
        words = _amount(printing, asked, form, replace(comparison, value=size))
    if "word.change.up" not in phrases or said_direction(before.rstrip(), asked.language):
        return Printed(words)  # words of the text's own say the direction, as in the draft
    direction = phrases["word.change.down" if comparison.value < 0 else "word.change.up"]
    return Printed(direction.best(asked.language) + words)


def _amount(printing: Printing, asked: _Asked, form: Format, change: Comparison) -> str:
    """Return the size of a change that is told as values of the metric are, with its unit."""
    assert change.value is not None
    catalogue = printing.figures.catalogue
    own = replace(merge_formats(form, metric_format(asked.metric, catalogue)), change="")
    measure = printing.shape(asked.metric, own, change.value)
    step = replace(points_step(measure), decimals=change.decimals)
    number = show_number(replace(measure, decimals=change.decimals, resolution=step.size), change.value)
    points = catalogue.phrases.get("change.points") if measure.unit.sign else None
    unit = points.best(asked.language) if points else unit_words(measure, asked.language)
    return number + ("" if asked.language != "en" or unit.startswith(" ") else " ") + unit


def filled(desk: Desk, text: str, language: str) -> tuple[str, int]:
    """Return a text with its numbers filled in, and how many could not be."""
    parts: list[str] = []
    missing = 0
    for piece in parse_linked(text):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        shown = printed(desk, piece, language, parts[-1] if parts else "")
        missing += shown.state != "value"
        parts.append(shown.words)
    return "".join(parts), missing

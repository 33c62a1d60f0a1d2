"""Typed numbers told as a name and its value, whatever language the name is in: 2022 年，Emissions 为 1,021 t。"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from schema.grammar.decimals import quotient
from schema.grammar.languages import LANGUAGES
from schema.grammar.reference import Key
from schema.validation.statements.measures import in_unit, stretch
from schema.validation.statements.reading import Reading
from schema.validation.statements.scene import Scene
from schema.validation.statements.statement import Element, Statement, Time
from schema.validation.statements.subjects import Named
from schema.validation.statements.typed import Meant
from schema.values.intervals import within_reach

# What stands between a name and its number, whatever the languages of both.
_IS = re.compile(
    r"(?:\s|[:：=]|为|為|是|达到?|達到?|共计?|共計?|有|约|約|\b(?:was|were|is|are|of|at|to|reached|totall?ed)\b)+$",
    re.IGNORECASE,
)
_WIDE = str.maketrans("，。：；（）", ",.:;()")
_TWO = Decimal(2)


def plainly_meant(reading: Reading, typed: Statement, year: int, scene: Scene) -> Meant:
    """Return what a typed number means by a name right before it, with no more than “is” between; else nothing."""
    sentence = next((one for one in reading.sentences if typed in one), ())
    begin = max((e.end for e in sentence if e.end <= typed.start and _parts(e)), default=reading.begin(typed.start))
    words = _IS.sub("", reading.text[begin : typed.start].translate(_WIDE)).strip()
    if not words:
        return Meant(typed)
    for named in _named(words, reading.language, scene):
        keys = tuple(_keys(named, typed, _year(sentence, typed, year), scene))
        if keys:
            return _held(typed, keys, scene)
    return Meant(typed)


def _parts(element: Element) -> bool:
    return isinstance(element, Statement | Time)


def _named(words: str, own: str, scene: Scene) -> Iterator[Named]:
    for language in (own, *(other for other in LANGUAGES if other != own)):
        yield from (one for one in scene.subjects(language).before(words) if one.certain)


def _year(sentence: tuple[Element, ...], typed: Statement, year: int) -> int:
    times = [e.period for e in sentence if isinstance(e, Time) and e.start < typed.start and not e.period.part]
    return times[-1].of(year) if times else year


def _keys(named: Named, typed: Statement, year: int, scene: Scene) -> Iterator[Key]:
    for code, category in named.targets:
        key = Key(code, year, category=category)
        metric = scene.metric(key)
        if metric is None or scene.figures.value(key).value is None:
            continue
        if in_unit(typed, metric, scene.figures.catalogue) is not None:
            yield key


def _held(typed: Statement, keys: tuple[Key, ...], scene: Scene) -> Meant:
    """Hold a number against the values that its name means."""
    held = False
    for key in keys:
        result, metric = scene.figures.value(key), scene.metric(key)
        told = in_unit(typed, metric, scene.figures.catalogue) if metric is not None else None
        if told is None or result.value is None:
            continue
        if not stretch(told).meets(within_reach(result.value, result.qualifier)):
            continue
        if told.high is None and abs(told.value - result.value) <= quotient(told.step, _TWO):
            return Meant(typed, equal=(key,), certain=True)
        held = True
    return Meant(typed, held=True) if held else Meant(typed, against=keys, certain=True)

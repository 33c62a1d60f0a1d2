"""How a figure came about: its formula in names, with the values that went in."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.work.wording import make_wording
from schema.catalogue import factor_names
from schema.catalogue.outline import Placement
from schema.grammar.decimals import plain
from schema.grammar.reference import Key, parse_reference
from schema.values.factor_words import factor_said
from schema.values.figures import Result
from schema.values.rollup.way import ONE

if TYPE_CHECKING:
    from desktop.window.session.desk import Desk

_REFERENCE = re.compile(r"\[([^\]]+)\]")
_MOST = 12
_HUNDRED = Decimal(100)


def how_computed(desk: Desk, result: Result) -> str:
    """Return formula and inputs as lines of text; empty for a value that is typed."""
    metric = desk.metric(result.key)
    if result.total:
        head = QCoreApplication.translate("Explain", "Sum of")
        return "\n".join([head, *input_lines(desk, result)])
    if metric.formula is not None:
        told = [
            formula_in_names(desk, metric.formula.text),
            *input_lines(desk, result),
            *factor_lines(desk, result.key),
        ]
        return "\n".join(told)
    return ""


def factor_lines(desk: Desk, key: Key) -> list[str]:
    """Return one line per factor that a figure was computed with: its value, unit, years and source."""
    metric = desk.metric(key)
    codes = dict.fromkeys(metric.formula.factors()) if metric.formula is not None else ()
    versions = (desk.session.figures.factor(code, key.period, key.entity) for code in codes)
    said = (factor_said(one, desk.catalogue, desk.language) for one in versions if one is not None)
    return [f"  {words}" for words in said]


def formula_in_names(desk: Desk, formula: str) -> str:
    """Return a formula with names in the place of codes."""
    return _REFERENCE.sub(lambda match: f"[{_name(desk, match[1])}]", formula)


def _name(desk: Desk, text: str) -> str:
    if text.startswith("factor."):
        code = text.removeprefix("factor.")
        named = factor_names.factor_words(desk.catalogue, code)
        return desk.words(named) if named else text
    reference = parse_reference(text)
    if reference is None or reference.code not in desk.catalogue.metrics:
        return text
    name = desk.name(Key(reference.code, 0, reference.entity, reference.category))
    return f"{name} {reference.offset:+d}" if reference.offset else name


def input_lines(desk: Desk, result: Result) -> list[str]:
    """Return one line per input with its value, and those that are missing."""
    parts = list(zip(result.inputs, result.weights or (ONE,) * len(result.inputs), strict=True))
    lines = [f"  {desk.name(key)} {key.period}: {value_words(desk, key)}{_by(weight)}" for key, weight in parts[:_MOST]]
    if len(result.inputs) > _MOST:
        lines.append(f"  … +{len(result.inputs) - _MOST}")
    return lines


def _by(weight: Decimal) -> str:
    """Return by what share a part counts; nothing where it counts whole."""
    return "" if weight == ONE else f" × {plain(weight * _HUNDRED)}%"


def value_words(desk: Desk, key: Key) -> str:
    """Return what stands at a key with its unit, or a word for nothing."""
    wording = make_wording(
        desk.metric(key), Placement(key.metric), desk.catalogue, desk.language, dict(desk.omissions())
    )
    return wording.spoken(desk.session.result(key)) or QCoreApplication.translate("Explain", "missing")

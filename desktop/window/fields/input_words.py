"""An input of a formula in words: what it is called, its unit, its value of the year that is looked at."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from desktop.window.session.desk import Desk
from desktop.work.structure.inputs import Input
from schema.values.display import group_number

_MOST_DECIMALS = 4


def input_words(desk: Desk, one: Input) -> tuple[str, str, str]:
    """Return name, unit and value; of what is no metric nothing but how it is written."""
    if one.metric is None:
        return one.written, "", ""
    unit = desk.catalogue.units.get(one.metric.unit)
    shown = QCoreApplication.translate("InputWords", "no value in {year}").format(year=desk.period)
    if one.result is not None and one.result.value is not None:
        shown = group_number(one.result.value, decimals_of(one.result.value), desk.language)
    return desk.words(one.metric.name), desk.words(unit.name) if unit else "", shown


def decimals_of(value: Decimal) -> int:
    """Return with how many decimals an input is told."""
    exponent = value.normalize().as_tuple().exponent
    return max(0, min(_MOST_DECIMALS, -exponent)) if isinstance(exponent, int) else 0
